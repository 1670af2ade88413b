# SPDX-License-Identifier: MIT
"""Suggested scores: the arithmetic for quantitative indicators, the bands for grades.

Source: 财预〔2020〕10号 (quantitative by proportion, qualitative in three grades).
"""

from decimal import Decimal
from typing import Literal, NamedTuple

from model.decimals import HUNDRED, ZERO, divided, rounded, short
from model.template import GradeBands
from model.values.comparing import Outcome, is_equal, lower_end, outcome
from model.values.value import Grade, Number, Range, Value

Formula = Literal["ratio", "linear"]


class Suggestion(NamedTuple):
    """A score with the arithmetic that led to it, in words for the clerk."""

    score: Decimal
    words: str


class Band(NamedTuple):
    """The scores a grade allows."""

    low: Decimal
    high: Decimal
    low_included: bool
    high_included: bool

    def contains(self, score: Decimal) -> bool:
        """Tell whether a score lies in the band."""
        above = score >= self.low if self.low_included else score > self.low
        below = score <= self.high if self.high_included else score < self.high
        return above and below


def suggested_score(
    points: Decimal,
    target: Value,
    actual: Value,
    *,
    direction_unknown: bool = False,
    smaller_is_better: Formula = "ratio",
) -> Suggestion | None:
    """Suggest the score of a quantitative indicator, between 0 and its points, with two decimals.

    None where target and actual decide nothing, or the proportion says nothing (target 0, `>5` with 5).
    """
    if points < 0:
        return None
    match outcome(target, actual, direction_unknown=direction_unknown):
        case Outcome.MET:
            return Suggestion(rounded(points), f"已达到目标，得全部 {short(points)} 分")
        case Outcome.MISSED:
            return _by_proportion(points, target, actual, smaller_is_better)
    return None


def proportional_scores(points: Decimal, target: Value, actual: Value) -> tuple[Decimal, ...]:
    """Return what every proportional formula scores a missed target; a range counts by its lower end.

    Empty where there is nothing to compare, the target is not above 0, or the actual equals it.
    """
    if _goal(target) == 0:
        return ()
    formulas: tuple[Formula, ...] = ("ratio", "linear") if _less_is_better(target) else ("ratio",)
    found = (_by_proportion(points, target, actual, formula) for formula in formulas)
    return tuple(suggestion.score for suggestion in found if suggestion)


def grade_band(grade: Grade, points: Decimal, bands: GradeBands) -> Band:
    """Return the scores a grade allows: its lower limit included, its upper limit only at 100 %."""
    match grade:
        case Grade.ACHIEVED:
            limits = bands.achieved
        case Grade.PARTIAL:
            limits = bands.partial
        case Grade.NOT_ACHIEVED:
            limits = bands.not_achieved
    low, high = (
        rounded(divided(points * percent, HUNDRED)) for percent in (limits.from_percent, limits.to_percent)
    )
    return Band(low, high, True, limits.to_percent >= HUNDRED or low == high)


def _by_proportion(points: Decimal, target: Value, actual: Value, formula: Formula) -> Suggestion | None:
    goal, reached = _goal(target), lower_end(target, actual)
    if goal is None or goal < 0 or reached is None or is_equal(target, actual):
        return None
    less_is_better = _less_is_better(target)
    if less_is_better and formula == "ratio":
        goal, reached = reached, goal  # points × target ÷ actual
    if goal <= 0:
        return None
    if less_is_better and formula == "linear":
        share = f"(1 − ({short(reached)} − {short(goal)}) ÷ {short(goal)})"
        return _suggestion(points, points - divided(points * (reached - goal), goal), share)
    return _suggestion(points, divided(points * reached, goal), f"{short(reached)} ÷ {short(goal)}")


def _suggestion(points: Decimal, exact: Decimal, share: str) -> Suggestion:
    score = rounded(min(max(exact, ZERO), points))
    limit = "，不低于 0，计" if exact < 0 else " ="
    return Suggestion(score, f"{share} × {short(points)}{limit} {score}")


def _goal(target: Value) -> Decimal | None:
    if isinstance(target, Range):
        return target.low
    return target.number if isinstance(target, Number) else None


def _less_is_better(target: Value) -> bool:
    return isinstance(target, Number) and target.sign.is_downward
