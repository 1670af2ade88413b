# SPDX-License-Identifier: MIT
"""How a line of the problem list is drawn: its mark, the sentence, and small below it where and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme

Index = QModelIndex | QPersistentModelIndex
FINDING = Qt.ItemDataRole.UserRole
SOURCE = Qt.ItemDataRole.UserRole + 1
TEXT_LEFT = theme.MARK_SIZE + 2 * theme.SPACE  # px, from the line's left edge to the sentence
WRAPPED = Qt.TextFlag.TextWordWrap
FOCUS_EDGE = 3  # px, of the accent at the left of the line the keyboard is at
SOURCE_SCALE = 0.88  # of the sentence's type size


class ProblemDelegate(QStyledItemDelegate):
    """Draws one problem; the sentence wraps to the list's width."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        message = str(index.data())
        if (message, width) not in self._heights:
            self._heights[message, width] = self._height(option, message, width)
        return QSize(width, self._heights[message, width])

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, box = option.palette, option.rect.adjusted(0, theme.HALF + 2, 0, 0)
        line = option.fontMetrics.height()
        painter.save()
        self._paint_ground(painter, option)
        mark = QRectF(box.left() + theme.SPACE, box.top(), theme.MARK_SIZE, line)
        theme.paint_mark(painter, mark, index.data(FINDING).severity, palette)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(_text_box(box), WRAPPED, str(index.data()))
        painter.setFont(_source_font(option.font))
        painter.setPen(theme.quiet_text(palette))
        below = QRect(box)
        below.setTop(option.rect.bottom() - theme.HALF - 2 - painter.fontMetrics().height())
        painter.drawText(_text_box(below), Qt.AlignmentFlag.AlignTop, self._source(painter, index))
        painter.restore()

    def forget_heights(self) -> None:
        """Measure anew: the font has changed."""
        self._heights.clear()

    def _height(self, option: QStyleOptionViewItem, message: str, width: int) -> int:
        room = _text_box(QRect(0, 0, width, 10_000))
        sentence = option.fontMetrics.boundingRect(room, WRAPPED, message).height()
        source = QFontMetrics(_source_font(option.font)).height()
        return sentence + source + 3 * theme.HALF + 2

    def _source(self, painter: QPainter, index: Index) -> str:
        room = self._view.viewport().width() - TEXT_LEFT - theme.SPACE
        return painter.fontMetrics().elidedText(str(index.data(SOURCE)), Qt.TextElideMode.ElideRight, room)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.soft_accent(option.palette, 0.14 if chosen else 0.06))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            edge = QRect(option.rect.topLeft(), QSize(FOCUS_EDGE, option.rect.height()))
            painter.fillRect(edge, theme.accent(option.palette))
        painter.setPen(theme.hairline(option.palette))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def _text_box(box: QRect) -> QRect:
    return box.adjusted(TEXT_LEFT, 0, -theme.SPACE, 0)


def _source_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SOURCE_SCALE)
    return small
