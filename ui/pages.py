# SPDX-License-Identifier: MIT
"""The frame of a page: one section of the form, with all the room."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import SPACE

if TYPE_CHECKING:
    from model.places import Place
    from ui.document import Document

MARGIN = 2 * SPACE
TITLE_SCALE = 1.35  # times the interface font


class Page(QWidget):
    """One section of the form; knows which of its cells the clerk is at."""

    place_changed = Signal(object)  # Place of the cell the clerk has come to

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._is_new = True  # the clerk was not here yet, in this form
        self._told: Place = ()
        document.was_reset.connect(self._begin)
        document.findings_changed.connect(self._tell_if_moved)
        self.place_changed.connect(self._note_told)

    def enter(self) -> None:
        """Take the keys: at the first cell to fill in, later where the clerk was."""
        if self._is_new:
            self._is_new = False
            self.go_to(self.first_to_fill())
        else:
            (self.focusWidget() or self).setFocus()

    def first_to_fill(self) -> Place:
        """Return the first place that is still empty, else the first one."""
        return ()

    def here(self) -> Place:
        """Return the place the clerk is at; where he would begin, if he was not here yet."""
        return self._told or self.first_to_fill()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if here := self.here():
            self.place_changed.emit(here)

    def _tell_if_moved(self) -> None:
        """Tell the place again when an edit has moved the row the clerk is at."""
        if self.isVisible() and (here := self.here()) != self._told:
            self.place_changed.emit(here)

    def _note_told(self, place: Place) -> None:
        self._told = place

    def _begin(self) -> None:
        self._is_new = True
        self._told = ()

    def go_to(self, place: Place) -> None:
        """Show and focus the cell of a place of this page, or of the group or table the place names."""
        raise NotImplementedError

    def commit(self) -> None:
        """Finish what is being typed or composed: before saving, printing, exporting, undoing, closing."""
        raise NotImplementedError


def page_layout(page: QWidget) -> QVBoxLayout:
    """Give a page its margins and rhythm."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    layout.setSpacing(SPACE)
    return layout


def heading(text: str) -> QLabel:
    """Return a page's title."""
    label = QLabel(text)
    label.setFont(scaled(label.font(), TITLE_SCALE))
    return label


def in_reading_order(widgets: Iterable[QWidget]) -> None:
    """Let Tab visit widgets in this order."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def visit_before(made_later: QWidget, other: QWidget, page: QWidget) -> None:
    """Let Tab come to a widget of a page just before another one; Qt can only put the other one behind it."""
    behind, step = [other], other
    while page.isAncestorOf(step := step.nextInFocusChain()):
        if step.focusPolicy() and step is not made_later:
            behind.append(step)
    in_reading_order((made_later, *behind))


def scaled(font: QFont, scale: float) -> QFont:
    """Return a font of another size and a little more weight."""
    larger = QFont(font)
    if font.pointSizeF() > 0:
        larger.setPointSizeF(font.pointSizeF() * scale)
    else:
        larger.setPixelSize(round(font.pixelSize() * scale))
    larger.setWeight(QFont.Weight.DemiBold)
    return larger
