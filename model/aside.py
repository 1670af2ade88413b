# SPDX-License-Identifier: MIT
"""Very many edits, carried out on a copy of the form and judged there: the form stays as it is meanwhile."""

from collections.abc import Sequence
from typing import NamedTuple

from model.edits import Insert, SetCell, SimpleEdit
from model.form import Form, Indicator, Level1Group, Level2Group, Part
from model.judge import Judge
from model.places import INDICATORS, Place, at, rows_of
from model.steps import Steps, part
from model.template import Template

EDITS_A_STEP = 100
EDITING = 30  # percent of the time the edits take, the judge the rest
LEVELS = 3
ROW = 6  # steps of a place down to an indicator


class State(NamedTuple):
    """A form as it stands, with its judge."""

    form: Form
    judge: Judge


def weight(form: Form, edits: Sequence[SimpleEdit]) -> int:
    """Tell how dear it is to carry edits out one by one, in changed cells.

    A row that comes or goes is as dear as ten cells; for a group every row is judged anew.
    """
    cells = sum(isinstance(edit, SetCell) for edit in edits)
    others = len(edits) - cells
    has_groups = any(_is_of_group(edit) for edit in edits)
    rows = sum(len(group.children) for _, group in form.level2_groups()) if has_groups else 0
    return cells + 10 * others + 3 * rows


def done_aside(form: Form, template: Template, edits: Sequence[SimpleEdit]) -> Steps[State]:
    """Carry edits out on a copy, which shares with the form the rows that stay as they are."""
    copy, own = _copy_of(form), dict[int, Indicator]()
    for number, edit in enumerate(edits):
        if isinstance(edit, SetCell) and len(rows_of(edit.place)) == LEVELS:
            _make_own(copy, edit.place[:ROW], own)
        (_with_own_lists(edit) if isinstance(edit, Insert) else edit).apply(copy)
        if number % EDITS_A_STEP == 0:
            yield EDITING * number // len(edits)
    judge = Judge(copy, template, at_once=False)
    yield from part(judge.judging(), EDITING, 100)
    return State(copy, judge)


def judged_aside(form: Form, template: Template) -> Steps[State]:
    """Judge another form that is to take the place of the one held."""
    judge = Judge(form, template, at_once=False)
    yield from judge.judging()
    return State(form, judge)


def _is_of_group(edit: SimpleEdit) -> bool:
    if isinstance(edit, SetCell):
        return edit.place[:1] == INDICATORS and len(edit.place) < ROW
    return len(edit.parent) < ROW - 1


def _make_own(copy: Form, place: Place, own: dict[int, Indicator]) -> None:
    """Put a copy in the place of a row the form has too."""
    rows, number = at(copy, place[:-1]), int(place[-1])
    if id(rows[number]) not in own:
        rows[number] = row = rows[number].model_copy()
        own[id(row)] = row


def _with_own_lists(edit: Insert) -> Insert:
    return Insert(edit.parent, edit.row, _shell(edit.node))


def _copy_of(form: Form) -> Form:
    funds, stated = form.funds.model_copy(deep=True), form.stated.model_copy()
    groups = [_shell(level1) for level1 in form.indicators]
    return form.model_copy(update={"funds": funds, "stated": stated, "indicators": groups})


def _shell(part: Part) -> Part:
    """Copy a group and the groups below it; the indicators are the same ones."""
    if isinstance(part, Level1Group):
        return part.model_copy(update={"children": [_shell(below) for below in part.children]})
    if isinstance(part, Level2Group):
        return part.model_copy(update={"children": [*part.children]})
    return part
