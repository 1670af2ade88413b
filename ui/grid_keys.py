# SPDX-License-Identifier: MIT
"""Keys in the tree and in the funds grid: from cell to cell, in view and editor, never while composing."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication
from typing_extensions import override

from ui.chosen import choose_rows
from ui.delegate import CellDelegate
from ui.refusing import writes


class Walk(Enum):
    """Where to go from a cell."""

    NEXT = auto()  # editable cell
    PREVIOUS = auto()
    DOWN = auto()  # in the column
    UP = auto()


Key, Mod = Qt.Key, Qt.KeyboardModifier
Pressed = tuple[int, int]
"""A key and its modifiers; the numeric pad's keys count as the others."""

WALKS: dict[Pressed, Walk] = {
    (Key.Key_Tab, 0): Walk.NEXT,
    (Key.Key_Backtab, Mod.ShiftModifier.value): Walk.PREVIOUS,
    (Key.Key_Return, 0): Walk.DOWN,
    (Key.Key_Enter, 0): Walk.DOWN,
    (Key.Key_Return, Mod.ShiftModifier.value): Walk.UP,
    (Key.Key_Enter, Mod.ShiftModifier.value): Walk.UP,
}
EDIT_KEY: Pressed = (Key.Key_F2, 0)
ROW_KEY: Pressed = (Key.Key_Space, Mod.ShiftModifier.value)

CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect

Neighbour = Callable[[QModelIndex, Walk], QModelIndex]
Wish = Callable[[], None]


def pressed(event: QKeyEvent) -> Pressed:
    """Return what was pressed."""
    return event.key(), event.modifiers().value & ~Mod.KeypadModifier.value


class GridKeys(QObject):
    """Walks a view's cells, opens their editors and commits them; `neighbour` knows the way."""

    def __init__(self, view: QAbstractItemView, delegate: CellDelegate, neighbour: Neighbour) -> None:
        super().__init__(view)
        self._view, self._delegate, self._neighbour = view, delegate, neighbour
        self.wishes: dict[Pressed, Wish] = {}  # further keys, also in an open editor
        self.cell_wishes: dict[Pressed, Wish] = {  # not in an editor
            EDIT_KEY: self._edit_current,
            ROW_KEY: partial(choose_rows, view),
        }
        self.refuses: Callable[[], bool] = lambda: False  # tells whether nothing may be typed, and says so
        self._run = (QPersistentModelIndex(), 0)  # where Tab has led, and the column it came from
        view.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        view.setTabKeyNavigation(False)
        view.installEventFilter(self)
        view.doubleClicked.connect(self.edit)
        delegate.key_pressed = self.press

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it was one of ours."""
        editor = self._delegate.editor
        if editor is not None and editor.composition.is_open:
            return True  # it belongs to the input method
        walk = WALKS.get(pressed(event))
        if walk is not None:
            return self._walk(walk) or self._leave(event, editor is not None)
        wish = self.wishes.get(pressed(event)) or (None if editor else self.cell_wishes.get(pressed(event)))
        if wish is not None:
            wish()
        return wish is not None or (writes(event) and self.refuses())

    def stand_at(self, index: QModelIndex) -> None:
        """Make a cell the current and the only chosen one, whatever keys are held down."""
        self._view.selectionModel().setCurrentIndex(index, CHOOSE)
        self._view.scrollTo(index)

    def edit(self, index: QModelIndex, keeps_text: bool = True) -> None:
        """Open a cell's editor; typing adds to its text, or replaces it."""
        self.commit()
        if self.refuses():
            return
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.stand_at(index)
            self._view.edit(index)
            if keeps_text and self._delegate.editor is not None:
                self._delegate.editor.keep()

    def commit(self) -> None:
        """Finish the open editor; the current cell stays where it is, also when its row is a new one."""
        editor, edited = self._delegate.editor, self._delegate.edited
        if editor is None:
            return
        editor.composition.finish()
        row, column, parent = edited.row(), edited.column(), QPersistentModelIndex(edited.parent())
        self._delegate.commitData.emit(editor)
        self._delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        stays = self._view.model().index(row, column, parent)
        if stays.isValid():
            self.stand_at(stays)

    def _edit_current(self) -> None:
        self.edit(self._view.currentIndex())

    def _walk(self, walk: Walk) -> bool:
        """Go; false where the way out of the view lies."""
        self.commit()
        current = self._view.currentIndex()
        begun = self._begun_at(current)
        target = self._neighbour(current.siblingAtColumn(begun) if walk is Walk.DOWN else current, walk)
        if target.isValid():
            self.stand_at(target)
        if walk in (Walk.NEXT, Walk.PREVIOUS):
            same_row = target.siblingAtColumn(begun) == current.siblingAtColumn(begun)
            column = min(begun, target.column()) if same_row else target.column()
            self._run = QPersistentModelIndex(target), column
        return target.isValid() or walk in (Walk.DOWN, Walk.UP)

    def _begun_at(self, index: QModelIndex) -> int:
        """Return the column in which typing from cell to cell began: Enter goes on below it."""
        cell, column = self._run
        return column if index.isValid() and cell == index else index.column()

    def _leave(self, event: QKeyEvent, from_editor: bool) -> bool:
        """Let Tab go on to the next field; from a closed editor by way of the view."""
        if from_editor:
            QApplication.sendEvent(self._view, event.clone())
        return from_editor

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.press(event)
        return False
