# SPDX-License-Identifier: MIT
"""What the clerk's wishes for rows of the tree mean as edits; nothing here changes a form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from model.edits import Edit, Insert, Move, Remove, SetCell, Several
from model.fields import CELLS, Holds
from model.form import Form, Indicator, Level1Group, Level2Group
from model.places import INDICATORS, Place, at
from model.suggestions import advice_at
from model.template import Template

Rows = tuple[int, ...]
"""Where a row stands: level 1, level 2, indicator; shorter for groups, empty for the whole tree."""

LEVELS = 3
FILLED = ("name", "target", "actual", "points", "score")  # in every row of a finished form


def row_place(rows: Rows) -> Place:
    """Return the place of a row."""
    return () if not rows else (*list_place(rows[:-1]), rows[-1])


def list_place(rows: Rows) -> Place:
    """Return the place of the list below a row."""
    place: Place = INDICATORS
    for row in rows:
        place = (*place, row, "children")
    return place


def outermost(chosen: Iterable[Rows]) -> list[Rows]:
    """Return the chosen rows in printed order, without those below another chosen one."""
    every = set(chosen)
    inside = {rows for rows in every if any(rows[:end] in every for end in range(1, len(rows)))}
    return sorted(every - inside)


def removable(chosen: Iterable[Rows]) -> list[Rows]:
    """Return what is to be removed of the chosen rows: indicators; groups where nothing else is chosen."""
    every = set(chosen)
    return outermost({rows for rows in every if len(rows) == LEVELS} or every)


def removal(chosen: Iterable[Rows]) -> Several:
    """Take rows out, with all below them; the last first, so that the others stay where they are."""
    return Several(tuple(Remove(list_place(rows[:-1]), rows[-1]) for rows in reversed(outermost(chosen))))


def clearing(form: Form, places: Iterable[Place]) -> tuple[SetCell, ...]:
    """Empty those of the cells that hold something."""
    wanted = ((place, at(form, place), _empty(place)) for place in places)
    return tuple(SetCell(place, empty) for place, value, empty in wanted if value != empty)


def accepting(form: Form, template: Template, places: Iterable[Place]) -> tuple[Edit, ...]:
    """Put the suggested scores into the indicators at these places, where a number is suggested."""
    advised = ((place, advice_at(form, place, template)) for place in places)
    found = (((*place, "score"), advice.score) for place, advice in advised if advice)
    return tuple(SetCell(place, score) for place, score in found if score is not None)


def _empty(place: Place) -> str | None:
    return None if CELLS[str(place[-1])].holds is Holds.POINTS else ""


def group_at(form: Form, rows: Rows) -> Rows | None:
    """Return the level-2 group a new indicator would join at a row; None where there is none."""
    if len(rows) >= 2:
        return rows[:2]
    return next((group for group in containers(form, LEVELS) if group[: len(rows)] == rows), None)


def insertion(form: Form, rows: Rows, node: Indicator) -> Insert | None:
    """Put an indicator below a row; below a group's head it becomes the group's first."""
    group = group_at(form, rows)
    if group is None:
        return None
    row = rows[-1] + 1 if len(rows) == LEVELS else 0
    return Insert(list_place(group), min(row, length(form, group)), node)


def first_to_fill(form: Form) -> Place:
    """Return the first cell of an indicator that is empty, reasons apart; else the first cell.

    Without any indicator it is the row for a new one in the first group.
    """
    rows = list(form.all_indicators())
    if not rows:
        return next((row_place((*group, 0)) for group in containers(form, LEVELS)), INDICATORS)
    cells = ((place, key, getattr(row, key)) for place, row in rows for key in FILLED)
    empty = ((*place, key) for place, key, value in cells if value in (None, ""))
    return next(empty, (*rows[0][0], "name"))


def next_group(form: Form, rows: Rows) -> Rows | None:
    """Return the level-2 group after the one a row is in; None after the last one."""
    return next((group for group in containers(form, LEVELS) if group > rows[:2]), None)


def new_group(form: Form, template: Template, rows: Rows, level: int, name: str) -> Insert:
    """Put a group of level 1 or 2 after the one a row is in.

    It is named as the template's first group that is not there yet, else `name`.
    """
    parent = rows[: level - 1]
    present = {group.name for group in at(form, list_place(parent))}
    above = at(form, row_place(parent)).name if parent else ""
    name = next((known for known in _catalogue(template, above) if known not in present), name)
    row = rows[level - 1] + 1 if len(rows) >= level else length(form, parent)
    return Insert(list_place(parent), row, _group(template, level, name))


def _catalogue(template: Template, level1: str) -> Iterator[str]:
    for group in template.groups:
        if not level1:
            yield group.name
        elif group.name == level1:
            yield from (below.name for below in group.children)


def _group(template: Template, level: int, name: str) -> Level1Group | Level2Group:
    if level == 2:
        return Level2Group(name=name)
    below = list(_catalogue(template, name)) or [name]
    return Level1Group(name=name, children=[Level2Group(name=one) for one in below])


def template_groups(template: Template) -> Several:
    """Put all groups of the template into an empty tree."""
    groups = (_group(template, 1, group.name) for group in template.groups)
    return Several(tuple(Insert(INDICATORS, row, group) for row, group in enumerate(groups)))


def containers(form: Form, level: int) -> list[Rows]:
    """Return the rows whose lists hold the rows of a level, in printed order."""
    found: list[Rows] = [()]
    for _ in range(level - 1):
        found = [(*rows, row) for rows in found for row in range(length(form, rows))]
    return found


def length(form: Form, rows: Rows) -> int:
    """Count the rows directly below a row."""
    return len(at(form, list_place(rows)))


def placing(form: Form, chosen: Iterable[Rows], group: Rows, row: int) -> Several | None:
    """Move rows of one level into a group, before the row that is there now; they keep their order.

    None where they stand there already.
    """
    ordered = sorted(set(chosen))
    involved = {group, *(rows[:-1] for rows in ordered)}
    before = {one: [(*one, at) for at in range(length(form, one))] for one in involved}
    lists = {one: list(rows) for one, rows in before.items()}
    anchor = next((other for other in lists[group][row:] if other not in ordered), None)
    moves = []
    for rows in ordered:
        source, goal = lists[rows[:-1]], lists[group]
        old = source.index(rows)
        source.remove(rows)
        new = len(goal) if anchor is None else goal.index(anchor)
        goal.insert(new, rows)
        moves.append(Move(list_place(rows[:-1]), old, list_place(group), new))
    return None if lists == before else Several(tuple(moves))


def shift(form: Form, chosen: Iterable[Rows], delta: int) -> Several | None:
    """Move rows of one level up (-1) or down (+1), at the end of their group into the neighbouring one.

    None where the outermost of them can go no further.
    """
    ordered = sorted(set(chosen), reverse=delta > 0)
    if not ordered or len({len(rows) for rows in ordered}) > 1:
        return None
    return _shift_up(form, ordered) if delta < 0 else _shift_down(form, ordered)


def _shift_up(form: Form, ordered: list[Rows]) -> Several | None:
    groups = containers(form, len(ordered[0]))
    gained: Counter[Rows] = Counter()  # rows a group has more than in the form, so far
    moves = []
    for *above, row in ordered:
        group = tuple(above)
        row += gained[group]
        if row > 0:
            moves.append(Move(list_place(group), row, list_place(group), row - 1))
            continue
        if group == groups[0]:
            return None
        before = groups[groups.index(group) - 1]
        moves.append(Move(list_place(group), 0, list_place(before), length(form, before) + gained[before]))
        gained.update({before: 1, group: -1})
    return Several(tuple(moves))


def _shift_down(form: Form, ordered: list[Rows]) -> Several | None:
    groups = containers(form, len(ordered[0]))
    lost: Counter[Rows] = Counter()
    moves = []
    for *above, row in ordered:
        group = tuple(above)
        if row + 1 < length(form, group) - lost[group]:
            moves.append(Move(list_place(group), row, list_place(group), row + 1))
            continue
        if group == groups[-1]:
            return None
        moves.append(Move(list_place(group), row, list_place(groups[groups.index(group) + 1]), 0))
        lost[group] += 1
    return Several(tuple(moves))
