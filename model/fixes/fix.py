# SPDX-License-Identifier: MIT
"""A fix: words, one edit, and what it would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from model.decimals import write_entry
from model.edits import Edit, Insert, SetCell, single
from model.fields import FUNDS, field_at
from model.form import Form
from model.places import Place, at
from model.rules.finding import Finding
from model.template import Template

EMPTY = "（空）"
COMPUTED = "（采用计算值）"


class Change(NamedTuple):
    """One cell before and after a fix, in words."""

    label: str
    before: str
    after: str


class Fix(NamedTuple):
    """Something a person can do about a finding; `edit` is one undo step called `text`."""

    text: str
    edit: Edit

    def changes(self, form: Form) -> list[Change]:
        """Return what the fix would change, before it is done."""
        return [change for step in single(self.edit) for change in _changes_of(form, step)]


Fixer = Callable[[Form, Template, Finding], Iterator[Fix]]


def _changes_of(form: Form, step: Edit) -> Iterator[Change]:
    match step:
        case SetCell(place, value):
            before, after = _words(at(form, place)), _words(value)
            if after == EMPTY and place[0] in ("stated", "funds"):
                after = COMPUTED
            yield Change(label_of(form, place), before, after)
        case Insert(_, _, node):
            yield Change("新增", EMPTY, getattr(node, "name", "") or "一行")


def _words(value: object) -> str:
    text = write_entry(value) if isinstance(value, Decimal) else str(value or "")
    return text or EMPTY


def label_of(form: Form, place: Place) -> str:
    """Name a cell for a person: row and column."""
    label = field_at(place).label
    match place:
        case ("funds", row, _):
            return f"{FUNDS[str(row)].label} · {label}"
        case ("indicators", _, _, _, _, _, _):
            name = at(form, place[:6]).name.strip()
            return f"{name} · {label}" if name else label
    return label
