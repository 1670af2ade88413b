# SPDX-License-Identifier: MIT
"""The pages of the sections, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.document import Document
from ui.pages import Page
from ui.sections import FUNDS, GOALS, HEADER

# What the pages are made of, in steps of a few ms; imported while the clerk looks at the first page.
MODULES = (
    *("ui.goals_page", "ui.delegate", "ui.grid_keys", "ui.funds_model", "ui.funds_page", "ui.tree_cells"),
    *("ui.tree_model", "ui.tree_view", "ui.row_drag", "ui.totals_strip", "ui.indicators_page"),
)
PAUSE, STEP = 500, 20  # ms, until the first import and between two


class PageStack(QStackedWidget):
    """One page in front; the others keep what they show."""

    page_made = Signal(int, object)  # section, Page

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.made: dict[int, Page] = {}  # by section
        self._to_import: Iterator[str] = iter(MODULES)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._import_next)
        document.was_reset.connect(self._prepare)

    def page(self, section: int) -> Page:
        """Return a section's page."""
        if section not in self.made:
            page = self.made[section] = _make_page(section, self._document)
            self.addWidget(page)
            self.page_made.emit(section, page)
        return self.made[section]

    @property
    def is_preparing(self) -> bool:
        """Tell whether modules are still to be imported."""
        return self._soon.isActive()

    def _prepare(self) -> None:
        self._soon.start(PAUSE)

    def _import_next(self) -> None:
        """Import one module more: all at once would be felt when a section is shown for the first time."""
        name = next(self._to_import, None)
        if name is not None:
            import_module(name)
            self._soon.start(STEP)

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
