# SPDX-License-Identifier: MIT
"""The cells of a draft before it is a form: where they stand and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.fields import AMOUNTS, CELLS, FUNDS, GOALS, HEADER, STATED, field_at
from model.places import Place, rows_of

Raw = dict[str, object]
RawCell = tuple[Raw, str, Place]
"""What holds a cell, its key there, and its place."""

SHORT = 16  # characters of an indicator's name that a sentence quotes
GROUPS = ("一级指标", "二级指标")
SETTINGS = {"template": "模板", "amount_unit": "金额单位", "orientation": "纸张方向"}
TEXTS = tuple(key for key in (*SETTINGS, *HEADER, *GOALS) if key != "fiscal_year")


def cells_of(raw: Raw) -> Iterator[RawCell]:
    """Go through the cells of text and numbers that are there; what has another shape is passed over."""
    yield from _cells(raw, TEXTS, ())
    funds = raw.get("funds")
    for row, part in funds.items() if isinstance(funds, dict) else ():
        if row in FUNDS:
            yield from _cells(part, AMOUNTS, ("funds", row))
    yield from _below(raw, ())
    yield from _cells(raw.get("stated"), STATED, ("stated",))


def count_rows(raw: Raw) -> int:
    """Count the groups and indicators."""
    first = list(_listed(raw.get("indicators")))
    second = [group for one in first for group in _children(one)]
    return len(first) + len(second) + sum(len(list(_children(group))) for group in second)


def called(raw: Raw, place: Place) -> str:
    """Return how a sentence calls a cell: `指标“课题数”的“分值”`; nothing where there is no such cell."""
    if place and place[-1] in SETTINGS:
        return f"“{SETTINGS[str(place[-1])]}”"
    try:
        label = f"“{field_at(place).label}”"
    except KeyError:
        return ""
    if place[0] == "funds":
        return f"“{FUNDS[str(place[1])].label}”的{label}"
    level = len(rows_of(place))
    if 0 < level <= len(GROUPS):
        return f"第 {rows_of(place)[-1] + 1} 个“{GROUPS[level - 1]}”"
    return f"{_row_called(raw, place[:-1])}的{label}" if level else label


def _row_called(raw: Raw, place: Place) -> str:
    """Return how a sentence calls an indicator: by its name, else by its number in its group."""
    row: object = raw
    for step in place:
        row = row[step] if isinstance(row, dict | list) else None  # type: ignore[index]
    name = " ".join(str(row.get("name") or "").split()) if isinstance(row, dict) else ""
    if not name:
        return f"第 {rows_of(place)[-1] + 1} 个三级指标"
    return f"指标“{name if len(name) <= SHORT else name[: SHORT - 1] + '…'}”"


def _cells(part: object, keys: Iterable[str], place: Place) -> Iterator[RawCell]:
    if isinstance(part, dict):
        for key in keys:
            if key in part:
                yield part, key, (*place, key)


def _below(part: object, place: Place) -> Iterator[RawCell]:
    level = len(rows_of(place))
    step = "children" if level else "indicators"
    for row, inner in enumerate(_listed(part.get(step)) if isinstance(part, dict) else ()):
        seat = (*place, step, row)
        yield from _cells(inner, CELLS if level == len(GROUPS) else ("name",), seat)
        if level < len(GROUPS):
            yield from _below(inner, seat)


def _children(part: object) -> Iterable[object]:
    return _listed(part.get("children")) if isinstance(part, dict) else ()


def _listed(part: object) -> list[object]:
    return part if isinstance(part, list) else []
