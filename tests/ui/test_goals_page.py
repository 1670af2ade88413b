# SPDX-License-Identifier: MIT
"""Claims about the page of the annual goal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import blank, golden, shown, write
from ui.goals_page import GoalsPage

EXPECTED, ACTUAL = ("goal_expected",), ("goal_actual",)


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, GoalsPage(document))


def test_both_texts_are_there_under_the_templates_labels(page, document):
    assert page.fields[EXPECTED].label.text() == document.template.goal.expected
    assert page.fields[ACTUAL].box.accessibleName() == document.template.goal.actual
    assert page.fields[ACTUAL].box.typed() == document.form.goal_actual


def test_a_line_typed_and_another_are_undone_as_one(page, document, undoable):
    page.go_to(ACTUAL)
    QTest.keyClick(page.fields[ACTUAL].box, Qt.Key.Key_Return)
    write(page.fields[ACTUAL].box, "第二行")
    page.commit()
    assert document.form.goal_actual.endswith("\n第二行")
    assert document.undo_stack.count() == 1


def test_tab_goes_on_to_the_other_text(page):
    page.go_to(EXPECTED)
    QTest.keyClick(page.fields[EXPECTED].box, Qt.Key.Key_Tab)
    assert page.fields[ACTUAL].box.hasFocus()


def test_undo_takes_back_both_texts_in_turn(page, document):
    before = (document.form.goal_expected, document.form.goal_actual)
    for place in (EXPECTED, ACTUAL):
        page.go_to(place)
        write(page.fields[place].box, "x")
    for _ in range(2):
        QTest.keyClick(page.fields[ACTUAL].box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (document.form.goal_expected, document.form.goal_actual) == before


@pytest.mark.parametrize("place", [EXPECTED, ACTUAL])
def test_findings_lead_to_their_text(qtbot, qapp, place):
    page = shown(qtbot, GoalsPage(blank()))
    page.go_to(place)
    assert page.fields[place].box.hasFocus()
    assert page.fields[place].mark.severity == "todo"


def test_another_form_is_shown(page, document):
    other = golden("004-5")
    document.replace(other.form, other.template)
    assert page.fields[EXPECTED].box.typed() == other.form.goal_expected


def test_the_place_is_told_when_a_text_is_entered(page, qtbot):
    page.go_to(EXPECTED)
    with qtbot.waitSignal(page.place_changed) as told:
        page.go_to(ACTUAL)
    assert told.args == [ACTUAL]
