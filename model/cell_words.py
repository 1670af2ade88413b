# SPDX-License-Identifier: MIT
"""The cells in which two parts of a form differ, and how a cell's value is written in a sentence."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from model.errors import TemplateError
from model.form import Part
from model.places import Place
from model.templates import load_template
from model.typed import shown

Cell = tuple[str, object, object]
"""The key of a cell, with the value it had and the one it has."""

COMPUTED = "（用计算值）"
EMPTY = "（空）"
AS_TEMPLATE = "（按模板）"
ABSENT = "（没有）"
MISSING = object()
"""What stands under a key that is not there."""

ORIENTATIONS = {"portrait": "纵向", "landscape": "横向"}


def written(place: Place, value: object) -> str:
    """Write a cell's value in full, as the clerk knows it; nothing for an empty cell."""
    if place == ("orientation",):
        return ORIENTATIONS.get(str(value), str(value or ""))
    if place == ("template",):
        return _template_name(str(value))
    if value is None or value is MISSING:
        return ""
    return shown(value) if isinstance(value, str | Decimal | int) else repr(value)


def _template_name(key: str) -> str:
    try:
        return load_template(key).name
    except TemplateError:
        return key


def changed(old: Part, new: Part, keys: Iterable[str]) -> Iterator[Cell]:
    """Go through the cells of two parts that differ, of these keys."""
    for key in keys:
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            yield key, before, after


def unknown(old: Part, new: Part) -> Iterator[Cell]:
    """Go through what only later versions know of two parts, and differs."""
    first, second = old.model_extra or {}, new.model_extra or {}
    for key in dict.fromkeys((*first, *second)):
        before, after = first.get(key, MISSING), second.get(key, MISSING)
        if before != after:
            yield key, before, after


def nothing(place: Place, value: object) -> str:
    """Say what an empty cell means."""
    if value is MISSING:
        return ABSENT
    if place[0] == "stated" or place[:2] == ("funds", "total"):
        return COMPUTED
    return AS_TEMPLATE if place[0] in ("amount_unit", "orientation") else EMPTY
