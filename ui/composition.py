# SPDX-License-Identifier: MIT
"""Composition by an input method: knowing of it, keeping out of it, ending it without loss."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override


class Composition(QObject):
    """Follows what an input method composes in one text widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.text = ""  # composed, not yet part of the widget's text
        widget.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Tell whether keys belong to the input method at the moment."""
        return bool(self.text)

    def finish(self) -> None:
        """Make what is composed part of the text."""
        if self.is_open:
            QGuiApplication.inputMethod().commit()
        if self.is_open:  # the platform's input method does not know of it
            event = QInputMethodEvent()
            event.setCommitString(self.text)
            QApplication.sendEvent(self._widget, event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.text = event.preeditString()
        elif event.type() == QEvent.Type.ShortcutOverride and self.is_open:
            event.accept()  # a key that belongs to the input method is no shortcut of ours
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.is_open and not _writes(event)  # nor a step of the cursor, nor an answer
        elif event.type() == QEvent.Type.FocusOut:
            self.finish()  # where Qt has not taken it into the text
        return False


def _writes(key: QKeyEvent) -> bool:
    return bool(key.text()) and key.text().isprintable()
