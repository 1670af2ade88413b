# SPDX-License-Identifier: MIT
"""Compare an actual value with its target: comparable, met, missed, over-fulfilled, and their units."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from operator import ge, gt, le, lt
from types import MappingProxyType

from model.values.value import Number, Range, Sign, Value
from model.values.words import TWINS_THAT_DIFFER

# A bare actual below this is taken in the target's 万 or 亿.
_BARE_BELOW = 10_000

_MEETS: Mapping[Sign, Callable[[Decimal, Decimal], bool]] = MappingProxyType(
    {
        Sign.AT_LEAST: ge,
        Sign.MORE: gt,
        Sign.AT_MOST: le,
        Sign.LESS: lt,
        Sign.EQUAL: ge,  # the excess is a matter of over-fulfilment
        Sign.PLAIN: ge,
    }
)


class Outcome(StrEnum):
    """What comparing an actual value with its target says."""

    MET = "met"
    MISSED = "missed"
    UNDECIDED = "undecided"


def is_numeric(value: Value) -> bool:
    """Tell whether a value is a number or range."""
    return isinstance(value, Number | Range)


def comparable(target: Value, actual: Value) -> bool:
    """Tell whether both are numbers (or a range and a number), both percentages or neither."""
    if not isinstance(target, Number | Range) or not isinstance(actual, Number | Range):
        return False
    if isinstance(target, Range) and isinstance(actual, Range):
        return False
    return target.percent == actual.percent or _is_bare_zero(target) or _is_bare_zero(actual)


def direction_is_unknown(target: Value, level1_kind: str | None, level2_kind: str | None) -> bool:
    """Tell whether more or less may be better: no sign or = under cost, or under timeliness without %."""
    if not isinstance(target, Number | Range) or _is_directed(target):
        return False
    late_or_early = level2_kind == "timeliness" and not target.percent
    return late_or_early or "cost" in (level1_kind, level2_kind)


def outcome(target: Value, actual: Value, *, direction_unknown: bool = False) -> Outcome:
    """Judge an actual value; UNDECIDED also where the two are not comparable.

    An actual range decides when both ends agree.
    """
    ends = _actual_ends(target, actual)
    if not ends or not isinstance(target, Number | Range):
        return Outcome.UNDECIDED
    judged = {_judge(target, end, direction_unknown and not _is_directed(target)) for end in ends}
    return judged.pop() if len(judged) == 1 else Outcome.UNDECIDED


def overfulfilled(target: Value, actual: Value, factor: Decimal, *, direction_unknown: bool = False) -> bool:
    """Tell whether the actual reaches `factor` times the target (the upper end of a range); never for ≤ <."""
    ends = _actual_ends(target, actual)
    if not ends or not isinstance(target, Number | Range):
        return False
    if direction_unknown and not _is_directed(target):
        return False
    if isinstance(target, Number) and target.sign.is_downward:
        return False
    goal = target.high if isinstance(target, Range) else target.number
    return goal > 0 and ends[0] >= factor * goal


def is_equal(target: Value, actual: Value) -> bool:
    """Tell whether the actual is comparable and the very target, or inside its range."""
    ends = _actual_ends(target, actual)
    if not ends:
        return False
    if isinstance(target, Range):
        return all(target.low <= end <= target.high for end in ends)
    return isinstance(target, Number) and ends == (target.number, target.number)


def direction_is_guess(target: Value, actual: Value) -> bool:
    """Tell whether a number without a sign (not 0, not 100 %) is compared with an actual that differs."""
    if not isinstance(target, Number) or target.sign is not Sign.PLAIN or target.number == 0:
        return False
    whole = target.percent and target.number == 100
    return not whole and comparable(target, actual) and not is_equal(target, actual)


def lacks_unit(target: Value, actual: Value) -> bool:
    """Tell whether the target has a unit or % and the actual number none; 0 needs only the %."""
    if not isinstance(target, Number | Range) or not isinstance(actual, Number):
        return False
    if actual.unit or actual.percent or not (target.unit or target.percent):
        return False
    return target.percent or actual.number != 0


def units_differ(target: Value, actual: Value) -> bool:
    """Tell whether both have a unit and they differ; 场 and 场次 agree, 人 and 人次 do not."""
    if not isinstance(target, Number | Range) or not isinstance(actual, Number | Range):
        return False
    one, other = target.unit, actual.unit
    if not one or not other or one == other:
        return False
    return {one, other} == TWINS_THAT_DIFFER or not (one.startswith(other) or other.startswith(one))


def lower_end(target: Value, actual: Value) -> Decimal | None:
    """Return the comparable actual, a range's lower end, with the target's 万 or 亿 where it stands bare."""
    ends = _actual_ends(target, actual)
    return ends[0] if ends else None


def _judge(target: Number | Range, actual: Decimal, direction_unknown: bool) -> Outcome:
    if isinstance(target, Range):
        met, missed = target.low <= actual <= target.high, actual < target.low and not direction_unknown
    elif direction_unknown:
        met, missed = actual == target.number, False
    elif target.number == 0 and not target.sign.is_directed:
        met, missed = actual == 0, actual != 0
    else:
        met = _MEETS[target.sign](actual, target.number)
        missed = not met
    return Outcome.MET if met else Outcome.MISSED if missed else Outcome.UNDECIDED


def _actual_ends(target: Value, actual: Value) -> tuple[Decimal, Decimal] | None:
    """Return both ends of a comparable actual; a bare one is taken in the target's 万 or 亿."""
    if not comparable(target, actual):
        return None
    if not isinstance(target, Number | Range) or not isinstance(actual, Number | Range):
        return None
    low, high = (actual.low, actual.high) if isinstance(actual, Range) else (actual.number, actual.number)
    if actual.is_bare and high < _BARE_BELOW:
        return low * target.scale, high * target.scale
    return low, high


def _is_bare_zero(value: Number | Range) -> bool:
    return isinstance(value, Number) and value.number == 0 and value.is_bare


def _is_directed(target: Number | Range) -> bool:
    return isinstance(target, Number) and target.sign.is_directed
