# SPDX-License-Identifier: MIT
"""Keys that would change a form, so that a read-only one can say why nothing happens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
NOT_TYPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def writes(event: QKeyEvent) -> bool:
    """Tell whether a key types or removes text."""
    if event.modifiers() & NOT_TYPING:
        return False
    return event.key() in REMOVING or (bool(event.text()) and event.text().isprintable())
