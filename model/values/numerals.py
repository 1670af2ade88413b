# SPDX-License-Identifier: MIT
"""Numbers as written: 1,752,000.00 and 一百零五."""

import re
from decimal import Decimal

from model.values.words import DIGITS, MULTIPLIERS, POINT, TENS

# Longer ones are no figure of a budget, and arithmetic with them would have to round.
MOST_DIGITS = 20  # and the point
_MOST_WORDS = 40

# Source of regular expressions, for this and the other modules.
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_CHINESE_CHARS = "".join(DIGITS) + "".join(TENS) + "万亿"
CHINESE = rf"[{_CHINESE_CHARS}]+(?:{POINT}[{_CHINESE_CHARS}]+)?"
_ARABIC = re.compile(ARABIC)

_SPELT_OUT = 4  # digits without 十 百 千 are read one by one from here on (二〇二二), below only with a 0
_ZEROS = "零〇"


def read_number(text: str) -> Decimal | None:
    """Read a number in Arabic or in Chinese numerals; None for what is none, or too long."""
    return read_arabic(text) if text[:1].isdecimal() else read_chinese(text)


def read_arabic(text: str) -> Decimal | None:
    """Read digits, with thousands separators and decimals or without."""
    digits = text.replace(",", "")
    return Decimal(digits) if len(digits) <= MOST_DIGITS and _ARABIC.fullmatch(text) else None


def read_chinese(text: str) -> Decimal | None:
    """Read Chinese numerals, as people say them: 十二, 两百五, 一百零五, 二〇二二, 九十九点五, 一点五万."""
    if len(text) > _MOST_WORDS:
        return None
    whole, point, fraction = text.partition(POINT)
    digits = fraction.rstrip("万亿")
    before, after = _whole(whole), _spelt_out(digits) if point else ""
    if before is None or after is None or len(f"{before}{after}") > MOST_DIGITS:
        return None
    if digits == fraction:
        return Decimal(f"{before}.{after}")
    multiplier = MULTIPLIERS.get(fraction[len(digits) :])
    return Decimal(f"{before}.{after}") * multiplier if multiplier else None


def _spelt_out(text: str) -> str | None:
    if not text or any(char not in DIGITS for char in text):
        return None
    return "".join(str(DIGITS[char]) for char in text)


def _whole(text: str) -> int | None:
    """Read a whole number: by its 亿, then by its 万, then what is below 10,000."""
    spelt_out = _spelt_out(text)
    if spelt_out and (len(text) == 1 or len(text) >= _SPELT_OUT or any(zero in text for zero in _ZEROS)):
        return int(spelt_out)
    for multiplier in ("亿", "万"):
        head, found, tail = text.rpartition(multiplier)
        if found:
            high, low = _whole(head), _below(tail, MULTIPLIERS[multiplier])
            plain = multiplier not in head
            return high * MULTIPLIERS[multiplier] + low if plain and high and low is not None else None
    return _below_ten_thousand(text)


def _below(text: str, limit: int) -> int | None:
    """Read what follows 万 or 亿; a lone digit is a tenth of it (三万五 is 35,000)."""
    if not text:
        return 0
    if len(text) == 1 and text in DIGITS:
        return DIGITS[text] * limit // 10
    number = _whole(text)
    return number if number is not None and number < limit else None


def _below_ten_thousand(text: str) -> int | None:
    total, digit, last, after_zero = 0, 0, 10, False
    lowest = 10_000
    for char in text:
        if char in _ZEROS and not digit:
            after_zero = True
        elif char in DIGITS and not digit:
            digit = DIGITS[char]
        elif char in TENS and TENS[char] < lowest and (digit or char == "十"):
            total, lowest = total + (digit or 1) * TENS[char], TENS[char]
            digit, last, after_zero = 0, lowest, False
        else:
            return None
    return total + digit * (1 if after_zero else last // 10) if text and (total or digit) else None
