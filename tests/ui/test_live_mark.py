# SPDX-License-Identifier: MIT
"""Claims about judging a wrong cell at every key, while it is being typed."""

from decimal import Decimal

import pytest

from model.drafts import to_bytes
from model.edits import SetCell
from model.places import indicator_place, place_of
from model.rules.finding import Severity
from tests.ui.hands import accept, at_keys, compose, enter, golden, press, shown, table_at, write
from ui.funds_page import FundsPage
from ui.header_page import HeaderPage
from ui.indicators_page import IndicatorsPage
from ui.live_mark import LiveMark

POINTS = "/indicators/0/children/0/children/0/points"
SCORE = "/indicators/0/children/0/children/0/score"


@pytest.fixture
def page(qtbot, document):
    """A page whose first score is over its points."""
    document.do(SetCell(place_of(SCORE), Decimal(30)), "")
    document.undo_stack.clear()
    page = shown(qtbot, IndicatorsPage(document))
    return table_at(page, SCORE)


def mark(page) -> LiveMark | None:
    return at_keys(page).findChild(LiveMark)


def test_the_mark_goes_the_moment_the_cell_is_right(page):
    press(page, "F2")
    assert mark(page).severity is Severity.ERROR
    press(page, "Backspace", "Backspace")
    enter(page, "20")
    assert mark(page).severity is None
    assert not at_keys(page).toolTip()


def test_it_comes_back_when_the_cell_is_wrong_again(page):
    press(page, "F2", "Backspace", "Backspace")
    enter(page, "200")
    assert mark(page).severity is Severity.ERROR
    assert "200" in at_keys(page).toolTip()
    assert at_keys(page).accessibleDescription() == at_keys(page).toolTip()


def test_nothing_is_changed_before_the_cell_is_left(page):
    before = to_bytes(page.document.form)
    findings = page.document.findings()
    enter(page, "20")
    assert to_bytes(page.document.form) == before
    assert page.document.findings() == findings
    press(page, "Esc")
    assert page.document.value(place_of(SCORE)) == Decimal(30)
    assert not page.document.undo_stack.count()


def test_the_whole_typing_is_one_undo_step(page, undoable):
    enter(page, "20")
    press(page, "Tab")
    assert page.document.value(place_of(SCORE)) == Decimal(20)
    assert page.document.undo_stack.count() == 1


def test_a_cell_that_was_right_is_not_judged_before_it_is_left(page):
    table_at(page, POINTS)
    enter(page, "x")
    assert mark(page) is None


def test_what_is_being_composed_is_not_judged(page):
    page.document.do(SetCell((*indicator_place(0, 0, 0), "target"), ""), "")
    table_at(page, "/indicators/0/children/0/children/0/target")
    press(page, "F2")
    before = mark(page).severity
    compose(at_keys(page), "wu")
    assert mark(page).severity is before is not None
    accept(at_keys(page), "≥5场")
    assert mark(page).severity is None


def test_namesakes_are_judged_too(page):
    document = page.document
    twin = document.form.indicators[0].children[0].children[0].model_copy(deep=True)
    document.form.indicators[0].children[0].children.append(twin)
    document.replace(document.form, document.template)
    table_at(page, "/indicators/0/children/0/children/1/name")
    press(page, "F2")
    assert mark(page).severity is not None
    enter(page, "x")
    assert mark(page).severity is None


def test_amounts_are_judged_at_every_key_likewise(qtbot, qapp):
    page = shown(qtbot, FundsPage(golden("004-5")))
    table_at(page, "/funds/total/actual")
    enter(page, "9")
    assert page.document.value(place_of("/funds/total/actual")) == Decimal("911077.80")
    enter(page, "1.11")
    assert "9922" not in at_keys(page).toolTip()


def test_an_empty_field_that_is_to_be_filled_in_loses_its_mark_with_the_first_key(qtbot, document):
    document.do(SetCell(("project_name",), ""), "")
    page = shown(qtbot, HeaderPage(document))
    field = page.fields["project_name",]
    assert field.mark.severity is Severity.TODO
    write(field.box, "A")
    assert field.mark.severity is None
