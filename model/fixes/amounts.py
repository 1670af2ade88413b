# SPDX-License-Identifier: MIT
"""Fixes of amounts and stated figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.arithmetic import AMOUNT_COLUMNS, source_sum
from model.decimals import divided, number, rounded, short
from model.edits import SetCell, Several
from model.fields import FUND_ROWS
from model.fixes.fix import Fix
from model.form import Form
from model.places import Place, at
from model.rules.finding import Finding
from model.template import Template
from model.typed import amount_unit, read_typed

TEN_THOUSAND = Decimal(10_000)


def yuan_to_ten_thousands(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Divide the outturn by 10,000; where several rows have the same mistake, also all at once.

    Only outturns a hundred times their budget: the budgets beside them are in 万元 already.
    """
    mixed = [("funds", field.key, "actual") for field in FUND_ROWS if _is_mixed(form, template, field.key)]
    if len(mixed) > 1:
        edits = tuple(_divided(form, place) for place in mixed)
        yield Fix(f"把 {len(mixed)} 个执行数都从元改为万元（÷ 10000）", Several(edits))
    if finding.place in mixed:
        edit = _divided(form, finding.place)
        yield Fix(f"只改这一格：从元改为万元，{edit.value}", edit)


def _divided(form: Form, place: Place) -> SetCell:
    return SetCell(place, rounded(divided(at(form, place), TEN_THOUSAND)))


def _is_mixed(form: Form, template: Template, row: str) -> bool:
    budget, actual = (number(at(form, ("funds", row, column))) for column in ("annual_budget", "actual"))
    limit = template.limits.unit_mixed_from
    return budget is not None and actual is not None and actual >= limit * budget > 0


def as_typed(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Read what is no plain decimal as if it were typed: `１，６１０．５`, `3万元`, `98％`."""
    value = read_typed(finding.place, str(at(form, finding.place)), amount_unit(form, template))
    if isinstance(value, Decimal):
        yield Fix(f"改为数字 {short(value)}", SetCell(finding.place, value))


def total_from_sources(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Let the total be the sum of its sources."""
    for column in AMOUNT_COLUMNS:
        total = source_sum(form, column) if column == finding.place[-1] else None
        if total is not None:
            yield Fix(f"资金总额采用来源之和 {short(total)}", SetCell(finding.place, None))


def use_computed(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    """Drop a stated figure, so that the computed one stands."""
    if finding.place[0] == "stated":
        yield Fix("采用计算值", SetCell(finding.place, None))
