# SPDX-License-Identifier: MIT
"""Claims about widths that follow the texts."""

from export.cells import Block, Cell
from export.widths import NARROWEST, fitted

HEADS = ("名称", "目标", "原因")


def block(*rows, widths=(5, 21, 13, 15), flexible=(1, 2, 3)):
    cells = [
        tuple(Cell(text, "text", column) for column, text in enumerate(("", *row))) for row in (HEADS, *rows)
    ]
    return Block(widths, tuple(cells), head_rows=1, flexible=flexible)


def fit(table):
    """Fit a table in which a share holds half a character."""
    return fitted(table, room=lambda shares: shares / 2, width=len)


def test_columns_keep_their_widths_while_their_texts_fit():
    table = block(("甲", "乙", "丙"), ("甲" * 12, "乙", "丙"))
    assert fit(table) is table


def test_a_long_text_beside_empty_ones_gets_their_room():
    widths = fit(block(("甲", "乙", "原因" * 250), ("丙", "丁", ""))).widths
    assert widths[3] > 25
    assert sum(widths) == 54


def test_only_columns_of_text_give_and_take():
    assert fit(block(("甲", "乙", "原因" * 250))).widths[0] == 5


def test_no_column_becomes_too_narrow_for_its_head():
    assert min(fit(block(("", "", "原因" * 250))).widths[1:]) >= NARROWEST


def test_no_column_becomes_too_narrow_for_its_numbers():
    widths = fit(block(("甲", "1752000.00", "原因" * 250), widths=(5, 21, 20, 15))).widths
    assert widths[2] / 2 >= len("1752000.00")


def test_a_table_without_columns_of_text_stays_as_it_is():
    table = block(("甲" * 99, "乙" * 99, "丙"), flexible=())
    assert fit(table) is table
