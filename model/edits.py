# SPDX-License-Identifier: MIT
"""Edits: changes of a form as data; applying one returns its inverse."""

from dataclasses import dataclass

from model.form import Form, Part
from model.places import Place, at


@dataclass(frozen=True)
class SetCell:
    """Put a value (text, Decimal or None) into one cell."""

    place: Place
    value: object

    def apply(self, form: Form) -> "SetCell":
        """Change the cell."""
        owner, key = at(form, self.place[:-1]), str(self.place[-1])
        inverse = SetCell(self.place, getattr(owner, key))
        setattr(owner, key, self.value)
        return inverse


@dataclass(frozen=True)
class Insert:
    """Put a group or an indicator, with everything below it, into a list of the tree."""

    parent: Place  # of the list: ("indicators",) or (…, "children")
    row: int
    node: Part

    def apply(self, form: Form) -> "Remove":
        """Insert the node."""
        at(form, self.parent).insert(self.row, self.node)
        return Remove(self.parent, self.row)


@dataclass(frozen=True)
class Remove:
    """Take one group or indicator, with everything below it, out of the tree."""

    parent: Place
    row: int

    def apply(self, form: Form) -> Insert:
        """Remove the node."""
        return Insert(self.parent, self.row, at(form, self.parent).pop(self.row))


@dataclass(frozen=True)
class Move:
    """Take a row out of one list and put it into the same or another one.

    `new_row` counts after the row was taken out.  Neither list lies inside the moved row.
    """

    parent: Place
    row: int
    new_parent: Place
    new_row: int

    def apply(self, form: Form) -> "Move":
        """Move the row."""
        source, goal = at(form, self.parent), at(form, self.new_parent)
        goal.insert(self.new_row, source.pop(self.row))
        return Move(self.new_parent, self.new_row, self.parent, self.row)


@dataclass(frozen=True)
class Several:
    """A few edits that are one step for the clerk, applied in order."""

    edits: "tuple[Edit, ...]"

    def apply(self, form: Form) -> "Several":
        """Apply all, in order."""
        return Several(tuple(edit.apply(form) for edit in self.edits)[::-1])


SimpleEdit = SetCell | Insert | Remove | Move
Edit = SimpleEdit | Several


def single(edit: Edit) -> tuple[SimpleEdit, ...]:
    """Return the simple edits an edit consists of, in order."""
    if isinstance(edit, Several):
        return tuple(step for part in edit.edits for step in single(part))
    return (edit,)
