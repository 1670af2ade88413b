# SPDX-License-Identifier: MIT
"""Claims about the room for long numbers: taken where there is some to spare, never from what needs it."""

from export.cells import Block, Cell
from export.number_room import with_room_for_numbers

HEADS = ("资金总额", "预算数", "执行数")


def block(*numbers, widths=(30, 12, 12)):
    heads = tuple(Cell(text, "head", column) for column, text in enumerate(HEADS))
    row = (Cell("财政拨款", "label", 0), *(Cell(text, "number", at) for at, text in enumerate(numbers, 1)))
    return Block(widths, (heads, row), head_rows=1)


def fit(table):
    """Fit a table in which a share holds one character."""
    return with_room_for_numbers(table, room=float, width=len).widths


def test_columns_keep_their_widths_while_their_numbers_fit():
    table = block("1234567.00", "100")
    assert with_room_for_numbers(table, room=float, width=len) is table


def test_a_long_number_takes_room_from_the_widest_neighbour():
    assert fit(block("1,234,567,890.12", "100")) == (26, 16, 12)


def test_two_long_numbers_both_get_their_room():
    assert fit(block("1,234,567,890.12", "1,234,567,890.12")) == (22, 16, 16)


def test_no_column_gives_more_than_it_can_spare():
    assert fit(block("1,234,567,890.12", "1", widths=(10, 12, 10))) == (9, 14, 9)


def test_an_absurd_number_takes_nothing():
    assert fit(block("9" * 30, "1")) == (30, 12, 12)
