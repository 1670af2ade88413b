# SPDX-License-Identifier: MIT
"""The forms worked on lately, as a list one opens from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from ui import sheets, theme
from ui.identity import UNNAMED
from ui.plain_words import as_plain
from ui.recent import RecentForm, correct, forget, mtime_of, recent_forms
from ui.recent_lines import SECOND_LINE, TwoLines, day_of, gravest_of, is_like, particulars, standing
from ui.second_look import SecondLook
from ui.settings import Settings

COLUMNS = ("项目", "检查", "得分", "最近改动")
SAMPLES = ("", "12 错误，12 提醒", "100.00 优", "2024-11-20 从")  # wide enough for their column
NAME, STATE, SCORE, LAST = range(len(COLUMNS))
PATH = Qt.ItemDataRole.UserRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecentList(QTreeWidget):
    """Two lines a form; click or Enter opens it, Delete takes it off the list."""

    form_chosen = Signal(object)  # Path
    emptied = Signal()
    search_wanted = Signal(str)  # the clerk has begun to type

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._wanted = settings, ""
        self._look = SecondLook(self)
        self._look.seen.connect(self._correct)
        self.setAccessibleName(self.tr("最近的表"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(sheets.RECENT)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(theme.MARK_SIZE, theme.MARK_SIZE))
        self.setHeaderLabels([self.tr(column) for column in COLUMNS])
        self.setItemDelegateForColumn(NAME, TwoLines(self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self._set_widths()
        self.itemClicked.connect(self._choose)

    def list_forms(self, wanted: str = "") -> None:
        """List the forms remembered that match what is looked for; changed files are looked at again."""
        self._wanted = wanted
        self.clear()
        forms = recent_forms(self._settings)
        for recent in forms:
            if is_like(recent, wanted):
                self._add(recent)
        self.setCurrentItem(self.topLevelItem(0))
        self._look.look_at(forms)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentItem()
        if line and event.key() in ENTER:
            self._choose(line)
        elif line and event.key() == Qt.Key.Key_Delete:
            self._forget(line)
        elif event.text().isprintable() and event.text().strip() and not event.modifiers().value:
            self.search_wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_widths()
            self.scheduleDelayedItemsLayout()

    def _add(self, recent: RecentForm, row: int | None = None) -> None:
        line = self._line(recent)
        self.insertTopLevelItem(self.topLevelItemCount() if row is None else row, line)
        if recent.changed is None:
            self.setItemWidget(line, LAST, self._remover(line))

    def _line(self, recent: RecentForm) -> QTreeWidgetItem:
        changed = recent.changed
        last = day_of(changed, date.today()) if changed else ""
        score = f"{recent.score} {recent.rating}" if recent.score else "—"
        line = QTreeWidgetItem([recent.project_name or UNNAMED, standing(recent), score, last])
        gone = self.tr("文件已不在原处：{path}").format(path=recent.path)
        line.setData(NAME, SECOND_LINE, particulars(recent) if changed else gone)
        line.setData(NAME, PATH, recent.path)
        line.setIcon(STATE, theme.mark_icon(gravest_of(recent), self.palette()))
        told = [f"{label} {line.text(column)}" for column, label in enumerate(COLUMNS)]
        named = (line.text(NAME), line.data(NAME, SECOND_LINE), *told[1:])
        for column, words in enumerate(["，".join(named), *told[1:]]):
            line.setData(column, SPOKEN, words)
        for column in range(len(COLUMNS)):
            line.setToolTip(column, as_plain(recent.path))
            if changed is None:
                line.setForeground(column, theme.quiet_text(self.palette()))
        return line

    def _remover(self, line: QTreeWidgetItem) -> QPushButton:
        button = QPushButton(self.tr("从列表移除"), self)
        button.setStyleSheet(sheets.LINK)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does it by key
        button.clicked.connect(lambda: self._forget(line))
        return button

    def _offer(self, at: QPoint) -> None:
        line = self.itemAt(at)
        if line is not None:
            self.menu_of(line).popup(self.viewport().mapToGlobal(at))

    def menu_of(self, line: QTreeWidgetItem) -> QMenu:
        """Return what can be done with a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("打开(&O)"), lambda: self._choose(line))
        menu.addAction(self.tr("从列表移除，文件不动(&R)"), lambda: self._forget(line))
        return menu

    def _choose(self, line: QTreeWidgetItem) -> None:
        path = Path(line.data(NAME, PATH))
        if mtime_of(path) is not None:  # otherwise the line says so already
            self.form_chosen.emit(path)

    def _forget(self, line: QTreeWidgetItem) -> None:
        forget(self._settings, line.data(NAME, PATH))
        self.takeTopLevelItem(self.indexOfTopLevelItem(line))
        if not self.topLevelItemCount():
            self.emptied.emit()

    def _correct(self, before: RecentForm, now: RecentForm) -> None:
        """A file was looked at again: describe it anew, here and in what is remembered."""
        if before not in recent_forms(self._settings):
            return
        correct(self._settings, now)
        rows = range(self.topLevelItemCount())
        row = next((row for row in rows if self.topLevelItem(row).data(NAME, PATH) == now.path), None)
        if row is not None:
            is_current = self.topLevelItem(row) is self.currentItem()
            self.takeTopLevelItem(row)
            self._add(now, row)
            if is_current:
                self.setCurrentItem(self.topLevelItem(row))

    def _set_widths(self) -> None:
        head, metrics = self.header(), self.fontMetrics()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(6 * theme.SPACE)
        for column, sample in enumerate(SAMPLES):
            if sample:
                self.setColumnWidth(column, metrics.horizontalAdvance(sample) + 3 * theme.SPACE)
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
