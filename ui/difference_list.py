# SPDX-License-Identifier: MIT
"""A list of differences in words: each wraps to the list's width, its tooltip holds the whole texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from model.differences import Difference
from ui import sheets

MOST_SHOWN = 300  # lines; laying out thousands would stall the window
MOST_IN_TIP = 600  # characters of a text


class DifferenceList(QListWidget):
    """Shows differences; there is nothing to choose, the arrows scroll from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("改动"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(sheets.DIFFERENCES)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)

    def show_differences(self, found: Sequence[Difference], heads: Sequence[str] = ()) -> None:
        """List differences; a head goes before the words of each, such as who made it."""
        self.clear()
        for number, difference in enumerate(found[:MOST_SHOWN]):
            words = f"{heads[number]}  {difference.words}" if heads else difference.words
            line = QListWidgetItem(words)
            line.setToolTip(_whole(difference))
            self.addItem(line)
        if len(found) > MOST_SHOWN:
            self.addItem(self.tr("……还有 {count} 处").format(count=len(found) - MOST_SHOWN))
        if found:
            self.setCurrentRow(0)


def _whole(difference: Difference) -> str:
    """Return both texts, as long as a tooltip may be."""
    old, new = (_cut(text) or "—" for text in (difference.old, difference.new))
    return f"{old}\n→\n{new}"


def _cut(text: str) -> str:
    return text if len(text) <= MOST_IN_TIP else f"{text[:MOST_IN_TIP]}…"
