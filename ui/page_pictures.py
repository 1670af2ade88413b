# SPDX-License-Identifier: MIT
"""The drawn pages at hand: asked for when a page is first painted, kept while it is near the view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from export.print_shop import Proof

PAPER = QColor(Qt.GlobalColor.white)  # in the dark too: it is what the printer gives
KEPT_BESIDE = 2  # pages above and below the visible ones

DrawSoon = Callable[["Proof", int, float], None]


class PagePictures:
    """Pictures of one proof's pages; those of the proof before serve until the new ones are drawn."""

    def __init__(self, draw_soon: DrawSoon) -> None:
        self._draw_soon = draw_soon
        self.begin(None)

    def begin(self, proof: Proof | None) -> None:
        """Draw another proof's pages; none of them is there yet."""
        kept = {} if proof is None else self._drawn
        self._proof = proof
        self._drawn: dict[int, tuple[float, QImage]] = kept  # page → its scale and picture
        self._wanted: dict[int, float] = {}  # page → scale of the picture asked for

    def take(self, proof: Proof, page: int, picture: QImage) -> bool:
        """Take a picture that was asked for; one of an older proof is passed over."""
        if proof is self._proof and page in self._wanted:
            self._drawn[page] = (self._wanted[page], picture)
            return True
        return False

    def has(self, page: int) -> bool:
        """Tell whether there is a picture of a page."""
        return page in self._drawn

    def paint(self, painter: QPainter, page: int, box: QRectF, scale: float, ratio: float) -> None:
        """Paint a page, pixel by pixel if it was drawn at this scale; if not, ask for it.

        Unit of the scale: px of the view to the point; `ratio` is the screen's pixels to one of them.
        """
        drawn_at, picture = self._drawn.get(page, (0.0, None))
        if picture is None:
            painter.fillRect(box, PAPER)
        elif drawn_at == scale * ratio:
            picture.setDevicePixelRatio(ratio)
            painter.drawImage(box.topLeft(), picture)
        else:
            painter.drawImage(box, picture)
        if self._proof and self._wanted.get(page) != scale * ratio:
            self._wanted[page] = scale * ratio
            self._draw_soon(self._proof, page, scale * ratio)

    def drop_far(self, pages: range) -> None:
        """Forget the pictures far from the pages in view."""
        near = range(pages.start - KEPT_BESIDE, pages.stop + KEPT_BESIDE)
        for page in [page for page in self._drawn if page not in near]:
            del self._drawn[page]
            self._wanted.pop(page, None)
