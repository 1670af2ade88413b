# SPDX-License-Identifier: MIT
"""Claims about composing with an input method."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.ui.hands import accept, compose
from ui.composition import Composition


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def box(request, qtbot):
    box = request.param()
    qtbot.addWidget(box)
    box.composition = Composition(box)
    return box


def text(box: QLineEdit | QPlainTextEdit) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def test_it_is_open_while_something_is_composed(box):
    compose(box, "wan")
    assert box.composition.is_open
    accept(box, "万")
    assert not box.composition.is_open
    assert text(box) == "万"


def test_finishing_takes_what_was_composed_into_the_text(box):
    compose(box, "wanren")
    box.composition.finish()
    assert text(box) == "wanren"
    assert not box.composition.is_open


def test_a_cancelled_composition_leaves_nothing(box):
    compose(box, "wan")
    compose(box, "")
    box.composition.finish()
    assert text(box) == ""


def test_losing_the_focus_takes_what_was_composed_into_the_text(box):
    compose(box, "wan")
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusOut))
    assert not box.composition.is_open
    assert text(box) == "wan"


@pytest.mark.parametrize(("composed", "is_taken"), [("wan", True), ("", False)])
def test_a_key_is_no_shortcut_while_something_is_composed(box, composed, is_taken):
    compose(box, composed)
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    key.ignore()
    QApplication.sendEvent(box, key)
    assert key.isAccepted() == is_taken
