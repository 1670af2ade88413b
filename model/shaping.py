# SPDX-License-Identifier: MIT
"""The object of a draft as a form: every value of the kind its place asks for, none hidden, within limits."""

from __future__ import annotations

from itertools import chain
from math import isfinite

from pydantic import BaseModel, ValidationError

from model.errors import DraftError, shortened
from model.form import Form, FundRow, Funds, Indicator, Level1Group, Level2Group, Part, Stated
from model.limits import MAX_CHARACTERS, MAX_ROWS
from model.places import Place
from model.raw_cells import called, count_rows
from model.reading import SAFE, Raw, keys_in, refuse_twice

AROUND = ("format", "version")  # keys of a draft that are not the form's
MOST_NAMED = 3  # unknown keys named in a remark
_MODELS: tuple[type[BaseModel], ...] = (Form, Funds, FundRow, Stated, Level1Group, Level2Group, Indicator)


class ShapeError(DraftError):
    """A value is not of the kind its place asks for."""


def form_of(raw: Raw, content: bytes, name: str) -> Form:
    """Make a form of what a draft holds; `content` is what it was read from.  Errors: DraftError."""
    refuse_too_many_rows(raw, name)
    try:
        form = Form.model_validate(raw)
    except ValidationError as error:
        raise ShapeError(_misshapen(raw, name, error)) from error
    parts = parts_of(form)
    extras = [part.__pydantic_extra__ for part in parts if part.__pydantic_extra__]
    keys = sum(len(part.__pydantic_fields_set__) for part in parts) + keys_in(
        [list(extra.values()) for extra in extras], name
    )
    if content.count(b":") != keys + len(AROUND):  # no key without a colon; most texts have none
        refuse_twice(content, name)
    if extras:
        _refuse_hidden(extras, name)
    if may_be_long(content) and any(map(_is_too_long, parts)):
        raise DraftError(f"“{name}”有一格超过 {MAX_CHARACTERS:,} 个字；{SAFE}，请分成几格再打开。")
    return form


def refuse_too_many_rows(raw: Raw, name: str) -> None:
    """Refuse what could not be checked in time, before anything else is done with it.  Errors: DraftError."""
    if (rows := count_rows(raw)) > MAX_ROWS:
        raise DraftError(
            f"“{name}”有 {rows:,} 行指标和指标组，超过 {MAX_ROWS:,} 行；{SAFE}，请拆成几份再打开。"
        )


def with_quotes(raw: Raw, content: bytes, name: str, error: ShapeError) -> tuple[Form, list[str]]:
    """Read once more with all numbers in quotes.  Errors: the first one, if that was not what it needed."""
    from model.tidying import quote_numbers

    said = quote_numbers(raw, content)
    if not said:
        raise error
    return form_of(raw, content, name), said


def _misshapen(raw: Raw, name: str, error: ValidationError) -> str:
    place: Place = error.errors(include_url=False, include_input=False)[0]["loc"]
    where, key = called(raw, place), shortened("/".join(map(str, place)))
    what = f"{where}即“{key}”" if where else f"“{key}”"
    return f"“{name}”不是完好的自评表草稿（{what}的内容不合格式）；{SAFE}，请检查该处。"


def parts_of(form: Form) -> list[Part]:
    """Return all parts of a form that have keys of their own."""
    groups = [group for level1 in form.indicators for group in level1.children]
    funds = form.funds
    sources = (funds.total, funds.fiscal_appropriation, funds.carryover_funds, funds.other_funds)
    rows = chain.from_iterable(group.children for group in groups)
    return [form, funds, form.stated, *sources, *form.indicators, *groups, *rows]


def _is_too_long(part: Part) -> bool:
    return any(type(value) is str and len(value) > MAX_CHARACTERS for value in part.__dict__.values())


def unknown_in(form: Form) -> tuple[str, ...]:
    """Say in a sentence which keys this program does not know: nobody can see them in the window."""
    found = (part.__pydantic_extra__ for part in parts_of(form) if part.__pydantic_extra__)
    keys = list(dict.fromkeys(chain.from_iterable(found)))
    named = "、".join(f"“{shortened(key)}”" for key in keys[:MOST_NAMED]) + (
        "等" if len(keys) > MOST_NAMED else ""
    )
    return (f"文件里有本程序不认识的内容（{named}），表上看不到，保存时原样留着。",) if keys else ()


def may_be_long(content: bytes) -> bool:
    """Tell whether a cell may be too long: a long way without quotation marks, or marks within a text."""
    half = MAX_CHARACTERS // 2
    steps = range(0, len(content) - half, half)
    return any(content.find(b'"', at, at + half) < 0 for at in steps) or (
        len(content) > MAX_CHARACTERS and b'\\"' in content
    )


def _refuse_hidden(extras: list[dict[str, object]], name: str) -> None:
    """Refuse keys of a form where they mean nothing, and numbers that no file could hold again."""
    known = {key for model in _MODELS for key in model.model_fields}
    for extra in extras:
        if stray := known & set(extra):
            raise DraftError(
                f"“{name}”不是完好的自评表草稿（“{min(stray)}”放错了位置）；{SAFE}，请检查该处。"
            )
        if _is_endless(extra):
            raise DraftError(f"“{name}”里有一个大得存不下的数；{SAFE}，请检查“{min(extra)}”等处。")


def _is_endless(value: object) -> bool:
    match value:
        case dict():
            return any(map(_is_endless, value.values()))
        case list():
            return any(map(_is_endless, value))
    return isinstance(value, float) and not isfinite(value)
