# SPDX-License-Identifier: MIT
"""Write a value in the one canonical spelling; the reader reads the same value from it."""

from decimal import Decimal

from model.decimals import short
from model.values.cells import leading_sign
from model.values.spelling import normalise
from model.values.value import Grade, Number, Range, Value
from model.values.words import MULTIPLIERS

_SCALES = {Decimal(multiplier): word for word, multiplier in MULTIPLIERS.items()}
_LONGEST_LEAD = 40  # characters before the number, blanks between them included
_LIKE_A_DATE = ("年", "月")  # 12月 is a date, 12(月) a number


def write(value: Value) -> str:
    """Write a value: `≥6个`, `1-2万元`, `90%`, `部分达成`; dates and words as they stand."""
    if isinstance(value, Grade):
        return value.value
    if isinstance(value, Number):
        return f"{value.sign}{_scaled(value.number, value.scale)}{measure(value)}"
    if isinstance(value, Range):
        return f"{_scaled(value.low, value.scale)}-{_scaled(value.high, value.scale)}{measure(value)}"
    return value.text


def _scaled(number: Decimal, scale: Decimal) -> str:
    return short(number / scale)


def measure(value: Number | Range) -> str:
    """Return what follows the digits: 万字, %, 人次."""
    unit = f"({value.unit})" if value.unit.startswith(_LIKE_A_DATE) else value.unit
    return f"{_SCALES.get(value.scale, '')}{'%' * value.percent}{unit}"


def strip_sign(text: str) -> str:
    """Drop the sign a cell begins with, and leave the rest as typed."""
    cell, typed = normalise(text), text.lstrip()
    sign, at = leading_sign(cell)
    if not sign:
        return text
    rests = (typed[start:] for start in range(1, min(len(typed), _LONGEST_LEAD)))
    return next((rest.lstrip() for rest in rests if normalise(rest) == cell[at:]), text)
