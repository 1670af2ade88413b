# SPDX-License-Identifier: MIT
"""The chosen cells of the funds table: what is copied of them, and where a pasted block lands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex

from model.edits import Edit, SetCell
from model.pasting.blocks import filling, laid_over
from model.pasting.copying import CopiedTable
from model.pasting.grid import Grid
from ui.landing import Copied, Landing

if TYPE_CHECKING:
    from ui.funds_page import FundsPage


class FundsBlock:
    """What is chosen in the grid at the moment it is made; computed figures are copied as they are shown."""

    takes_tables = False

    def __init__(self, page: FundsPage) -> None:
        self._grid, self._view, self._document = page.grid, page.view, page.document
        chosen = page.view.selectionModel().selectedIndexes() or [page.view.currentIndex()]
        self._chosen = {(index.row(), index.column()): index for index in chosen if index.isValid()}
        self._rows = sorted({row for row, _ in self._chosen})
        self._columns = sorted({column for _, column in self._chosen})

    def copied(self) -> Copied | None:
        """Return the chosen cells; those between them that are not chosen are empty."""
        rows = [
            tuple(self._text(row, column) for column in range(self._columns[0], self._columns[-1] + 1))
            for row in self._rows
        ]
        return Copied(CopiedTable(rows, {})) if rows else None

    def cut(self) -> tuple[Edit, ...]:
        """Return the edits that empty the chosen cells; where a figure is computed it shows again."""
        places = (self._grid.place_of(index) for index in self._chosen.values())
        return tuple(SetCell(one, None) for one in places if one and self._document.value(one) is not None)

    def lay(self, grid: Grid) -> Landing | None:
        """Return what pasting would do: one text fills all that is chosen, a block begins at its corner."""
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
        edits = filling(self._document.form, texts, self._document.amount_unit)
        fixed = sum(place is None for row in targets for place in row)
        return Landing(edits, len(cells), len(cells[0]), beyond=beyond, fixed=fixed)

    def choose(self, landing: Landing) -> None:
        """Choose the cells a block has landed on."""
        model = self._view.selectionModel()
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
