# SPDX-License-Identifier: MIT
"""Random edits of any form, and a form as differences say it becomes."""

from __future__ import annotations

import random
from collections.abc import Iterable

from model.differences import Difference, Sort
from model.drafts import parse, to_bytes
from model.edits import Edit, Insert, Move, Remove, SetCell
from model.fields import CELLS
from model.form import Form, Indicator, Level1Group, Level2Group, Part
from model.places import Place, at
from tests.random_forms import AMOUNTS, FUNDS, NUMBERS, STATED, TEXTS

HEADER = ("project_name", "competent_department", "goal_expected", "goal_actual", "orientation")
NEW_GROUPS = (lambda: Level1Group(name="新一级"), lambda: Level2Group(name="新二级"))


def copied(form: Form) -> Form:
    """A form of its own with the same content."""
    return parse(to_bytes(form), "a.json")


def edited(form: Form, choose: random.Random, count: int) -> Form:
    """A copy of the form after a number of random edits."""
    copy = copied(form)
    for _ in range(count):
        random_edit(copy, choose).apply(copy)
    return copy


def random_edit(form: Form, choose: random.Random) -> Edit:
    """An edit of any sort that fits the form."""
    rows = [place for place, _ in form.all_indicators()]
    kinds = ["cell"] * 4 + ["insert", "remove", "move", "move"] if rows else ["insert"]
    kind = choose.choice([*kinds, "head", "group"])
    if kind == "cell":
        return SetCell((*choose.choice(rows), key := choose.choice(tuple(CELLS))), _value(choose, key))
    if kind == "head":
        return _head(choose)
    lists = list_places(form)
    if kind == "insert":
        parent = choose.choice([place for place in lists if len(place) == 5] or [("indicators",)])
        return Insert(parent, choose.randint(0, len(at(form, parent))), _node(choose, parent))
    if kind == "group":
        return _group(form, choose, [place for place in lists if len(place) < 5])
    *parent, row = choose.choice(rows)
    if kind == "remove":
        return Remove(tuple(parent), int(row))
    goal = choose.choice([place for place in lists if len(place) == 5])
    return Move(
        tuple(parent), int(row), goal, choose.randint(0, len(at(form, goal)) - (goal == tuple(parent)))
    )


def list_places(form: Form) -> list[Place]:
    """The places of all lists of the tree."""
    upper = [("indicators", first, "children") for first in range(len(form.indicators))]
    lower = [(*place, row, "children") for place in upper for row in range(len(at(form, place)))]
    return [("indicators",), *upper, *lower]


def _group(form: Form, choose: random.Random, lists: list[Place]) -> Edit:
    parent = choose.choice(lists)
    count = len(at(form, parent))
    kind = choose.choice(("insert", "rename", "remove", "move")) if count else "insert"
    row = choose.randrange(count) if count else 0
    if kind == "rename":
        return SetCell((*parent, row, "name"), choose.choice(TEXTS))
    if kind == "remove":
        return Remove(parent, row)
    if kind == "move":
        return Move(parent, row, parent, choose.randrange(count))
    return Insert(parent, row, _node(choose, parent))


def _node(choose: random.Random, parent: Place) -> Indicator | Level1Group | Level2Group:
    if len(parent) < 5:
        return NEW_GROUPS[len(parent) // 2]()
    return Indicator.model_validate({key: _value(choose, key) for key in CELLS})


def _head(choose: random.Random) -> Edit:
    place: Place = choose.choice(
        (
            (choose.choice(HEADER),),
            ("funds", choose.choice(FUNDS), choose.choice(AMOUNTS)),
            ("stated", choose.choice(STATED)),
        )
    )
    return SetCell(place, choose.choice(TEXTS if len(place) == 1 else NUMBERS))


def _value(choose: random.Random, key: str) -> object:
    return choose.choice(NUMBERS if key in ("points", "score") else TEXTS)


def carried_over(old: Form, new: Form, found: Iterable[Difference]) -> Form:
    """The old form with what the differences name, and nothing else, taken from the new one."""
    form = copied(old)
    cells = [(at(form, one.was[:-1]), one) for one in found if one.sort is Sort.CHANGED]
    gone = [one for one in found if one.sort in (Sort.REMOVED, Sort.MOVED)]
    nodes = {one.was: at(form, one.was) for one in gone}
    for siblings, one in [(at(form, one.was[:-1]), one) for one in gone]:
        del siblings[next(row for row, node in enumerate(siblings) if node is nodes[one.was])]
    came = sorted((one for one in found if one.sort in (Sort.INSERTED, Sort.MOVED)), key=_place)
    moved = [one.place for one in came if one.sort is Sort.MOVED]
    for one in came:
        node = nodes[one.was] if one.sort is Sort.MOVED else _without(copied(new), one.place, moved)
        at(form, one.place[:-1]).insert(int(one.place[-1]), node)
    for owner, one in cells:
        _take(owner, str(one.place[-1]), at(new, one.place[:-1]))
    return form


def _place(difference: Difference) -> Place:
    return difference.place


def _without(form: Form, place: Place, moved: list[Place]) -> Part:
    """What stands at a place, without what came there from elsewhere."""
    node = at(form, place)
    for other in sorted(moved, reverse=True):
        if other[: len(place)] == place:
            at(form, other[:-1]).pop(int(other[-1]))
    return node


def _take(part: Part, key: str, other: Part) -> None:
    """Let a cell be as it is in another part; a key of later versions may be missing there."""
    assert part.model_extra is not None
    if key in type(part).model_fields:
        setattr(part, key, getattr(other, key))
    elif key in (other.model_extra or {}):
        part.model_extra[key] = other.model_extra[key]
    else:
        del part.model_extra[key]
