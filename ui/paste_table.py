# SPDX-License-Identifier: MIT
"""The table of the preview before pasting: every row with its fate, over every column its meaning."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QHeaderView, QTableView, QWidget
from typing_extensions import override

from model.pasting.grid import Grid
from model.pasting.meanings import Meaning
from model.pasting.planning import Fate, Plan
from ui import theme
from ui.cells import DISPLAY, NO_FLAGS, READ_ONLY, TOOL_TIP, Index
from ui.plain_words import as_plain

FATES: dict[Fate, str] = {
    Fate.NEW: "＋ 新增",
    Fate.MERGED: "＝ 并入",
    Fate.GROUP: "◇ 指标组",
    Fate.LEFT_OUT: "－ 跳过",
}
FATE, GOAL = 0, 1
OWN = 2  # columns before those of the pasted table
CHECKED = int(Qt.ItemDataRole.CheckStateRole)
FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
NOWHERE = QModelIndex()
WIDTHS = {FATE: 92, GOAL: 190}
WIDEST, NARROWEST = 220, 112  # px, a column of the pasted table
SAMPLE = 60  # rows measured for its width


class PasteModel(QAbstractTableModel):
    """Rows of the pasted table with what becomes of them; a row can be taken out."""

    left_out_changed = Signal(object)  # frozenset of rows of the grid

    def __init__(self, grid: Grid, columns: list[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid, self.columns = grid, columns
        self._plan: Plan | None = None
        self._left_out: frozenset[int] = frozenset()

    def show_plan(self, plan: Plan) -> None:
        """Show another plan."""
        self.beginResetModel()
        self._plan = plan
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._plan is None else len(self._plan.rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else OWN + len(self.columns)

    @override
    def data(self, index: Index, role: int = DISPLAY) -> object:
        if self._plan is None or not index.isValid():
            return None
        row = self._plan.rows[index.row()]
        if role in (DISPLAY, TOOL_TIP, SPOKEN):
            return as_plain(self._text(index)) if role == TOOL_TIP else self._text(index)
        if role == CHECKED and index.column() == FATE and self._is_open(index):
            return Qt.CheckState.Unchecked if row.number in self._left_out else Qt.CheckState.Checked
        if role == FOREGROUND and row.fate is Fate.LEFT_OUT:
            return QColor(theme.quiet_text(QApplication.palette()))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return {FATE: self.tr("处理"), GOAL: self.tr("归入")}.get(section, "")

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return NO_FLAGS
        checkable = index.column() == FATE and self._is_open(index)
        return READ_ONLY | Qt.ItemFlag.ItemIsUserCheckable if checkable else READ_ONLY

    @override
    def setData(self, index: Index, value: object, role: int = CHECKED) -> bool:
        if role != CHECKED or self._plan is None or not self._is_open(index):
            return False
        number = frozenset({self._plan.rows[index.row()].number})
        is_in = Qt.CheckState(value) is Qt.CheckState.Checked
        self._left_out = self._left_out - number if is_in else self._left_out | number
        self.left_out_changed.emit(self._left_out)
        return True

    def _text(self, index: Index) -> str:
        assert self._plan is not None
        row = self._plan.rows[index.row()]
        if index.column() == FATE:
            return self.tr(FATES[row.fate])
        return (
            row.words
            if index.column() == GOAL
            else self._grid.filled(row.number, self.columns[index.column() - OWN])
        )

    def _is_open(self, index: Index) -> bool:
        """Tell whether it is up to the clerk if the row is pasted."""
        assert self._plan is not None
        row = self._plan.rows[index.row()]
        return row.fate in (Fate.NEW, Fate.MERGED) or row.number in self._left_out


class MeaningHeader(QHeaderView):
    """A header with a choice of meanings over every column of the pasted table."""

    meaning_chosen = Signal(int, object)  # column of the pasted table, Meaning

    def __init__(self, columns: list[int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(NARROWEST - 2 * theme.SPACE)
        self.choices = {
            column: self._choice(number, column) for number, column in enumerate(columns, start=1)
        }
        self.sectionResized.connect(self.place_choices)
        self.geometriesChanged.connect(self.place_choices)

    def show_meanings(self, meanings: tuple[Meaning, ...]) -> None:
        """Show what the columns mean now."""
        for column, choice in self.choices.items():
            choice.setCurrentText(meanings[column].value)

    def _choice(self, number: int, column: int) -> QComboBox:
        choice = QComboBox(self)
        choice.addItems([meaning.value for meaning in Meaning])
        choice.setAccessibleName(self.tr("第 {number} 列的含义").format(number=number))
        choice.setToolTip(self.tr("这一列是什么；认错了就在这里改正"))
        choice.activated.connect(partial(self._tell, column))
        return choice

    def _tell(self, column: int, chosen: int) -> None:
        self.meaning_chosen.emit(column, list(Meaning)[chosen])

    def place_choices(self) -> None:
        """Put every choice over its column."""
        for at, choice in enumerate(self.choices.values(), start=OWN):
            choice.setGeometry(self.sectionViewportPosition(at), 0, self.sectionSize(at), self.height())
            choice.setVisible(self.sectionSize(at) > 0)

    @override
    def sizeHint(self) -> QSize:
        height = max((choice.sizeHint().height() for choice in self.choices.values()), default=0)
        return super().sizeHint().expandedTo(QSize(0, height))


class PasteView(QTableView):
    """The table under its meanings."""

    def __init__(self, model: PasteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meanings = MeaningHeader(model.columns, self)
        self.setHorizontalHeader(self.meanings)
        self.setModel(model)
        self.setAccessibleName(self.tr("将要粘贴的各行"))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(
            self.fontMetrics().lineSpacing() + theme.SPACE + theme.HALF
        )
        self.horizontalScrollBar().valueChanged.connect(self.meanings.place_choices)

    def fit_columns(self) -> None:
        """Make every column as wide as its first texts need, within limits."""
        model, metrics = self.model(), self.fontMetrics()
        for column in range(model.columnCount()):
            texts = (
                str(model.index(row, column).data() or "") for row in range(min(SAMPLE, model.rowCount()))
            )
            widest = max((metrics.horizontalAdvance(text.split("\n")[0]) for text in texts), default=0)
            width = min(max(widest + 3 * theme.SPACE, NARROWEST), WIDEST)
            self.setColumnWidth(column, WIDTHS.get(column, width))
