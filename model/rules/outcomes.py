# SPDX-License-Identifier: MIT
"""Rules that hold a score against what target and actual value say."""

from collections.abc import Iterator
from decimal import Decimal

from model.decimals import HUNDRED, divided, number, rounded, short
from model.rules.finding import Fault, Row, Severity
from model.template import GradeBands, Template
from model.values.comparing import Outcome, direction_is_guess, is_equal, is_numeric, lower_end
from model.values.scoring import grade_band, proportional_scores
from model.values.spelling import normalise
from model.values.texts import is_idle_reason, is_partial_wording
from model.values.value import Grade, Number, Range

OFF_PROPORTION = Decimal(5)  # percent of the points a score may be off every formula


def missed_target_is_not_full(row: Row, template: Template) -> Iterator[Fault]:
    """A missed target does not score all points; where the direction is a guess this is a warning only."""
    if row.is_full and row.reading.outcome is Outcome.MISSED:
        guess = direction_is_guess(row.reading.target, row.reading.actual)
        yield Fault(
            ("score",),
            f"{row.label}目标“{row.short('target')}”没有达到（完成“{row.short('actual')}”），却得了满分，"
            f"请核对完成值或得分。",
            Severity.WARNING if guess else None,
        )


def partly_achieved_is_not_full(row: Row, template: Template) -> Iterator[Fault]:
    """A partial grade, or words that say less than the target, do not score all points."""
    if row.is_full and says_less(row):
        yield Fault(
            ("score",), f"{row.label}完成“{row.short('actual')}”不及目标，却得了满分，请核对完成值或得分。"
        )


def says_less(row: Row) -> bool:
    """Tell whether the actual value says less than the target."""
    cells = row.indicator
    return row.reading.actual is Grade.PARTIAL or is_partial_wording(cells.target, cells.actual)


def met_target_is_not_cut(row: Row, template: Template) -> Iterator[Fault]:
    """A target that is met scores all points; a reason may explain a cut for one set too low."""
    if is_met_but_cut(row):
        yield Fault(("score",), f"{row.label}目标已达到，却扣了 {short(row.lost)} 分，请核对得分或完成值。")


def is_met_but_cut(row: Row) -> bool:
    """Tell whether points are lost although the target is met."""
    if row.lost <= 0 or not _is_met(row):
        return False
    return not (row.reading.overfulfilled and not is_idle_reason(row.indicator.reason))


def _is_met(row: Row) -> bool:
    target, actual = normalise(row.indicator.target), normalise(row.indicator.actual)
    if row.reading.outcome is Outcome.MET or (target and target == actual):
        return True
    return is_numeric(row.reading.target) and row.reading.actual is Grade.ACHIEVED


def score_follows_the_proportion(row: Row, template: Template) -> Iterator[Fault]:
    """The score of a missed target is near one of the proportional formulas.  Source: 财预〔2020〕10号."""
    score, points = number(row.indicator.score), number(row.indicator.points)
    if score is None or points is None or row.lost <= 0 or row.reading.outcome is not Outcome.MISSED:
        return
    usual = proportional_scores(points, row.reading.target, row.reading.actual)
    if usual and min(abs(score - one) for one in usual) > divided(points * OFF_PROPORTION, HUNDRED):
        words = "或 ".join(short(one) for one in usual)
        yield Fault(("score",), f"{row.label}得 {short(score)} 分，按完成比例应得 {words} 分，请核对或说明。")


def score_lies_in_the_band(row: Row, template: Template) -> Iterator[Fault]:
    """The score of a grade lies in the grade's band."""
    grade, score, points = row.reading.actual, number(row.indicator.score), number(row.indicator.points)
    if not isinstance(grade, Grade) or score is None or points is None or points <= 0:
        return
    if is_met_but_cut(row) or (row.is_full and says_less(row)):
        return
    band = grade_band(grade, points, template.limits.grades)
    if not band.contains(score):
        percents = _percents(grade, template.limits.grades)
        yield Fault(
            ("score",),
            f"{row.label}“{grade}”应得分值的 {percents}（{short(band.low)} 至 {short(band.high)} 分），"
            f"现为 {short(score)} 分，请核对。",
        )


def _percents(grade: Grade, bands: GradeBands) -> str:
    band = {Grade.ACHIEVED: bands.achieved, Grade.PARTIAL: bands.partial}.get(grade, bands.not_achieved)
    return f"{short(band.from_percent)}%–{short(band.to_percent)}%"


def reason_is_needed(row: Row, template: Template) -> Iterator[Fault]:
    """A reason is given only where something deviates."""
    if not row.is_full or is_idle_reason(row.indicator.reason):
        return
    reading = row.reading
    deviates = reading.comparable and not is_equal(reading.target, reading.actual)
    if not deviates and not says_less(row) and reading.actual is not Grade.NOT_ACHIEVED:
        yield Fault(("reason",), f"{row.label}没有偏差，不必填写偏差原因；确有偏差的，请核对完成值和得分。")


def overfulfilment_is_explained(row: Row, template: Template) -> Iterator[Fault]:
    """An actual far above its target is explained: the target may have been set too low."""
    reading = row.reading
    if not reading.overfulfilled or not is_idle_reason(row.indicator.reason):
        return
    reached, target = lower_end(reading.target, reading.actual), _upper_end(reading.target)
    if reached is not None and target:
        times = short(rounded(divided(reached, target), 1))
        yield Fault(("target",), f"{row.label}完成值是目标的 {times} 倍，请说明原因，或核对目标是否偏低。")


def _upper_end(target: object) -> Decimal | None:
    if isinstance(target, Range):
        return target.high
    return target.number if isinstance(target, Number) else None
