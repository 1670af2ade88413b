# SPDX-License-Identifier: MIT
"""Claims about columns of numbers: points in line, one size, and nothing wider than its cell."""

import pytest

from export.cells import Block, Cell
from export.measuring import LEAST_SIZE
from export.number_columns import SMALLEST
from tests.export.usual_page import SIZE


def numbers(*texts, total=None, width=10):
    rows = [(Cell(text, "number", 0), Cell("", "blank", 1)) for text in texts]
    rows += [(Cell(total, "total", 0), Cell("", "blank", 1))] * (total is not None)
    return Block((width, 100 - width), tuple(rows), tail_rows=int(total is not None))


def points(rows, fonts):
    """Where the decimal points of set numbers stand."""
    cells = [row.cells[0] for row in rows]
    width = fonts.regular.typesetter.width
    return [cell.indent + width(cell.cell.text.split(".")[0]) * cell.setting.size / 1000 for cell in cells]


def test_decimal_points_stand_below_each_other(measure, fonts):
    found = points(measure(numbers("20.00", "2.00", "100.5", "1,234.5")), fonts)
    assert found == pytest.approx([found[0]] * 4)


def test_a_total_of_other_decimals_stands_by_itself(measure):
    *_, total = measure(numbers("8", "15", total="92.93"))
    assert total.cells[0].indent is None


def test_what_is_no_number_stands_in_the_middle(measure):
    number, dash = measure(numbers("8.00", "—"))
    assert number.cells[0].indent is not None
    assert dash.cells[0].indent is None


def test_a_number_too_wide_makes_all_of_its_block_smaller_and_leaves_them_in_line(measure, fonts):
    rows = measure(numbers("123456789.00", "8.00"))
    assert SIZE * SMALLEST <= rows[0].cells[0].setting.size < SIZE
    assert rows[0].cells[0].setting.size == rows[1].cells[0].setting.size
    assert points(rows, fonts) == pytest.approx([points(rows, fonts)[0]] * 2)


def test_a_number_far_too_wide_is_set_smaller_alone(measure):
    wide, normal = measure(numbers("12345678901234.00", "8.00"))
    assert SIZE * LEAST_SIZE <= wide.cells[0].setting.size < SIZE * SMALLEST
    assert len(wide.cells[0].lines) == 1
    assert normal.cells[0].setting.size == SIZE


def test_no_number_however_long_reaches_beyond_its_cell(measure):
    (row,) = measure(numbers("9" * 99))
    cell = row.cells[0]
    room = (cell.right - cell.left - 2 * cell.setting.style.side) * 1000 / cell.setting.size
    assert len(cell.lines) > 1
    assert all(line.width <= room + 0.1 for line in cell.lines)
