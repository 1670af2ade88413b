# SPDX-License-Identifier: MIT
"""The last row of a sheet: what Enter does, and 取消."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def accept_or_cancel(dialog: QDialog, words: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the buttons of a dialog, and among them the one that accepts it, by Enter too."""
    buttons = QDialogButtonBox()
    accepting = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
    cancel = QCoreApplication.translate("Dialogs", "取消")
    buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
    accepting.setDefault(True)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, accepting
