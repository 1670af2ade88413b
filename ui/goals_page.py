# SPDX-License-Identifier: MIT
"""The page of the annual goal: expected and reached, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from model.fields import GOAL_FIELDS
from model.places import Place
from ui.fields import Field, text_field
from ui.pages import Page, heading, page_layout
from ui.theme import SPACE

if TYPE_CHECKING:
    from ui.document import Document


class GoalsPage(Page):
    """Two texts with all the room."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.fields: dict[Place, Field] = {
            (field.key,): text_field(document, (field.key,)) for field in GOAL_FIELDS
        }
        layout, pair = page_layout(self), QHBoxLayout()
        pair.setSpacing(2 * SPACE)
        for field in self.fields.values():
            pair.addWidget(field)
            field.binding.entered.connect(self.place_changed)
        layout.addWidget(heading(self.tr("年度总体目标")))
        layout.addLayout(pair, 1)
        self.setFocusProxy(self.fields["goal_expected",].box)
        document.was_reset.connect(self._show_labels)
        self._show_labels()

    def go_to(self, place: Place) -> None:
        """Focus a text; the expected goal where the place names none."""
        self.fields.get(place[:1], self.fields["goal_expected",]).box.setFocus()

    @override
    def first_to_fill(self) -> Place:
        empty = (place for place in self.fields if not self.document.value(place))
        return next(empty, next(iter(self.fields)))

    def commit(self) -> None:
        """Finish what is being typed."""
        for field in self.fields.values():
            field.binding.commit()

    def _show_labels(self) -> None:
        block = self.document.template.goal
        self.fields["goal_expected",].set_label(block.expected)
        self.fields["goal_actual",].set_label(block.actual)
