# SPDX-License-Identifier: MIT
"""Which rows of the indicator tree are to be drawn anew after a step: told once, many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.places import at
from ui.columns import KEYS, NAME
from ui.rows import LEVELS, Rows, containers, row_place

if TYPE_CHECKING:
    from ui.tree_marks import TreeMarks
    from ui.tree_model import TreeModel

FEW = 8  # rows of a group; more are told as one block
LAST = len(KEYS) - 1


class TreeNews:
    """Collects the rows typed in, and tells of them and of all around them."""

    def __init__(self, tree: TreeModel, marks: TreeMarks) -> None:
        self._tree, self._marks = tree, marks
        self.forget()

    def forget(self) -> None:
        """Begin anew with another form."""
        self._twins: dict[int, frozenset[int]] = {}  # by group: rows known to have namesakes
        self._typed: set[Rows] = set()

    def note(self, rows: Rows) -> None:
        """Remember that a row or a head was typed in."""
        self._typed.add(rows)

    def tell(self) -> None:
        """Tell of what was typed in since the last time."""
        typed, self._typed = self._typed, set()
        by_parent: dict[Rows, set[int]] = {}
        for rows in typed.union(*map(self._around, {rows[:-1]: rows for rows in typed}.values())):
            by_parent.setdefault(rows[:-1], set()).add(rows[-1])
        for parent, numbers in by_parent.items():
            if len(numbers) > FEW:
                self.tell_row((*parent, min(numbers)), (*parent, max(numbers)))
            else:
                for number in numbers:
                    self.tell_row((*parent, number))
        for rows in typed:
            self._tell_below(rows)

    def tell_around(self, rows: Rows) -> None:
        """Tell of the heads and namesakes of a row that has come, gone or moved."""
        for around in self._around(rows):
            self.tell_row(around)

    def tell_row(self, rows: Rows, last: Rows = ()) -> None:
        """Tell of a row, or of all from it to another one of its group."""
        first, end = self._tree.index_at(rows), self._tree.index_at(last or rows)
        if first.isValid() and end.isValid():
            self._tree.dataChanged.emit(first, end.siblingAtColumn(LAST))

    def _around(self, rows: Rows) -> set[Rows]:
        """Return the heads whose subtotals a row may change, and the rows whose namesake it is."""
        around = {rows[:end] for end in range(1, len(rows))}
        if len(rows) == LEVELS:
            group = at(self._tree.document.form, row_place(rows[:2]))
            known, now = self._twins.get(id(group), frozenset()), frozenset(self._marks.twins(group))
            self._twins[id(group)] = now
            around |= {(*rows[:2], row) for row in known ^ now}
        return around

    def _tell_below(self, rows: Rows) -> None:
        """The rows of a renamed group are judged by another kind now."""
        if len(rows) < LEVELS:
            for first, second in containers(self._tree.document.form, LEVELS):
                group = self._tree.index_at((first, second))
                if (first, second)[: len(rows)] == rows and self._tree.rowCount(group):
                    last = self._tree.index(self._tree.rowCount(group) - 1, LAST, group)
                    self._tree.dataChanged.emit(self._tree.index(0, NAME, group), last)
