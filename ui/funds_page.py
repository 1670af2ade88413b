# SPDX-License-Identifier: MIT
"""The page of the funds: the grid as printed, its unit, and where typed and computed figures differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QRadioButton,
    QTableView,
    QWidget,
)
from typing_extensions import override

from model.decimals import AMOUNT_UNITS
from model.edits import Edit, SetCell, Several
from model.fields import AMOUNTS
from model.places import Place
from ui import sheets
from ui.chosen import command_for
from ui.computed import FUND_PLACES, pair_at, place_label
from ui.delegate import CellDelegate
from ui.figure_field import AdoptButton
from ui.filling import fill_down
from ui.flat_header import FlatHeader
from ui.funds_model import TOTAL, FundsModel
from ui.grid_keys import GridKeys, Key, Mod, Walk
from ui.pages import Page, heading, page_layout
from ui.row_heights import PAD_X, RowHeights
from ui.theme import HALF, SPACE

if TYPE_CHECKING:
    from ui.document import Document

UNIT: Place = ("amount_unit",)
WIDEST_POINTS = "100.00"
CORNER = "QTableCornerButton::section { background: palette(base); border: none; }"
STEPS = {Walk.NEXT: 1, Walk.PREVIOUS: -1}


class FundsPage(Page):
    """Amounts, execution rate and score; every sum follows while one types."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.grid = FundsModel(document, self)
        self.view = FundsView(self.grid)
        self.keys = GridKeys(self.view, self.view.delegate, self._neighbour)
        self.keys.refuses = document.refuses
        self.unit, self.differences = UnitChoice(document), Differences(document)
        self._lay_out()
        self.keys.cell_wishes[Key.Key_Delete, 0] = self.clear_cells
        self.keys.cell_wishes[Key.Key_D, Mod.ControlModifier.value] = self.fill_down
        self.view.selectionModel().currentChanged.connect(self._tell_place)
        self.keys.stand_at(self.grid.index(0, 0))

    def _lay_out(self) -> None:
        head, layout = QHBoxLayout(), page_layout(self)
        head.addWidget(heading(self.tr("项目资金")))
        head.addStretch()
        head.addWidget(self.unit)
        layout.addLayout(head)
        layout.addWidget(self.view)
        layout.addWidget(self.differences)
        layout.addStretch()
        self.setFocusProxy(self.view)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def go_to(self, place: Place) -> None:
        """Show and focus the cell of an amount or a figure, or the choice of the unit."""
        if place == UNIT:
            self.unit.setFocus()
            return
        self.view.setFocus()
        self.keys.stand_at(self.grid.index_of(place))

    @override
    def first_to_fill(self) -> Place:
        """Return the first amount of a source that is empty: totals are computed."""
        rows = [row.field for row in self.grid.rows]
        cells = [(row, column.field) for row in rows for column in self.grid.columns]
        places: list[Place] = [("funds", row, key) for row, key in cells if key in AMOUNTS and row != TOTAL]
        first: Place = ("funds", rows[0], self.grid.columns[0].field)
        return next((place for place in places if self.document.value(place) is None), first)

    def commit(self) -> None:
        """Finish the open editor."""
        self.keys.commit()

    def clear_cells(self) -> None:
        """Empty the chosen cells; where a figure is computed it shows again."""
        self.commit()
        places = [self.grid.place_of(index) for index in self.view.selectionModel().selectedIndexes()]
        filled = [place for place in places if place and self.document.value(place) is not None]
        edits: tuple[Edit, ...] = tuple(SetCell(place, None) for place in filled)
        if edits:
            self.document.do(Several(edits), self.tr("清除 {count} 格").format(count=len(edits)))

    def fill_down(self) -> None:
        """Put the top chosen cell of every column into those below it."""
        self.commit()
        fill_down(self.document, self.view, self.grid.place_of, self._above)

    def select_all(self) -> None:
        """Choose every cell."""
        self.commit()
        self.view.selectAll()

    def _above(self, index: QModelIndex) -> QModelIndex:
        return self._neighbour(index, Walk.UP)

    def _neighbour(self, index: QModelIndex, walk: Walk) -> QModelIndex:
        """Return the next cell to type in; invalid beyond the last one."""
        if walk in (Walk.DOWN, Walk.UP):
            goal = index.siblingAtRow(index.row() + (1 if walk is Walk.DOWN else -1))
            return goal if goal.isValid() and self.grid.place_of(goal) else QModelIndex()
        width, step = self.grid.columnCount(), STEPS[walk]
        at = index.row() * width + index.column() + step
        while 0 <= at < width * self.grid.rowCount():
            goal = self.grid.index(*divmod(at, width))
            if self.grid.place_of(goal):
                return goal
            at += step
        return QModelIndex()

    def _tell_place(self, current: QModelIndex) -> None:
        place = self.grid.place_of(current) if current.isValid() else None
        if place:
            self.place_changed.emit(place)


