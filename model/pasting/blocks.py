# SPDX-License-Identifier: MIT
"""Blocks of texts laid over cells: what is typed into which, read as typing is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.edits import Edit, Insert, SetCell
from model.form import Form, Indicator
from model.pasting.grid import Grid
from model.places import Place, at
from model.typed import read_typed


def filling(form: Form, texts: Iterable[tuple[Place, str]], unit: str) -> tuple[Edit, ...]:
    """Type texts into cells; cells that hold them already stay untouched."""
    read = ((place, read_typed(place, text, unit)) for place, text in texts)
    return tuple(SetCell(place, value) for place, value in read if at(form, place) != value)


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
) -> tuple[Edit, ...]:
    """Put new indicators into a group, their cells filled from a column on."""
    edits = []
    for number, texts in enumerate(rows):
        pairs = zip(keys, texts, strict=False)
        read = {key: read_typed((*parent, 0, key), text, unit) for key, text in pairs}
        edits.append(Insert(parent, row + number, Indicator.model_validate(read)))
    return tuple(edits)


def in_one(grid: Grid) -> str:
    """Return a block as the text of one cell: rows are lines, cells are parted by blanks."""
    lines = (
        row[0] if grid.width == 1 else " ".join(text for text in row if text.strip()) for row in grid.rows
    )
    return "\n".join(lines).rstrip("\n")
