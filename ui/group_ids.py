# SPDX-License-Identifier: MIT
"""Ids of the tree's groups: what the indexes of the tree model carry to name the group they lie in."""

from __future__ import annotations

from collections.abc import Callable

from model.form import Form, Level1Group, Level2Group
from ui.rows import Rows

Group = Level1Group | Level2Group
TOP = 0  # the id of the whole tree


class GroupIds:
    """Groups by id, and where they stand in the form.

    A group once named is kept alive, so that its id is given to no other while an index may still carry it.
    """

    def __init__(self, form: Callable[[], Form]) -> None:
        self._form = form
        self._groups: dict[int, Group] = {}
        self.group = self._groups.get  # the group of an id, None for the top; asked for with every cell
        self.forget()

    def forget(self) -> None:
        """Begin anew with another form."""
        self._groups.clear()
        self._where: dict[int, Rows] = {}

    def forget_places(self) -> None:
        """Look again where the groups stand: rows have come, gone or moved."""
        self._where = {}

    def id_of(self, group: Group) -> int:
        """Return a group's id."""
        self._groups[id(group)] = group
        return id(group)

    def rows(self, group_id: int) -> Rows:
        """Return where a group stands; empty for the top, and for a group no longer in the form."""
        if group_id == TOP:
            return ()
        if not self._where:
            self._where = self._found()
        return self._where.get(group_id, ())

    def _found(self) -> dict[int, Rows]:
        where: dict[int, Rows] = {}
        for first, level1 in enumerate(self._form().indicators):
            where[id(level1)] = (first,)
            where.update((id(level2), (first, second)) for second, level2 in enumerate(level1.children))
        return where