class FundsView(QTableView):
    """The grid; as high as its rows."""

    def __init__(self, model: FundsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = CellDelegate(model.cell, lambda index: 0, self, is_grid=True)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setAccessibleName(self.tr("项目资金"))
        self.setShowGrid(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setStyleSheet(CORNER)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._printed, self._head = model, FlatHeader(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(self._head)
        self.setVerticalHeader(FlatHeader(Qt.Orientation.Vertical, self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._narrow_points)
        self._narrow_points()
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        self._head.sectionResized.connect(self._fit_soon.start)  # a label may need a second line now
        self._fit()

    def _narrow_points(self) -> None:
        """Leave the room to the amounts: points have few digits."""
        head, width = self.horizontalHeader(), self.fontMetrics().horizontalAdvance(WIDEST_POINTS) + 2 * PAD_X
        for column, printed in enumerate(self._printed.columns):
            is_short = printed.field == "execution_points"
            head.setSectionResizeMode(column, head.ResizeMode.Fixed if is_short else head.ResizeMode.Stretch)
            if is_short:
                head.resizeSection(column, width)

    def _fit(self) -> None:
        heights = RowHeights(self.font())
        self.verticalHeader().setDefaultSectionSize(heights.single + heights.line)
        head = heights.single + (self._head.lines() - 1) * heights.line
        self._head.setFixedHeight(head)
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + head + 2 * self.frameWidth())

    @override
    def selectionCommand(
        self, index: QModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        return command_for(event, super().selectionCommand(index, event))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.delegate.forget_looks()
            self._fit()
        super().changeEvent(event)


class UnitChoice(QWidget):
    """Which unit the amounts are in; changing it changes no amount."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(QLabel(self.tr("金额单位")))
        self.choices = {unit: QRadioButton(unit) for unit in AMOUNT_UNITS}
        for unit, choice in self.choices.items():
            choice.setAccessibleName(self.tr("金额单位：{unit}").format(unit=unit))
            choice.setToolTip(self.tr("只改单位，不改已填的数字"))
            choice.clicked.connect(partial(self._choose, unit))
            choice.setStyleSheet(sheets.CHOICE)
            layout.addWidget(choice)
        document.applied.connect(self.show_unit)
        document.exchanged.connect(self.show_unit)
        document.was_reset.connect(self.show_unit)
        self.show_unit()

    def show_unit(self) -> None:
        """Follow the form."""
        self.choices[self._document.amount_unit].setChecked(True)
        self.setFocusProxy(self.choices[self._document.amount_unit])

    def _choose(self, unit: str) -> None:
        words = self.tr("金额单位改为{unit}").format(unit=unit)
        if unit != self._document.amount_unit and not self._document.do(SetCell(UNIT, unit), words):
            self.show_unit()


class Differences(QWidget):
    """One line for every figure typed over that differs from the computed one, with the way back."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.lines = {place: (QLabel(), AdoptButton(document, place)) for place in FUND_PLACES}
        layout = QGridLayout(self)
        layout.setContentsMargins(HALF, SPACE, HALF, 0)
        layout.setHorizontalSpacing(2 * SPACE)
        layout.setColumnStretch(2, 1)
        for row, (label, button) in enumerate(self.lines.values()):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            layout.addWidget(label, row, 0)
            layout.addWidget(button, row, 1)
        document.findings_changed.connect(self.show_differences)
        document.was_reset.connect(self.show_differences)
        self.show_differences()

    def show_differences(self) -> None:
        """Follow the form."""
        words = self.tr("{label}：所填 {typed}，计算 {figure}")
        for place, (label, button) in self.lines.items():
            pair = pair_at(self._document, place)
            label.setText(words.format(label=place_label(place), typed=pair.typed, figure=pair.computed))
            label.setVisible(button.show_pair())
