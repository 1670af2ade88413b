# SPDX-License-Identifier: MIT
"""Fixes of what is written in a cell: signs, units, mark-up, dates."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from model.edits import SetCell
from model.fixes.fix import Fix
from model.form import Form
from model.places import at
from model.rules.finding import Finding
from model.template import Template
from model.values.dates import find_days
from model.values.markup import strip_markup
from model.values.reading import read_target
from model.values.spelling import normalise
from model.values.value import Number, Range
from model.values.writing import measure, strip_sign

SIGNS = (("≥", "不少于"), ("≤", "不超过"), ("=", "等于"))
MONTHS = range(1, 13)


def set_sign(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Write the missing sign before the target; the person says which."""
    text = at(form, finding.place).strip()
    for sign, words in SIGNS:
        yield Fix(f"目标写成“{sign}{text}”（{words}）", SetCell(finding.place, f"{sign}{text}"))


def drop_sign(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Drop the sign the actual value begins with."""
    text = at(form, finding.place)
    bare = strip_sign(text)
    if bare != text:
        yield Fix(f"完成值改为“{bare}”", SetCell(finding.place, bare))


def copy_unit(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Write the target's unit behind the actual value, as the target writes it."""
    written = at(form, (*finding.place[:-1], "target"))
    target = read_target(written)
    if not isinstance(target, Number | Range):
        return
    unit = measure(target)
    if f"({unit})" in normalise(written):
        unit = f"({unit})"
    text = f"{at(form, finding.place).strip()}{unit}"
    yield Fix(f"完成值写成“{text}”", SetCell(finding.place, text))


def strip_tags(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Drop the mark-up."""
    yield Fix("删去网页标记", SetCell(finding.place, strip_markup(at(form, finding.place))))


def last_day_of_month(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Turn a day after the month's end into its last day: 11月31日 → 11月30日."""
    text = at(form, finding.place)
    for day in find_days(text):
        if day.exists or day.month not in MONTHS or day.day < 1:
            continue
        last = calendar.monthrange(day.year or calendar_year(form), day.month)[1]
        written = _with_day(day.text, day.day, last)
        if day.text in text and written != day.text:
            yield Fix(f"“{day.text}”改为“{written}”", SetCell(finding.place, text.replace(day.text, written)))


def calendar_year(form: Form) -> int:
    """Return the year a date without one is meant in."""
    return form.fiscal_year or 2001


def _with_day(text: str, day: int, last: int) -> str:
    head, mark, tail = text.rpartition(str(day))
    return f"{head}{last}{tail}" if mark else text
