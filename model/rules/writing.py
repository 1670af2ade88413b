# SPDX-License-Identifier: MIT
"""Rules of what stands in a cell, whatever it means: copies, mark-up, placeholders, unreadable numbers."""

from collections.abc import Iterator
from decimal import Decimal

from model.decimals import Entry, decimals_of, is_unreadable, number, short, tidy
from model.fields import (
    AMOUNT_FIELDS,
    CELLS,
    FUND_ROWS,
    GOAL_FIELDS,
    HEADER_FIELDS,
    INDICATOR_FIELDS,
    STATED_FIELDS,
    Field,
    Holds,
)
from model.places import Place
from model.rules.finding import Fault, Row, Sheet
from model.template import Template
from model.values.markup import has_markup
from model.values.texts import copied_share, is_placeholder

COPIED_FROM = Decimal("0.9")
MOST_DECIMALS = 2

_TEXTS = tuple(field for field in (*HEADER_FIELDS, *GOAL_FIELDS) if field.holds is not Holds.YEAR)
_ROW_TEXTS = tuple(field for field in INDICATOR_FIELDS if field.holds is not Holds.POINTS)
_ROW_NUMBERS = (CELLS["points"], CELLS["score"])


def result_is_not_a_copy(sheet: Sheet) -> Iterator[Fault]:
    """The actual result is not the expected goal again."""
    share = copied_share(sheet.form.goal_expected, sheet.form.goal_actual)
    if share is not None and share >= COPIED_FROM:
        percent = short((share * 100).quantize(Decimal(1)))
        yield Fault(
            ("goal_actual",), f"实际完成情况有 {percent}% 与预期目标逐字相同，请改写为实际完成了什么。"
        )


def texts_hold_no_markup(sheet: Sheet) -> Iterator[Fault]:
    """Header and goals hold no literal mark-up."""
    for field, text in _filled_in(sheet):
        if has_markup(text):
            yield Fault((field.key,), f"{field.label}中有网页标记（如 <p>、&nbsp;），请删去。")


def row_holds_no_markup(row: Row, template: Template) -> Iterator[Fault]:
    """The texts of a row hold no literal mark-up."""
    for field in _ROW_TEXTS:
        if has_markup(getattr(row.indicator, field.key)):
            yield Fault((field.key,), f"{row.label}{field.label}中有网页标记（如 <p>、&nbsp;），请删去。")


def texts_are_no_placeholders(sheet: Sheet) -> Iterator[Fault]:
    """Header and goals hold no prompt of a template any more."""
    for field, text in _filled_in(sheet):
        if is_placeholder(text):
            yield Fault((field.key,), f"{field.label}里还是模板的提示文字，请换成实际内容。")


def row_is_no_placeholder(row: Row, template: Template) -> Iterator[Fault]:
    """The texts of a row hold no prompt of a template any more."""
    for field in _ROW_TEXTS:
        if is_placeholder(getattr(row.indicator, field.key)):
            yield Fault(
                (field.key,), f"{row.label}{field.label}里还是提示文字，请换成实际内容，或删去这一行。"
            )


def figures_are_readable(sheet: Sheet) -> Iterator[Fault]:
    """Amounts and stated figures are plain decimals."""
    for place, label, entry in _figures(sheet):
        if is_unreadable(entry):
            yield Fault(place, f"{label}“{entry}”不是数字，请只填数字（如 1234.50）。")


def row_is_readable(row: Row, template: Template) -> Iterator[Fault]:
    """Points and score are plain decimals."""
    for field in _ROW_NUMBERS:
        entry = row.entry(field.key)
        if is_unreadable(entry):
            yield Fault((field.key,), f"{row.label}{field.label}“{entry}”不是数字，请只填数字（如 8.50）。")


def amounts_have_two_decimals(sheet: Sheet) -> Iterator[Fault]:
    """Amounts have two decimals at most; zeros at the end do not count."""
    for place, label, entry in _figures(sheet):
        if place[0] == "funds" and _has_more_decimals(entry):
            yield Fault(place, f"{label} {entry} 超过两位小数，建议保留两位。")


def row_has_two_decimals(row: Row, template: Template) -> Iterator[Fault]:
    """Points and score have two decimals at most; zeros at the end do not count."""
    for field in _ROW_NUMBERS:
        entry = row.entry(field.key)
        if _has_more_decimals(entry):
            yield Fault((field.key,), f"{row.label}{field.label} {entry} 超过两位小数，建议保留两位。")


def _has_more_decimals(entry: Entry) -> bool:
    value = number(entry)
    return (
        value is not None and decimals_of(value) > MOST_DECIMALS and decimals_of(tidy(value)) > MOST_DECIMALS
    )


def _filled_in(sheet: Sheet) -> Iterator[tuple[Field, str]]:
    for field in _TEXTS:
        yield field, getattr(sheet.form, field.key)


def _figures(sheet: Sheet) -> Iterator[tuple[Place, str, Entry]]:
    for row in FUND_ROWS:
        for column in AMOUNT_FIELDS:
            entry = getattr(getattr(sheet.form.funds, row.key), column.key)
            yield ("funds", row.key, column.key), f"{row.label}的{column.label}", entry
    for field in STATED_FIELDS:
        if field.holds is not Holds.RATING:
            yield ("stated", field.key), field.label, getattr(sheet.form.stated, field.key)
