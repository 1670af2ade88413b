# SPDX-License-Identifier: MIT
"""Cells that a number or a range fills: ≥1752000.00(次), 60%以上, 三场, 1-2场."""

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal

from model.values.numerals import ARABIC, CHINESE, read_arabic, read_chinese, read_number
from model.values.spelling import any_of, spell_units
from model.values.value import ONE, Number, Range, Sign
from model.values.words import (
    ABOUT_AFTER_NUMBER,
    ABOUT_AT_END,
    ALL_PERCENT,
    BRACKETS,
    CLASSES,
    KEPT_WITHIN,
    LEADING_SIGNS,
    LONGEST_UNIT,
    MEASURE_WORDS,
    MULTIPLIERS,
    PERCENT,
    PERCENT_OF,
    POSITIONS,
    RANGE_MARKS,
    RANGE_WORD,
    REACHED,
    TRAILING_SIGNS,
    UNIT_SYMBOLS,
)

# No number with its sign and unit is longer; what follows may then be as slow as it likes.
LONGEST_CELL = 80

LEADING = {word: Sign(symbol) for symbol, words in LEADING_SIGNS for word in words.split()}
_TRAILING = {word: Sign(symbol) for symbol, words in TRAILING_SIGNS for word in words.split()}
_SCALES = {word: Decimal(multiplier) for word, multiplier in MULTIPLIERS.items()}
_YEAR_UNITS = ("", "年", "年度")
_MEASURE_WORDS = frozenset(MEASURE_WORDS.split())
_BRACKET = re.compile(f"[{re.escape(BRACKETS)}]")
_ABOUT = f"[{re.escape(ABOUT_AFTER_NUMBER)}]*"

PERCENTAGE = rf"{any_of(ALL_PERCENT)}|{PERCENT_OF}(?:{ARABIC}|{CHINESE})"
_LEAD = re.compile(
    rf"(?:{any_of(REACHED)})?(?P<kept>{KEPT_WITHIN})?(?P<sign>{any_of(LEADING)})?"
    rf"(?:(?P<arabic>-?{ARABIC})|(?P<percentage>{PERCENTAGE})|(?P<chinese>{CHINESE}))"
)
_TAIL = re.compile(
    rf"{_ABOUT}(?P<scale>{any_of(MULTIPLIERS)})?{_ABOUT}"
    rf"(?P<percent>{any_of(PERCENT)})?(?P<again>(?:{any_of(PERCENT)}|{PERCENTAGE})*){_ABOUT}"
    rf"(?P<unit>.*?)(?:{ABOUT_AT_END})*(?P<sign>{any_of(_TRAILING)})?(?:{ABOUT_AT_END})*",
    re.DOTALL,
)
_PERCENTAGE = re.compile(PERCENTAGE)
_BETWEEN = re.compile(rf"[{RANGE_MARKS}]{{1,2}}|{RANGE_WORD}")
_NO_START = any_of((*MULTIPLIERS, *PERCENT, *ALL_PERCENT, PERCENT_OF))
_NO_UNIT = re.compile(rf"[^\w{re.escape(UNIT_SYMBOLS)}]|[\d_{POSITIONS}]|^(?:{_NO_START})")
_CLASS = re.compile(rf"[A-Za-z]*(?:{any_of(CLASSES)})")


def read_cell(text: str) -> Number | Range | None:
    """Read a normalised cell as one number or range; None when it is more, less or something else."""
    if not text or len(text) > LONGEST_CELL:
        return None
    return _read_number(text) or _read_range(text)


def leading_sign(text: str) -> tuple[str, int]:
    """Return the sign a normalised cell begins with, "" for none, and where its first number begins."""
    found = _LEAD.match(text)
    if not found:
        return "", -1
    at = max(found.start("arabic"), found.start("percentage"), found.start("chinese"))
    return found["sign"] or found["kept"] or "", at


def percentage(text: str) -> Decimal | None:
    """Read 百分之九十 or 百分百."""
    return Decimal(100) if text in ALL_PERCENT else read_number(text.removeprefix(PERCENT_OF))


