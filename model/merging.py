# SPDX-License-Identifier: MIT
"""Merging two forms that were made of a third one: what only one side has changed is taken over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from model.fields import AMOUNTS, CELLS, FUNDS, GOALS, HEADER, STATED
from model.form import Form, Indicator, Part
from model.naming import OTHERS
from model.pairing import ROW, Node, Seat, paired, seated, walked
from model.places import Place, at

MISSING = object()
"""What stands under a key that is not there."""


def merged(base: Form, mine: Form, theirs: Form) -> Form | None:
    """Return the form with the changes of both sides, made of copies; None where both touch the same.

    A cell that both changed alike is no conflict.  Conflicts are: a cell changed in two ways; a row or group
    that one side removed and the other changed; one moved by both; a list that both put in another order;
    rows of one name that both inserted into one group, unless they are the same.
    """
    for one, other in ((theirs, base), (theirs, mine), (mine, base)):
        if one == other:
            return (theirs if one is mine else mine).model_copy(deep=True)
    merging = _Merging(base, mine, theirs)
    merging.merge()
    return None if merging.has_conflict else merging.form


class _Merging:
    """Begins with a copy of mine and does to it what theirs did to the base."""

    def __init__(self, base: Form, mine: Form, theirs: Form) -> None:
        self.form = mine.model_copy(deep=True)
        self.has_conflict = mine.template != theirs.template
        self._first, my_top = paired(base, mine)  # the base as it is paired with mine …
        self._second, self._their_top = paired(base, theirs)  # … and with theirs
        self._nodes = dict(
            zip(walked(my_top), (seat.node for seat in walked(seated(self.form))), strict=True)
        )
        self._first_of = dict(zip(walked(self._second), walked(self._first), strict=True))
        self._own = {id(node) for seat, node in self._nodes.items() if seat.partner is None}

    def merge(self) -> None:
        for second, first in self._first_of.items():
            self._note_order(first, second)
            if second.level:
                self._merge_seat(first, second)
        self._merge_head()
        if not self.has_conflict:
            self._remove_gone()
            self._arrange(self._their_top, self.form)

    # What both sides did to one part

    def _merge_head(self) -> None:
        forms = [seat.node for seat in (self._first, _with(self._first), self._their_top)] + [self.form]
        base, mine, theirs, goal = forms
        self._merge_cells(base, mine, theirs, goal, (*HEADER, *OTHERS, *GOALS))
        funds: list[tuple[Place, Iterable[str]]] = [(("funds", key), AMOUNTS) for key in FUNDS]
        for place, keys in ((("funds",), ()), *funds, (("stated",), STATED)):
            base, mine, theirs, goal = (at(form, place) for form in forms)
            self._merge_cells(base, mine, theirs, goal, keys)

    def _merge_seat(self, first: Seat, second: Seat) -> None:
        my, their = first.partner, second.partner
        if my is None and their is None:
            return
        if my is None or their is None:
            self.has_conflict |= _is_touched(second if my is None else first)
            return
        self.has_conflict |= my.has_moved and their.has_moved
        keys = CELLS if first.level == ROW else ("name",)
        self._merge_cells(first.node, my.node, their.node, self._nodes[my], keys)

    def _merge_cells(self, base: Part, mine: Part, theirs: Part, goal: Part, keys: Iterable[str]) -> None:
        unknown = {key for part in (base, mine, theirs) for key in part.model_extra or ()}
        for key in (*keys, *sorted(unknown)):
            before, my, their = (_cell(part, key) for part in (base, mine, theirs))
            if their in (before, my):
                continue
            self.has_conflict |= my != before
            _put(goal, key, their)

    def _note_order(self, first: Seat, second: Seat) -> None:
        """Two new orders of one list are a conflict."""
        self.has_conflict |= _is_reordered(first) and _is_reordered(second)

    # What theirs did to the tree

    def _remove_gone(self) -> None:
        for second, first in self._first_of.items():
            if second.partner is None and first.partner is not None:
                self._detach(self._nodes[first.partner])

    def _arrange(self, their: Seat, goal: Node) -> None:
        """Put what theirs inserted or moved below a group behind what it stands behind there."""
        nodes, anchor = _list_of(goal), None
        here = {id(node) for node in nodes}
        for seat in their.below:
            node, is_new = self._node_at(seat, nodes)
            if node is None:
                continue  # mine has removed it
            if seat.has_moved:
                self._detach(node)
            if seat.has_moved or is_new:
                nodes.insert(self._row_after(nodes, anchor), node)
                here.add(id(node))
            if id(node) in here:  # else mine has moved it elsewhere
                anchor = node
            if seat.level < ROW:
                self._arrange(seat, node)

    def _node_at(self, seat: Seat, nodes: list[Any]) -> tuple[Node | None, bool]:
        """Return what stands for a seat of theirs, of mine or a copy, and whether it is new."""
        if seat.partner is not None:
            my = self._first_of[seat.partner].partner
            return (None if my is None else self._nodes[my]), False
        twin = next((node for node in nodes if self._is_twin(node, seat)), None)
        self._own.discard(id(twin))  # it stands for one only
        return (_copied(seat.node), True) if twin is None else (twin, False)

    def _is_twin(self, node: Node, seat: Seat) -> bool:
        """Tell whether mine has inserted the same; of the same name only, it is a conflict."""
        if id(node) not in self._own or isinstance(node, Form) or node.name != seat.name:
            return False
        is_same = node == seat.node
        self.has_conflict |= not is_same and bool(seat.name.strip())
        return is_same

    def _row_after(self, nodes: list[Any], anchor: Node | None) -> int:
        row = 0 if anchor is None else next(at for at, node in enumerate(nodes) if node is anchor) + 1
        while row < len(nodes) and id(nodes[row]) in self._own:
            row += 1
        return row

    def _detach(self, node: Node) -> None:
        for nodes in _lists(self.form):
            row = next((row for row, one in enumerate(nodes) if one is node), None)
            if row is not None:
                del nodes[row]
                return


def _with(seat: Seat) -> Seat:
    assert seat.partner is not None
    return seat.partner


def _is_touched(seat: Seat) -> bool:
    """Tell whether the side that kept a part of the base did anything to it."""
    kept = _with(seat)
    if kept.has_moved or any(one.partner is None or one.has_moved for one in kept.below):
        return True
    keys = CELLS if seat.level == ROW else ("name",)
    return seat.node.model_extra != kept.node.model_extra or any(
        _cell(seat.node, key) != _cell(kept.node, key) for key in keys
    )


def _is_reordered(seat: Seat) -> bool:
    return any(
        one.has_moved and one.partner is not None and one.partner.above is seat.partner for one in seat.below
    )


def _cell(part: Part, key: str) -> object:
    return (
        getattr(part, key) if key in type(part).model_fields else (part.model_extra or {}).get(key, MISSING)
    )


def _put(part: Part, key: str, value: object) -> None:
    extra = part.model_extra
    if value is MISSING and extra is not None:
        extra.pop(key, None)
    elif key in type(part).model_fields or extra is None:
        setattr(part, key, value)
    else:
        extra[key] = value


def _list_of(node: Node) -> list[Any]:
    assert not isinstance(node, Indicator)
    return node.indicators if isinstance(node, Form) else node.children


def _lists(form: Form) -> list[list[Any]]:
    groups: tuple[Node, ...] = (form, *form.indicators, *(level2 for _, level2 in form.level2_groups()))
    return [_list_of(node) for node in groups]


def _copied(node: Node) -> Node:
    """Copy a row, or a group without what is below it."""
    return (
        node.model_copy(deep=True)
        if isinstance(node, Indicator)
        else node.model_copy(update={"children": []})
    )
