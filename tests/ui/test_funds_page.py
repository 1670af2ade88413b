# SPDX-License-Identifier: MIT
"""Claims about filling in the funds."""

from decimal import Decimal

import pytest

from model.places import place_of
from tests.ui.hands import blank, current, enter, golden, press, shown, table_at
from ui.computed import FUND_PLACES
from ui.funds_page import FundsPage

TOTAL, SOURCE = ("funds", "total", "actual"), ("funds", "fiscal_appropriation", "actual")


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, FundsPage(document))


def place(page):
    return page.grid.place_of(current(page))


def test_tab_goes_over_the_cells_to_type_in_and_past_the_others(page):
    page.go_to(("stated", "execution_score"))
    press(page, "Tab")
    assert place(page) == ("funds", "fiscal_appropriation", "initial_budget")
    press(page, "Tab", "Tab", "Tab")
    assert place(page) == ("funds", "carryover_funds", "initial_budget")
    press(page, "Shift+Tab")
    assert place(page) == SOURCE


def test_beyond_the_last_cell_tab_leaves_the_grid(page):
    page.go_to(("funds", "other_funds", "actual"))
    press(page, "Tab")
    assert not page.view.hasFocus()


def test_amounts_are_typed_down_a_column(page, undoable):
    page.go_to(SOURCE)
    enter(page, "90")
    press(page, "Return")
    enter(page, "5")
    press(page, "Return")
    assert page.document.form.funds.fiscal_appropriation.actual == 90
    assert page.document.form.funds.carryover_funds.actual == 5


def test_delete_brings_the_computed_figure_back(page, undoable):
    table_at(page, "/funds/total/actual")
    press(page, "Del")
    assert page.document.value(TOTAL) is None


def test_a_typed_figure_that_differs_can_be_replaced_by_the_computed_one(page, undoable):
    page.go_to(TOTAL)
    enter(page, "90")
    press(page, "Return")
    label, button = page.differences.lines[TOTAL]
    assert label.text() == "年度资金总额 · 全年执行数：所填 90，计算 95"
    button.click()
    assert page.document.value(TOTAL) is None
    assert not button.isVisible()


@pytest.mark.parametrize("key", ["execution_rate", "execution_points", "execution_score"])
def test_a_stated_figure_can_be_replaced_too(page, undoable, key):
    page.go_to(("stated", key))
    enter(page, "3")
    press(page, "Return")
    assert page.document.value(("stated", key)) == Decimal(3)
    page.differences.lines["stated", key][1].click()
    assert page.document.value(("stated", key)) is None


def test_without_a_difference_there_is_nothing_to_adopt(page):
    assert not any(button.isVisible() for _, button in page.differences.lines.values())


def test_the_unit_changes_and_no_amount_with_it(page):
    page.unit.choices["元"].click()
    assert page.document.amount_unit == "元"
    assert page.document.undo_stack.undoText() == "金额单位改为元"
    assert page.document.value(TOTAL) == 95
    page.document.undo_stack.undo()
    assert page.unit.choices["万元"].isChecked()


def test_amounts_are_read_in_the_unit_chosen(page, undoable):
    page.unit.choices["元"].click()
    page.go_to(SOURCE)
    enter(page, "12万")
    press(page, "Return")
    assert page.document.value(SOURCE) == 120000


def test_the_unit_can_be_gone_to(page):
    page.go_to(("amount_unit",))
    assert page.unit.choices["万元"].hasFocus()


@pytest.mark.parametrize("name", ["004-5", "004-6"])
def test_every_finding_of_the_funds_leads_to_its_cell(qtbot, qapp, name):
    page = shown(qtbot, FundsPage(golden(name)))
    found = [one for one in page.document.findings() if one.place[0] == "funds" or one.place in FUND_PLACES]
    for finding in found:
        page.go_to(finding.place)
        assert place(page) == finding.place
    assert found


def test_a_table_without_the_row_stands_at_its_total(page):
    page.go_to(("funds",))
    assert place(page)[1] == "total"


def test_the_place_is_told_when_the_clerk_moves(page, qtbot):
    page.go_to(TOTAL)
    with qtbot.waitSignal(page.place_changed) as told:
        press(page, "Shift+Tab")
    assert told.args == [("funds", "total", "annual_budget")]


def test_commit_finishes_the_open_editor(page, undoable):
    page.go_to(SOURCE)
    enter(page, "7")
    page.commit()
    assert page.document.value(SOURCE) == 7


def test_a_blank_form_begins_at_the_first_amount(qtbot, qapp):
    page = shown(qtbot, FundsPage(blank()))
    assert place(page) == place_of("/funds/total/initial_budget")


def test_tab_in_the_last_cell_keeps_what_was_typed_and_leaves_the_grid(page, undoable):
    page.go_to(("funds", "other_funds", "actual"))
    enter(page, "7")
    press(page, "Tab")
    assert page.document.form.funds.other_funds.actual == 7
    assert not page.view.hasFocus()
