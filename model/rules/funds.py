# SPDX-License-Identifier: MIT
"""Rules of the funds table and of the figures stated for budget execution."""

from collections.abc import Iterator
from decimal import Decimal

from model.arithmetic import AMOUNT_COLUMNS, SOURCES, source_sum, total_amount
from model.decimals import decimals_of, divided, is_blank, number, rounded, short
from model.fields import AMOUNTS, FUND_ROWS, FUNDS, STATED_TOLERANCE, SUM_TOLERANCE, Field
from model.form import FundRow
from model.places import Place
from model.rules.finding import Fault, Sheet
from model.template import AmountColumn

TENTH = Decimal("0.1")
HALF = Decimal("0.5")


def funds_are_filled_in(sheet: Sheet) -> Iterator[Fault]:
    """The total annual budget and the total actual are filled in, or follow from the sources."""
    columns: tuple[AmountColumn, ...] = ("annual_budget", "actual")
    for column in columns:
        empty = is_blank(getattr(sheet.form.funds.total, column))
        if empty and total_amount(sheet.form, column) is None:
            yield Fault(_total(column), f"请填写{FUNDS['total'].label}的{AMOUNTS[column].label}。")


def sources_are_filled_in(sheet: Sheet) -> Iterator[Fault]:
    """A total that is not 0 is broken down into its sources."""
    for column in AMOUNT_COLUMNS:
        total = number(getattr(sheet.form.funds.total, column))
        sources = [getattr(getattr(sheet.form.funds, source), column) for source in SOURCES]
        if total and all(is_blank(source) for source in sources):
            label = AMOUNTS[column].label
            yield Fault(_total(column), f"{label}总额为 {short(total)}，请填写三项资金来源的{label}。")


def sources_add_up(sheet: Sheet) -> Iterator[Fault]:
    """Each total is the sum of its sources."""
    for column in AMOUNT_COLUMNS:
        total, parts = total_amount(sheet.form, column), source_sum(sheet.form, column)
        if total is not None and parts is not None and abs(total - parts) > Decimal(SUM_TOLERANCE):
            gap = short(abs(total - parts))
            yield Fault(
                _total(column),
                f"{AMOUNTS[column].label}：资金总额 {short(total)} 与各项来源之和 {short(parts)} "
                f"相差 {gap}，请核对。",
            )


def units_are_not_mixed(sheet: Sheet) -> Iterator[Fault]:
    """No typed outturn is a hundred times its budget, as when 元 are typed into a form in 万元."""
    for field, budget, actual in _typed_rows(sheet):
        if budget > 0 and actual >= sheet.template.limits.unit_mixed_from * budget:
            times = short(rounded(divided(actual, budget), 0))
            yield Fault(
                ("funds", field.key, "actual"),
                f"{field.label}的执行数 {short(actual)} 是全年预算数 {short(budget)} 的 {times} 倍，"
                f"疑似把元填进了万元，请统一单位（除以 10000）。",
            )


def funds_are_not_overspent(sheet: Sheet) -> Iterator[Fault]:
    """The outturn does not exceed the annual budget."""
    budget, actual = total_amount(sheet.form, "annual_budget"), total_amount(sheet.form, "actual")
    if budget is None or actual is None or not actual > budget > 0:
        return
    if actual < sheet.template.limits.unit_mixed_from * budget:
        yield Fault(_total("actual"), f"全年执行数 {short(actual)} 超过全年预算数 {short(budget)}，请核对。")


def outturn_has_a_budget(sheet: Sheet) -> Iterator[Fault]:
    """Nothing is spent where the annual budget is 0.  Only typed cells."""
    for field, budget, actual in _typed_rows(sheet):
        if budget == 0 and actual > 0:
            yield Fault(
                ("funds", field.key, "actual"),
                f"{field.label}的全年预算数为 0，执行数却是 {short(actual)}，请核对。",
            )


def execution_is_not_low(sheet: Sheet) -> Iterator[Fault]:
    """Budget execution reaches the rate below which offices ask for an explanation."""
    rate, limit = sheet.figures.exact_rate, sheet.template.limits.low_execution
    if rate is not None and rate < limit:
        shown = sheet.figures.execution_rate
        yield Fault(_total("actual"), f"预算执行率 {shown}% 低于 {short(limit)}%，建议说明原因。")


def stated_rate_is_computed(sheet: Sheet) -> Iterator[Fault]:
    """The stated execution rate is the computed one, as the template rounds it."""
    stated, computed = number(sheet.form.stated.execution_rate), sheet.figures.execution_rate
    if stated is None or computed is None:
        return
    if abs(stated - computed) > _tolerance(stated):
        yield Fault(
            ("stated", "execution_rate"),
            f"所填执行率 {short(stated)}% 与计算值 {short(computed)}% 不一致，请核对或采用计算值。",
        )


def stated_score_is_computed(sheet: Sheet) -> Iterator[Fault]:
    """The stated execution score is the computed one; one out of range is told by `score.range`."""
    stated, computed = number(sheet.form.stated.execution_score), sheet.figures.execution_score
    if stated is None or computed is None or not 0 <= stated <= sheet.figures.execution_points:
        return
    if abs(stated - computed) > Decimal(STATED_TOLERANCE):
        yield Fault(
            ("stated", "execution_score"),
            f"所填预算执行得分 {short(stated)} 与计算值 {short(computed)} 不一致，请核对或采用计算值。",
        )


def stated_score_is_in_range(sheet: Sheet) -> Iterator[Fault]:
    """The stated execution score lies between 0 and the execution points."""
    stated, points = number(sheet.form.stated.execution_score), sheet.figures.execution_points
    if stated is not None and not 0 <= stated <= points:
        yield Fault(
            ("stated", "execution_score"),
            f"预算执行得分 {short(stated)} 应在 0 到 {short(points)} 之间，请改正。",
        )


def _tolerance(stated: Decimal) -> Decimal:
    """A rate with fewer than two decimals may be off by half a unit of its last one."""
    decimals = decimals_of(stated)
    return Decimal(STATED_TOLERANCE) if decimals >= 2 else HALF * TENTH**decimals


def _total(column: str) -> Place:
    return ("funds", "total", column)


def _typed_rows(sheet: Sheet) -> Iterator[tuple[Field, Decimal, Decimal]]:
    for field in FUND_ROWS:
        row: FundRow = getattr(sheet.form.funds, field.key)
        budget, actual = number(row.annual_budget), number(row.actual)
        if budget is not None and actual is not None:
            yield field, budget, actual
