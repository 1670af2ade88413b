# SPDX-License-Identifier: MIT
"""Cells of HTML tables as they are read, and the rows and columns they come to stand in."""

import re
from dataclasses import dataclass, field

from model.pasting import html_text
from model.pasting.grid import Grid, Spot, check_size
from model.steps import Steps

ROWS_A_STEP = 200
NO_ROOM = re.compile(r"#+")


@dataclass(slots=True)
class Cell:
    """A cell as it is read."""

    down: int = 1
    right: int = 1
    loose: int = 0  # empty cells behind it: text that ran over them, not a merged cell
    number: str = ""  # the full number behind what is shown
    source: list[str] = field(default_factory=list)
    needs_break: bool = False  # before the next text: a paragraph has ended
    keeps_edges: bool = False

    def add(self, text: str) -> None:
        """Add source text."""
        if self.needs_break and text.strip(" \t\r\n\f"):
            self.needs_break = False
            if any(part.strip() for part in self.source):
                self.source.append(html_text.KEPT_BREAK)
        self.source.append(text)

    @property
    def text(self) -> str:
        """Return what one sees."""
        text = html_text.seen("".join(self.source), self.keeps_edges)
        return self.number if self.number and NO_ROOM.fullmatch(text) else text


@dataclass(slots=True)
class Row:
    """A row as it is read."""

    is_hidden: bool
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table as it is read."""

    rows: list[Row] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)  # columns
    columns: int = 0  # told of by <col> so far
    row: Row | None = None
    cell: Cell | None = None
    holds_tables: bool = False


class Sheet:
    """The rows and merged cells of one or more tables, one below the other."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._origins: dict[Spot, Spot] = {}

    def grid(self) -> Grid | None:
        """Return the grid, all rows equally wide; None where there is nothing."""
        width = max(map(len, self._rows), default=0)
        check_size(len(self._rows), width)
        rows = tuple((*row, *[""] * (width - len(row))) for row in self._rows)
        return Grid(rows, self._origins) if width else None

    def laying(self, table: Table) -> Steps[None]:
        """Give every cell of a table its row and column; hidden ones go."""
        reaching: dict[int, tuple[int, Cell]] = {}
        starts: dict[int, Spot] = {}  # by the id of a merged cell
        for number, row in enumerate(table.rows):
            placed = _placed(row, reaching)
            if not row.is_hidden and not (table.holds_tables and not any(cell.text for cell in row.cells)):
                self._lay([cell for at, cell in enumerate(placed) if at not in table.hidden], starts)
            if number % ROWS_A_STEP == 0:
                yield number

    def _lay(self, placed: list[Cell | None], starts: dict[int, Spot]) -> None:
        row, texts = len(self._rows), []
        for column, cell in enumerate(placed):
            is_covered = cell is not None and id(cell) in starts
            texts.append("" if cell is None or is_covered else cell.text)
            if cell is not None and is_covered:
                self._origins[row, column] = starts[id(cell)]
            elif cell is not None and (cell.down > 1 or cell.right > 1):
                starts[id(cell)] = (row, column)
        self._rows.append(texts)


def _placed(row: Row, reaching: dict[int, tuple[int, Cell]]) -> list[Cell | None]:
    """Return a row's cells by column, with those that reach down from above.

    `reaching` holds for each column the cell that reaches below, and through how many rows yet.
    """
    placed: list[Cell | None] = []
    cells = [one for cell in row.cells for one in (cell, *(Cell() for _ in range(cell.loose)))][::-1]
    while cells or any(column >= len(placed) for column in reaching):
        column = len(placed)
        check_size(1, column + 1)
        if column in reaching:
            left, above = reaching.pop(column)
            placed.append(above)
            if left > 1:
                reaching[column] = (left - 1, above)
        elif not cells:
            placed.append(None)
        else:
            _place(cells.pop(), placed, reaching)
    return placed


def _place(cell: Cell, placed: list[Cell | None], reaching: dict[int, tuple[int, Cell]]) -> None:
    for column in range(len(placed), len(placed) + cell.right):
        placed.append(cell)
        if cell.down > 1:
            reaching[column] = (cell.down - 1, cell)
