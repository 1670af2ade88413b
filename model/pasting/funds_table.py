# SPDX-License-Identifier: MIT
"""A pasted funds table with its labels: which amount belongs into which row and column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.arithmetic import figures, source_sum
from model.decimals import Entry
from model.edits import SetCell
from model.form import Form, Stated
from model.pasting.grid import Grid
from model.pasting.names import squeezed
from model.places import Place, at
from model.tally import NOTHING
from model.template import Template

ROW_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"结转|结余"), "carryover_funds"),
    (re.compile(r"其他|其它"), "other_funds"),
    (re.compile(r"财政拨款|财政资金|当年财政"), "fiscal_appropriation"),
    (re.compile(r"总额|合计|总计"), "total"),
)
COLUMN_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"执行率"), "execution_rate"),
    (re.compile(r"执行数|支出数|决算数"), "actual"),
    (re.compile(r"年初"), "initial_budget"),
    (re.compile(r"预算数|全年预算|调整预算"), "annual_budget"),
    (re.compile(r"得分"), "execution_score"),
    (re.compile(r"分值|分数|权重"), "execution_points"),
)
LONGEST_LABEL = 16  # characters

Words = tuple[tuple[re.Pattern[str], str], ...]
FundText = tuple[str, str, str]
"""Row, column and text of a cell of the funds table."""


def labelled_funds(grid: Grid, columns: Sequence[str]) -> list[FundText] | None:
    """Return the texts of a funds table by row and column; None where its rows have no labels.

    `columns` are those of the form, for a table without heads.
    """
    rows = {at: label for at in range(grid.height) if (label := _row_label(grid, at))}
    if not rows or len({key for key, _ in rows.values()}) < len(rows):
        return None
    first = max(column for _, column in rows.values()) + 1
    heads = _heads(grid, min(rows), first) or dict(zip(range(first, grid.width), columns, strict=False))
    return [
        (key, column, grid.rows[row][spot])
        for row, (key, _) in rows.items()
        for spot, column in heads.items()
        if grid.rows[row][spot].strip()
    ]


def _row_label(grid: Grid, row: int) -> tuple[str, int] | None:
    """Return the row of the form a row's label means, and the column the label stands in."""
    found = ((_key_of(text, ROW_WORDS), at) for at, text in enumerate(grid.rows[row]))
    return next(((key, at) for key, at in found if key), None)


def _heads(grid: Grid, below: int, first: int) -> dict[int, str]:
    """Return what the columns mean by the heads above the rows."""
    for row in range(below - 1, -1, -1):
        keys = {at: _key_of(grid.filled(row, at), COLUMN_WORDS) for at in range(first, grid.width)}
        if any(keys.values()):
            return {at: key for at, key in keys.items() if key}
    return {}


def _key_of(label: str, words: Words) -> str:
    plain = squeezed(label)
    if not plain or len(plain) > LONGEST_LABEL:
        return ""
    return next((key for pattern, key in words if pattern.search(plain)), "")


def not_computed(form: Form, template: Template, edits: Sequence[SetCell]) -> list[SetCell]:
    """Leave out figures that the form computes just so: an empty cell of a sum or a rate stays computed."""
    funds = form.funds.model_copy(deep=True)
    trial = form.model_copy(update={"funds": funds, "stated": Stated()})
    for edit in edits:
        if edit.place[0] == "funds":
            edit.apply(trial)
    return [
        edit
        for edit in edits
        if at(form, edit.place) is not None or edit.value != _computed(trial, template, edit.place)
    ]


def _computed(form: Form, template: Template, place: Place) -> Entry:
    computed = figures(form, template, NOTHING)
    match place:
        case ("funds", "total", column):
            return source_sum(form, column)  # type: ignore[arg-type]
        case ("stated", "execution_points"):
            return template.limits.execution_points
        case ("stated", "execution_rate"):
            return computed.execution_rate
        case ("stated", "execution_score"):
            return computed.execution_score
    return None
