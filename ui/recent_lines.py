# SPDX-License-Identifier: MIT
"""A line of the list of recent forms: its words, and how it is drawn."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from model.errors import TemplateError
from model.rules.finding import SEVERITY_LABELS, Severity
from model.templates import load_template
from ui import theme
from ui.ink import smaller
from ui.recent import RecentForm

SECOND_LINE = int(Qt.ItemDataRole.UserRole) + 1
LISTED = (Severity.ERROR, Severity.WARNING, Severity.TODO)
DAYS_COUNTED = 7  # older changes are told by their date
PAD = theme.SPACE


class TwoLines(QStyledItemDelegate):
    """Draws a form's name, and below it quietly year, unit and template."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 2 * PAD)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        style, palette = option.widget.style(), option.palette
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        box = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        line = option.fontMetrics.lineSpacing()
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.save()
        painter.setPen(brush.color() if brush else palette.color(QPalette.ColorRole.Text))
        _draw(painter, QRect(box.left(), box.top(), box.width(), line), str(index.data()))
        painter.setFont(smaller(option.font))
        painter.setPen(theme.quiet_text(palette))
        below = QRect(box.left(), box.top() + line, box.width(), line)
        _draw(painter, below, str(index.data(SECOND_LINE) or ""))
        painter.restore()


def _draw(painter: QPainter, box: QRect, words: str) -> None:
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), fitting)


def particulars(recent: RecentForm) -> str:
    """Say which form it is: `2024 · 市图书馆 · 上海市 2024（万元）`."""
    year = str(recent.fiscal_year) if recent.fiscal_year else ""
    return " · ".join(filter(None, (year, recent.implementing_unit, _template_name(recent.template))))


def standing(recent: RecentForm) -> str:
    """Say how a form stood: `2 错误，4 待填`."""
    parts = [f"{n} {SEVERITY_LABELS[one]}" for one in LISTED if (n := recent.counts.get(one.value))]
    return "，".join(parts) or QCoreApplication.translate("RecentList", "完整")


def gravest_of(recent: RecentForm) -> Severity | None:
    """Return the gravest severity a form had; None when it was complete."""
    return next((one for one in LISTED if recent.counts.get(one.value)), None)


def day_of(moment: datetime, today: date) -> str:
    """Write a moment the short way: `今天 10:32`, `昨天 10:32`, `3 天前`, `2024-11-20`."""
    days = (today - moment.date()).days
    if 1 < days < DAYS_COUNTED:
        return QCoreApplication.translate("RecentList", "{days} 天前").format(days=days)
    day = {0: "今天", 1: "昨天"}.get(days)
    return f"{day} {moment:%H:%M}" if day else f"{moment:%Y-%m-%d}"


def is_like(recent: RecentForm, wanted: str) -> bool:
    """Tell whether all the words looked for stand somewhere in a form's line or path."""
    line = folded(f"{recent.project_name} {particulars(recent)} {recent.path}")
    return all(word in line for word in folded(wanted).split())


def folded(text: str) -> str:
    """Write full-width letters as half-width ones, and all letters small."""
    return unicodedata.normalize("NFKC", text).casefold()


def _template_name(template: str) -> str:
    try:
        return load_template(template).name if template else ""
    except TemplateError:
        return ""
