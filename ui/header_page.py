# SPDX-License-Identifier: MIT
"""The page of the header: year, project, department, unit, and the template they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from model.fields import HEADER_FIELDS
from model.places import Place
from ui.boxes import LineBox
from ui.fields import Field, line_field
from ui.pages import Page, heading, page_layout
from ui.theme import SPACE

if TYPE_CHECKING:
    from ui.document import Document

WIDEST = 80 * SPACE
YEAR, YEAR_WIDTH = "fiscal_year", 12 * SPACE


class HeaderPage(Page):
    """A calm form of a few fields."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.fields: dict[Place, Field] = {}
        self.template_name = QLabel()
        for field in HEADER_FIELDS:
            self._add_field(field.key)
        self._lay_out()
        document.was_reset.connect(self._show_template)
        self._show_template()

    def go_to(self, place: Place) -> None:
        """Focus a field; the first one where the place names none."""
        field = self.fields.get(place[:1], next(iter(self.fields.values())))
        field.box.setFocus()
        field.box.selectAll()

    @override
    def first_to_fill(self) -> Place:
        empty = (place for place in self.fields if self.document.value(place) in (None, ""))
        return next(empty, next(iter(self.fields)))

    def commit(self) -> None:
        """Finish what is being typed."""
        for field in self.fields.values():
            field.binding.commit()

    def _add_field(self, key: str) -> None:
        box = LineBox()
        if key == YEAR:
            box.setFixedWidth(YEAR_WIDTH)
        self.fields[key,] = field = line_field(self.document, (key,), box)
        field.binding.entered.connect(self.place_changed)

    def _lay_out(self) -> None:
        layout, grid = page_layout(self), QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        for row, field in enumerate(self.fields.values()):
            grid.addWidget(field.label, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(field, row, 1)
        caption = QLabel(self.tr("模板"))
        self.template_name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        grid.addWidget(caption, len(self.fields), 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.template_name, len(self.fields), 1)
        box = QWidget()
        box.setLayout(grid)
        box.setMaximumWidth(WIDEST)
        grid.setContentsMargins(0, SPACE, 0, 0)
        layout.addWidget(heading(self.tr("基本信息")))
        layout.addWidget(box)
        layout.addStretch()
        self.setFocusProxy(self.fields["project_name",].box)

    def _show_template(self) -> None:
        """Name the fields as the template prints them."""
        template = self.document.template
        printed = {one.field: one.label for row in template.header.rows for one in row}
        for field in HEADER_FIELDS:
            self.fields[field.key,].set_label(printed.get(field.key, field.label))
        self.template_name.setText(template.name)
        self.template_name.setToolTip(template.source)
