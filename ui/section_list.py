# SPDX-License-Identifier: MIT
"""The list of sections at the left, each with the mark of how it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from model.report import counted
from model.rules.finding import Finding, Severity
from ui import theme
from ui.cells import counted as spelled_out
from ui.icons import drawn
from ui.sections import SECTIONS, section_of, state_of

Index = QModelIndex | QPersistentModelIndex
STATE = Qt.ItemDataRole.UserRole  # Severity, or None = complete
ROW_HEIGHT = 5 * theme.SPACE
SIDE = 2 * theme.SPACE  # px, left and right of what a line shows
FOLDED_SIDE = theme.SPACE + theme.HALF
FOLDED_WIDTH = theme.ICON_SIZE + theme.MARK_SIZE + theme.HALF + 2 * FOLDED_SIDE
ROUNDING = 6


class SectionList(QListWidget):
    """The sections, each with its mark; the chosen one is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("栏目"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(SectionDelegate(self))
        self.setMouseTracking(True)
        for section in SECTIONS:
            QListWidgetItem(self.tr(section.title), self)
        self.viewport().setAutoFillBackground(False)
        self.is_folded = False
        self.setFixedWidth(self._fitting_width())
        self.show_findings([])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self.is_folded:
            self.setFixedWidth(self._fitting_width())

    def fold(self, is_folded: bool) -> None:
        """Show icons and marks only, the titles as tooltips; or the titles too."""
        if is_folded != self.is_folded:
            self.is_folded = is_folded
            self.setFixedWidth(FOLDED_WIDTH if is_folded else self._fitting_width())
            self.viewport().update()

    def show_findings(self, findings: Iterable[Finding], not_begun: Collection[int] = ()) -> None:
        """Mark every section with the gravest of its findings; one not begun yet is to be filled in."""
        by_section: dict[int, list[Finding]] = {}
        for finding in findings:
            by_section.setdefault(section_of(finding.place), []).append(finding)
        for row in range(self.count()):
            self._mark(self.item(row), by_section.get(row, []), row in not_begun)

    def _mark(self, line: QListWidgetItem, findings: list[Finding], not_begun: bool) -> None:
        state = state_of(findings) or (Severity.TODO if not_begun else None)
        well = self.tr("还没有填写") if not_begun else self.tr("已填好，没有问题")
        words = counted(tuple(findings)) or well
        line.setData(STATE, state)
        line.setToolTip(f"{line.text()}：{words}")
        line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.text()}，{spelled_out(findings) or well}")

    def _fitting_width(self) -> int:
        metrics = QFontMetrics(self.font())
        title = max(metrics.horizontalAdvance(section.title) for section in SECTIONS)
        return title + theme.ICON_SIZE + theme.MARK_SIZE + 8 * theme.SPACE


class SectionDelegate(QStyledItemDelegate):
    """Draws a section: icon, title, and its mark at the right."""

    def __init__(self, parent: SectionList) -> None:
        super().__init__(parent)
        self._list = parent
        self._icons: dict[tuple[int, str], QIcon] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 2 * theme.SPACE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, chosen = option.palette, bool(option.state & QStyle.StateFlag.State_Selected)
        edge = FOLDED_SIDE if self._list.is_folded else SIDE
        box = option.rect.adjusted(edge, 0, -edge, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, chosen)
        colour = theme.accent(palette) if chosen else palette.color(QPalette.ColorRole.WindowText)
        side = theme.ICON_SIZE
        sign = QRect(box.left(), box.center().y() - side // 2, side, side)
        self._icon(index.row(), colour).paint(painter, sign)
        if not self._list.is_folded:
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            words = box.adjusted(theme.ICON_SIZE + theme.SPACE + theme.HALF, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        mark = QRect(box.right() - theme.MARK_SIZE, box.top(), theme.MARK_SIZE, box.height())
        theme.paint_mark(painter, QRectF(mark), index.data(STATE), palette)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        """Tint the chosen line and the one under the mouse; a ring shows the keyboard's focus."""
        if not chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        focused = chosen and option.state & QStyle.StateFlag.State_HasFocus
        painter.setPen(theme.accent(option.palette) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft_accent(option.palette, 0.16 if chosen else 0.07))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(4.5, 2.5, -4.5, -2.5), ROUNDING, ROUNDING)

    def _icon(self, row: int, colour: QColor) -> QIcon:
        known = (row, colour.name())
        if known not in self._icons:
            self._icons[known] = drawn(SECTIONS[row].icon, colour, theme.ICON_SIZE)
        return self._icons[known]
