# SPDX-License-Identifier: MIT
"""A card: a large button with an icon, a title and a quiet second line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.icons import drawn

PADDING = 2 * theme.SPACE
ICON_SIDE = 28  # px
ROUNDING = 8  # px


class Card(QAbstractButton):
    """A choice on the start page; reached by Tab, chosen by click, Enter or Space."""

    def __init__(self, icon: str, title: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._note = icon, note
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.setToolTip(note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + ICON_SIDE + 4 * PADDING
        return QSize(width, 2 * metrics.lineSpacing() + 2 * PADDING)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(ICON_SIDE + 8 * PADDING, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        sign = drawn(self._icon, theme.accent(self.palette()), ICON_SIDE)
        sign.paint(painter, QRect(PADDING, (self.height() - ICON_SIDE) // 2, ICON_SIDE, ICON_SIDE))
        self._paint_words(painter)
        painter.end()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_ground(self, painter: QPainter) -> None:
        palette, focused = self.palette(), self.hasFocus()
        tint = 0.14 if self.isDown() else 0.07 if self.underMouse() else 0.0
        painter.setBrush(theme.soft_accent(palette, tint))
        edge = theme.accent(palette) if focused or self.underMouse() else theme.hairline(palette)
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUNDING, ROUNDING)

    def _paint_words(self, painter: QPainter) -> None:
        metrics, left = self.fontMetrics(), 2 * PADDING + ICON_SIDE - theme.HALF
        line, room = metrics.lineSpacing(), self.width() - left - PADDING
        top = (self.height() - (2 * line if self._note else line)) // 2
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(QRect(left, top, room, line), 0, _fitting(metrics, self.text(), room))
        painter.setPen(theme.quiet_text(self.palette()))
        painter.drawText(QRect(left, top + line, room, line), 0, _fitting(metrics, self._note, room))


def _fitting(metrics: QFontMetrics, words: str, room: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
