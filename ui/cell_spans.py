# SPDX-License-Identifier: MIT
"""Where on the screen a part of a cell's text stands, also where it wraps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout

from ui.row_heights import GUTTER, PAD_X, PAD_Y

if TYPE_CHECKING:
    from model.matching import Span
    from ui.cells import Cell
    from ui.ink import Ink

LINE_END = "\u2028"  # what Qt's layouts hold in place of a line feed
Align = Qt.AlignmentFlag


def boxes_of(cell: Cell, span: Span, box: QRect, ink: Ink, in_middle: bool) -> Iterator[QRect]:
    """Go through the boxes of a part of a text, one for each line it stands on, inside the cell's box."""
    if cell.is_long:
        area = box.adjusted(PAD_X, PAD_Y, -GUTTER, -PAD_Y)
        lines = _lines(cell, span, area, ink)
    else:
        lines = _on_one_line(cell, span, box.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y), ink, in_middle)
    for line in lines:
        part = line.toAlignedRect().intersected(box)
        if not part.isEmpty():
            yield part


def units(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _lines(cell: Cell, span: Span, area: QRect, ink: Ink) -> Iterator[QRectF]:
    layout = QTextLayout(cell.text.replace("\n", LINE_END), ink.fonts[cell.look])
    layout.setTextOption(ink.wrapping)
    start, end = (units(cell.text[:at]) for at in span)
    top, corner = 0.0, QPointF(area.topLeft())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(area.width())
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]
            yield QRectF(corner.x() + left, corner.y() + top, right - left, line.height())
        top += line.height()
    layout.endLayout()


def _on_one_line(cell: Cell, span: Span, area: QRect, ink: Ink, in_middle: bool) -> Iterator[QRectF]:
    metrics = QFontMetricsF(ink.fonts[cell.look])
    whole, before = metrics.horizontalAdvance(cell.text), metrics.horizontalAdvance(cell.text[: span[0]])
    width = metrics.horizontalAdvance(cell.text[: span[1]]) - before
    left = area.right() + 1 - whole if cell.is_number else area.left()
    top = area.top() + ((area.height() - metrics.height()) / 2 if in_middle else 0)
    yield QRectF(left + before, top, width, metrics.height())
