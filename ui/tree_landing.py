# SPDX-License-Identifier: MIT
"""Where a block lands in the indicator tree: rightwards, and downwards through the rows one sees.

What goes beyond the last row becomes new indicators in its group, as a spreadsheet grows below its last row;
pasted at the row for a new indicator, all of it does.  Columns beyond the last one are left out, and told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from model.pasting.blocks import filling, growth, laid_over
from model.pasting.grid import Grid
from model.places import Place
from model.steps import Steps, part
from ui import rows as wanted
from ui.columns import KEYS, NAME
from ui.landing import Landing
from ui.rows import LEVELS, Rows, list_place, row_place

if TYPE_CHECKING:
    from ui.document import Document
    from ui.tree_view import TreeView


ROWS_A_STEP = 50
SOUGHT = 20  # percent of the time it takes to find the rows


class Anchor(NamedTuple):
    """The cell a block begins at."""

    rows: Rows
    column: int


def fill(document: Document, cells: Sequence[Sequence[Place]], grid: Grid) -> Steps[Landing]:
    """Fill cells with a block, repeated as often as it goes."""
    edits = yield from filling(document.form, laid_over(cells, grid), document.amount_unit)
    return Landing(tuple(edits), len(cells), max(map(len, cells)))


def rename(document: Document, head: Rows, text: str) -> Steps[Landing]:
    """Give a group another name."""
    place: Place = (*row_place(head), "name")
    edits = yield from filling(document.form, [(place, text)], document.amount_unit)
    return Landing(tuple(edits), 1, 1)


def land(document: Document, view: TreeView, anchor: Anchor, grid: Grid) -> Steps[Landing | None]:
    """Lay a block over cells from a corner on; None below a group that has no level-2 group."""
    start = _first_row(document, view, anchor.rows)
    if start is None:
        return None
    form, unit = document.form, document.amount_unit
    left = NAME if grid.width == len(KEYS) else anchor.column  # whole rows fit only there
    keys = KEYS[left : left + grid.width]
    if start[-1] >= wanted.length(form, start[:-1]):  # the row for a new indicator
        there, group, keys = [], start[:-1], KEYS[: grid.width]
    else:
        there = yield from _downwards(view, start, grid.height)
        group = there[-1][:-1]
    targets = [[(*row_place(rows), key) for key in keys] for rows in there]
    texts = [pair for row, places in enumerate(targets) for pair in zip(places, grid.rows[row], strict=False)]
    coming, end = grid.rows[len(there) :], wanted.length(form, group)
    share = SOUGHT + (100 - SOUGHT) * len(there) // grid.height
    typed = yield from part(filling(form, texts, unit), SOUGHT, share)
    added = yield from part(growth(list_place(group), end, keys, coming, unit), share, 100)
    new = [(*group, end + row) for row in range(len(coming))]
    return Landing(
        (*typed, *added),
        grid.height,
        len(keys),
        _corners([*there, *new], keys),
        len(coming),
        grid.width - len(keys),
    )


def _first_row(document: Document, view: TreeView, rows: Rows) -> Rows | None:
    """Return the first row of indicators at or below a row, or the one for a new indicator."""
    if len(rows) == LEVELS:
        return rows
    group = wanted.group_at(document.form, rows)
    return None if group is None else (*group, 0)


def _downwards(view: TreeView, start: Rows, count: int) -> Steps[list[Rows]]:
    """Return indicators that are seen, from one on downwards."""
    found: list[Rows] = []
    for rows in _seen_below(view, start):
        found.append(rows)
        if len(found) == count:
            break
        if len(found) % ROWS_A_STEP == 0:
            yield SOUGHT * len(found) // count
    return found


def _seen_below(view: TreeView, start: Rows) -> Iterator[Rows]:
    index = view.tree.index_at(start, NAME)
    while index.isValid():
        rows = view.tree.rows_at(index)
        if len(rows) == LEVELS and view.tree.node(index) is not None:
            yield rows
        index = view.indexBelow(index)


def _corners(landed: Sequence[Rows], keys: Sequence[str]) -> tuple[tuple[Place, Place], ...]:
    """Return the first and the last cell in every group that was reached."""
    groups: dict[Rows, list[Rows]] = {}
    for rows in landed:
        groups.setdefault(rows[:-1], []).append(rows)
    return tuple(
        ((*row_place(inside[0]), keys[0]), (*row_place(inside[-1]), keys[-1])) for inside in groups.values()
    )
