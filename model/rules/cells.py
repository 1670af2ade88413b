# SPDX-License-Identifier: MIT
"""Rules of single cells: filled in, and of the kind they should be."""

from collections.abc import Iterator

from model.decimals import Entry, is_blank
from model.fields import GOAL_FIELDS, HEADER_FIELDS, INDICATOR_FIELDS, Field, Holds
from model.kinds import RowState
from model.rules.finding import Fault, Row, Sheet
from model.template import Template

NEEDED = tuple(field for field in INDICATOR_FIELDS if field.key in ("target", "actual", "points", "score"))


def header_is_filled_in(sheet: Sheet) -> Iterator[Fault]:
    """Project name, department, unit and year are filled in."""
    return _empty(sheet, HEADER_FIELDS)


def goals_are_filled_in(sheet: Sheet) -> Iterator[Fault]:
    """The expected goal and the actual result are filled in."""
    return _empty(sheet, GOAL_FIELDS)


def _empty(sheet: Sheet, fields: tuple[Field, ...]) -> Iterator[Fault]:
    for field in fields:
        value = getattr(sheet.form, field.key)
        if value is None or (isinstance(value, str) and not value.strip()):
            yield Fault((field.key,), f"请填写{field.label}。")


def cells_are_filled_in(row: Row, template: Template) -> Iterator[Fault]:
    """A named indicator has target, actual, points and score; a row with cells has a name."""
    if not row.indicator.name.strip():
        yield Fault(("name",), f"“{row.group}”中有一行没有指标名称，请填写，或删去这一行。")
        return
    for field in NEEDED:
        entry: Entry = getattr(row.indicator, field.key)
        needed = row.state is not RowState.PART or field.holds is not Holds.POINTS
        if needed and is_blank(entry):
            yield Fault((field.key,), f"{row.label}还没有{field.label}，请填写。")
