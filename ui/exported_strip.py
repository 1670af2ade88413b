# SPDX-License-Identifier: MIT
"""After an export: the ways to the file, in the status line for a while."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import dialogs, sheets, theme
from ui.plain_words import as_plain

STAYS = 30_000  # ms


class ExportedStrip(QWidget):
    """Opens the file just written, or the folder it lies in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._stay = QTimer(self, singleShot=True, interval=STAYS)
        self._stay.timeout.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE, 0, 0, 0)
        line.setSpacing(0)
        self.file, self.folder = _link(self.tr("打开文件"), self), _link(self.tr("打开所在文件夹"), self)
        self.file.clicked.connect(lambda: dialogs.open_outside(self._path))
        self.folder.clicked.connect(lambda: dialogs.open_outside(self._path.parent))
        for link in (self.file, self.folder):
            line.addWidget(link)
        self.hide()

    def show_path(self, path: Path) -> None:
        """Lead to another file, for a while."""
        self._path = path
        self.file.setToolTip(as_plain(str(path)))
        self.folder.setToolTip(as_plain(str(path.parent)))
        self.show()
        self._stay.start()


def _link(words: str, parent: QWidget) -> QPushButton:
    link = QPushButton(words, parent)
    link.setStyleSheet(sheets.LINK)
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    link.setMaximumHeight(link.fontMetrics().height() + theme.SPACE)
    return link
