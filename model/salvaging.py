# SPDX-License-Identifier: MIT
"""Values found in damaged JSON by their keys; what stands before and after them does not matter."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise, zip_longest
from typing import Literal, NamedTuple

from pydantic_core import from_json

from model.fields import CELLS
from model.limits import MAX_CHARACTERS, MAX_ROWS
from model.raw_cells import Raw

LONGEST = 6 * MAX_CHARACTERS  # bytes of a value, every letter of it spelled out
TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"')
COLON = re.compile(rb"\s*:")
NODE = re.compile(rb'\{\s*"name"\s*:')
CHILDREN = re.compile(rb'"children"\s*:\s*\[\s*')
WITHOUT_GROUP = "读出的指标"  # holds rows whose group is lost


class Value(NamedTuple):
    """What stands under a key; not whole where its end is lost."""

    value: object
    is_whole: bool


class Rows(NamedTuple):
    """The tree of what could be read, and how many rows it has."""

    indicators: list[Raw]
    number: int
    broken: int  # rows of which a part is lost


def value_of(content: bytes, key: str, start: int = 0) -> Value | None:
    """Return what stands under a key, the first time it comes after `start`; None where it does not."""
    at = _behind(content, b'"%s"' % key.encode(), start)
    if at is None:
        return None
    rest = content[at : at + LONGEST].lstrip()
    try:
        value: object = from_json(rest, allow_inf_nan=False, allow_partial="trailing-strings")
    except ValueError:
        return None
    if isinstance(value, str):
        return Value(value[:MAX_CHARACTERS], TEXT.match(rest) is not None)
    return Value(value, True)


def _behind(content: bytes, key: bytes, start: int) -> int | None:
    """Return where the value of a key begins; the same words within a text are no key."""
    at = content.find(key, start)
    while at >= 0:
        if (colon := COLON.match(content, at + len(key))) and content[at - 1 : at] != b"\\":
            return colon.end()
        at = content.find(key, at + 1)
    return None


def texts(part: object, keys: Container[str]) -> Raw:
    """Return the cells of an object that hold text or nothing."""
    return {
        key: value[:MAX_CHARACTERS] if isinstance(value, str) else None
        for key, value in (part.items() if isinstance(part, dict) else ())
        if key in keys and (value is None or isinstance(value, str))
    }


def rows_in(content: bytes) -> Rows:
    """Go through groups and rows in the order they stand in, each in the group that is open there."""
    starts = [found.start() for found in NODE.finditer(content)][: MAX_ROWS // 2]
    pieces = [content[start:end] for start, end in pairwise([*starts, len(content)])]
    tree, count, broken = list[Raw](), 0, 0
    for piece, after in zip_longest(pieces, pieces[1:], fillvalue=b""):
        if found := CHILDREN.search(piece):
            holds_groups = found.end() == len(piece) and CHILDREN.search(after) is not None
            _open(tree, _name(piece), holds_groups)
            continue
        row = texts(_partly(piece, True), CELLS)
        if len(row) < len(CELLS):
            row = texts(_partly(piece, "trailing-strings"), CELLS)
            broken += 1
        _last(_last(tree)).append(row)
        count += 1
    return Rows(tree, count, broken)


def _open(tree: list[Raw], name: str, holds_groups: bool) -> None:
    (tree if holds_groups else _last(tree)).append({"name": name, "children": []})


def _last(groups: list[Raw]) -> list[Raw]:
    """Return what is below the last group; where none is open, of one made for the rows."""
    if not groups:
        groups.append({"name": WITHOUT_GROUP, "children": []})
    children: list[Raw] = groups[-1]["children"]  # type: ignore[assignment]
    return children


def _name(piece: bytes) -> str:
    return str(texts(_partly(piece, True), ("name",)).get("name") or "")


def _partly(piece: bytes, allow: Literal[True, "trailing-strings"]) -> object:
    try:
        return from_json(piece[:LONGEST], allow_inf_nan=False, allow_partial=allow)
    except ValueError:
        return None
