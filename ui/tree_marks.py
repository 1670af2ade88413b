# SPDX-License-Identifier: MIT
"""The findings at every cell of the indicator tree, and which cells' findings an edit has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.places import rows_of
from ui.due import is_due

if TYPE_CHECKING:
    from model.form import Level2Group
    from model.rules import Finding
    from ui.document import Document
    from ui.rows import Rows

Findings = tuple["Finding", ...]
ByRow = dict[int, Findings]
NOTHING: ByRow = {}


class TreeMarks:
    """Findings of the tree as the judge has them now; they are looked up, never kept from edit to edit."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._twins: dict[int, tuple[object, ByRow]] = {}
        self._of_groups: dict[Rows, Findings] = {}

    def begin(self) -> None:
        """Look at another form."""
        self._twins = {}
        self._of_groups = self._group_findings()

    def of_cell(self, group: Level2Group, row: int, key: str) -> Findings:
        """Return the findings of an indicator's cell; those of the row as a whole are at its name."""
        judge = self._document.judge
        found = judge.of_row(group.children[row])
        own = (finding for finding in found if (finding.place or ("name",)) == (key,))
        if key != "name":
            return tuple(own)
        return (*own, *self.twins(group).get(row, ()))

    def of_group(self, rows: Rows) -> Findings:
        """Return the findings of a group of level 1 or 2."""
        return self._of_groups.get(rows, ())

    def twins(self, group: Level2Group) -> ByRow:
        """Return the findings of the group rules, by row."""
        found = self._document.judge.of_group(group)
        if not found:
            return NOTHING
        known = self._twins.get(id(group))
        if known is None or known[0] is not found:
            by_row: ByRow = {}
            for row, finding in found:
                by_row[row] = (*by_row.get(row, ()), finding)
            known = self._twins[id(group)] = (found, by_row)
        return known[1]

    def refresh(self) -> set[Rows]:
        """Look at the groups again and return those whose findings have changed."""
        before, self._of_groups = self._of_groups, self._group_findings()
        either = before.keys() | self._of_groups.keys()
        return {rows for rows in either if before.get(rows, ()) != self.of_group(rows)}

    def _group_findings(self) -> dict[Rows, Findings]:
        found: dict[Rows, Findings] = {}
        for finding in self._document.judge.of_form():
            rows = rows_of(finding.place)
            if rows and is_due(self._document, finding):
                found[rows] = (*found.get(rows, ()), finding)
        return found
