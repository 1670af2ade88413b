# SPDX-License-Identifier: MIT
"""Editors of cells: one line for numbers and names of groups, a growing one for text that wraps."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from ui.composition import Composition
from ui.row_heights import PAD_X, PAD_Y

FRAME = 2  # px, the accent line around the cell that is edited
INNER = 2  # px that QLineEdit keeps free itself
PARAGRAPH = "\u2029"  # what Qt's text documents hold in place of a line feed
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEditor(QLineEdit):
    """Edits a short cell where it stands."""

    def __init__(self, parent: QWidget, is_number: bool) -> None:
        super().__init__(parent)
        self.composition = Composition(self)
        self.before: str | None = None  # None until it holds its cell's text
        self.setFrame(False)
        self.setTextMargins(PAD_X - FRAME - INNER, 0, PAD_X - FRAME - INNER, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft)

    def begin(self, text: str) -> None:
        """Hold a cell's text, all selected: the first character typed replaces it."""
        self.before = text
        self.setText(text)
        self.selectAll()

    def keep(self) -> None:
        """Put the cursor behind the text: what is typed is added."""
        self.end(False)

    def typed(self) -> str:
        """Return what was typed."""
        return self.text()

    def fit(self, cell: QRect) -> None:
        """Cover a cell inside its frame."""
        self.setGeometry(cell.adjusted(FRAME, FRAME, -FRAME, -FRAME))


class TextEditor(QPlainTextEdit):
    """Edits a long cell; grows downwards over the rows below, which stay where they are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composition = Composition(self)
        self.before: str | None = None  # None until it holds its cell's text
        self._around = parent
        self._cell = QRect()
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setLineWidth(FRAME)
        self.setForegroundRole(QPalette.ColorRole.Accent)  # of the frame
        self.setBackgroundRole(QPalette.ColorRole.Base)  # of the margins
        self.setAutoFillBackground(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(PAD_Y - FRAME)
        self.setViewportMargins(PAD_X - PAD_Y, 0, PAD_X - PAD_Y, 0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def begin(self, text: str) -> None:
        """Hold a cell's text, all selected: the first character typed replaces it."""
        self.before = text
        self.setPlainText(text)
        self.selectAll()

    def keep(self) -> None:
        """Put the cursor behind the text: what is typed is added."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def typed(self) -> str:
        """Return what was typed, no-break spaces included."""
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def fit(self, cell: QRect) -> None:
        """Cover a cell, and as much below it as the text needs."""
        self._cell = QRect(cell)
        self._grow()

    def _grow(self) -> None:
        if self._cell.isNull():
            return
        lines = max(1, round(self.document().size().height()))
        needed = lines * self.fontMetrics().lineSpacing() + 2 * PAD_Y
        room = self._around.height()
        height = min(max(self._cell.height(), needed), room)
        top = max(0, min(self._cell.top(), room - height))
        self.setGeometry(self._cell.left(), top, self._cell.width(), height)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)


Editor = LineEditor | TextEditor
