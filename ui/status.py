# SPDX-License-Identifier: MIT
"""The status line: the form's figures as they stand, and whether the file holds them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from model.arithmetic import Figures
from model.decimals import short
from model.report import SIGNS
from model.rules.finding import Severity
from model.template import Template
from ui import theme
from ui.plain_words import as_plain

UNKNOWN = "—"


class Figure(NamedTuple):
    """One figure of the status line."""

    caption: str
    words: str
    mark: Severity | None = None  # None = nothing to say about it

    @property
    def text(self) -> str:
        """Return the figure as plain text."""
        return f"{self.caption} {self.words}" + (f" {SIGNS[self.mark]}" if self.mark else "")


def figures_shown(figures: Figures, template: Template) -> tuple[Figure, ...]:
    """Write the computed figures for the status line; the rating only where the template has one."""
    full = template.limits.full_points
    off = Severity.WARNING if figures.total_points != full else None
    rate = UNKNOWN if figures.execution_rate is None else f"{figures.execution_rate:f} %"
    shown = (
        Figure("分值", f"{short(figures.total_points)}/{short(full)}", off),
        Figure("得分", short(figures.total_score)),
        Figure("执行率", rate),
    )
    return (*shown, Figure("评级", figures.rating or UNKNOWN)) if template.totals.rating else shown


class FiguresLine(QWidget):
    """The figures side by side: captions stand back, what counts stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self.setAccessibleName(self.tr("合计"))

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these figures."""
        if figures != self._figures:
            self._figures = figures
            self.setAccessibleDescription(self.text())
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """Return the line as plain text."""
        return "   ".join(figure.text for figure in self._figures)

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        gaps = len(self._figures) * (4 * theme.SPACE + theme.MARK_SIZE)
        return QSize(metrics.horizontalAdvance(self.text()) + gaps, metrics.height() + theme.SPACE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        quiet, ink = theme.quiet_text(self.palette()), self.palette().color(QPalette.ColorRole.WindowText)
        painter, left = QPainter(self), 2 * theme.SPACE
        for figure in self._figures:
            left = self._draw(painter, left, figure.caption, quiet) + theme.HALF + 2
            left = self._draw(painter, left, figure.words, ink)
            if figure.mark:
                box = QRectF(left + theme.HALF, 0, theme.MARK_SIZE, self.height())
                theme.paint_mark(painter, box, figure.mark, self.palette())
                left += theme.HALF + theme.MARK_SIZE
            left += 3 * theme.SPACE
        painter.end()

    def _draw(self, painter: QPainter, left: int, words: str, colour: QColor) -> int:
        """Draw words and return where they end."""
        painter.setPen(colour)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QRect(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        return left + width


class SavedLabel(QLabel):
    """Says whether the file holds what the window shows; “已保存” only after a confirmed save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved_at: datetime | None = None
        self._is_mended = False
        self.setContentsMargins(2 * theme.SPACE, 0, 2 * theme.SPACE, 0)

    def forget(self) -> None:
        """Another form is shown; it was not saved here yet."""
        self._saved_at, self._is_mended = None, False

    def note_mended(self) -> None:
        """Remember that the form is not quite what its file holds."""
        self._is_mended = True

    def note_saved(self, at: datetime) -> None:
        """Remember when the form was written and verified."""
        self._saved_at, self._is_mended = at, False

    def show_state(self, is_modified: bool, path: Path | None, origin: Path | None = None) -> None:
        """Say how file and window stand to each other; `origin` is the file a form was read out of."""
        self.setText(self._words(is_modified, path, origin))
        none_yet = self.tr("还没有存成草稿文件；来自 {origin}") if origin else self.tr("还没有存成文件")
        self.setToolTip(as_plain(str(path) if path else none_yet.format(origin=origin)))

    def _words(self, is_modified: bool, path: Path | None, origin: Path | None) -> str:
        if origin is not None and not is_modified:
            return self.tr("来自工作稿")
        if is_modified or path is None:
            return self.tr("未保存")
        if self._is_mended:
            return self.tr("读入时有改动")
        at = self._saved_at
        return self.tr("已保存 {time}").format(time=f"{at:%H:%M}") if at else self.tr("已保存")
