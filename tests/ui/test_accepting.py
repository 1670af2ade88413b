# SPDX-License-Identifier: MIT
"""Claims about the last row of a sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ui.accepting import accept_or_cancel


@pytest.mark.parametrize(
    ("key", "result"),
    [(Qt.Key.Key_Return, QDialog.DialogCode.Accepted), (Qt.Key.Key_Escape, QDialog.DialogCode.Rejected)],
)
def test_enter_accepts_and_escape_does_not(qtbot, key, result):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    buttons, accepting = accept_or_cancel(dialog, "写")
    QVBoxLayout(dialog).addWidget(buttons)
    dialog.open()
    qtbot.keyClick(dialog, key)
    assert (dialog.result(), accepting.text()) == (result, "写")
