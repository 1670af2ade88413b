# SPDX-License-Identifier: MIT
"""What is in front: the start page or a section of the form, and the ways from place to place."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from model.edits import SimpleEdit
from model.orientation import ORIENTATION
from model.places import Place
from ui.docks import Docks
from ui.document import Document
from ui.page_stack import PageStack
from ui.recent import last_form
from ui.section_list import SectionList
from ui.sections import HEADER, INDICATORS, place_after, section_of
from ui.settings import DOCKS, SECTION, Settings
from ui.theme import NARROW

if TYPE_CHECKING:
    from ui.start_page import StartPage

LEAST = QSize(480, 320)  # px; below, the window no longer shrinks


class Desk(QStackedWidget):
    """The start page, or the list of sections with the page of one of them."""

    front_changed = Signal()  # the start page or another section is in front
    place_reached = Signal(object)  # Place the clerk was led to
    start_made = Signal(object)  # StartPage

    def __init__(self, document: Document, pages: PageStack, docks: Docks, settings: Settings) -> None:
        super().__init__()
        self._document, self._settings = document, settings
        self.pages, self.docks, self.sections = pages, docks, SectionList()
        self.has_form = False
        self._last_change: list[Place] = []  # none or one
        self.place: Place = ()  # the clerk's cell
        self._foot, self._bars = QVBoxLayout(), list[QWidget]()
        self._work = _beside(self.sections, pages, self._foot)
        self.addWidget(self._work)
        self.sections.currentRowChanged.connect(self._bring_to_front)
        document.applied.connect(self._note_step)
        document.exchanged.connect(self._note_change)
        document.was_reset.connect(self._enter_form)

    @cached_property
    def start(self) -> StartPage:
        """The start page, made when it is first shown."""
        from ui.start_page import StartPage

        start = StartPage(self._settings)
        self.addWidget(start)
        self.start_made.emit(start)
        return start

    @property
    def is_at_work(self) -> bool:
        """Tell whether a form is in front, not the start page."""
        return self.has_form and self.currentWidget() is self._work

    @property
    def section(self) -> int:
        """The section in front."""
        return self.sections.currentRow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sections.fold(self.window().width() < NARROW)

    @override
    def minimumSizeHint(self) -> QSize:
        return LEAST

    def show_start(self) -> None:
        """Show the start page; the form in work stays as it is."""
        self.pages.finish_typing()
        self.keep_docks()
        self.docks.hide()
        self.start.refresh(self.has_form)
        self.setCurrentWidget(self.start)
        self.front_changed.emit()

    def show_work(self) -> None:
        """Show the form in work."""
        if not self.is_at_work:
            self.has_form = True
            self.setCurrentWidget(self._work)
            self.docks.show(self._settings.read(DOCKS))
            self.front_changed.emit()

    def show_section(self, section: int) -> None:
        """Bring a section to the front and give its page the keys."""
        self.sections.setCurrentRow(section)
        self._bring_to_front(section)
        self.show_work()
        self.show()  # at once, not at the next turn: what is not seen yet cannot keep the keys
        self.pages.page(section).enter()

    def go_to(self, place: Place) -> None:
        """Show the cell of a place, wherever it lives."""
        section = section_of(place)
        self.show_section(section)
        self.pages.page(section).go_to(place)
        self.place_reached.emit(place)

    def show_at_head(self, bar: QWidget) -> None:
        """Put a bar above the page; F6 reaches it."""
        self._foot.insertWidget(0, bar)
        self._bars.append(bar)

    def show_at_foot(self, bar: QWidget) -> None:
        """Put a bar below the page; F6 reaches it."""
        self._foot.addWidget(bar)
        self._bars.append(bar)

    def undo(self) -> None:
        """Take the last step back and show where it was."""
        self._walk(self._document.undo)

    def redo(self) -> None:
        """Do the step again that was taken back, and show where."""
        self._walk(self._document.redo)

    def toggle_dock(self, name: str) -> None:
        """Show or hide the problem list or the live page."""
        self.docks.toggle(name)

    def next_pane(self, step: int) -> None:
        """Put the focus into the next (1) or the previous (-1) of the panes shown, where it was before."""
        panes = (self.sections, self.pages.currentWidget(), *self._bars, *self.docks.panes())
        shown = [pane for pane in panes if pane is not None and pane.isVisible()]
        at = next((number for number, pane in enumerate(shown) if _has_focus(pane)), -1)
        self.pages.finish_typing()
        goal = shown[(at + step) % len(shown)]
        (goal.focusWidget() or goal).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_docks(self) -> None:
        """Remember how the panels are now."""
        if self.is_at_work:
            self._settings.write(DOCKS, self.docks.state())
            self._settings.write(SECTION, self.section)

    def _enter_form(self) -> None:
        """Another form is held: begin where it was left, else where most is to be done."""
        self.place = ()
        self.show_section(self._first_section())

    def _first_section(self) -> int:
        path = self._document.path
        if path is not None and path == last_form(self._settings):
            return self._settings.read(SECTION)
        has_rows = any(level2.children for _, level2 in self._document.form.level2_groups())
        return INDICATORS if has_rows else HEADER

    def _bring_to_front(self, section: int) -> None:
        """Show a section's page; the keys stay where they are, maybe in the list of sections."""
        page = self.pages.page(section)
        if page is not self.pages.currentWidget():
            self.pages.finish_typing()
            self.pages.setCurrentWidget(page)
            self.front_changed.emit()

    def _note_step(self, step: SimpleEdit) -> None:
        place = place_after(step)
        self._last_change = [] if place == ORIENTATION else [place]  # it is nowhere; all stays in view

    def _note_change(self, place: Place) -> None:
        self._last_change = [place]

    def _walk(self, step: Callable[[], None]) -> None:
        self.pages.finish_typing()
        self._last_change = []
        step()
        for place in self._last_change:
            self.go_to(place)


def _has_focus(pane: QWidget) -> bool:
    focus = pane.window().focusWidget()
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _beside(sections: SectionList, pages: PageStack, foot: QVBoxLayout) -> QWidget:
    """Put the list of sections beside the page in front, with a thin line between them; bars go below it."""
    work, line = QWidget(), QFrame()
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    row = QHBoxLayout(work)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(sections)
    row.addWidget(line)
    foot.setSpacing(0)
    foot.addWidget(pages, 1)
    row.addLayout(foot, 1)
    return work
