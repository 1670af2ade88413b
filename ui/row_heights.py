# SPDX-License-Identifier: MIT
"""Row heights for wrapped text: measured once for every text and width, and calm."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QTextOption

from ui.theme import SPACE

PAD_X = SPACE  # px between a cell's edge and its text
PAD_Y = 6
GUTTER = 2 * SPACE  # px at the end of a text cell, kept free for its mark
MOST_LINES = 8  # a longer text ends in dots; its editor shows all of it
ENDLESS = 1 << 20
CANVAS = QImage.Format.Format_RGB32
MOST_KNOWN = 200_000  # texts remembered


def wrapping() -> QTextOption:
    """Return how long texts break: where Chinese allows it, else anywhere."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class RowHeights:
    """Heights of texts in columns, for one font."""

    def __init__(self, font: QFont) -> None:
        self._font, self._wrapping, self._canvas = QFont(font), wrapping(), QImage(1, 1, CANVAS)
        self._metrics = QFontMetrics(font)
        self._widest = max(self._metrics.horizontalAdvance("国"), self._metrics.maxWidth() // 2, 1)
        self._known: dict[tuple[str, int], int] = {}
        self.line = self._metrics.lineSpacing()

    @property
    def single(self) -> int:
        """Return the height of a row of one line, in px."""
        return self.line + 2 * PAD_Y

    @property
    def most(self) -> int:
        """Return the height a row never exceeds, in px."""
        return MOST_LINES * self.line + 2 * PAD_Y

    def row(self, texts: Iterable[tuple[str, int]]) -> int:
        """Return the height of a row whose cells hold these texts in columns of these widths, in px."""
        tallest = max((self.text(text, width) for text, width in texts), default=self.line)
        return min(max(tallest, self.line) + 2 * PAD_Y, self.most)

    def text(self, text: str, width: int) -> int:
        """Return the height of a text in a column of a width, without padding, in px."""
        room = width - PAD_X - GUTTER
        if len(text) * self._widest <= room and "\n" not in text:
            return self.line
        height = self._known.get((text, room))
        if height is None:
            height = self._measured(text, room)
        return height

    def _measured(self, text: str, room: int) -> int:
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        painter = QPainter(self._canvas)
        painter.setFont(self._font)
        box = QRectF(0, 0, max(room, self._widest), ENDLESS)
        height = math.ceil(painter.boundingRect(box, text, self._wrapping).height())
        painter.end()
        self._known[text, room] = height
        return height
