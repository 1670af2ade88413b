# SPDX-License-Identifier: MIT
"""After an export: the ways to the file, in the status line for a while."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStatusBar, QWidget

from ui import dialogs, sheets, theme

STAYS = 30_000  # ms


class ExportedStrip(QWidget):
    """Opens the file just written, or the folder it lies in."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE, 0, 0, 0)
        line.setSpacing(0)
        self.file = _link(self.tr("打开文件"), path, self)
        self.folder = _link(self.tr("打开所在文件夹"), path.parent, self)
        for link in (self.file, self.folder):
            line.addWidget(link)
        QTimer.singleShot(STAYS, self, self.deleteLater)


def show_ways(status: QStatusBar, path: Path) -> None:
    """Show the ways to a file just written, in the place of those to the one before."""
    for strip in status.findChildren(ExportedStrip):
        strip.hide()
        strip.deleteLater()
    status.addPermanentWidget(ExportedStrip(path, status))


def _link(words: str, path: Path, parent: QWidget) -> QPushButton:
    link = QPushButton(words, parent)
    link.setStyleSheet(sheets.LINK)
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    link.setMaximumHeight(link.fontMetrics().height() + theme.SPACE)
    link.setToolTip(str(path))
    link.clicked.connect(partial(dialogs.open_outside, path))
    return link
