# SPDX-License-Identifier: MIT
"""What a target or an actual value can be."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

ONE = Decimal(1)


class Sign(StrEnum):
    """How an actual value has to stand to its target."""

    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    EQUAL = "="
    PLAIN = ""  # none written

    @property
    def is_upward(self) -> bool:
        """Tell whether the sign says that more is better."""
        return self in (Sign.AT_LEAST, Sign.MORE)

    @property
    def is_downward(self) -> bool:
        """Tell whether the sign says that less is better."""
        return self in (Sign.AT_MOST, Sign.LESS)

    @property
    def is_directed(self) -> bool:
        """Tell whether the sign says which way is better."""
        return self.is_upward or self.is_downward


class Grade(StrEnum):
    """How far a qualitative indicator was achieved."""

    ACHIEVED = "达成"
    PARTIAL = "部分达成"
    NOT_ACHIEVED = "未达成"


@dataclass(frozen=True, slots=True)
class Number:
    """A single number.  `90万元` is number 900000, unit 元, scale 10000."""

    number: Decimal
    sign: Sign = Sign.PLAIN
    unit: str = ""
    percent: bool = False
    scale: Decimal = ONE  # of the 万 or 亿 it is written with
    written_sign: str = field(default="", compare=False)  # the sign the cell begins with, as normalised

    @property
    def is_bare(self) -> bool:
        """Tell whether it stands without unit, % and 万 or 亿."""
        return not self.unit and not self.percent and self.scale == 1


@dataclass(frozen=True, slots=True)
class Range:
    """A range, the low end first; `1-2万元` has the scale 10000."""

    low: Decimal
    high: Decimal
    unit: str = ""
    percent: bool = False
    scale: Decimal = ONE

    @property
    def is_bare(self) -> bool:
        """Tell whether it stands without unit, % and 万 or 亿."""
        return not self.unit and not self.percent and self.scale == 1


@dataclass(frozen=True, slots=True)
class Dates:
    """A date or a deadline."""

    text: str


@dataclass(frozen=True, slots=True)
class Several:
    """Several values in one cell."""

    text: str


@dataclass(frozen=True, slots=True)
class FreeText:
    """Words, or nothing; also numbers that say no single thing."""

    text: str


Value: TypeAlias = Number | Range | Dates | Grade | Several | FreeText
