# SPDX-License-Identifier: MIT
"""The chosen cells of the funds table: what is copied of them, and where a pasted block lands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex

from model.edits import SetCell
from model.fields import AMOUNTS
from model.pasting.blocks import filling, laid_over
from model.pasting.copying import CopiedTable
from model.pasting.funds_table import FundText, labelled_funds, not_computed
from model.pasting.grid import Grid
from model.places import Place
from model.steps import Steps
from ui.funds_model import TOTAL
from ui.landing import Copied, Landing

if TYPE_CHECKING:
    from ui.funds_page import FundsPage

NO_STEPS = ()  # the table is small
NOTHING = " -—－/\t\n"  # what tables print in cells without a figure


class FundsBlock:
    """What is chosen in the grid at the moment it is made; computed figures are copied as they are shown."""

    takes_tables = False

    def __init__(self, page: FundsPage) -> None:
        self._grid, self._view, self._document = page.grid, page.view, page.document
        chosen = page.view.selectionModel().selectedIndexes() or [page.view.currentIndex()]
        self._chosen = {(index.row(), index.column()): index for index in chosen if index.isValid()}
        self._rows = sorted({row for row, _ in self._chosen})
        self._columns = sorted({column for _, column in self._chosen})

    def copying(self) -> Steps[Copied | None]:
        """Return the chosen cells; of the whole table the labels too, those between chosen cells empty."""
        yield from NO_STEPS
        if len(self._chosen) == self._grid.rowCount() * self._grid.columnCount():
            return Copied(CopiedTable(self._whole(), {}))
        rows = [
            tuple(self._text(row, column) for column in range(self._columns[0], self._columns[-1] + 1))
            for row in self._rows
        ]
        return Copied(CopiedTable(rows, {})) if rows else None

    def cutting(self) -> Steps[tuple[SetCell, ...]]:
        """Return the edits that empty the chosen cells; where a figure is computed it shows again."""
        yield from NO_STEPS
        places = (self._grid.place_of(index) for index in self._chosen.values())
        return tuple(SetCell(one, None) for one in places if one and self._document.value(one) is not None)

    def laying(self, grid: Grid) -> Steps[Landing | None]:
        """Return what pasting would do.

        A table with the labels of its rows finds its cells by them; one text fills all that is chosen; any
        other block begins at the corner.
        """
        labelled = labelled_funds(grid, [column.field for column in self._grid.columns])
        if labelled:
            return (yield from self._land(labelled))
        if not self._chosen:
            return None
        if (grid.height, grid.width) == (1, 1):
            cells = [list(self._chosen.values())]
            beyond = 0
        else:
            cells = self._from_corner(grid)
            beyond = grid.height - len(cells) + grid.width - len(cells[0])
        targets = [[self._grid.place_of(index) for index in row] for row in cells]
        texts = laid_over(targets, grid)
        edits = yield from filling(self._document.form, texts, self._document.amount_unit)
        fixed = sum(place is None for row in targets for place in row)
        return Landing(tuple(edits), len(cells), len(cells[0]), beyond=beyond, fixed=fixed)

    def _land(self, labelled: list[FundText]) -> Steps[Landing]:
        """Type texts into the cells their labels name; a sum or rate that is not typed has no place."""
        rows, columns = ({one.field for one in part} for part in (self._grid.rows, self._grid.columns))
        texts = [
            (("stated", column) if column not in AMOUNTS else ("funds", row, column), text)
            for row, column, text in labelled
            if row in rows and column in columns and (column in AMOUNTS or row == TOTAL)
        ]
        typed: list[tuple[Place, str]] = [(place, text) for place, text in texts if text.strip(NOTHING)]
        form, unit = self._document.form, self._document.amount_unit
        read = yield from filling(form, typed, unit)
        edits = tuple(not_computed(form, self._document.template, read))
        height, width = len({row for row, _, _ in labelled}), len({column for _, column, _ in labelled})
        return Landing(edits, height, width, corners=tuple((place, place) for place, _ in typed))

    def _whole(self) -> list[tuple[str, ...]]:
        heads = ("", *(column.label for column in self._grid.columns))
        width = range(self._grid.columnCount())
        return [
            heads,
            *(
                (row.label, *(self._text(at, column) for column in width))
                for at, row in enumerate(self._grid.rows)
            ),
        ]

    def choose(self, landing: Landing) -> None:
        """Choose the cells a block has landed on."""
        model = self._view.selectionModel()
        model.clearSelection()
        for place, _ in landing.corners:
            model.select(self._grid.index_of(place), QItemSelectionModel.SelectionFlag.Select)
        if landing.corners:
            return
        for row in range(self._rows[0], self._rows[0] + landing.rows):
            for column in range(self._columns[0], self._columns[0] + landing.columns):
                model.select(self._grid.index(row, column), QItemSelectionModel.SelectionFlag.Select)

    def _from_corner(self, grid: Grid) -> list[list[QModelIndex]]:
        bottom = min(self._rows[0] + grid.height, self._grid.rowCount())
        right = min(self._columns[0] + grid.width, self._grid.columnCount())
        columns = range(self._columns[0], right)
        return [[self._grid.index(row, at) for at in columns] for row in range(self._rows[0], bottom)]

    def _text(self, row: int, column: int) -> str:
        index = self._chosen.get((row, column))
        return "" if index is None else self._grid.cell(index).text
