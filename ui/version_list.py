# SPDX-License-Identifier: MIT
"""The versions of a form, two lines each: when it was saved, and below quietly how it stood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from model.differences import Difference
from model.versions import Kept, Seen, Version
from ui import sheets, theme
from ui.recent_lines import SECOND_LINE, TwoLines

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
NO_SCORE = "未完成"


class VersionList(QListWidget):
    """Lists versions at once; what each held follows when it was read."""

    def __init__(self, versions: Sequence[Version], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("版本"))
        self.setStyleSheet(sheets.VERSIONS)
        self.setItemDelegate(TwoLines(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for version in versions:
            line = QListWidgetItem(name_of(version, today))
            self.addItem(line)
            _tell(line, "")

    def describe(self, row: int, seen: Seen, found: Sequence[Difference] | None) -> None:
        """Say how a version stood, and how much it changed; one that cannot be read stands back."""
        line = self.item(row)
        if seen.form is None:
            line.setForeground(theme.quiet_text(self.palette()))
            line.setToolTip(seen.trouble)
            _tell(line, _tr("读不出来"))
            return
        counted = "" if found is None else _tr("{count} 处改动").format(count=len(found))
        _tell(line, " · ".join(filter(None, (seen.score or _tr(NO_SCORE), counted))))


def name_of(version: Version, today: date) -> str:
    """Say which version it is: `窗口里的（没有保存）`, `现在的文件 今天 15:42`, `昨天 09:10`."""
    if version.kept is Kept.WINDOW:
        return _tr("窗口里的（没有保存）")
    moment = moment_of(version.time, today)
    return _tr("现在的文件 {moment}").format(moment=moment) if version.kept is Kept.FILE else moment


def moment_of(moment: datetime, today: date) -> str:
    """Write a moment of the past: `今天 15:42`, `昨天 09:10`, `11月3日 15:42`, `2025-11-03 15:42`."""
    day = {0: "今天", 1: "昨天", 2: "前天"}.get((today - moment.date()).days)
    if day is None:
        is_near = moment.year == today.year
        day = f"{moment.month}月{moment.day}日" if is_near else f"{moment:%Y-%m-%d}"
    return f"{day} {moment:%H:%M}"


def _tell(line: QListWidgetItem, second: str) -> None:
    line.setData(SECOND_LINE, second)
    line.setData(SPOKEN, "，".join(filter(None, (line.text(), second))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("VersionList", text)
