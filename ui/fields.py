# SPDX-License-Identifier: MIT
"""Fields outside the tables: label, box and mark of one place of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from model.rules.finding import Finding, Severity
from ui.binding import Binding
from ui.boxes import LineBox, TextBox
from ui.marks import MarkLabel, findings_at
from ui.theme import HALF, SPACE

if TYPE_CHECKING:
    from model.places import Place
    from ui.document import Document

UNLIMITED = (1 << 24) - 1  # px, a width that nothing bounds


class Field(QWidget):
    """A label, a box and a mark that live at one place."""

    def __init__(
        self, document: Document, place: Place, box: LineBox | TextBox, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self.place, self.box = document, place, box
        self.label, self.mark = QLabel(), MarkLabel()
        self.label.setBuddy(box)
        self.binding = Binding(document, place, box)
        self.setFocusProxy(box)
        document.findings_changed.connect(self.show_findings)
        self.binding.text_changed.connect(self.show_findings)
        box.edited.connect(self._judge_at_once)

    def set_label(self, text: str) -> None:
        """Name the field as the template prints it."""
        self.label.setText(text)
        self.box.setAccessibleName(text)
        self.show_findings()

    def show_findings(self) -> None:
        """Wear the mark of the findings at the place."""
        self.mark.show_findings((*self._unreadable(), *findings_at(self._document, self.place)))
        self.box.setToolTip(self.mark.toolTip())
        self.box.setAccessibleDescription(self.mark.words)

    def _judge_at_once(self) -> None:
        """Once wrong, the field is judged at every key, so that its mark goes the moment it is right."""
        if self.mark.severity is not None and not self.binding.composition.is_open:
            self.binding.commit()

    def _unreadable(self) -> tuple[Finding, ...]:
        """What the form cannot hold stays in the box, marked once the box is left."""
        if not self.binding.is_unreadable or self.box.hasFocus():
            return ()
        message = self.tr("“{text}”不是四位数的年份，还没有记入表中；请改成 2024 这样的数字。")
        message = message.format(text=self.box.typed())
        return (Finding("number.invalid", Severity.ERROR, self.place, message, ""),)


def line_field(document: Document, place: Place, box: LineBox) -> Field:
    """Return a field of one line, its mark behind the box."""
    field = Field(document, place, box)
    layout = QHBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(HALF)
    layout.addWidget(box)
    layout.addWidget(field.mark)
    if box.maximumWidth() < UNLIMITED:
        layout.addStretch()
    return field


def text_field(document: Document, place: Place) -> Field:
    """Return a field of many lines under its label, with the count of its characters below."""
    field = Field(document, place, TextBox())
    head, count, layout = QHBoxLayout(), CharacterCount(field.binding), QVBoxLayout(field)
    head.addWidget(field.label)
    head.addWidget(field.mark)
    head.addStretch()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    layout.addLayout(head)
    layout.addWidget(field.box, 1)
    layout.addWidget(count)
    return field


class CharacterCount(QLabel):
    """How many characters a box holds, blanks and line ends apart."""

    def __init__(self, binding: Binding) -> None:
        super().__init__()
        self._binding = binding
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        binding.text_changed.connect(self.count)
        self.count()

    def count(self) -> None:
        """Count again."""
        characters = len("".join(self._binding.box.typed().split()))
        self.setText(self.tr("{count} 字").format(count=characters))
