# SPDX-License-Identifier: MIT
"""Blocks of texts laid over cells: what is typed into which, read as typing is."""

from __future__ import annotations

from collections.abc import Sequence

from model.edits import Insert, SetCell
from model.form import Form, Indicator
from model.pasting.grid import Grid
from model.places import Place, at
from model.steps import Steps, each
from model.typed import read_typed


def filling(form: Form, texts: Sequence[tuple[Place, str]], unit: str) -> Steps[list[SetCell]]:
    """Type texts into cells, in steps; cells that hold them already stay untouched."""

    def typed(pair: tuple[Place, str]) -> list[SetCell]:
        value = read_typed(*pair, unit)
        return [SetCell(pair[0], value)] if at(form, pair[0]) != value else []

    return each(texts, typed)


def laid_over(targets: Sequence[Sequence[Place | None]], grid: Grid) -> list[tuple[Place, str]]:
    """Pair the cells of a block with the texts that come to them.

    The grid is repeated where the cells are a multiple of it; None stands for a cell nothing can be typed in.
    """
    return [
        (place, grid.rows[row % grid.height][column % grid.width])
        for row, places in enumerate(targets)
        for column, place in enumerate(places)
        if place is not None
    ]


def growth(
    parent: Place, row: int, keys: Sequence[str], rows: Sequence[Sequence[str]], unit: str
) -> Steps[list[Insert]]:
    """Put new indicators into a group, in steps, their cells filled from a column on."""

    def inserted(numbered: tuple[int, Sequence[str]]) -> list[Insert]:
        pairs = zip(keys, numbered[1], strict=False)
        read = {key: read_typed((*parent, 0, key), text, unit) for key, text in pairs}
        return [Insert(parent, numbered[0], Indicator.model_validate(read))]

    return each(list(enumerate(rows, start=row)), inserted)


def in_one(grid: Grid) -> str:
    """Return a block as the text of one cell: rows are lines, cells are parted by blanks."""
    lines = (
        row[0] if grid.width == 1 else " ".join(text for text in row if text.strip()) for row in grid.rows
    )
    return "\n".join(lines).rstrip("\n")
