# SPDX-License-Identifier: MIT
"""Plain decimals: reading them from drafts and from typing, rounding and writing them. Never floats."""

import re
import unicodedata
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from typing import Literal

from model.limits import MAX_DIGITS

Entry = Decimal | str | None
"""A number cell: a plain decimal, what was typed instead of one, or not filled in yet."""

Rounding = Literal["half_up", "up", "down"]

ZERO = Decimal(0)
HUNDRED = Decimal(100)
CENT = Decimal("0.01")

# Wide enough that no quotient or rounding of two such numbers runs out of digits.
WIDE = Context(prec=6 * MAX_DIGITS)

_PLAIN = re.compile(rf"-?(?:0|[1-9][0-9]{{0,{MAX_DIGITS - 1}}})(?:\.[0-9]{{1,{MAX_DIGITS}}})?")
_MODES = {"half_up": ROUND_HALF_UP, "up": ROUND_UP, "down": ROUND_DOWN}

_TYPED = re.compile(
    r"(?P<sign>[-+]?)(?P<digits>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?(?P<fraction>\.[0-9]*)?"
    r"(?P<scale>[万亿]?)(?P<mark>元|%|分)?"
)
_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
AMOUNT_UNITS = {"元": Decimal(1), "万元": Decimal(10_000)}


def read_entry(text: str | None) -> Entry:
    """Read a number cell as a draft holds it; what is no plain decimal stays as it stands."""
    if text is None or not _PLAIN.fullmatch(text):
        return text
    return Decimal(text)


def write_entry(entry: Entry) -> str | None:
    """Write a number cell as a draft holds it."""
    return format(entry, "f") if isinstance(entry, Decimal) else entry


def number(entry: Entry) -> Decimal | None:
    """Return the cell's number; None when it is empty or no plain decimal."""
    return entry if isinstance(entry, Decimal) else None


def is_blank(entry: Entry) -> bool:
    """Tell whether a cell is not filled in yet."""
    return entry is None or (isinstance(entry, str) and not entry.strip())


def is_unreadable(entry: Entry) -> bool:
    """Tell whether a number cell is filled in with something else than a plain decimal."""
    return isinstance(entry, str) and bool(entry.strip())


def read_amount(text: str, unit: str) -> Entry:
    """Read an amount of money as people type it (`1,234.5`, `１２３４`, `12万`, `3.5万元`) into `unit`.

    A bare number is in `unit` already.  What cannot be read stays as typed.
    """
    return _read(text, {"", "元"}, AMOUNT_UNITS[unit])


def read_points(text: str) -> Entry:
    """Read points or a score as people type them (`8`, `8分`, `８．５`); the unreadable stays as typed."""
    return _read(text, {"", "分"}, None)


def read_percentage(text: str) -> Entry:
    """Read a rate in percent as people type it (`98`, `98%`); what cannot be read stays as typed."""
    return _read(text, {"", "%"}, None)


def _read(text: str, marks: set[str], unit: Decimal | None) -> Entry:
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("−", "-")
    found = _TYPED.fullmatch(plain)
    if not plain or found is None:
        return text if text.strip() else None
    if (found["mark"] or "") not in marks or not _has_digit(found) or (found["scale"] and unit is None):
        return text
    typed = read_entry(_canonical(found))
    if not isinstance(typed, Decimal):
        return text
    in_yuan = bool(found["scale"] or found["mark"]) and unit is not None
    return tidy(WIDE.divide(typed * _SCALES[found["scale"]], unit)) if in_yuan and unit else typed


def _has_digit(found: re.Match[str]) -> bool:
    return bool(found["digits"]) or len(found["fraction"] or "") > 1


def _canonical(found: re.Match[str]) -> str:
    digits = (found["digits"] or "0").replace(",", "").lstrip("0") or "0"
    fraction = found["fraction"] or ""
    return found["sign"].replace("+", "") + digits + (fraction if len(fraction) > 1 else "")


def tidy(value: Decimal) -> Decimal:
    """Drop zeros at the end and any exponent."""
    return Decimal(format(value.normalize(WIDE), "f"))


def rounded(value: Decimal, places: int = 2, mode: Rounding = "half_up") -> Decimal:
    """Round to a number of decimals."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=_MODES[mode], context=WIDE)


def divided(value: Decimal, by: Decimal) -> Decimal:
    """Divide without running out of digits."""
    return WIDE.divide(value, by)


def decimals_of(value: Decimal) -> int:
    """Count the decimals a number is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def short(value: Decimal) -> str:
    """Write a number for a sentence: no zeros at the end, no exponent."""
    return format(tidy(value), "f")
