# SPDX-License-Identifier: MIT
"""Claims about boxes tied to a place of the form."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.edits import SetCell
from tests.ui.hands import compose, write
from ui.binding import Binding
from ui.boxes import LineBox, TextBox

NAME, GOAL, YEAR = ("project_name",), ("goal_expected",), ("fiscal_year",)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def bound(qtbot, document, place):
    box = TextBox() if place == GOAL else LineBox()
    qtbot.addWidget(box)
    return Binding(document, place, box)


@pytest.fixture(params=[NAME, GOAL])
def binding(request, qtbot, document):
    return bound(qtbot, document, request.param)


def leave(binding: Binding) -> None:
    QApplication.sendEvent(binding.box, QFocusEvent(QEvent.Type.FocusOut))


def test_the_box_shows_what_stands_in_the_form(binding, document):
    assert binding.box.typed() == document.value(binding.place)


def test_typing_reaches_the_form_after_a_pause(binding, document, undoable, qtbot):
    write(binding.box, "a")
    assert "a" not in document.value(binding.place)
    qtbot.waitSignal(document.applied).wait()
    assert "a" in document.value(binding.place)


def test_typing_reaches_the_form_at_once_when_the_box_is_left(binding, document, undoable):
    write(binding.box, "a")
    leave(binding)
    assert "a" in document.value(binding.place)


def test_typing_on_after_a_pause_is_one_undo_step(binding, document, undoable):
    for letter in "ab":
        write(binding.box, letter)
        binding.commit()
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText().startswith("输入")


def test_undo_in_the_box_is_the_documents(binding, document):
    before = binding.box.typed()
    write(binding.box, "a")
    QTest.keyClick(binding.box, Qt.Key.Key_Z, CONTROL)
    assert binding.box.typed() == before == document.value(binding.place)
    QTest.keyClick(binding.box, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert "a" in binding.box.typed()


def test_a_box_nobody_touched_changes_nothing(qtbot, document):
    document.do(SetCell(GOAL, "一\r\n二\u00a0三"), "")
    binding = bound(qtbot, document, GOAL)
    leave(binding)
    binding.commit()
    assert document.value(GOAL) == "一\r\n二\u00a0三"


def test_a_change_elsewhere_shows_in_the_box(binding, document):
    document.do(SetCell(binding.place, "新的"), "")
    assert binding.box.typed() == "新的"


def test_finishing_takes_in_what_is_being_composed(binding, document, undoable):
    compose(binding.box, "wanren")
    binding.commit()
    assert "wanren" in document.value(binding.place) or not binding.composition.is_open


def test_leaving_while_composing_loses_nothing(binding, document, undoable):
    compose(binding.box, "wanren")
    leave(binding)
    assert "wanren" in document.value(binding.place)


@pytest.mark.parametrize(("typed", "year"), [("２０２５", 2025), ("2025年度", 2025)])
def test_a_year_is_read_as_people_type_it(qtbot, document, undoable, typed, year):
    binding = bound(qtbot, document, YEAR)
    binding.box.clear()
    write(binding.box, typed)
    leave(binding)
    assert document.value(YEAR) == year
    assert binding.box.typed() == "2025"


def test_a_year_that_is_none_stays_in_the_box(qtbot, document, undoable):
    binding = bound(qtbot, document, YEAR)
    binding.box.clear()
    write(binding.box, "20x4")
    leave(binding)
    assert binding.box.typed() == "20x4"
    assert binding.is_unreadable


def test_the_place_is_told_when_the_box_is_entered(binding, qtbot):
    with qtbot.waitSignal(binding.entered) as told:
        QApplication.sendEvent(binding.box, QFocusEvent(QEvent.Type.FocusIn))
    assert told.args == [binding.place]


def test_another_form_is_shown(binding, document, qtbot):
    other = document.form.model_copy(update={"project_name": "别的", "goal_expected": "别的"})
    write(binding.box, "a")
    document.replace(other, document.template)
    assert binding.box.typed() == "别的"
    leave(binding)
    assert not document.undo_stack.count()
