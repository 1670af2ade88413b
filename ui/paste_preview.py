# SPDX-License-Identifier: MIT
"""The preview before a table of indicators is pasted: what comes where, and what can be corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from model.pasting.grid import Grid
from model.pasting.meanings import Meaning
from model.pasting.planning import Fate, Plan, Wishes, planning
from model.pasting.recognising import Table
from ui import theme
from ui.accepting import accept_or_cancel
from ui.paste_table import PasteModel, PasteView
from ui.progress import carry_out

if TYPE_CHECKING:
    from ui.document import Document

SIZE = QSize(1080, 600)  # px, where the screen has the room
SCREEN_SHARE = 0.9
MOST_NAMED = 3  # new groups named in the summary


class PastePreview(QDialog):
    """Shows the rows with their fates; `plan` is what pasting would do as things are chosen."""

    def __init__(
        self,
        document: Document,
        grid: Grid,
        table: Table,
        home: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._grid, self._table = document, grid, table
        self._wishes = Wishes(home=home)
        self.plan: Plan | None = None
        self.model = PasteModel(grid, filled_columns(grid, table.first), self)
        self.view, self.summary = PasteView(self.model), QLabel(textFormat=Qt.TextFormat.PlainText)
        count = sum(1 for _ in document.form.all_indicators())
        self.appends = QRadioButton(self.tr("追加(&A)：同名的指标并入，其余排在后面"))
        self.replaces = QRadioButton(self.tr("替换(&R)：先删除现有的 {count} 个指标").format(count=count))
        self.appends.setChecked(True)
        for choice in (self.appends, self.replaces):
            choice.setVisible(count > 0)
        self.buttons, self.accepting = accept_or_cancel(self, self.tr("粘贴(&P)"))
        self._lay_out()
        self._connect()
        self._plan_anew()
        self.view.fit_columns()
        self.accepting.setFocus()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("粘贴指标表"))
        self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))
        head = QLabel(self.tr("剪贴板里是一张指标表。请核对各列的含义和各行的去处；不要的行去掉勾。"))
        head.setWordWrap(True)
        choices, whole = QHBoxLayout(), QVBoxLayout(self)
        choices.setSpacing(3 * theme.SPACE)
        choices.addWidget(self.appends)
        choices.addWidget(self.replaces)
        choices.addStretch()
        self.summary.setWordWrap(True)
        whole.setContentsMargins(*(2 * theme.SPACE,) * 4)
        whole.setSpacing(theme.SPACE + theme.HALF)
        for part in (head, self.view):
            whole.addWidget(part)
        whole.addLayout(choices)
        whole.addWidget(self.summary)
        whole.addWidget(self.buttons)

    def _connect(self) -> None:
        self.view.meanings.meaning_chosen.connect(self._choose_meaning)
        self.model.left_out_changed.connect(self._leave_out)
        self.replaces.toggled.connect(self._choose_mode)

    # What the clerk chooses

    def _choose_meaning(self, column: int, meaning: Meaning) -> None:
        """Give a column another meaning; the column that had it takes this one's."""
        meanings, before = list(self._table.meanings), self._table.meanings[column]
        for other, one in enumerate(meanings):
            if one is meaning and meaning is not Meaning.IGNORED:
                meanings[other] = before
        meanings[column] = meaning
        self._table = replace(self._table, meanings=tuple(meanings))
        self._plan_anew()

    def _choose_mode(self, replaces: bool) -> None:
        self._wishes = replace(self._wishes, replaces=replaces)
        self._plan_anew()

    def _leave_out(self, rows: frozenset[int]) -> None:
        self._wishes = replace(self._wishes, left_out=rows)
        self._plan_anew()

    # What it would do

    def _plan_anew(self) -> None:
        self.plan = None
        self.accepting.setEnabled(False)
        self.view.meanings.show_meanings(self._table.meanings)
        form, template = self._document.form, self._document.template
        steps = planning(form, template, self._grid, self._table, self._wishes)
        plan = carry_out(steps, self.tr("正在整理…"), self)
        if plan is None:
            self.summary.setText(self.tr("整理已取消，还没有粘贴；改一下上面的选择会再整理。"))
        else:
            self._show(plan)

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        at = self.view.verticalScrollBar().value(), self.view.currentIndex()
        self.model.show_plan(plan)
        self.view.setCurrentIndex(self.model.index(at[1].row(), max(0, at[1].column())))
        self.view.verticalScrollBar().setValue(at[0])
        self.summary.setText(summary(plan))
        self.accepting.setEnabled(plan.is_named and bool(plan.edit.edits))


def filled_columns(grid: Grid, first: int) -> list[int]:
    """Return the columns that hold anything below the heads, or begin a merged cell."""
    rows = range(first, grid.height)
    return [column for column in range(grid.width) if any(grid.rows[row][column].strip() for row in rows)]


def summary(plan: Plan) -> str:
    """Say what pasting would do, in one sentence."""
    if not plan.is_named:
        return _tr("还不知道哪一列是指标名称；请在列的上方选择“指标名称”。")
    counts = (
        (_tr("新增 {count} 个指标"), plan.count(Fate.NEW)),
        (_tr("并入 {count} 个同名指标"), plan.count(Fate.MERGED)),
        (_tr("跳过 {count} 行"), plan.count(Fate.LEFT_OUT)),
        (_tr("新建 {count} 个指标组"), len(plan.new_groups)),
    )
    said = "，".join(words.format(count=count) for words, count in counts if count)
    named = "、".join(plan.new_groups[:MOST_NAMED]) + ("…" if len(plan.new_groups) > MOST_NAMED else "")
    return f"{said}（{named}）。" if named else f"{said or _tr('没有可以粘贴的指标')}。"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PastePreview", text)