def repeats(number: Decimal, again: str) -> bool:
    """Tell whether what follows a percentage says the same (100%百分百) and no other (80%百分之九十)."""
    return all(percentage(said) == number for said in _PERCENTAGE.findall(again))


def _read_number(text: str) -> Number | None:
    lead = _LEAD.match(text)
    if not lead:
        return None
    tail = _TAIL.fullmatch(_BRACKET.sub("", text[lead.end() :]))
    if not tail:
        return None
    number = _lead_number(lead)
    unit, sign = _unit(tail["unit"], lead, tail), _sign(lead, tail)
    if number is None or unit is None or sign is None or not repeats(number, tail["again"]):
        return None
    scale = _scale(lead, tail)
    return Number(
        number=number * _SCALES[tail["scale"]] if tail["scale"] else number,
        sign=sign,
        unit=unit,
        percent=bool(lead["percentage"] or tail["percent"] or tail["again"]),
        scale=scale,
        written_sign=lead["sign"] or ("" if tail["sign"] else lead["kept"] or ""),
    )


def _lead_number(lead: re.Match[str]) -> Decimal | None:
    if lead["arabic"]:
        number = read_arabic(lead["arabic"].removeprefix("-"))
        return number.copy_negate() if number is not None and lead["arabic"][0] == "-" else number
    return percentage(lead["percentage"]) if lead["percentage"] else read_chinese(lead["chinese"])


def _scale(lead: re.Match[str], tail: re.Match[str]) -> Decimal:
    """Return the 万 or 亿 the number ends with, in digits (90万) or in words (九十万)."""
    ending = tail["scale"] or (lead["chinese"] or "")[-1:]
    return _SCALES.get(ending, ONE)


def _unit(written: str, lead: re.Match[str], tail: re.Match[str]) -> str | None:
    """Return the unit; None when what is left is none, so that the cell holds more than a number."""
    unit = unicodedata.normalize("NFKC", spell_units(written))
    if len(unit) > LONGEST_UNIT or _NO_UNIT.search(unit) or _CLASS.match(unit):
        return None
    if lead["chinese"] and (tail["percent"] or tail["again"] or (unit and unit not in _MEASURE_WORDS)):
        return None
    return unit


def _sign(lead: re.Match[str], tail: re.Match[str]) -> Sign | None:
    """Return the sign; None when one before and one behind contradict each other."""
    before = LEADING[lead["sign"]] if lead["sign"] else Sign.PLAIN
    behind = _TRAILING[tail["sign"]] if tail["sign"] else Sign.PLAIN
    if before.is_directed and behind.is_directed:
        return before if before.is_upward == behind.is_upward else None
    kept = Sign.AT_MOST if lead["kept"] else Sign.PLAIN
    return behind or before or kept  # a = before gives way: =90(%以上)


def _read_range(text: str) -> Range | None:
    between = _BETWEEN.search(text, 1)
    if not between:
        return None
    low, high = _read_number(text[: between.start()]), _read_number(text[between.end() :])
    if not low or not high or low.sign or high.sign or low.number < 0:
        return None
    measures = {(end.unit, end.percent) for end in (low, high)} - {("", False)}
    if len(measures) > 1:
        return None
    unit, percent = measures.pop() if measures else ("", False)
    return _range(low, high, unit, percent)


def _range(low: Number, high: Number, unit: str, percent: bool) -> Range | None:
    if low.scale == 1 and low.number * high.scale <= high.number:  # 1-2万元: 万 is meant for both ends
        low = replace(low, number=low.number * high.scale, scale=high.scale)
    years = unit in _YEAR_UNITS and not percent and _is_year(low) and _is_year(high)
    if low.number > high.number or years:
        return None
    return Range(low.number, high.number, unit, percent, low.scale if low.scale == high.scale else ONE)


def _is_year(number: Number) -> bool:
    return number.scale == 1 and 1900 <= number.number < 2100 and number.number % 1 == 0
