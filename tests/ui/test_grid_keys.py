# SPDX-License-Identifier: MIT
"""Claims about the keys of tree and grid while an input method composes, and about finishing editors."""

import pytest
from PySide6.QtCore import QItemSelectionModel

from model.places import place_of
from tests.ui.hands import accept, at_keys, compose, current, enter, place, press, shown, table_at
from ui.funds_page import FundsPage
from ui.grid_keys import WALKS
from ui.indicators_page import IndicatorsPage

TARGET = "/indicators/0/children/0/children/0/target"
SCORE = "/indicators/0/children/0/children/0/score"
EVERY_KEY = ("Tab", "Shift+Tab", "Return", "Shift+Return", "Ctrl+Return", "Alt+Down", "Ins", "Esc")


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, IndicatorsPage(document))


@pytest.mark.parametrize("key", EVERY_KEY)
@pytest.mark.parametrize("pointer", [TARGET, SCORE])
def test_no_key_acts_while_composing(page, key, pointer):
    table_at(page, pointer)
    press(page, "F2")
    compose(at_keys(page), "changci")
    press(page, key)
    assert page.view.delegate.editor is not None
    assert place(page) == pointer
    assert not page.document.undo_stack.count()


def test_the_composed_text_then_goes_into_the_cell(page, undoable):
    table_at(page, TARGET)
    press(page, "F2")
    compose(at_keys(page), "chang")
    accept(at_keys(page), "场")
    press(page, "Tab")
    assert page.document.value(place_of(TARGET)) == "≥5场场"


def test_composing_may_begin_at_a_cell_that_is_not_open(page, undoable):
    table_at(page, TARGET)
    compose(page.view, "wu")
    accept(page.view, "五场")
    page.commit()
    assert page.document.value(place_of(TARGET)) == "五场"


def test_finishing_in_the_middle_of_composing_loses_nothing(page, undoable):
    table_at(page, TARGET)
    enter(page, "5")
    compose(at_keys(page), "chang")
    page.commit()
    assert page.document.value(place_of(TARGET)) == "5chang"


def test_finishing_without_an_open_editor_does_nothing(page):
    page.keys.commit()
    assert not page.document.undo_stack.count()


def test_a_walk_chooses_one_cell_whatever_was_chosen(page):
    table_at(page, TARGET)
    page.view.selectionModel().select(
        page.tree.index_of(place_of(SCORE)), QItemSelectionModel.SelectionFlag.Select
    )
    press(page, "Tab")
    assert page.view.selectionModel().selectedIndexes() == [current(page)]


def test_down_at_the_end_of_a_column_stays(qtbot, document):
    page = shown(qtbot, FundsPage(document))
    table_at(page, "/funds/other_funds/actual")
    press(page, "Return")
    assert page.grid.place_of(current(page)) == ("funds", "other_funds", "actual")


def test_enter_on_the_number_pad_walks_too(page):
    table_at(page, SCORE)
    press(page, "Enter")
    assert place(page) == "/indicators/0/children/1/children/0/score"
    assert len(WALKS) == 6


def test_enter_after_tabs_goes_on_below_the_cell_they_began_in(page):
    table_at(page, "/indicators/0/children/0/children/0/target")
    press(page, "Tab", "Tab", "Return")
    assert place(page) == "/indicators/0/children/1/children/0/target"


def test_after_a_whole_row_enter_opens_the_next_one(page, undoable):
    page.keys.stand_at(page.tree.index_at((0, 0, 1)))
    for text, key in (("second", "Tab"), (">=2", "Tab"), ("2", "Tab"), ("5", "Tab"), ("5", "Return")):
        enter(page, text)
        press(page, key)
    assert page.tree.rows_at(current(page)) == (0, 0, 2)


def test_a_cell_reached_in_another_way_begins_anew(page):
    table_at(page, "/indicators/0/children/0/children/0/target")
    press(page, "Tab", "Right", "Return")
    assert place(page) == "/indicators/0/children/1/children/0/points"


def test_tabs_into_the_next_row_begin_there(page):
    table_at(page, SCORE)
    press(page, "Tab", "Tab", "Tab", "Tab", "Return")
    assert page.tree.rows_at(current(page)) == (0, 1, 1)
    assert current(page).column() == 0


def test_shift_and_tab_may_lead_before_the_cell_tabs_began_in(page):
    table_at(page, SCORE)
    press(page, "Shift+Tab", "Return")
    assert place(page) == "/indicators/0/children/1/children/0/points"
