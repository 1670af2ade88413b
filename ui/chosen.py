# SPDX-License-Identifier: MIT
"""Which cells are chosen in the tree or the funds grid, in the order one sees them; choosing more of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from ui.cells import Look

Block = list[list[QModelIndex]]
"""Cells by row and column; the head of a group is a row of its name cell alone."""

Flag, Key, Mod = QItemSelectionModel.SelectionFlag, Qt.Key, Qt.KeyboardModifier
HEADS = (Look.LEVEL1, Look.LEVEL2)
MOVES = (Key.Key_Home, Key.Key_End, Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)


def chosen_block(view: QAbstractItemView) -> Block:
    """Return the smallest rectangle of rows and columns around the chosen cells, as they are seen.

    Without a chosen cell it is the current one.  Rows for a new indicator are left out, heads of groups come
    as a row of their name cell alone; hidden rows and those of collapsed groups are not seen.
    """
    spans = _spans(view)
    if not spans:
        return []
    left, right = min(top.column() for top, _ in spans), max(end.column() for _, end in spans)
    first = min((_seen(view, top) for top, _ in spans), key=_path)
    last = max((_seen(view, end) for _, end in spans), key=_path)
    rows = (_cells(view, row, left, right) for row in _rows(view, first, last))
    return [row for row in rows if row]


def chosen_columns(view: QAbstractItemView) -> Block:
    """Return the chosen cells column by column, each from top to bottom; heads of groups are left out."""
    chosen, columns = view.selectionModel(), dict[int, list[QModelIndex]]()
    for row in chosen_block(view):
        for cell in row:
            if chosen.isSelected(cell) and _look(view, cell.siblingAtColumn(0)) not in HEADS:
                columns.setdefault(cell.column(), []).append(cell)
    return [columns[column] for column in sorted(columns)]


def choose_rows(view: QAbstractItemView) -> None:
    """Choose the whole rows of the chosen cells."""
    rows = QItemSelection()
    for top, end in _spans(view):
        rows.select(top.siblingAtColumn(0), end.siblingAtColumn(view.model().columnCount() - 1))
    view.selectionModel().select(rows, Flag.ClearAndSelect)


def command_for(event: QEvent | None, command: Flag) -> Flag:
    """Let jumps with Ctrl choose as other moves do: the cell they reach, with Shift all up to it."""
    if not isinstance(event, QKeyEvent) or event.key() not in MOVES:
        return command
    if not event.modifiers() & Mod.ControlModifier:
        return command
    return Flag.SelectCurrent if event.modifiers() & Mod.ShiftModifier else Flag.ClearAndSelect


def _spans(view: QAbstractItemView) -> list[tuple[QModelIndex, QModelIndex]]:
    """Return the first and the last cell of every range that is chosen."""
    spans, current = list(view.selectionModel().selection()), view.currentIndex()
    if not spans:
        return [(current, current)] if current.isValid() else []
    return [(QModelIndex(span.topLeft()), QModelIndex(span.bottomRight())) for span in spans]


def _path(index: QModelIndex) -> tuple[int, ...]:
    """Sort key: rows from the outermost group down to the index's own."""
    return (*_path(index.parent()), index.row()) if index.isValid() else ()


def _seen(view: QAbstractItemView, index: QModelIndex) -> QModelIndex:
    """Return the row itself, or the outermost collapsed group it lies in."""
    group = index.parent()
    while isinstance(view, QTreeView) and group.isValid():
        if not view.isExpanded(group):
            index = group
        group = group.parent()
    return index


def _rows(view: QAbstractItemView, first: QModelIndex, last: QModelIndex) -> Iterator[QModelIndex]:
    row, end = first.siblingAtColumn(0), last.siblingAtColumn(0)
    while row.isValid():
        yield row
        if row == end:
            return
        row = view.indexBelow(row) if isinstance(view, QTreeView) else row.siblingAtRow(row.row() + 1)


def _cells(view: QAbstractItemView, row: QModelIndex, left: int, right: int) -> list[QModelIndex]:
    look = _look(view, row)
    if look is Look.ADD:
        return []
    return [row] if look in HEADS else [row.siblingAtColumn(at) for at in range(left, right + 1)]


def _look(view: QAbstractItemView, index: QModelIndex) -> Look:
    look: Look = view.model().cell(index).look  # type: ignore[attr-defined]
    return look
