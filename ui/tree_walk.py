# SPDX-License-Identifier: MIT
"""The way of the keys through the tree: over the clerk's cells, past the heads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from ui.cells import Look
from ui.columns import NAME, TREE_COLUMNS
from ui.grid_keys import Walk

if TYPE_CHECKING:
    from ui.tree_view import TreeView

Cursor = QAbstractItemView.CursorAction
LAST = len(TREE_COLUMNS) - 1
STEPS = {Cursor.MoveLeft: -1, Cursor.MoveRight: 1, Cursor.MoveHome: -LAST, Cursor.MoveEnd: LAST}
DOWN = (Cursor.MoveDown, Cursor.MovePageDown, Cursor.MoveEnd)
IN_COLUMN = (Cursor.MoveUp, Cursor.MoveDown)
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


def cell_above(view: TreeView, index: QModelIndex) -> QModelIndex:
    """Return the next cell of an indicator above one; invalid where there is none."""
    while (index := neighbour(view, index, Walk.UP)).isValid():
        if view.tree.cell(index).look is not Look.ADD:
            break
    return index


def cursor_goal(
    view: TreeView, action: QAbstractItemView.CursorAction, jumps: bool, by_qt: Callable[[], QModelIndex]
) -> QModelIndex:
    """Return the cell a cursor key leads to; with Ctrl it jumps to the end of the row, column or tree."""
    current = view.currentIndex()
    if not current.isValid():
        return by_qt()
    is_end = action in (Cursor.MoveHome, Cursor.MoveEnd)
    if action in STEPS and not (jumps and is_end):
        return _in_row(current, LAST * STEPS[action] if jumps else STEPS[action])
    if action in IN_COLUMN and not jumps:
        return _next_standing(view, current, action in DOWN) or current
    column = current.column() if not is_end else LAST if action in DOWN else NAME
    goal = _outermost(view, action in DOWN) if jumps else by_qt()
    return _standing(view, goal.siblingAtColumn(column), action in DOWN) or current


def _in_row(index: QModelIndex, step: int) -> QModelIndex:
    goal = index.siblingAtColumn(min(max(index.column() + step, NAME), LAST))
    return goal if _can_stand(goal) else index


def _outermost(view: TreeView, last: bool) -> QModelIndex:
    row = view.tree.index(view.tree.rowCount() - 1 if last else 0, NAME)
    while last and view.isExpanded(row) and (below := view.tree.rowCount(row)):
        row = view.tree.index(below - 1, NAME, row)
    return row


def _standing(view: TreeView, cell: QModelIndex, down: bool) -> QModelIndex | None:
    """Return a cell, or where one cannot stand on it the next one of the column; at the end the last."""
    if _can_stand(cell):
        return cell
    return _next_standing(view, cell, down) or _next_standing(view, cell, not down)


def _next_standing(view: TreeView, index: QModelIndex, down: bool) -> QModelIndex | None:
    row = index
    while (row := view.indexBelow(row) if down else view.indexAbove(row)).isValid():
        cell = row.siblingAtColumn(index.column())
        if _can_stand(cell):
            return cell
    return None


def _can_stand(cell: QModelIndex) -> bool:
    return bool(cell.flags() & Qt.ItemFlag.ItemIsSelectable)
