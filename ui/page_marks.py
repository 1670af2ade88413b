# SPDX-License-Identifier: MIT
"""Page-break marks in the indicator tree: a dashed line and “第 2 页” where the printed page changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from export.print_shop import Proof
    from ui.ink import Ink
    from ui.rows import Rows

DASHES = (4.0, 4.0)  # px drawn and left out


class PageMarks(QObject):
    """Knows which indicators begin a page, from the latest proof; stays until the next one is there.

    The marks lie on the line between two rows and in the indentation, so that no row is any higher.
    """

    def __init__(self, view: QAbstractScrollArea, indentation: int) -> None:
        super().__init__(view)
        self._view, self._indentation = view, indentation
        self.numbers: dict[Rows, int] = {}  # of the pages that begin with a row

    def show_proof(self, proof: Proof | None) -> None:
        """Mark the breaks of a proof; None takes the marks away."""
        begun = proof.places.begun if proof else {}
        numbers = {rows: page + 1 for rows, page in begun.items() if page}
        if numbers != self.numbers:
            self.numbers = numbers
            self._view.viewport().update()

    def draw(self, painter: QPainter, row: QRect, rows: Rows, ink: Ink) -> None:
        """Draw the mark of a row, if it begins a page."""
        number = self.numbers.get(rows)
        if number is None:
            return
        pen = QPen(ink.quiet, 1)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawLine(row.left(), row.top(), row.right(), row.top())
        painter.setFont(ink.note)
        painter.setPen(ink.quiet)
        box = QRect(row.left() + theme.HALF, row.top() + 1, self._indentation, row.height())
        words = self.tr("第 {number} 页").format(number=number)
        if painter.fontMetrics().horizontalAdvance(words) > box.width():
            words = str(number)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
