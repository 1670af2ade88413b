# SPDX-License-Identifier: MIT
"""Column and row labels of the tree and the grid: flat, quiet, in line with the cells."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui import theme
from ui.cells import ALIGNMENT, DISPLAY
from ui.ink import LINE_SHARE
from ui.row_heights import PAD_X, PAD_Y

WRAPPED = int(Qt.TextFlag.TextWordWrap)
GRIP = theme.SPACE  # px left out at either end of the line between two columns


class FlatHeader(QHeaderView):
    """Draws labels with the cells' padding; thin lines show where a column can be gripped."""

    released = Signal()  # the clerk has let a column's edge go

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette, model, flat = self.palette(), self.model(), self.orientation() is Qt.Orientation.Horizontal
        base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        line = theme.mixed(base, text, LINE_SHARE)
        painter.fillRect(rect, base)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line)
        if flat and rect.right() < self.viewport().width() - 1:
            painter.fillRect(QRect(rect.right(), rect.top() + GRIP, 1, rect.height() - 2 * GRIP), line)
        painter.setPen(theme.quiet_text(palette) if flat else text)
        alignment = model.headerData(logicalIndex, self.orientation(), ALIGNMENT)
        label = str(model.headerData(logicalIndex, self.orientation(), DISPLAY) or "")
        room, metrics = rect.adjusted(PAD_X, 0, -PAD_X, 0), self.fontMetrics()
        if not flat or room.height() < 2 * metrics.lineSpacing():
            label = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, alignment | WRAPPED, label)

    def lines(self) -> int:
        """Return how many lines the longest label takes in its column, 1 or 2."""
        model, flat = self.model(), Qt.Orientation.Horizontal
        labels = (str(model.headerData(at, flat, DISPLAY)) for at in range(self.count()))
        needed = (self.fontMetrics().horizontalAdvance(label) + 2 * PAD_X for label in labels)
        return 1 + any(width > self.sectionSize(at) for at, width in enumerate(needed))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.released.emit()

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        label = str(self.model().headerData(logicalIndex, self.orientation(), DISPLAY) or "")
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(label) + 2 * PAD_X, metrics.lineSpacing() + 2 * PAD_Y)
