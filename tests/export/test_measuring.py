# SPDX-License-Identifier: MIT
"""Claims about measured rows: heights, spans, numbers in line."""

import pytest

from export.cells import Block, Cell
from export.measuring import SMALLEST, measured
from export.setting import Tie, settings_of
from export.styles import STYLES
from model.templates import load_template

WIDTH = 500.0
PAGE = load_template("ministry").page
SIZE = float(PAGE.body_points)


@pytest.fixture
def measure(fonts):
    return lambda *blocks: measured(blocks, settings_of(PAGE, fonts, STYLES), fonts, WIDTH)


def numbers(*texts, total=None, width=10):
    rows = [(Cell(text, "number", 0), Cell("", "blank", 1)) for text in texts]
    rows += [(Cell(total, "total", 0), Cell("", "blank", 1))] * (total is not None)
    return Block((width, 100 - width), tuple(rows), tail_rows=int(total is not None))


def test_a_row_is_as_high_as_its_highest_cell(measure):
    block = Block((50, 50), ((Cell("长" * 60, "text", 0), Cell("短", "text", 1)),))
    (row,) = measure(block)
    assert len(row.cells[0].lines) == 3
    assert row.height == pytest.approx(3 * SIZE * STYLES["text"].leading + 2 * STYLES["text"].above)


def test_an_empty_row_has_room_for_a_line(measure):
    (row,) = measure(Block((1,), ((Cell("", "text", 0),),)))
    assert row.height == STYLES["text"].least


def test_a_label_over_several_rows_adds_nothing_to_their_heights(measure):
    label = Cell("标签" * 40, "label", 0, rows=2)
    first, second = measure(Block((10, 90), ((label, Cell("甲", "text", 1)), (Cell("乙", "text", 1),))))
    assert first.height == second.height == STYLES["text"].least
    assert (first.spans[0].first, first.spans[0].last) == (0, 1)
    assert first.spans == second.spans


def test_decimal_points_stand_below_each_other(measure, fonts):
    rows = measure(numbers("20.00", "2.00", "100.5"))
    width = fonts.regular.typesetter.width
    points = [row.cells[0].indent + width(row.cells[0].cell.text.split(".")[0]) * SIZE / 1000 for row in rows]
    assert points == pytest.approx([points[0]] * 3)


def test_a_total_of_other_decimals_stands_by_itself(measure):
    *_, total = measure(numbers("8", "15", total="92.93"))
    assert total.cells[0].indent is None


def test_what_is_no_number_stands_in_the_middle(measure):
    number, dash = measure(numbers("8.00", "—"))
    assert number.cells[0].indent is not None
    assert dash.cells[0].indent is None


def test_a_number_too_wide_for_its_cell_is_set_smaller(measure):
    wide, normal = measure(numbers("123456789.00", "8.00"))
    assert SIZE * SMALLEST <= wide.cells[0].setting.size < SIZE
    assert len(wide.cells[0].lines) == 1
    assert normal.cells[0].setting.size == SIZE


def test_a_character_without_glyph_is_measured_as_it_is_printed(measure):
    (row,) = measure(Block((1,), ((Cell("😀", "text", 0),),)))
    assert row.cells[0].lines[0].text == "〔U+1F600〕"


def test_rows_outside_the_table_stay_with_its_end(measure):
    rows = [(Cell("甲", "text", 0),), (Cell("乙", "text", 0),)]
    notes = Block((1,), ((Cell("注", "note", 0),),), ruled=False)
    assert [row.tie for row in measure(Block((1,), tuple(rows)), notes)] == [Tie.NONE, Tie.FIRM, Tie.NONE]
