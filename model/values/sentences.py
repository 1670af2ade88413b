# SPDX-License-Identifier: MIT
"""Numbers within a sentence: 完成企业技术对接服务12场次."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from model.values.cells import LEADING, PERCENTAGE, leading_sign, percentage, repeats
from model.values.dates import match_date
from model.values.numerals import ARABIC, CHINESE, read_arabic, read_chinese
from model.values.spelling import any_of, spell_units
from model.values.value import ONE, Number, Range, Sign
from model.values.words import (
    ABOUT_AFTER_NUMBER,
    BRACKETS,
    LONGER_MEASURE_WORDS,
    MULTIPLIERS,
    NOT_COUNTING_AFTER,
    NOT_COUNTING_BEFORE,
    NOT_ONE_BEFORE,
    ORDINAL,
    PERCENT,
    RANGE_MARKS,
    RANGE_WORD,
)

_SCALES = {word: Decimal(multiplier) for word, multiplier in MULTIPLIERS.items()}
_N = rf"(?:{ARABIC}|{CHINESE})"
_ORDINALS = rf"{ORDINAL}{_N}(?:[{RANGE_MARKS}{RANGE_WORD}、]{ORDINAL}?{_N})*"
_PIECE = re.compile(
    rf"(?P<ordinal>{_ORDINALS})|(?P<glued>[A-Za-z]\.?{ARABIC})"
    rf"|(?P<percentage>{PERCENTAGE})|(?P<arabic>\.?{ARABIC})|(?P<chinese>{CHINESE})"
)
_IGNORED = f"[{re.escape(ABOUT_AFTER_NUMBER + BRACKETS)}]*"
_BEHIND = re.compile(
    rf"{_IGNORED}(?P<scale>{any_of(MULTIPLIERS)})?{_IGNORED}"
    rf"(?P<percent>{any_of(PERCENT)})?(?P<again>(?:{any_of(PERCENT)}|{PERCENTAGE})*){_IGNORED}"
)


class Found(NamedTuple):
    """A number in a sentence; None where it has too many digits to be read."""

    at: int
    end: int  # where its unit begins
    number: Decimal | None
    percent: bool
    scale: Decimal
    measured: bool  # the unit asked for stands directly behind it


def count_numbers(text: str) -> int:
    """Count the numbers of a normalised text; dates, ordinals and the like are none."""
    return sum(1 for _ in _numbers(text, ""))


def read_sentence(text: str, target: Number | Range) -> tuple[Number | None, int]:
    """Read the one number in a normalised sentence, and count the numbers it holds.

    The number has to stand directly before the target's unit, if the target has one.
    """
    spelt = spell_units(text)
    found = list(_numbers(spelt, "%" if target.percent else target.unit))
    only = found[0] if len(found) == 1 else None
    if only is None or only.number is None or not only.measured:
        return None, len(found)
    written, at = leading_sign(spelt)
    sign = LEADING.get(written, Sign.AT_MOST) if written and at == only.at else Sign.PLAIN
    unit = "" if only.percent else target.unit
    return Number(only.number, sign, unit, only.percent, only.scale, written if sign else ""), 1


def _numbers(text: str, unit: str) -> Iterator[Found]:
    """Find the numbers of a text; Chinese numerals only right before the unit."""
    at = 0
    while piece := _PIECE.search(text, at):
        date = match_date(text, piece.start()) if piece["arabic"] else None
        at = date.end() if date else piece.end()
        if date or piece["ordinal"] or piece["glued"]:
            continue
        found = _found(text, piece, unit)
        if _counts(text, piece, found, unit):
            at = found.end
            yield found


def _found(text: str, piece: re.Match[str], unit: str) -> Found:
    behind = _BEHIND.match(text, piece.end())
    assert behind  # every part of it may be missing
    number, scale = _read(piece), _SCALES.get(behind["scale"] or (piece["chinese"] or "")[-1:], ONE)
    contradicts = number is not None and not repeats(number, behind["again"])
    end = behind.start("again") if contradicts else behind.end()
    percent = bool(piece["percentage"] or behind["percent"] or behind["again"])
    measured = percent if unit == "%" else not unit or (not percent and _stands_at(text, end, unit))
    if number is not None and behind["scale"]:
        number *= scale
    return Found(piece.start(), end, number, percent, scale, measured)


def _read(piece: re.Match[str]) -> Decimal | None:
    if piece["percentage"]:
        return percentage(piece["percentage"])
    return read_arabic(piece["arabic"]) if piece["arabic"] else read_chinese(piece["chinese"])


def _stands_at(text: str, at: int, unit: str) -> bool:
    """Tell whether the unit stands there, and no longer word that only begins like it."""
    if not text.startswith(unit, at):
        return False
    after = text[at + len(unit) :][:1]
    return (unit, after) not in LONGER_MEASURE_WORDS and not (_is_latin(unit[-1]) and _is_latin(after))


def _counts(text: str, piece: re.Match[str], found: Found, unit: str) -> bool:
    if piece["arabic"]:
        return bool(unit and found.measured) or not _is_latin(text[piece.end() :][:1])
    if piece["percentage"]:
        return True
    before, after = text[: piece.start()][-1:], text[found.end + len(unit) :][:1]
    uncounted = NOT_COUNTING_BEFORE + (NOT_ONE_BEFORE if found.number == 1 else "")
    is_word = bool(before and before in uncounted) or after == NOT_COUNTING_AFTER
    return bool(unit) and found.measured and found.number is not None and not is_word


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
