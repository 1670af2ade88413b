# SPDX-License-Identifier: MIT
"""The edits that put a pasted table into a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.decimals import Entry
from model.edits import Edit, Insert, Remove, SetCell
from model.form import Form, Level1Group, Level2Group
from model.pasting.group_finding import Inner, Outer
from model.places import INDICATORS, Place, at, level1_place, level2_place


def edits_of(
    form: Form, outer: Sequence[Outer], filled: Mapping[Place, Entry | int], replaces: bool
) -> tuple[Edit, ...]:
    """Return the edits in an order in which every place is still right."""
    cells = (SetCell(place, value) for place, value in filled.items() if at(form, place) != value)
    inside = (edit for one in outer if one.row is not None for edit in _into_outer(one, replaces))
    return (*cells, *inside, *_new_outer(outer))


def _into_outer(outer: Outer, replaces: bool) -> tuple[Edit, ...]:
    """Put indicators and new groups into a level-1 group of the form."""
    inside = (edit for inner in outer.children for edit in _into(inner, replaces))
    return (*inside, *_new_inner(outer, outer.row or 0))


def _into(inner: Inner, replaces: bool) -> tuple[Edit, ...]:
    """Put indicators into a group of the form."""
    if inner.group is None:
        return ()
    own, place = len(inner.group.children), level2_place(*inner.rows)
    if replaces and own:
        changed = inner.group.model_copy(update={"children": inner.added})
        return Remove(place[:-1], inner.rows[1]), Insert(place[:-1], inner.rows[1], changed)
    return tuple(Insert((*place, "children"), own + row, one) for row, one in enumerate(inner.added))


def _new_inner(outer: Outer, row: int) -> tuple[Edit, ...]:
    """Make level-2 groups in a level-1 group of the form."""
    parent = (*level1_place(row), "children")
    made = ((at, inner) for at, inner in enumerate(outer.children) if inner.group is None)
    return tuple(Insert(parent, at, _group(inner)) for at, inner in made)


def _new_outer(outer: Sequence[Outer]) -> tuple[Edit, ...]:
    """Make level-1 groups."""
    return tuple(
        Insert(
            INDICATORS, row, Level1Group(name=one.name, children=[_group(inner) for inner in one.children])
        )
        for row, one in enumerate(outer)
        if one.row is None
    )


def _group(inner: Inner) -> Level2Group:
    return Level2Group(name=inner.name, children=inner.added)
