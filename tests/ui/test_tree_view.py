# SPDX-License-Identifier: MIT
"""Claims about the view of the indicator tree."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from model.edits import SetCell
from model.places import indicator_place, place_of
from tests.bench.edits import form_of
from tests.ui.hands import accept, compose, current, document_of, enter, golden, place, press, shown, table_at
from ui.columns import COLUMN_OF, NAME
from ui.indicators_page import IndicatorsPage

FIRST = "/indicators/0/children/0/children/0"
Scroll = QAbstractItemView.ScrollMode


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, IndicatorsPage(document))


def test_everything_is_expanded_at_first(page):
    assert page.view.isExpanded(page.tree.index_at((0,)))
    assert page.view.isExpanded(page.tree.index_at((0, 0)))


def test_arrows_go_from_cell_to_cell_in_the_row(page):
    table_at(page, f"{FIRST}/points")
    press(page, "Right")
    assert place(page) == f"{FIRST}/score"
    press(page, "Left", "Left")
    assert place(page) == f"{FIRST}/actual"


def test_arrows_stop_at_the_ends_of_the_row(page):
    table_at(page, f"{FIRST}/reason")
    press(page, "Right")
    assert place(page) == f"{FIRST}/reason"


def test_down_keeps_the_column_and_skips_the_row_for_a_new_indicator(page):
    table_at(page, f"{FIRST}/score")
    press(page, "Down")
    assert page.tree.rows_at(current(page)) == (0, 1)
    assert current(page).column() == COLUMN_OF["score"]


def test_left_and_right_fold_a_group_at_its_name(page):
    table_at(page, "/indicators/0/children/0")
    press(page, "Left")
    assert not page.view.isExpanded(current(page))
    press(page, "Right")
    assert page.view.isExpanded(current(page))


def test_a_row_grows_with_its_text_and_shrinks_again(page):
    index = page.tree.index_of(place_of(f"{FIRST}/name"))
    before = page.view.visualRect(index).height()
    page.document.do(SetCell((*indicator_place(0, 0, 0), "reason"), "受天气影响顺延。" * 20), "")
    assert page.view.visualRect(index).height() > before
    page.document.undo_stack.undo()
    assert page.view.visualRect(index).height() == before


def test_columns_fill_the_width_and_share_it_as_before(page):
    shares = [page.view.columnWidth(column) for column in range(6)]
    page.resize(1400, 700)
    wider = [page.view.columnWidth(column) for column in range(6)]
    assert sum(wider) == page.view.viewport().width()
    assert wider[COLUMN_OF["score"]] == shares[COLUMN_OF["score"]]
    assert wider[NAME] / wider[1] == pytest.approx(shares[NAME] / shares[1], rel=0.05)


def test_a_width_set_by_hand_is_kept_in_proportion(page):
    page.view.setColumnWidth(NAME, 400)
    page.view.header().released.emit()
    page.resize(1400, 700)
    assert page.view.columnWidth(NAME) > 400


def test_narrow_columns_make_rows_higher(page):
    page.document.do(SetCell((*indicator_place(0, 0, 0), "name"), "完成全年培训场次"), "")
    index = page.tree.index_of(place_of(f"{FIRST}/name"))
    before = page.view.visualRect(index).height()
    page.view.setColumnWidth(NAME, 120)
    assert page.view.visualRect(index).height() > before


@pytest.mark.parametrize(("rows", "mode"), [(70, Scroll.ScrollPerPixel), (1000, Scroll.ScrollPerItem)])
def test_long_forms_scroll_by_rows(qtbot, qapp, rows, mode):
    page = shown(qtbot, IndicatorsPage(document_of(form_of(rows))))
    assert page.view.verticalScrollMode() is mode


def test_another_form_is_shown_expanded_from_its_first_row(page):
    other = document_of(form_of(20))
    page.document.replace(other.form, other.template)
    assert page.view.isExpanded(page.tree.index_at((2, 2)))
    assert page.tree.rows_at(current(page)) == (0,)


def test_a_stray_character_renames_no_group(page):
    table_at(page, "/indicators/0")
    enter(page, "x")
    compose(page.view, "wu")
    accept(page.view, "五")
    assert page.view.delegate.editor is None
    assert place(page) == "/indicators/0/name"
    assert not page.document.undo_stack.count()


def test_a_group_is_renamed_on_purpose(page, undoable):
    table_at(page, "/indicators/0")
    press(page, "F2")
    enter(page, "x")
    page.commit()
    assert page.document.form.indicators[0].name == "产出指标x"


def test_very_long_forms_have_rows_of_one_height(qtbot, qapp):
    page = shown(qtbot, IndicatorsPage(document_of(form_of(1100))))
    rows = [page.tree.index_at((0, 0, row)) for row in (0, 6)]
    assert len({page.view.visualRect(row).height() for row in rows}) == 1


def test_ordinary_forms_wrap_their_texts(qtbot, qapp):
    page = shown(qtbot, IndicatorsPage(golden("002-2")))
    heights = {page.view.visualRect(page.tree.index_at((0, 0, row))).height() for row in range(45)}
    assert len(heights) > 1


def test_without_room_for_the_words_of_its_heads_the_tree_scrolls(page):
    page.resize(400, 700)
    metrics = page.view.fontMetrics()
    heads = [page.tree.headerData(column, Qt.Orientation.Horizontal) for column in range(6)]
    widths = [page.view.columnWidth(column) for column in range(5)]
    assert all(width > metrics.horizontalAdvance(head) for width, head in zip(widths, heads, strict=False))
    assert page.view.horizontalScrollBar().maximum() > 0
