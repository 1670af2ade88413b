# SPDX-License-Identifier: MIT
"""The strip below the tree: total points, total score and rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.places import INDICATORS
from ui.computed import TOTAL_PLACES
from ui.figure_field import FigureField
from ui.theme import SPACE

if TYPE_CHECKING:
    from model.places import Place
    from ui.document import Document

POINTS: Place = ("stated", "total_points")
RATING: Place = ("stated", "rating")


class TotalsStrip(QWidget):
    """The computed totals; each can be typed over."""

    place_entered = Signal(object)  # Place

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        also = {POINTS: (INDICATORS,)}  # findings of the whole tree: at their sum
        self.fields = {place: FigureField(document, place, also.get(place, ())) for place in TOTAL_PLACES}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        for field in self.fields.values():
            layout.addWidget(field)
            field.binding.entered.connect(self.place_entered)
        layout.addStretch()
        document.findings_changed.connect(self._show_rating)
        document.was_reset.connect(self._show_rating)
        self._show_rating()

    def go_to(self, place: Place) -> None:
        """Focus the box of a figure."""
        field = self.fields[place]
        field.setVisible(True)
        field.box.setFocus()
        field.box.selectAll()

    def commit(self) -> None:
        """Finish what is being typed."""
        for field in self.fields.values():
            field.binding.commit()

    def _show_rating(self) -> None:
        """A template without a rating row shows a rating only where one was stated."""
        has_row = self._document.template.totals.rating is not None
        self.fields[RATING].setVisible(has_row or self._document.value(RATING) is not None)
