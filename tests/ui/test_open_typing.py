# SPDX-License-Identifier: MIT
"""Claims about what is being typed and is not in the form yet: it is told as the edit it will be."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from model.drafts import to_bytes
from model.edits import Insert, SetCell
from model.places import indicator_place
from tests.ui import hands
from ui.funds_page import FundsPage
from ui.goals_page import GoalsPage
from ui.header_page import HeaderPage
from ui.indicators_page import IndicatorsPage
from ui.open_typing import open_edit

FIRST = indicator_place(0, 0, 0)
GOAL = ("goal_actual",)


@pytest.fixture
def edit_of(document):
    """What ending the typing would do; and asking changes nothing."""

    def ask(widget):
        before, steps = to_bytes(document.form), document.undo_stack.count()
        edit = open_edit(widget, document.amount_unit)
        assert (to_bytes(document.form), document.undo_stack.count()) == (before, steps)
        return edit

    return ask


@pytest.fixture
def tree(document, qtbot):
    return hands.shown(qtbot, IndicatorsPage(document))


@pytest.fixture
def goals(document, qtbot):
    return hands.shown(qtbot, GoalsPage(document))


@pytest.fixture
def goal(goals):
    """The box of the goal reached, with the cursor behind its text."""
    box = goals.fields[GOAL].box
    box.setFocus()
    box.moveCursor(box.textCursor().MoveOperation.End)
    return box


def test_nothing_is_open_where_nothing_is_typed(document, goal, edit_of):
    assert edit_of(goal) is None
    assert edit_of(None) is None


def test_a_long_text_counts_from_its_first_key_on(goal, edit_of):
    before = goal.typed()
    hands.write(goal, "x")
    assert edit_of(goal) == SetCell(GOAL, before + "x")


def test_what_is_composed_counts_where_it_stands(goal, edit_of):
    before = goal.typed()
    hands.compose(goal, "nihao")
    assert edit_of(goal) == SetCell(GOAL, before + "nihao")
    assert goal.typed() == before


def test_composing_behind_letters_of_two_units_stands_in_its_place(goal, edit_of):
    goal.setPlainText("𠮷好")
    cursor = goal.textCursor()
    cursor.setPosition(2)
    goal.setTextCursor(cursor)
    hands.compose(goal, "ni")
    assert edit_of(goal) == SetCell(GOAL, "𠮷ni好")


def test_an_open_cell_counts(tree, edit_of):
    hands.table_at(tree, "/indicators/0/children/0/children/0/score")
    hands.enter(tree, "12.5")
    assert edit_of(tree.view.delegate.editor) == SetCell((*FIRST, "score"), Decimal("12.5"))


def test_a_cell_opened_and_left_as_it_is_does_not_count(tree, edit_of):
    hands.table_at(tree, "/indicators/0/children/0/children/0/name")
    hands.press(tree, "F2")
    assert edit_of(tree.view.delegate.editor) is None


def test_the_name_of_a_group_counts(tree, edit_of):
    hands.table_at(tree, "/indicators/0/children/0/name")
    hands.press(tree, "F2")
    hands.enter(tree, "A")
    found = edit_of(tree.view.delegate.editor)
    assert found == SetCell(("indicators", 0, "children", 0, "name"), "数量指标A")


def test_the_name_of_an_indicator_that_is_not_there_yet_counts(tree, edit_of, document):
    tree.go_to(indicator_place(0, 0, 1))
    hands.enter(tree, "new")
    found = edit_of(tree.view.delegate.editor)
    assert isinstance(found, Insert)
    assert (found.parent, found.row, found.node.name) == (FIRST[:-1], 1, "new")
    found.apply(document.form)


def test_an_amount_counts_in_the_forms_unit(document, qtbot, edit_of):
    page = hands.shown(qtbot, FundsPage(document))
    hands.table_at(page, "/funds/other_funds/actual")
    hands.enter(page, "12345")
    assert edit_of(page.view.delegate.editor) == SetCell(("funds", "other_funds", "actual"), Decimal(12345))


def test_a_line_of_the_header_counts(document, qtbot, edit_of):
    page = hands.shown(qtbot, HeaderPage(document))
    page.go_to(("project_name",))
    box = QApplication.focusWidget() or page.focusWidget()
    hands.write(box, "A")
    assert edit_of(box) == SetCell(("project_name",), box.typed())
