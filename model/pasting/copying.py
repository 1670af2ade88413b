# SPDX-License-Identifier: MIT
"""Whole rows of the indicator tree as a table: with their groups, merged as on the printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.fields import INDICATOR_FIELDS
from model.form import Form, Indicator
from model.pasting.grid import Spot
from model.places import at, level1_place, level2_place
from model.steps import Steps, each
from model.template import Template
from model.typed import shown

GROUP_COLUMNS = (("level1", "一级指标"), ("level2", "二级指标"))


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """Rows of texts, and height and width of the merged cells by their first cell."""

    rows: list[tuple[str, ...]]
    spans: dict[Spot, Spot]


def copying(
    form: Form, template: Template, chosen: Sequence[tuple[int, ...]], has_heads: bool
) -> Steps[CopiedTable]:
    """Write chosen indicators, and level-2 groups without any, as a table, in steps.

    `chosen` holds their row numbers on each level, in printed order.
    """
    rows = [_heads(template)] if has_heads else []
    spans: dict[Spot, Spot] = {}
    for end, column in ((1, 0), (2, 1)):
        spans.update(_spans([numbers[:end] for numbers in chosen], len(rows), column))
        yield 0
    pairs = list(zip(chosen, ((-1, -1), *chosen), strict=False))
    rows += yield from each(pairs, lambda pair: [_row(form, *pair)])
    return CopiedTable(rows, spans)


def _heads(template: Template) -> tuple[str, ...]:
    printed = {column.field: column.label for column in template.indicators.columns}
    fields = (*GROUP_COLUMNS, *((field.key, field.label) for field in INDICATOR_FIELDS))
    return tuple(printed.get(key, label) for key, label in fields)


def _row(form: Form, numbers: tuple[int, ...], before: tuple[int, ...]) -> tuple[str, ...]:
    level1, level2 = at(form, level1_place(numbers[0])), at(form, level2_place(*numbers[:2]))
    names = (
        level1.name if numbers[0] != before[0] else "",
        level2.name if numbers[:2] != before[:2] else "",
    )
    node = level2.children[numbers[2]] if len(numbers) > 2 else Indicator()
    return (*names, *(shown(getattr(node, field.key)) for field in INDICATOR_FIELDS))


def _spans(groups: Sequence[tuple[int, ...]], first: int, column: int) -> dict[Spot, Spot]:
    """Merge the cells of a column that stand in the same group."""
    starts = [at for at, group in enumerate(groups) if not at or group != groups[at - 1]]
    ends = [*starts[1:], len(groups)]
    return {(first + at, column): (end - at, 1) for at, end in zip(starts, ends, strict=True) if end - at > 1}
