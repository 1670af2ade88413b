# SPDX-License-Identifier: MIT
"""Rules of target and actual value as written: numbers, units, signs and dates."""

from collections.abc import Iterator

from model.fields import CELLS
from model.rules.finding import Fault, Row, Severity
from model.template import Template
from model.values.comparing import direction_is_guess, is_numeric, lacks_unit, units_differ
from model.values.dates import impossible_dates
from model.values.value import Grade, Number, Range, Several


def numeric_target_has_a_numeric_actual(row: Row, template: Template) -> Iterator[Fault]:
    """A target in numbers is answered in numbers; a grade or several values are only hinted at."""
    target, actual = row.reading.target, row.reading.actual
    if is_numeric(target) and row.indicator.actual.strip() and not is_numeric(actual):
        mild = isinstance(actual, Grade | Several)
        yield Fault(
            ("actual",),
            f"{row.label}目标“{row.short('target')}”是数值，完成值“{row.short('actual')}”读不出一个数，"
            f"请填写实际数值。",
            Severity.HINT if mild else None,
        )


def actual_has_the_targets_unit(row: Row, template: Template) -> Iterator[Fault]:
    """An actual in numbers has a unit where the target has one."""
    target = row.reading.target
    if isinstance(target, Number | Range) and lacks_unit(target, row.reading.actual):
        unit = "%" if target.percent else target.unit
        yield Fault(
            ("actual",), f"{row.label}完成值“{row.short('actual')}”没有单位，目标的单位是“{unit}”，请补上。"
        )


def units_agree(row: Row, template: Template) -> Iterator[Fault]:
    """Target and actual are in the same unit."""
    target, actual = row.reading.target, row.reading.actual
    if (
        isinstance(target, Number | Range)
        and isinstance(actual, Number | Range)
        and units_differ(target, actual)
    ):
        yield Fault(
            ("actual",), f"{row.label}目标的单位是“{target.unit}”，完成值的单位是“{actual.unit}”，请统一。"
        )


def actual_has_no_sign(row: Row, template: Template) -> Iterator[Fault]:
    """An actual is what was reached, not a bound."""
    actual = row.reading.actual
    if isinstance(actual, Number) and actual.written_sign:
        yield Fault(
            ("actual",),
            f"{row.label}完成值“{row.short('actual')}”带有“{actual.written_sign}”，请填写实际达到的数值。",
        )


def target_has_a_sign(row: Row, template: Template) -> Iterator[Fault]:
    """A target in numbers says which way is better."""
    if direction_is_guess(row.reading.target, row.reading.actual):
        yield Fault(
            ("target",), f"{row.label}目标“{row.short('target')}”没有写明方向，请加上 ≥、≤ 或 =，以便比较。"
        )


def dates_exist(row: Row, template: Template) -> Iterator[Fault]:
    """Every date in target and actual is on the calendar."""
    for key in ("target", "actual"):
        dates = impossible_dates(getattr(row.indicator, key))
        if dates:
            yield Fault((key,), f"{row.label}{CELLS[key].label}中的“{dates[0]}”不存在，请改为实有的日期。")
