# SPDX-License-Identifier: MIT
"""Claims about measured rows: heights, spans, numbers in line."""

import pytest

from export.cells import Block, Cell
from export.setting import Tie
from export.styles import STYLES
from tests.export.usual_page import SIZE, measured_there


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


def test_a_character_without_glyph_is_measured_as_it_is_printed(measure):
    (row,) = measure(Block((1,), ((Cell("😀", "text", 0),),)))
    assert row.cells[0].lines[0].text == "〔U+1F600〕"


def test_rows_outside_the_table_stay_with_its_end(measure):
    rows = [(Cell("甲", "text", 0),), (Cell("乙", "text", 0),)]
    notes = Block((1,), ((Cell("注", "note", 0),),), ruled=False)
    assert [row.tie for row in measure(Block((1,), tuple(rows)), notes)] == [Tie.NONE, Tie.FIRM, Tie.NONE]


def test_notes_may_leave_the_table_where_signatures_may_not(measure):
    table = Block((1,), ((Cell("甲", "text", 0),), (Cell("乙", "text", 0),)))
    notes = Block((1,), ((Cell("注", "note", 0),), (Cell("注", "note", 0),)), ruled=False, is_text=True)
    signed = Block((1,), ((Cell("签字", "signature", 0),), (Cell("签字", "signature", 0),)), ruled=False)
    ties = [row.tie for row in measure(table, notes, signed)]
    assert ties == [Tie.NONE, Tie.TEXT, Tie.TEXT, Tie.FIRM, Tie.FIRM, Tie.NONE]


def labelled(count, width=10):
    """A block of one label beside rows."""
    rows = [(Cell(str(number), "text", 1),) for number in range(count)]
    rows[0] = (Cell("标签", "label", 0, rows=count), *rows[0])
    return Block((width, 100 - width), tuple(rows))


@pytest.mark.parametrize(
    ("count", "ties"),
    [(1, [0]), (2, [1, 0]), (3, [1, 1, 0]), (5, [1, 0, 0, 1, 0])],
)
def test_a_group_is_tied_after_its_first_and_before_its_last_row(measure, count, ties):
    assert [row.tie for row in measure(labelled(count))] == ties


@pytest.mark.parametrize(("width", "words"), [(10, ["（续）"]), (5, ["(续)"]), (3, ["续"])])
def test_a_label_that_comes_again_says_so_in_any_width(fonts, width, words):
    first, _ = measured_there([labelled(2, width)], fonts, "（续）")
    assert [line.text for line in first.spans[0].continued] == words


def test_a_label_of_one_row_says_so_too_for_the_row_may_be_cut(fonts):
    group = Block((10, 90), ((Cell("组", "group", 0), Cell("", "text", 1)),))
    (row,) = measured_there([group], fonts, "（续）")
    assert [line.text for line in row.spans[0].continued] == ["（续）"]
