# SPDX-License-Identifier: MIT
"""What differs between two forms, and merging them: against reading one of them."""

from __future__ import annotations

from collections.abc import Iterator

from export.collector import collector_paused
from model.differences import differences
from model.drafts import parse, to_bytes
from model.form import Form, Indicator
from model.merging import merged
from model.templates import load_template
from tests.bench.clock import Line, in_turn, ratio
from tests.bench.forms import long_form

SIZES = (70, 10_000)


def lines() -> Iterator[Line]:
    """Measure."""
    for rows in SIZES:
        with collector_paused():  # as in the window
            yield from _few_changes(rows)


def _few_changes(rows: int) -> Iterator[Line]:
    base = long_form(rows)
    content = to_bytes(base)
    template, mine, theirs = load_template(base.template), parse(content, "a"), parse(content, "a")
    _largest(mine).insert(5, _largest(mine).pop(20))
    _largest(mine)[7].score = None
    theirs.goal_actual = ""
    telling, merging, reading = in_turn(
        [
            lambda: differences(base, mine, template),
            lambda: merged(base, mine, theirs),
            lambda: parse(content, "a"),
        ],
        5,
    )
    yield ratio(f"what differs, few changes, {rows} rows", telling, reading, "reading the draft")
    yield ratio(f"merging, few changes, {rows} rows", merging, reading, "reading the draft")


def _largest(form: Form) -> list[Indicator]:
    return max((group for _, group in form.level2_groups()), key=lambda group: len(group.children)).children
