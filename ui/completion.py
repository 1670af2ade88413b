# SPDX-License-Identifier: MIT
"""Ties the list of suggestions to an editor: fills in by a key, keeps out of composing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from typing_extensions import override

from model.completing import Offer
from ui.boxes import LineBox, TextBox
from ui.completion_list import CompletionList, list_of, spoken
from ui.editors import TextEditor

OPEN_FACT = "××"  # in a wording: what the clerk has to say himself
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
STEPS = {Key.Key_Down: 1, Key.Key_Up: -1}
TAKES = (Key.Key_Return, Key.Key_Enter, Key.Key_Tab)
RESTS = (QEvent.Type.Move, QEvent.Type.Resize)

OffersFor = Callable[[str], list[Offer]]
TakeMore = Callable[[Offer], bool]


class Completing(QObject):
    """Watches one editor; Down goes into the list, and only then Enter and Tab take from it."""

    def __init__(self, editor: TextEditor | LineBox | TextBox, offers_for: OffersFor) -> None:
        super().__init__(editor)
        self._editor, self._offers_for = editor, offers_for
        self.take_more: TakeMore = lambda offer: False  # on Shift+Enter; tells whether it did
        self.more_words = ""  # what Shift+Enter does
        self._list: CompletionList | None = None
        self._is_composing = self._is_taking = False
        self._described = ""  # the editor's own description, while the list has its place
        changed = editor.textEdited if isinstance(editor, QLineEdit) else editor.textChanged
        changed.connect(self._follow)
        editor.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Tell whether the list is shown for this editor."""
        return self._list is not None and self._list.user is self and self._list.isVisible()

    def open(self) -> None:
        """Show the list for what stands in the editor, also for nothing."""
        can_take = self._is_at_end() and not self._editor.isReadOnly()
        offers = self._offers_for(self._editor.typed()) if can_take else []
        if not offers:
            self.close()
            return
        was_open = self.is_open
        shown = self._list = list_of(self._editor.window())
        if not was_open:
            if isinstance(shown.user, Completing):
                shown.user.close()
            shown.chosen.connect(self.take)
            self._described = self._editor.accessibleDescription()
        shown.keys_before, shown.keys_inside = self.tr("↓ 选择　Esc 关闭"), self._keys_inside()
        shown.show_offers(self, offers, self._anchor())
        self._describe()

    def close(self) -> None:
        """Hide the list, if it is this editor's."""
        if self._list is None or self._list.user is not self:
            return
        self._list.chosen.disconnect(self.take)
        self._list.user = None
        self._list.hide()
        self._list = None
        self._editor.setAccessibleDescription(self._described)

    # What the editor tells

    def _follow(self) -> None:
        if self._is_composing or self._is_taking:
            return
        if self._editor.typed().strip():
            self.open()
        else:
            self.close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
            if self._is_composing:
                self.close()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._is_composing = False
            self.close()
        elif kind in RESTS and self.is_open and self._list is not None:
            self._list.place(self._anchor())
        elif isinstance(event, QKeyEvent) and not self._is_composing:
            if kind == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
            return kind == QEvent.Type.KeyPress and self._press(event)
        return False

    # Keys

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Tell whether a key is meant for the list."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Key.Key_Down and modifiers == ALT:
            return not self._editor.typed().strip() or self.is_open
        if not self.is_open or self._list is None:
            return False
        if modifiers == SHIFT:
            return key in (Key.Key_Return, Key.Key_Enter) and self._list.current is not None
        is_inside = self._list.current is not None
        wanted = (Key.Key_Down, Key.Key_Escape, *((Key.Key_Up, *TAKES) if is_inside else ()))
        return modifiers == NONE and key in wanted

    def _press(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether nobody else may have it."""
        if not self._is_ours(event):
            return False
        if self._list is None:
            self.open()
            return True
        offer, key = self._list.current, Key(event.key())
        if key in STEPS:
            self._step(STEPS[key])
        elif key == Key.Key_Escape or offer is None:
            self.close()
        elif event.modifiers() & SHIFT and self.take_more(offer):
            pass
        else:
            self.take(offer)
            return key != Key.Key_Tab  # Tab takes, and goes on to the next cell
        return True

    def _step(self, delta: int) -> None:
        assert self._list is not None
        self._list.step(delta)
        self._describe()

    # Taking

    def take(self, offer: Offer) -> None:
        """Put an offer in place of what was typed; the first fact it leaves open can be typed over."""
        self.close()
        self._is_taking = True
        if isinstance(self._editor, QLineEdit):
            self._editor.setSelection(offer.start, len(self._editor.text()))
            self._editor.insert(offer.text)
        else:
            self._replace(self._editor, offer)
        self._is_taking = False

    def _replace(self, editor: QPlainTextEdit, offer: Offer) -> None:
        cursor = editor.textCursor()
        cursor.setPosition(_units(self._editor.typed()[: offer.start]))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        start = cursor.selectionStart()
        cursor.insertText(offer.text)
        if OPEN_FACT in offer.text:
            cursor.setPosition(start + _units(offer.text.partition(OPEN_FACT)[0]))
            right, keep = QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor
            cursor.movePosition(right, keep, len(OPEN_FACT))
        editor.setTextCursor(cursor)

    # What is said and where

    def _keys_inside(self) -> str:
        more = f"　Shift+Enter {self.more_words}" if self.more_words else ""
        return self.tr("Enter 填入　Tab 填入并到下一格") + more

    def _describe(self) -> None:
        """Tell the screen reader what the list offers."""
        assert self._list is not None
        count, offer = len(self._list.lines.offers), self._list.current
        if offer is None:
            words = self.tr("有 {count} 条建议，按向下键选择").format(count=count)
        else:
            row = self._list.view.currentIndex().row() + 1
            words = self.tr("建议 {row}/{count}：{offer}").format(row=row, count=count, offer=spoken(offer))
        self._editor.setAccessibleDescription(words)

    def _anchor(self) -> QRect:
        """Return where the clerk types, in pixels of the window: the cell, or the line of a large field."""
        editor = self._editor
        if isinstance(editor, TextBox):
            box, of = editor.cursorRect(), editor.viewport()
        else:
            box, of = editor.rect(), editor
        return QRect(of.mapTo(editor.window(), QPoint(0, 0)) + box.topLeft(), box.size())

    def _is_at_end(self) -> bool:
        if isinstance(self._editor, QLineEdit):
            return self._editor.cursorPosition() == len(self._editor.text())
        return self._editor.textCursor().atEnd()


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
