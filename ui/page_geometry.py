# SPDX-License-Identifier: MIT
"""Where pages lie in the view: one below the other, in the middle, at any zoom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui import theme

GAP = theme.SPACE + theme.HALF  # px, around and between pages
POINTS_PER_INCH = 72
WIDTH, WHOLE = "width", "page"  # as wide as there is room; the whole page
STEPS = (50, 75, 100, 125, 150, 200, 300)  # percent
ZOOMS = (WHOLE, WIDTH, *map(str, STEPS))
SMALLEST = 0.05  # px to the point


class Geometry(NamedTuple):
    """Pages of these sizes, in points, in a view of this room, in px, `scale` px to the point."""

    sizes: Sequence[tuple[float, float]]
    tops: Sequence[float]  # of the pages, in points, without gaps; one more for the end
    room: QSizeF
    scale: float

    @property
    def extent(self) -> QSizeF:
        """How much room all pages take, with the gaps around them."""
        width = max((width for width, _ in self.sizes), default=0.0)
        height = self.tops[-1] * self.scale + (len(self.sizes) + 1) * GAP
        return QSizeF(width * self.scale + 2 * GAP, height)

    def box(self, page: int) -> QRectF:
        """Return where a page lies, with the view at its beginning; on whole pixels, so that it is sharp."""
        width, height = (edge * self.scale for edge in self.sizes[page])
        left = max(GAP, (self.room.width() - width) / 2)
        top = GAP + self.tops[page] * self.scale + page * GAP
        return QRectF(round(left), round(top), width, height)

    def seen(self, top: float) -> range:
        """Return the pages of which something is seen with the view scrolled down to `top`."""
        count = len(self.sizes)
        ends = range(count)
        first = next((page for page in ends[self._near(top) :] if self.box(page).bottom() >= top), count)
        bottom = top + self.room.height()
        last = next((page for page in ends[first:] if self.box(page).top() > bottom), count)
        return range(first, last)

    def point(self, page: int, at: QPointF) -> QPointF:
        """Return a point of the view in points from a page's top left."""
        return (at - self.box(page).topLeft()) / self.scale

    def placed(self, page: int, left: float, top: float, right: float, bottom: float) -> QRectF:
        """Return where a box of a page lies, given in points."""
        scale = self.scale
        box = QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
        return box.translated(self.box(page).topLeft())

    def _near(self, top: float) -> int:
        """Return a page that is surely not below the one at `top`."""
        return max(0, bisect_right(self.tops, (top - len(self.sizes) * GAP) / self.scale) - 2)


NO_PAGES = Geometry((), (0.0,), QSizeF(), 1.0)


def geometry(sizes: Sequence[tuple[float, float]], room: QSizeF, zoom: str, dots_per_inch: float) -> Geometry:
    """Lay pages out; `zoom` is WIDTH, WHOLE or percent."""
    tops = (0.0, *accumulate(height for _, height in sizes))
    return Geometry(sizes, tops, room, _scale(sizes, room, zoom, dots_per_inch))


def _scale(sizes: Sequence[tuple[float, float]], room: QSizeF, zoom: str, dots_per_inch: float) -> float:
    if zoom.isdigit():
        return int(zoom) / 100 * dots_per_inch / POINTS_PER_INCH
    widest = max((width for width, _ in sizes), default=1.0)
    scale = (room.width() - 2 * GAP) / widest
    if zoom == WHOLE:
        tallest = max((height for _, height in sizes), default=1.0)
        scale = min(scale, (room.height() - 2 * GAP) / tallest)
    return max(SMALLEST, scale)


def next_step(percent: float, up: bool) -> str:
    """Return the zoom one step larger or smaller than this."""
    if up:
        return str(next((step for step in STEPS if step > percent + 1), STEPS[-1]))
    return str(next((step for step in reversed(STEPS) if step < percent - 1), STEPS[0]))
