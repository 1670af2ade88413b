# SPDX-License-Identifier: MIT
"""Claims about filling in the indicator tree with the keys of the page."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from model.edits import SetCell
from model.form import Form
from model.places import indicator_place, place_of, pointer
from tests.ui.hands import blank, current, document_of, enter, golden, place, press, shown, table_at
from ui.cells import Look
from ui.columns import COLUMN_OF
from ui.indicators_page import WISHES, IndicatorsPage

FIRST = "/indicators/0/children/0/children/0"
SCORE = f"{FIRST}/score"


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, IndicatorsPage(document))


@pytest.fixture
def new_page(qtbot, qapp):
    return shown(qtbot, IndicatorsPage(blank()))


def names(page: IndicatorsPage) -> list[str]:
    return [row.name for _, row in page.document.form.all_indicators()]


def click(page: IndicatorsPage, index: QModelIndex, button: Callable[..., None] = QTest.mouseClick) -> None:
    button(page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.visualRect(index).center())


def test_every_key_calls_a_method_of_the_page(page):
    assert all(callable(getattr(page, wish.method)) for wish in WISHES)
    keys = [key for wish in WISHES for key in wish.keys]
    assert len(keys) == len(set(keys))


def test_tab_goes_through_the_cells_of_a_row(page):
    table_at(page, f"{FIRST}/name")
    press(page, "Tab", "Tab", "Tab", "Tab")
    assert place(page) == SCORE
    press(page, "Shift+Tab")
    assert place(page) == f"{FIRST}/points"


def test_after_the_last_cell_comes_a_new_row_then_the_next_group(page):
    table_at(page, f"{FIRST}/reason")
    press(page, "Tab")
    assert page.tree.cell(current(page)).look is Look.ADD
    press(page, "Tab")
    assert place(page) == "/indicators/0/children/1/children/0/name"


def test_from_the_last_new_row_tab_leaves_the_tree(page):
    page.keys.stand_at(page.tree.index_at((2, 0, 1)))
    press(page, "Tab")
    assert not page.view.hasFocus()


def test_typing_at_the_new_row_and_tab_goes_on_in_that_row(page, undoable):
    page.keys.stand_at(page.tree.index_at((0, 0, 1)))
    enter(page, "second")
    press(page, "Tab")
    assert names(page)[1] == "second"
    assert place(page) == "/indicators/0/children/0/children/1/target"


def test_enter_and_shift_enter_walk_the_column_past_the_heads(page):
    table_at(page, SCORE)
    press(page, "Return")
    assert place(page) == "/indicators/0/children/1/children/0/score"
    press(page, "Shift+Return")
    assert place(page) == SCORE


def test_a_character_replaces_what_stood_there(page, undoable):
    table_at(page, SCORE)
    enter(page, "12")
    press(page, "Return")
    assert page.document.value(place_of(SCORE)) == Decimal(12)


def test_f2_keeps_the_text(page, undoable):
    table_at(page, f"{FIRST}/target")
    press(page, "F2")
    enter(page, "/a")
    press(page, "Tab")
    assert page.document.value(place_of(f"{FIRST}/target")) == "≥5场/a"


def test_escape_leaves_the_cell_as_it_was(page):
    table_at(page, SCORE)
    enter(page, "7")
    press(page, "Esc")
    assert page.document.value(place_of(SCORE)) == Decimal(20)
    assert not page.document.undo_stack.count()


def test_opening_and_leaving_a_cell_changes_nothing(page):
    table_at(page, f"{FIRST}/name")
    press(page, "F2", "Tab", "F2", "Return")
    assert not page.document.undo_stack.count()


def test_alt_enter_breaks_the_line_in_a_text_cell(page, undoable):
    table_at(page, f"{FIRST}/reason")
    enter(page, "a")
    press(page, "Alt+Return")
    enter(page, "b")
    press(page, "Tab")
    assert page.document.value(place_of(f"{FIRST}/reason")) == "a\nb"


def test_a_restored_group_shows_its_rows_again(page):
    table_at(page, "/indicators/0")
    page.remove_rows()
    page.document.undo_stack.undo()
    assert page.view.isExpanded(page.tree.index_at((0, 0)))


def test_a_cell_in_a_collapsed_group_is_shown(page):
    page.collapse_all()
    table_at(page, SCORE)
    assert page.view.isExpanded(page.tree.index_at((0, 0)))
    assert not page.view.visualRect(current(page)).isEmpty()


def test_collapsing_and_expanding_all(page):
    page.collapse_all()
    assert not page.view.isExpanded(page.tree.index_at((0,)))
    page.expand_all()
    assert page.view.isExpanded(page.tree.index_at((0, 0)))


@pytest.mark.parametrize("name", ["004-5", "004-4", "000-3"])
def test_every_finding_of_the_tree_leads_to_its_cell(qtbot, qapp, name):
    page = shown(qtbot, IndicatorsPage(golden(name)))
    found = [finding for finding in page.document.findings() if finding.place[0] == "indicators"]
    for finding in found:
        page.go_to(finding.place)
        at = page.tree.findings(current(page))
        assert finding.message in [one.message for one in at] or finding.place == ("indicators",)
    assert found


@pytest.mark.parametrize("key", ["total_points", "total_score", "rating"])
def test_stated_totals_are_on_the_page(qtbot, qapp, key):
    page = shown(qtbot, IndicatorsPage(golden("004-5")))
    page.go_to(("stated", key))
    assert page.totals.fields["stated", key].box.hasFocus()


def test_the_place_is_told_when_the_clerk_moves(page, qtbot):
    table_at(page, SCORE)
    with qtbot.waitSignal(page.place_changed) as told:
        press(page, "Tab")
    assert pointer(told.args[0]) == f"{FIRST}/reason"


def test_commit_finishes_the_open_editor(page, undoable):
    table_at(page, SCORE)
    enter(page, "3")
    page.commit()
    assert page.document.value(place_of(SCORE)) == Decimal(3)
    assert page.view.delegate.editor is None


def test_clicking_the_new_row_opens_it(page, undoable):
    index = page.tree.index_at((0, 0, 1))
    QTest.mouseClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.visualRect(index).center()
    )
    enter(page, "clicked")
    page.commit()
    assert names(page)[1] == "clicked"


def test_a_double_click_keeps_the_text(page):
    index = page.tree.index_of(place_of(f"{FIRST}/name"))
    QTest.mouseClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.visualRect(index).center()
    )
    QTest.mouseDClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.visualRect(index).center()
    )
    enter(page, "!")
    page.commit()
    assert names(page)[0] == "场次!"


def test_a_new_form_says_what_to_do_until_something_is_there(new_page):
    assert new_page.hint.isVisible()
    new_page.keys.stand_at(new_page.tree.index_at((0, 0, 0)))
    enter(new_page, "x")
    press(new_page, "Return")
    assert not new_page.hint.isVisible()


def test_an_empty_tree_offers_the_templates_groups(qtbot, qapp):
    page = shown(qtbot, IndicatorsPage(document_of(Form(template="ministry"))))
    assert page.empty.isVisible()
    page.empty.template_groups_wanted.emit()
    assert page.view.isVisible()
    assert len(page.document.form.indicators) == 3


def test_a_form_with_other_groups_than_the_templates_opens_all_the_same(qtbot, document):
    document.form.indicators[0].name = "自定指标"
    page = shown(qtbot, IndicatorsPage(document))
    assert page.tree.cell(page.tree.index_at((0,))).text == "自定指标"
    assert page.tree.cell(page.tree.index_at((0,), COLUMN_OF["points"])).text == "50"


def test_every_cell_has_a_name_for_the_screen_reader(page):
    for row_place, _ in page.document.form.all_indicators():
        for key in COLUMN_OF:
            index = page.tree.index_of((*row_place, key))
            assert index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert indicator_place(0, 0, 0)


def test_a_number_the_form_cannot_read_stays_as_it_is_when_only_looked_at(page):
    page.document.do(SetCell(place_of(SCORE), "1,000"), "")
    table_at(page, SCORE)
    press(page, "F2", "Tab")
    assert page.document.value(place_of(SCORE)) == "1,000"


def test_what_is_being_typed_outlasts_a_change_beside_it(page):
    table_at(page, f"{FIRST}/target")
    enter(page, "10")
    page.document.do(SetCell(place_of(SCORE), Decimal(3)), "")
    page.commit()
    assert page.document.value(place_of(f"{FIRST}/target")) == "10"
