# SPDX-License-Identifier: MIT
"""The way of the keys through the tree: over the clerk's cells, past the heads."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from ui.cells import Look
from ui.columns import NAME, TREE_COLUMNS
from ui.grid_keys import Walk
from ui.tree_view import TreeView

ALL_COLUMNS = tuple(range(len(TREE_COLUMNS)))
STOPS: dict[Look, tuple[int, ...]] = {Look.VALUE: ALL_COLUMNS, Look.ADD: (NAME,)}


def neighbour(view: TreeView, index: QModelIndex, walk: Walk) -> QModelIndex:
    """Return the cell a walk leads to; invalid at the end of the tree."""
    if not index.isValid():
        return QModelIndex()
    forward = walk in (Walk.NEXT, Walk.DOWN)
    if walk in (Walk.NEXT, Walk.PREVIOUS):
        return _beside(view, index, forward)
    return _along_column(view, index, forward)


def _beside(view: TreeView, index: QModelIndex, forward: bool) -> QModelIndex:
    row, column = index, index.column()
    in_row = [at for at in _stops(view, index) if (at > column if forward else at < column)]
    while not in_row:
        row = view.indexBelow(row) if forward else view.indexAbove(row)
        if not row.isValid():
            return QModelIndex()
        in_row = list(_stops(view, row))
    return row.siblingAtColumn(in_row[0] if forward else in_row[-1])


def _along_column(view: TreeView, index: QModelIndex, forward: bool) -> QModelIndex:
    row = index
    while (row := view.indexBelow(row) if forward else view.indexAbove(row)).isValid():
        if index.column() in _stops(view, row):
            return row.siblingAtColumn(index.column())
    return QModelIndex()


def _stops(view: TreeView, row: QModelIndex) -> tuple[int, ...]:
    return STOPS.get(view.tree.cell(row.siblingAtColumn(NAME)).look, ())
