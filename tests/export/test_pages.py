# SPDX-License-Identifier: MIT
"""Claims about pages: nothing lost, nothing cut that fits, heads and labels again, always an end."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.cells import Cell
from export.pages import paginate
from export.setting import SetCell, SetRow, Setting, Span, Tie
from export.styles import Style
from export.typesetting import Line, Typesetter

LEADING = 10.0
ROOM = 200.0
CONTINUED = Line("（续）", 3000)
SETTING = Setting(Style(above=0), LEADING, LEADING, "left", Typesetter({}))


def cell(text, lines, role="text", width=100.0):
    printed = tuple(Line(f"{text}.{number}", 1000) for number in range(lines))
    return SetCell(Cell(text, role, 0), SETTING, 0, width, printed, lines * LEADING)


def row(name, lines=1, **more):
    height = more.pop("height", lines * LEADING)
    return SetRow((cell(name, lines),), more.pop("spans", ()), height, **more)


def rows(count, lines=1, **more):
    return [row(str(number), lines, **more) for number in range(count)]


def spanned(count, label_lines, lines=1, first=0, last=None):
    """Rows of which some run under one label."""
    last = count - 1 if last is None else last
    span = Span(1, cell("label", label_lines, "group"), first, last, (CONTINUED,))
    return [
        row(str(number), lines, spans=(span,) if first <= number <= last else ()) for number in range(count)
    ]


def grouped(count, first, lines=1):
    """Rows of which those from the first on are a group."""
    ties = {first, count - 2}
    return [row(str(number), lines, tie=Tie.GROUP if number in ties else Tie.NONE) for number in range(count)]


def printed(sheets):
    """The lines of all rows in order, without the heads that come again."""
    placed = [one for sheet in sheets for one in sheet.rows if not one.again]
    return [line.text for one in placed for cell in one.row.cells for line in cell.lines]


def label_lines(sheet):
    return [line.text for label in sheet.labels.values() for line in label.cell.lines]


def test_rows_fill_a_page_and_go_on_with_the_next():
    assert [len(sheet.rows) for sheet in paginate(rows(45), ROOM)] == [20, 20, 5]


def test_a_row_that_fits_on_a_page_is_never_cut():
    sheets = paginate([*rows(10), row("tall", 15)], ROOM)
    assert [len(sheet.rows) for sheet in sheets] == [10, 1]


def test_a_row_taller_than_a_page_is_cut_by_lines():
    sheets = paginate([row("tall", 45)], ROOM)
    assert [sheet.rows[0].height for sheet in sheets] == [200, 200, 50]
    assert printed(sheets) == [f"tall.{number}" for number in range(45)]


def test_a_row_taller_than_a_page_begins_where_there_is_room():
    sheets = paginate([*rows(5), row("tall", 25)], ROOM)
    assert [len(sheet.rows) for sheet in sheets] == [6, 1]


def test_heads_come_again_on_every_page():
    head = row("head", tie=Tie.FIRM)
    sheets = paginate([head, *rows(30, heads=range(1))], ROOM)
    assert [sheet.rows[0].row.cells[0].cell.text for sheet in sheets] == ["head", "head"]
    assert [sheet.rows[0].again for sheet in sheets] == [False, True]


def test_rows_that_belong_together_stay_together():
    sheets = paginate([*rows(18), row("last", tie=Tie.FIRM), row("total", tie=Tie.FIRM), row("rating")], ROOM)
    assert [len(sheet.rows) for sheet in sheets] == [18, 3]


def test_a_row_that_is_cut_leaves_lines_for_the_total_below_it():
    sheets = paginate([row("tall", 40, tie=Tie.FIRM), row("total", tie=Tie.FIRM), row("rating")], ROOM)
    assert [len(sheet.rows[0].row.cells[0].lines) for sheet in sheets] == [20, 18, 2]
    assert len(sheets[-1].rows) == 3


def test_a_head_never_stands_alone_above_a_row_that_no_page_can_hold_with_it():
    head, tall = row("head", tie=Tie.FIRM), row("tall", 20, heads=range(1, 2))
    sheets = paginate([row("first", 19), head, tall], ROOM)
    assert [len(sheet.rows) for sheet in sheets] == [1, 2, 2]


def test_no_line_of_a_row_that_is_cut_stands_alone():
    sheets = paginate([row("tall", 21)], ROOM)
    assert [len(sheet.rows[0].row.cells[0].lines) for sheet in sheets] == [19, 2]


def test_a_group_does_not_leave_one_row_at_the_foot_nor_carry_one_over():
    for count, first in ((30, 19), (21, 0)):
        sheets = paginate(grouped(count, first), ROOM)
        assert [len(sheet.rows) for sheet in sheets] == [19, count - 19]


def test_a_group_is_parted_where_keeping_it_together_would_waste_the_page():
    rows = [row("first", 3), *grouped(2, 0, lines=9)]
    assert [len(sheet.rows) for sheet in paginate(rows, ROOM)] == [2, 1]


def test_notes_go_over_the_page_only_where_much_of_it_would_stay_empty():
    few = [*rows(18, tie=Tie.NONE), row("total", tie=Tie.TEXT), row("note", 2)]
    many = [
        row("total", tie=Tie.TEXT),
        row("note", 12, tie=Tie.TEXT),
        row("note", 12, tie=Tie.FIRM),
        row("signed"),
    ]
    assert [len(sheet.rows) for sheet in paginate(few, ROOM)] == [18, 2]
    assert [len(sheet.rows) for sheet in paginate(many, ROOM)] == [2, 2]


def test_a_label_in_a_low_part_of_a_page_makes_its_row_higher_to_say_that_it_goes_on():
    first, second = paginate([row("tall", 18), *spanned(4, label_lines=1, first=1)[1:]], ROOM)
    assert len(first.rows) == 3
    assert [placed.height for placed in second.rows] == [2 * LEADING]


def test_a_label_comes_again_and_says_that_it_goes_on():
    first, second = paginate(spanned(30, label_lines=2), ROOM)
    assert label_lines(first) == ["label.0", "label.1"]
    assert label_lines(second) == ["label.0", "label.1", CONTINUED.text]
    assert (second.labels[1].top, second.labels[1].bottom) == (0, 100)


def test_a_label_taller_than_its_rows_grows_the_last_of_them():
    (sheet,) = paginate(spanned(2, label_lines=5), ROOM)
    assert [placed.height for placed in sheet.rows] == [10, 40]


def test_a_label_does_not_begin_where_its_part_of_the_page_is_too_low():
    sheets = paginate(spanned(40, label_lines=3, first=18), ROOM)
    assert [len(sheet.rows) for sheet in sheets][:2] == [18, 20]


def test_what_says_that_a_label_goes_on_is_printed_whole_or_not_at_all():
    span = Span(1, cell("label", 1, "group"), 0, 1, (CONTINUED, CONTINUED))
    for room, printed_below in ((30.0, 2), (20.0, 0)):
        *_, last = paginate([row("a", 2, spans=(span,)), row("b", 2, spans=(span,))], room)
        assert label_lines(last) == ["label.0", *[CONTINUED.text] * printed_below]


def test_a_cut_row_begins_only_where_its_labels_have_room():
    tall = row("tall", 30, spans=(Span(1, cell("label", 12, "group"), 10, 10),))
    assert [len(sheet.rows) for sheet in paginate([*rows(10), tall], ROOM)][:2] == [10, 1]


def test_a_head_above_a_total_alone_has_room_for_its_label():
    span = Span(1, cell("label", 3, "label"), 0, 1)
    head, last = row("head", tie=Tie.FIRM, spans=(span,)), row("last", 19, tie=Tie.FIRM, spans=(span,))
    first, second = paginate([head, last._replace(heads=range(1)), row("total", heads=range(1))], ROOM)
    assert (len(first.rows), len(second.rows)) == (2, 2)
    assert second.rows[0].height == 30
    assert label_lines(second) == ["label.0", "label.1", "label.2"]


def test_a_label_longer_than_a_page_is_printed_to_its_end():
    sheets = paginate(spanned(1, label_lines=50), ROOM)
    assert [line for sheet in sheets for line in label_lines(sheet)] == [f"label.{n}" for n in range(50)]


@pytest.mark.parametrize("room", [1.0, 9.0, 10.0])
def test_a_page_too_low_for_anything_takes_a_line(room):
    sheets = paginate(spanned(3, label_lines=2, lines=2), room)
    assert printed(sheets) == [f"{row}.{line}" for row in range(3) for line in range(2)]


@st.composite
def tables(draw):
    """A table as random as can be: heads, two levels of labels, rows kept together, rows of any height."""
    count = draw(st.integers(1, 25))
    continuations = st.integers(0, 2).map(lambda lines: (CONTINUED,) * lines)
    heads = draw(st.integers(0, min(2, count - 1)))
    edges = sorted({0, count, *draw(st.lists(st.integers(0, count), max_size=5))})
    spans = [
        Span(key, cell("label", draw(st.integers(0, 60)), "group"), first, last - 1, draw(continuations))
        for key, (first, last) in enumerate([(0, count), *itertools.pairwise(edges)])
    ]
    return [
        row(
            str(number),
            draw(st.integers(0, 60)),
            spans=tuple(span for span in spans if span.first <= number <= span.last),
            height=draw(st.floats(0, 500)),
            tie=Tie.FIRM if number < heads else draw(st.sampled_from(Tie)),
            heads=range(heads) if number >= heads else range(0),
        )
        for number in range(count)
    ]


@settings(deadline=None)
@given(tables(), st.floats(1, 400))
def test_any_table_is_printed_to_its_end_without_loss(table, room):
    sheets = paginate(table, room)
    assert printed(sheets) == [line.text for row in table for cell in row.cells for line in cell.lines]
    assert all(sheet.rows for sheet in sheets)


@settings(deadline=None)
@given(tables(), st.floats(1, 400))
def test_every_label_is_printed_to_its_end(table, room):
    sheets = paginate(table, room)
    for span in {span.key: span for row in table for span in row.spans}.values():
        labels = [sheet.labels[span.key].cell for sheet in sheets if span.key in sheet.labels]
        shown = [line for label in labels for line in label.lines]
        assert tuple(shown[: len(span.label.lines)]) == span.label.lines


@settings(deadline=None)
@given(tables(), st.floats(100, 400))
def test_no_page_is_overfull(table, room):
    for sheet in paginate(table, room):
        assert sheet.rows[-1].top + sheet.rows[-1].height <= room + 0.01


@settings(deadline=None)
@given(tables(), st.floats(100, 400))
def test_rows_stand_below_each_other(table, room):
    for sheet in paginate(table, room):
        tops = [placed.top for placed in sheet.rows]
        bottoms = [placed.top + placed.height for placed in sheet.rows]
        assert tops == pytest.approx([0, *bottoms[:-1]])
