# SPDX-License-Identifier: MIT
"""What a clerk types, read into what a cell of the form holds; nothing typed is ever lost."""

import unicodedata

from model.decimals import Entry, read_amount, read_percentage, read_points, write_entry
from model.fields import Holds, field_at
from model.form import Form
from model.places import Place
from model.template import Template


def amount_unit(form: Form, template: Template) -> str:
    """Return the unit of the form's amounts: its own, else the template's."""
    unit = form.amount_unit or template.amount_unit
    return unit if unit in ("元", "万元") else template.amount_unit


def read_typed(place: Place, text: str, unit: str) -> Entry | int:
    """Read what was typed at a place; a number that cannot be read stays text.

    `unit` is the form's amount unit.  An unreadable year reads as None: the form holds no other.
    """
    match field_at(place).holds:
        case Holds.AMOUNT:
            return read_amount(text, unit)
        case Holds.POINTS:
            return read_points(text)
        case Holds.PERCENT:
            return read_percentage(text)
        case Holds.YEAR:
            return read_year(text)
        case Holds.RATING:
            return text.strip() or None
        case Holds.TEXT | Holds.LONG_TEXT:
            return text


def read_year(text: str) -> int | None:
    """Read a fiscal year (`2024`, `２０２４年度`); None for what is none."""
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("度").removesuffix("年").strip()
    return int(plain) if len(plain) == 4 and plain.isascii() and plain.isdigit() else None


def shown(value: Entry | int) -> str:
    """Write a cell's value as an editor shows it."""
    if value is None or isinstance(value, str):
        return value or ""
    return str(value) if isinstance(value, int) else write_entry(value) or ""
