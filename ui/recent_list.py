# SPDX-License-Identifier: MIT
"""The forms worked on lately, as a list one opens from."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from model.rules.finding import SEVERITY_LABELS, Severity
from ui import sheets, theme
from ui.identity import UNNAMED
from ui.recent import RecentForm, correct, forget, looked_at_again, recent_forms
from ui.settings import Settings

COLUMNS = ("项目名称", "年度", "检查", "得分", "最近改动")
WIDTHS = (0, 64, 170, 100, 120)  # px; 0 takes what is left
STATE = 2  # the column with the mark
PATH = Qt.ItemDataRole.UserRole
LISTED = (Severity.ERROR, Severity.WARNING, Severity.TODO)


class RecentList(QTreeWidget):
    """A line a form; click or Enter opens it, Delete takes it off the list."""

    form_chosen = Signal(object)  # Path
    emptied = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAccessibleName(self.tr("最近的表"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(sheets.RECENT)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(theme.MARK_SIZE, theme.MARK_SIZE))
        self.setHeaderLabels([self.tr(column) for column in COLUMNS])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._set_widths()
        self._second_look = QTimer(self, singleShot=True, interval=0)
        self._second_look.timeout.connect(self._look_again)
        self.itemClicked.connect(self._choose)

    def list_forms(self) -> None:
        """List the forms remembered; those another hand has changed are looked at again, one at a time."""
        self.clear()
        for recent in recent_forms(self._settings):
            self.addTopLevelItem(self._line(recent))
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)
        self._second_look.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentItem()
        if line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(line)
        elif line and event.key() == Qt.Key.Key_Delete:
            self._forget(line)
        else:
            super().keyPressEvent(event)

    def _line(self, recent: RecentForm) -> QTreeWidgetItem:
        changed = recent.changed
        last = day_of(changed, date.today()) if changed else self.tr("文件已不在原处")
        score = f"{recent.score} {recent.rating}" if recent.score else "—"
        name = recent.project_name or UNNAMED
        line = QTreeWidgetItem([name, str(recent.fiscal_year or ""), standing(recent), score, last])
        line.setIcon(STATE, theme.mark_icon(gravest_of(recent), self.palette()))
        line.setData(0, PATH, recent.path)
        told = [f"{label} {line.text(column)}" for column, label in enumerate(COLUMNS)]
        for column, words in enumerate(["，".join((name, *told[1:])), *told[1:]]):
            line.setData(column, Qt.ItemDataRole.AccessibleTextRole, words)
        for column in range(len(COLUMNS)):
            line.setToolTip(column, recent.path)
            line.setSizeHint(column, QSize(0, self.fontMetrics().height() + 2 * theme.SPACE))
            if changed is None:
                line.setForeground(column, theme.quiet_text(self.palette()))
        return line

    def _choose(self, line: QTreeWidgetItem) -> None:
        self.form_chosen.emit(Path(line.data(0, PATH)))

    def _forget(self, line: QTreeWidgetItem) -> None:
        forget(self._settings, line.data(0, PATH))
        self.takeTopLevelItem(self.indexOfTopLevelItem(line))
        if not self.topLevelItemCount():
            self.emptied.emit()

    def _look_again(self) -> None:
        """Describe anew the first form whose file is another one now, and come back for the next."""
        for row, recent in enumerate(recent_forms(self._settings)):
            if recent.is_outdated and row < self.topLevelItemCount():
                seen = looked_at_again(recent)
                correct(self._settings, seen)
                self.takeTopLevelItem(row)
                self.insertTopLevelItem(row, self._line(seen))
                self._second_look.start()
                return

    def _set_widths(self) -> None:
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS):
            if width:
                self.setColumnWidth(column, width)


def standing(recent: RecentForm) -> str:
    """Say how a form stood: `2 错误，4 待填`."""
    parts = [f"{n} {SEVERITY_LABELS[one]}" for one in LISTED if (n := recent.counts.get(one.value))]
    return "，".join(parts) or QCoreApplication.translate("RecentList", "没有问题")


def gravest_of(recent: RecentForm) -> Severity | None:
    """Return the gravest severity a form had; None when it was complete."""
    return next((one for one in LISTED if recent.counts.get(one.value)), None)


def day_of(moment: datetime, today: date) -> str:
    """Write a moment the short way: `今天 10:32`, `昨天 10:32`, `2024-11-20`."""
    day = {0: "今天", 1: "昨天"}.get((today - moment.date()).days)
    return f"{day} {moment:%H:%M}" if day else f"{moment:%Y-%m-%d}"
