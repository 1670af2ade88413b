# SPDX-License-Identifier: MIT
"""The chosen cells of the indicator tree: what is copied of them, and where a pasted block lands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from model.edits import SetCell
from model.pasting.copying import CopiedTable, copying
from model.pasting.grid import Grid
from model.places import Place
from model.steps import Steps, each
from ui import rows as wanted
from ui.cells import EDIT
from ui.columns import KEYS
from ui.landing import Copied, Landing
from ui.rows import LEVELS, Rows, row_place
from ui.tree_landing import Anchor, fill, land, rename

if TYPE_CHECKING:
    from ui.indicators_page import IndicatorsPage

WIDTH = len(KEYS)


class TreeBlock:
    """What is chosen in the tree at the moment it is made."""

    takes_tables = True

    def __init__(self, page: IndicatorsPage) -> None:
        self._tree, self._view, self._document = page.tree, page.view, page.document
        self._chosen = self._cells()
        self._heads = sorted(rows for rows in self._chosen if len(rows) < LEVELS)
        lengths = {group: self._length(group) for group in {rows[:-1] for rows in self._chosen}}
        self._indicators = sorted(
            rows for rows in self._chosen if len(rows) == LEVELS and rows[-1] < lengths[rows[:-1]]
        )

    @property
    def rows(self) -> set[Rows]:
        """The chosen groups and indicators."""
        return {*self._heads, *self._indicators}

    @property
    def home(self) -> Rows:
        """Return the group the clerk is in."""
        return self._tree.rows_at(self._view.currentIndex())[:2]

    def copying(self) -> Steps[Copied | None]:
        """Return what is copied: whole rows with their groups, else the cells."""
        if self._indicators and self._are_whole(self._indicators):
            return (yield from self._whole_rows(self._indicators))
        if self._heads and not self._indicators and self._are_whole(self._heads):
            below = [rows for rows in self._all() if any(rows[: len(head)] == head for head in self._heads)]
            return (yield from self._whole_rows(below)) if below else None
        shown = self._indicators or self._heads
        return Copied(CopiedTable((yield from self._texts(shown)), {})) if shown else None

    def cutting(self) -> Steps[list[SetCell]]:
        """Return the edits that empty the chosen cells of indicators."""
        form = self._document.form

        def emptied(rows: Rows) -> tuple[SetCell, ...]:
            return wanted.clearing(form, [self._place(rows, column) for column in sorted(self._chosen[rows])])

        return each(self._indicators, emptied)

    def laying(self, grid: Grid) -> Steps[Landing | None]:
        """Return what pasting would do: one text fills all that is chosen, a block begins at its corner."""
        columns = {frozenset(self._chosen[rows]) for rows in self._indicators}
        if self._indicators and _repeats(grid, len(self._indicators), [len(one) for one in columns]):
            cells = [
                [self._place(rows, at) for at in sorted(self._chosen[rows])] for rows in self._indicators
            ]
            return (yield from fill(self._document, cells, grid))
        anchor = self._anchor()
        if anchor is None:
            return None
        if len(anchor.rows) < LEVELS and (grid.height, grid.width) == (1, 1):
            return (yield from rename(self._document, anchor.rows, grid.rows[0][0]))
        return (yield from land(self._document, self._view, anchor, grid))

    def choose(self, landing: Landing) -> None:
        """Choose the cells a block has landed on."""
        selection, model = QItemSelection(), self._view.selectionModel()
        for first, last in landing.corners:
            selection.select(self._tree.index_of(first), self._tree.index_of(last))
        if landing.corners:
            first_cell = self._tree.index_of(landing.corners[0][0])
            model.setCurrentIndex(first_cell, QItemSelectionModel.SelectionFlag.NoUpdate)
            model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._view.scrollTo(first_cell)

    def _cells(self) -> dict[Rows, set[int]]:
        """Return the chosen columns by row; without a choice the current cell."""
        chosen: dict[Rows, set[int]] = {}
        for span in self._view.selectionModel().selection():  # type: ignore[attr-defined]
            above = self._tree.rows_at(span.parent())
            for row in range(span.top(), span.bottom() + 1):
                chosen.setdefault((*above, row), set()).update(range(span.left(), span.right() + 1))
        current = self._view.currentIndex()
        return chosen or ({self._tree.rows_at(current): {current.column()}} if current.isValid() else {})

    def _anchor(self) -> Anchor | None:
        if self._indicators:
            return Anchor(self._indicators[0], min(min(self._chosen[rows]) for rows in self._indicators))
        current = self._view.currentIndex()
        return Anchor(self._tree.rows_at(current), current.column()) if current.isValid() else None

    def _are_whole(self, rows: list[Rows]) -> bool:
        return all(len(self._chosen[one]) == WIDTH for one in rows)

    def _whole_rows(self, indicators: list[Rows]) -> Steps[Copied]:
        form = self._document.form
        empty = [rows for rows in self._heads if len(rows) == LEVELS - 1 and not self._length(rows)]
        has_heads = len(indicators) == sum(1 for _ in form.all_indicators())
        table = yield from copying(form, self._document.template, sorted((*indicators, *empty)), has_heads)
        in_one_group = len({rows[:2] for rows in (*indicators, *empty)}) == 1
        return Copied(table, [row[-WIDTH:] for row in table.rows[has_heads:]] if in_one_group else None)

    def _texts(self, shown: list[Rows]) -> Steps[list[tuple[str, ...]]]:
        columns = set[int]().union(*(self._chosen[rows] for rows in shown))
        between = range(min(columns), max(columns) + 1)
        return each(shown, lambda rows: [tuple(self._text(rows, column) for column in between)])

    def _text(self, rows: Rows, column: int) -> str:
        if column not in self._chosen[rows]:
            return ""
        index = self._tree.index_at(rows, column)
        return str(index.data(EDIT)) if len(rows) == LEVELS else self._tree.cell(index).text

    def _all(self) -> list[Rows]:
        form = self._document.form
        return [
            (*group, row) for group in wanted.containers(form, LEVELS) for row in range(self._length(group))
        ]

    def _length(self, group: Rows) -> int:
        return wanted.length(self._document.form, group)

    def _place(self, rows: Rows, column: int) -> Place:
        return (*row_place(rows), KEYS[column])


def _repeats(grid: Grid, rows: int, widths: list[int]) -> bool:
    """Tell whether a block fills the chosen cells: once, or repeated; a single text fills any."""
    if (grid.height, grid.width) == (1, 1):
        return rows * max(widths) > 1
    is_multiple = len(widths) == 1 and rows % grid.height == 0 and widths[0] % grid.width == 0
    return is_multiple and rows * widths[0] > 1
