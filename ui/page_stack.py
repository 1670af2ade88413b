# SPDX-License-Identifier: MIT
"""The pages of the sections, each made when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.document import Document
from ui.pages import Page
from ui.sections import FUNDS, GOALS, HEADER


class PageStack(QStackedWidget):
    """One page in front; the others keep what they show."""

    page_made = Signal(int, object)  # section, Page

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.made: dict[int, Page] = {}  # by section

    def page(self, section: int) -> Page:
        """Return a section's page."""
        if section not in self.made:
            page = self.made[section] = _make_page(section, self._document)
            self.addWidget(page)
            self.page_made.emit(section, page)
        return self.made[section]

    def finish_typing(self) -> None:
        """End composition and the open editor; before save, export, print, undo, and leaving a page."""
        QGuiApplication.inputMethod().commit()
        page = self.currentWidget()
        if isinstance(page, Page):
            page.commit()


def _make_page(section: int, document: Document) -> Page:
    """Make a section's page; its module is imported only now, when the window is up already."""
    if section == HEADER:
        from ui.header_page import HeaderPage

        return HeaderPage(document)
    if section == FUNDS:
        from ui.funds_page import FundsPage

        return FundsPage(document)
    if section == GOALS:
        from ui.goals_page import GoalsPage

        return GoalsPage(document)
    from ui.indicators_page import IndicatorsPage

    return IndicatorsPage(document)
