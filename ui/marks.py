# SPDX-License-Identifier: MIT
"""Marks of findings beside fields and at the edge of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.cells import counted, gravest, sentences
from ui.due import is_due
from ui.plain_words import as_plain
from ui.theme import MARK_SIZE, mark_icon, paint_mark

if TYPE_CHECKING:
    from model.places import Place
    from model.rules import Finding, Severity
    from ui.document import Document


class MarkStamps:
    """The marks as ready pictures: drawing one is a copy."""

    def __init__(self, palette: QPalette, ratio: float) -> None:
        self._palette, self._ratio = palette, ratio
        self._stamps: dict[Severity, QPixmap] = {}

    def draw(self, painter: QPainter, corner: QPoint, severity: Severity) -> None:
        """Draw a mark with its upper left corner at a point."""
        stamp = self._stamps.get(severity)
        if stamp is None:
            icon = mark_icon(severity, self._palette)
            stamp = self._stamps[severity] = icon.pixmap(QSize(MARK_SIZE, MARK_SIZE), self._ratio)
        painter.drawPixmap(corner, stamp)


class MarkLabel(QWidget):
    """The mark beside a field; as wide without a mark, so that nothing moves when one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""  # all sentences
        self._severity: Severity | None = None
        self.setFixedSize(MARK_SIZE + 2, MARK_SIZE + 2)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Wear the mark of the gravest finding, and all sentences as tooltip."""
        found = tuple(findings)
        self._severity = gravest(found)
        self.words = sentences(found)
        self.setToolTip(as_plain(self.words))
        self.setAccessibleName(counted(found))
        self.update()

    @property
    def severity(self) -> Severity | None:
        """What the mark says; None for no mark."""
        return self._severity

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._severity is not None:
            painter = QPainter(self)
            paint_mark(painter, QRectF(1, 1, MARK_SIZE, MARK_SIZE), self._severity, self.palette())
            painter.end()


def findings_at(document: Document, *places: Place) -> Iterator[Finding]:
    """Return the findings at places outside the indicators' rows that are to be shown."""
    found = (finding for finding in document.judge.of_form() if finding.place in places)
    return (finding for finding in found if is_due(document, finding))
