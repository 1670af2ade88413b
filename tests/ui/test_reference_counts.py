# SPDX-License-Identifier: MIT
"""Claims about the bridge between Python and Qt: it neither loses nor keeps references.

PySide6 6.12.0 on Python 3.11 lost a reference to None at every call from Qt, and aborted after some thousand.
"""

import sys

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QPixmap, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget
from typing_extensions import override

TIMES = 5_000
SLACK = TIMES // 20  # other threads and caches of the tests themselves
WATCHED = (None, True, False)


class Answers(QAbstractListModel):
    """Answers every question of Qt with the same object."""

    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    @override
    def rowCount(self, parent=None):
        return 1

    @override
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return self.answer


class Painted(QWidget):
    @override
    def paintEvent(self, event):
        return None


class Told(QObject):
    told = Signal(object)

    def hear(self, what):
        return None


class Step(QUndoCommand):
    @override
    def redo(self):
        return None

    @override
    def undo(self):
        return None


def drift(action):
    """How far the counts of None, True and False move over many calls; the first calls fill caches."""
    for _ in range(10):
        action()
    before = [sys.getrefcount(one) for one in WATCHED]
    for _ in range(TIMES):
        action()
    return max(abs(sys.getrefcount(one) - count) for one, count in zip(WATCHED, before, strict=True))


@pytest.mark.parametrize("answer", WATCHED)
def test_data_asked_by_qt_keeps_the_counts(qapp, answer):
    model = Answers(answer)
    base, root = QAbstractListModel.itemData, QModelIndex()
    index = model.index(0, 0, root)
    assert drift(lambda: base(model, index)) < SLACK


def test_painting_keeps_the_counts(qtbot):
    widget, picture = Painted(), QPixmap(4, 4)
    qtbot.addWidget(widget)
    assert drift(lambda: widget.render(picture)) < SLACK


@pytest.mark.parametrize("what", WATCHED)
def test_a_signal_keeps_the_counts(qapp, what):
    teller = Told()
    teller.told.connect(teller.hear)
    assert drift(lambda: teller.told.emit(what)) < SLACK


def test_undo_and_redo_keep_the_counts(qapp):
    stack = QUndoStack()
    stack.push(Step())
    assert drift(lambda: (stack.undo(), stack.redo())) < SLACK
