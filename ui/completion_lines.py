# SPDX-License-Identifier: MIT
"""Draws the lines of the list of suggestions: matched characters bold and underlined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.theme import HALF, SPACE

if TYPE_CHECKING:
    from model.completing import Offer
    from ui.completion_list import Offers

BAR = 3  # px, at the left of the current line
LONGEST = 100  # characters drawn of a text
LONGEST_NOTE = 16
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Group, Role = QPalette.ColorGroup, QPalette.ColorRole


class CompletionLines(QStyledItemDelegate):
    """One line for each suggestion."""

    def __init__(self, offers: Offers, view: QWidget) -> None:
        super().__init__(view)
        self._offers, self._view = offers, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._view.fontMetrics().lineSpacing() + SPACE)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer, palette, box = self._offers.offers[index.row()], option.palette, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            self._draw_current(painter, box, palette)
        painter.setFont(self._view.font())
        painter.setPen(palette.color(Role.HighlightedText if is_current else Role.PlaceholderText))
        area = box.adjusted(SPACE, 0, -SPACE, 0)
        left = painter.drawText(area, RIGHT, remark(offer)).left()
        painter.setPen(palette.color(Role.HighlightedText if is_current else Role.Text))
        self._draw_text(painter, area.adjusted(0, 0, left - area.right() - SPACE, 0), offer)

    def _draw_current(self, painter: QPainter, box: QRect, palette: QPalette) -> None:
        """A current line is told by its ground, and by a bar, as not everybody sees the ground."""
        painter.fillRect(box, palette.color(Group.Active, Role.Highlight))
        bar = palette.color(Group.Active, Role.HighlightedText)
        painter.fillRect(QRect(box.left(), box.top() + HALF, BAR, box.height() - 2 * HALF), bar)

    def _draw_text(self, painter: QPainter, area: QRect, offer: Offer) -> None:
        text, right = offer.text[:LONGEST].replace("\n", " "), Qt.TextElideMode.ElideRight
        if len(text) * painter.fontMetrics().height() > area.width():  # else it is short enough for sure
            text = painter.fontMetrics().elidedText(text, right, area.width())
        layout = QTextLayout(text, painter.font())
        layout.setFormats(emphasised(text, offer.matched))
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2))


def widest_line(offers: Sequence[Offer], metrics: QFontMetrics) -> int:
    """Return how wide the lines would like to be; only the longest are measured, as there may be many."""
    longest = max(offers, key=lambda offer: len(offer.text))
    remarked = max(offers, key=lambda offer: len(offer.note))
    words = metrics.horizontalAdvance(longest.text) + metrics.horizontalAdvance(remark(remarked))
    return words + len(longest.text) + 3 * SPACE  # bold letters are a little wider


def remark(offer: Offer) -> str:
    """Return what stands at the right of a line: the typical target, and where the line comes from."""
    note = offer.note if len(offer.note) <= LONGEST_NOTE else offer.note[: LONGEST_NOTE - 1] + "…"
    return f"{note}   {offer.origin}" if note else offer.origin


def emphasised(shown: str, matched: tuple[int, ...]) -> list[QTextLayout.FormatRange]:
    """Return the formats of the matched characters: bold and underlined.  Qt counts in UTF-16 units."""
    runs: list[list[int]] = []
    for at in (at for at in matched if at < len(shown)):
        if runs and runs[-1][1] == at:
            runs[-1][1] = at + 1
        else:
            runs.append([at, at + 1])
    return [_strong(_units(shown[:start]), _units(shown[start:end])) for start, end in runs]


def _strong(start: int, length: int) -> QTextLayout.FormatRange:
    strong, part = QTextCharFormat(), QTextLayout.FormatRange()
    strong.setFontWeight(QFont.Weight.Bold)
    strong.setFontUnderline(True)
    part.start, part.length, part.format = start, length, strong  # type: ignore[attr-defined]
    return part


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
