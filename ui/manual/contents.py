# SPDX-License-Identifier: MIT
"""What stands beside the page: the list of all pages, or what a search found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from ui import sheets, theme
from ui.manual.book import CHAPTERS, Book
from ui.manual.search import Hit, hits

ADDRESS = int(Qt.ItemDataRole.UserRole)


class Contents(QStackedWidget):
    """Two lists of addresses (`page` or `page#anchor`); choosing a line asks to open it."""

    address_chosen = Signal(str)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages, self.found = _list(self.tr("手册目录"), self), _list(self.tr("找到的地方"), self)
        self._lines: dict[str, QTreeWidgetItem] = {}
        for lines in (self.pages, self.found):
            self.addWidget(lines)
            lines.clicked.connect(self._choose)
            lines.activated.connect(self._choose)
        self.list_pages(book)

    def list_pages(self, book: Book) -> None:
        """List the pages of a book under their chapters."""
        self.pages.clear()
        for chapter in CHAPTERS:
            head = self._head(self.pages, chapter.title)
            for name in chapter.pages:
                self._lines[name] = _line(QTreeWidgetItem(head, [book.title(name)]), name)
        self.pages.expandAll()

    def mark(self, name: str) -> None:
        """Let the list stand at the page in view."""
        self.pages.setCurrentItem(self._lines[name])

    def search(self, book: Book, asked: str) -> None:
        """List what a search finds; the pages again when nothing is asked for."""
        wanted = self.found if asked.strip() else self.pages
        self.setCurrentWidget(wanted)
        self.setFocusProxy(wanted)
        self.found.clear()
        if asked.strip():
            self._list_hits(hits(book, asked))

    def open_first(self) -> None:
        """Open the first of what was found."""
        first = self.found.model().index(0, 0, self.found.model().index(0, 0))
        if self.currentWidget() is self.found and first.isValid():
            self.found.setCurrentIndex(first)
            self._choose(first)

    def _list_hits(self, found: Iterable[Hit]) -> None:
        """List hits under the page they are on; the page with the best one first."""
        heads: dict[str, QTreeWidgetItem] = {}
        for section, excerpt in found:
            if section.page not in heads:
                heads[section.page] = self._head(self.found, section.page_title)
            words = f"{section.title}\n{excerpt}" if excerpt else section.title
            line = QTreeWidgetItem(heads[section.page], [words])
            _line(line, f"{section.page}#{section.anchor}").setToolTip(0, words)
        if not heads:
            self._head(self.found, self.tr("没有找到，换个说法试试"))
        self.found.expandAll()

    def _head(self, lines: QTreeWidget, title: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(lines, [title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setForeground(0, theme.quiet_text(self.palette()))
        return head

    def _choose(self, index: QModelIndex) -> None:
        address = index.data(ADDRESS)
        if address:
            self.address_chosen.emit(address)


def _list(name: str, parent: QWidget) -> QTreeWidget:
    lines = QTreeWidget(parent)
    lines.setAccessibleName(name)
    lines.setHeaderHidden(True)
    lines.setFrameShape(QFrame.Shape.NoFrame)
    lines.setRootIsDecorated(False)
    lines.setItemsExpandable(False)
    lines.setIndentation(theme.SPACE)
    lines.setStyleSheet(sheets.CONTENTS)
    return lines


def _line(line: QTreeWidgetItem, address: str) -> QTreeWidgetItem:
    line.setData(0, ADDRESS, address)
    return line
