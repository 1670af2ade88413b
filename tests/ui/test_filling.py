# SPDX-License-Identifier: MIT
"""Claims about filling down with Ctrl+D in the tree and in the funds grid."""

from decimal import Decimal

import pytest

from model.places import place_of
from tests.ui.hands import current, press, shown, table_at
from ui.funds_page import FundsPage
from ui.indicators_page import IndicatorsPage

FIRST = "/indicators/0/children/0/children/0"
SECOND = "/indicators/0/children/1/children/0"


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, IndicatorsPage(document))


def test_the_top_cells_go_into_all_below_as_one_step(page, undoable):
    table_at(page, f"{FIRST}/target")
    press(page, "Shift+Right", *["Shift+Down"] * 4, "Ctrl+D")  # over a head, to the third indicator
    rows = [row for _, row in page.document.form.all_indicators()]
    assert [(row.target, row.actual) for row in rows[:3]] == [("≥5场", "5场")] * 3
    assert page.document.undo_stack.undoText() == "向下填充 4 格"
    assert page.document.undo_stack.count() == 1


def test_one_chosen_cell_takes_the_one_above_past_heads(page, undoable):
    table_at(page, f"{SECOND}/target")
    press(page, "Ctrl+D")
    assert page.document.value(place_of(f"{SECOND}/target")) == "≥5场"


def test_one_name_takes_the_name_above_not_the_row_for_a_new_indicator(page, undoable):
    table_at(page, f"{SECOND}/name")
    press(page, "Ctrl+D")
    assert page.document.value(place_of(f"{SECOND}/name")) == "场次"


@pytest.mark.parametrize("pointer", [f"{FIRST}/name", "/indicators/0", "/indicators/0/children/0"])
def test_there_is_nothing_above_the_first_row_nor_in_heads(page, pointer):
    table_at(page, pointer)
    press(page, "Ctrl+D")
    assert not page.document.undo_stack.count()


def test_an_open_editor_keeps_the_key_for_itself(page, undoable):
    table_at(page, f"{FIRST}/score")
    press(page, "7", "Ctrl+D")
    page.commit()
    assert page.document.value(place_of(f"{FIRST}/score")) == Decimal(7)


def test_amounts_are_filled_down_too(qtbot, document, undoable):
    page = shown(qtbot, FundsPage(document))
    table_at(page, "/funds/fiscal_appropriation/annual_budget")
    press(page, "Shift+Down", "Shift+Down", "Ctrl+D")
    funds = document.form.funds
    assert funds.carryover_funds.annual_budget == funds.other_funds.annual_budget == Decimal(100)
    assert document.undo_stack.undoText() == "向下填充 2 格"


def test_printed_cells_of_the_funds_grid_fill_nothing(qtbot, document):
    page = shown(qtbot, FundsPage(document))
    page.keys.stand_at(page.grid.index(1, 5))
    press(page, "Ctrl+D", "Del")
    assert current(page).isValid()
    assert not document.undo_stack.count()
