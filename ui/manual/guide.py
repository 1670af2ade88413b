# SPDX-License-Identifier: MIT
"""The manual at hand: opens it at the page that speaks of where the clerk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.manual.book import HOME, Book
from ui.manual.markup import CHECKS
from ui.manual.topics import topic_of, topic_of_cell
from ui.manual.window import ManualWindow
from ui.settings import HINTS_SEEN, Settings

if TYPE_CHECKING:
    from ui.furniture import Furniture

INDICATORS_PAGE, PROBLEMS_PAGE = "indicators", "problems"


class Guide:
    """Keeps one window of the manual; made when the clerk first asks for it."""

    def __init__(self, rooms: Furniture, settings: Settings) -> None:
        self._rooms, self._settings = rooms, settings
        self.window: ManualWindow | None = None

    def show_here(self) -> None:
        """Open the manual at the page for where the clerk is."""
        self.open(self.topic())

    def show_check(self) -> None:
        """Open the page of all checks, at the rule of the current problem."""
        self.open(self._check() or CHECKS)

    def show_hints_again(self) -> None:
        """Let every hint come again at its moment."""
        self._settings.write(HINTS_SEEN, HINTS_SEEN.default)
        self._rooms.hints.begin_again()

    def open(self, address: str) -> None:
        """Open the manual at a page."""
        book = Book(self._rooms.document.template)
        if self.window is None:
            self.window = ManualWindow(book, self._settings)
        self.window.open(address, book)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def topic(self) -> str:
        """Return the page for where the clerk is: what has the focus, else what is in front."""
        desk = self._rooms.desk
        in_front = self._rooms.pages.currentWidget() if desk.is_at_work else desk.currentWidget()
        topic = topic_of(QApplication.focusWidget()) or topic_of(in_front)
        if topic == PROBLEMS_PAGE:
            return self._check() or topic
        return (self._cell() if topic == INDICATORS_PAGE else "") or topic or HOME

    def _cell(self) -> str:
        from ui.indicators_page import IndicatorsPage

        page = self._rooms.pages.currentWidget()
        if not isinstance(page, IndicatorsPage) or not page.view.currentIndex().isValid():
            return ""
        return topic_of_cell(page.tree.place_of(page.view.currentIndex()))

    def _check(self) -> str:
        problem = self._rooms.problems.current
        return f"{CHECKS}#{problem.rule}" if problem else ""
