# SPDX-License-Identifier: MIT
"""Boxes text is typed into, outside the tables: one line, or several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QPaintEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from ui.editors import PARAGRAPH
from ui.theme import HALF, SPACE, paint_edge


class LineBox(QLineEdit):
    """A line of text."""

    edited = Signal()  # by the clerk, not while composing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextMargins(HALF, 1, HALF, 1)
        self.textEdited.connect(self._tell)

    def typed(self) -> str:
        """Return what stands in the box."""
        return self.text()

    def put(self, text: str) -> None:
        """Show a text; the cursor stays where it can."""
        if text != self.text():
            cursor = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(cursor, len(text)))

    def _tell(self, _text: str) -> None:
        self.edited.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_edge(self)


class TextBox(QPlainTextEdit):
    """Several lines; undo is the document's, not its own."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(SPACE)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.edited)

    def typed(self) -> str:
        """Return what stands in the box, no-break spaces included."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            paint_edge(self)
        return done

    def put(self, text: str) -> None:
        """Show a text; only what differs is replaced, so that the view does not jump."""
        before, text = self.typed(), text.replace("\r\n", "\n").replace("\r", "\n")
        start = shared_start(before, text)
        end = shared_start(before[start:][::-1], text[start:][::-1])
        if before == text:
            return
        cursor = QTextCursor(self.document())
        blocker = QSignalBlocker(self)
        cursor.setPosition(_units(before[:start]))
        cursor.setPosition(_units(before[: len(before) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        blocker.unblock()
        self.setTextCursor(cursor)


Box = LineBox | TextBox


def shared_start(first: str, second: str) -> int:
    """Count the characters two texts share at their beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
