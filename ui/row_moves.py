# SPDX-License-Identifier: MIT
"""What dragging rows of the tree does: which ones go along, where they may go, the move as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from ui import rows as wanted
from ui.chosen import choose_rows
from ui.tree_words import words_of_placing

if TYPE_CHECKING:
    from ui.drop_goal import DropGoal
    from ui.grid_keys import GridKeys
    from ui.rows import Rows
    from ui.tree_view import TreeView


class RowMoves:
    """The rows the clerk drags, and the edit that puts them elsewhere."""

    def __init__(self, view: TreeView, keys: GridKeys) -> None:
        self._view, self._keys, self._tree = view, keys, view.tree

    def take_up(self, row: QModelIndex) -> list[Rows]:
        """Return a row with the other chosen ones of its level; a row not chosen is chosen, alone."""
        self._keys.commit()
        here = self._tree.rows_at(row)
        if here not in self._chosen():
            self._view.setFocus()
            self._keys.stand_at(row)
            choose_rows(self._view)
        return sorted(rows for rows in self._chosen() if len(rows) == len(here))

    def fits(self, rows: list[Rows], goal: DropGoal) -> bool:
        """Tell whether rows would stand elsewhere after being dropped."""
        return wanted.placing(self._tree.document.form, rows, goal.group, goal.row) is not None

    def drop(self, rows: list[Rows], goal: DropGoal) -> None:
        """Put rows where they were dragged to."""
        edit = wanted.placing(self._tree.document.form, rows, goal.group, goal.row)
        if edit is not None:
            self._tree.document.do(edit, words_of_placing(rows))
            self._view.scrollTo(self._view.currentIndex())

    def _chosen(self) -> set[Rows]:
        cells = self._view.selectionModel().selectedIndexes()
        return {self._tree.rows_at(cell) for cell in cells if self._tree.node(cell) is not None}
