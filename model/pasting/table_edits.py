# SPDX-License-Identifier: MIT
"""The edits that put a pasted table into a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.decimals import Entry
from model.edits import Edit, Insert, Remove, SetCell
from model.form import Form, Indicator, Level1Group, Level2Group
from model.pasting.group_finding import Inner, Outer
from model.places import INDICATORS, Place, at, level1_place, level2_place

MANY = 200  # indicators; a group that gets more is exchanged as a whole, which is quicker


def edits_of(
    form: Form, outer: Sequence[Outer], filled: Mapping[Place, Entry | int], replaces: bool
) -> tuple[Edit, ...]:
    """Return the edits in an order in which every place is still right."""
    cells = (SetCell(place, value) for place, value in filled.items() if at(form, place) != value)
    coming = sum(len(inner.added) for one in outer for inner in one.children)
    inside = (
        edit for one in outer if one.row is not None for edit in _into_outer(form, one, replaces, coming)
    )
    return (*cells, *inside, *_new_outer(outer))


def _into_outer(form: Form, outer: Outer, replaces: bool, coming: int) -> tuple[Edit, ...]:
    """Put indicators and new groups into a level-1 group of the form."""
    row = outer.row or 0
    if sum(inner.group is not None and len(inner.added) > MANY for inner in outer.children) > 1:
        children = [_changed(inner, replaces) for inner in outer.children]
        changed = form.indicators[row].model_copy(update={"children": children})
        return Remove(INDICATORS, row), Insert(INDICATORS, row, changed)
    inside = (edit for inner in outer.children for edit in _into(inner, replaces, coming))
    return (*inside, *_new_inner(outer, row))


def _into(inner: Inner, replaces: bool, coming: int) -> tuple[Edit, ...]:
    """Put indicators into a group of the form."""
    if inner.group is None:
        return ()
    own, place = len(inner.group.children), level2_place(*inner.rows)
    if (replaces and own) or (len(inner.added) > MANY and 4 * len(inner.added) > coming):
        return Remove(place[:-1], inner.rows[1]), Insert(place[:-1], inner.rows[1], _changed(inner, replaces))
    return tuple(Insert((*place, "children"), own + row, one) for row, one in enumerate(inner.added))


def _changed(inner: Inner, replaces: bool) -> Level2Group:
    """Return a group as it is afterwards."""
    if inner.group is None:
        return _group(inner)
    kept = [] if replaces else inner.group.children
    return inner.group.model_copy(update={"children": [*kept, *inner.added]})


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


def condensed(form: Form, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Exchange groups of which very many cells change; each edit by itself would take too long.

    The edits set cells of indicators, or put indicators in.
    """
    by_group: dict[Place, list[SetCell | Insert]] = {}
    others: list[Edit] = []
    for edit in edits:
        place = edit.place if isinstance(edit, SetCell) else edit.parent if isinstance(edit, Insert) else ()
        if isinstance(edit, SetCell | Insert) and len(place) > 4:
            by_group.setdefault(place[:4], []).append(edit)
        else:
            others.append(edit)
    for place, inside in by_group.items():
        others.extend(_exchanged(form, place, inside) if len(inside) > MANY else inside)
    return tuple(others)


def _exchanged(form: Form, place: Place, edits: Sequence[SetCell | Insert]) -> tuple[Edit, Edit]:
    group: Level2Group = at(form, place)
    changed = group.model_copy(update={"children": [row.model_copy() for row in group.children]})
    for edit in edits:
        if isinstance(edit, SetCell):
            setattr(changed.children[int(edit.place[5])], str(edit.place[6]), edit.value)
        elif isinstance(edit.node, Indicator):
            changed.children.insert(edit.row, edit.node)
    return Remove(place[:-1], int(place[-1])), Insert(place[:-1], int(place[-1]), changed)
