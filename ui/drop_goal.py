# SPDX-License-Identifier: MIT
"""Where rows of the tree dragged with the mouse would go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPoint

from ui.columns import NAME
from ui.rows import LEVELS, Rows

if TYPE_CHECKING:
    from ui.tree_view import TreeView


class DropGoal(NamedTuple):
    """The place between two rows: in which group, before which of its rows, and where that is in the view."""

    group: Rows
    row: int
    line: QPoint  # where the line showing it begins


def goal_at(view: TreeView, level: int, y: int) -> DropGoal | None:
    """Return where rows of a level go when let go at a height of the view; None where they cannot."""
    row = _row_at(view, y)
    if not row.isValid():
        return None
    while view.tree.level(row) > level:
        row = row.parent()
    if view.tree.level(row) == level:
        return _beside(view, row, y)
    return _into(view, row, level)


def _row_at(view: TreeView, y: int) -> QModelIndex:
    """Return the row at a height; above and below the tree its first and last one."""
    inside = min(max(y, 0), view.viewport().height() - 1)
    row = view.indexAt(QPoint(0, inside)).siblingAtColumn(NAME)
    if row.isValid():
        return row
    return _last_below(view, view.tree.index(view.tree.rowCount() - 1, NAME))


def _last_below(view: TreeView, row: QModelIndex) -> QModelIndex:
    """Return the last row seen below a group's head; the row itself where there is none."""
    while view.isExpanded(row) and (below := view.tree.rowCount(row)):
        row = view.tree.index(below - 1, NAME, row)
    return row


def _beside(view: TreeView, row: QModelIndex, y: int) -> DropGoal:
    """Before or after a row, with all below it; before the row for a new indicator."""
    *group, number = view.tree.rows_at(row)
    head, end = view.visualRect(row), view.visualRect(_last_below(view, row))
    is_after = y > (head.top() + end.bottom()) // 2 and view.tree.node(row) is not None
    bottom = end.bottom() + 1
    return DropGoal(tuple(group), number + is_after, QPoint(head.left(), bottom if is_after else head.top()))


def _into(view: TreeView, head: QModelIndex, level: int) -> DropGoal | None:
    """First in a group, or in its first group; last in a collapsed one of the level above."""
    while view.tree.level(head) < level - 1:
        head = view.tree.index(0, NAME, head)
        if not head.isValid():
            return None
    box, is_open = view.visualRect(head), view.isExpanded(head)
    rows = view.tree.rowCount(head) - (level == LEVELS)  # without the row for a new indicator
    left = box.left() + view.indentation()
    return DropGoal(view.tree.rows_at(head), 0 if is_open else rows, QPoint(left, box.bottom() + 1))
