# SPDX-License-Identifier: MIT
"""Snapshots: a form as plain values, taken in a moment, so that a thread can write it while one types on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic_core import to_json

from model.decimals import write_entry
from model.edits import Insert, SetCell
from model.form import Form, Part
from model.migrations import VERSION
from model.places import Place
from model.reading import FORMAT

Plain = dict[str, Any]
"""The values of a part of the form by key, as the form holds them; nobody changes them but the taker."""

AT_ONCE = 100  # rows; writing more in one go would keep other threads waiting
LEFT_OUT = frozenset({"amount_unit", "orientation"})  # of a draft, when they are the template's


def snapshot(form: Form) -> Plain:
    """Take the form as it stands.  10,000 rows take a few ms."""
    taken = _plain(form)
    taken["funds"] = {key: _plain(part) if isinstance(part, Part) else part for key, part in form.funds}
    taken["stated"] = _plain(form.stated)
    taken["indicators"] = [_with_children(level1) for level1 in form.indicators]
    return taken


def put(taken: Plain, edit: SetCell | Insert) -> None:
    """Carry an edit out in a snapshot; the form knows nothing of it.  Errors: LookupError, no such place."""
    if isinstance(edit, SetCell):
        _at(taken, edit.place[:-1])[edit.place[-1]] = edit.value
    else:
        _at(taken, edit.parent).insert(edit.row, _plain(edit.node))


def draft_bytes(taken: Plain) -> bytes:
    """Write a snapshot as the bytes of a draft; halves of letters, which no file can hold, become `?`."""
    return b"".join(draft_pieces(taken))


def draft_pieces(taken: Plain) -> Iterator[bytes]:
    """Write a snapshot piece by piece; each takes well under a millisecond, so that others can breathe."""
    head: Plain = {"format": FORMAT, "version": VERSION, **taken}
    head = {key: one for key, one in head.items() if one is not None or key not in LEFT_OUT}
    head["stated"] = {key: one for key, one in taken["stated"].items() if one is not None}
    groups = head.pop("indicators")
    yield _json(head)[:-1] + b',"indicators":['
    yield from _several(groups)
    yield b"]}\n"


def _plain(part: Part) -> Plain:
    return {**part.__dict__, **(part.__pydantic_extra__ or {})}


def _with_children(group: Any) -> Plain:
    """Take a group; its rows, which are many, take the shortest way there is."""
    below = []
    for one in group.children:
        held, more = one.__dict__, one.__pydantic_extra__
        if "children" in held:
            below.append(_with_children(one))
        else:
            below.append({**held, **more} if more else held.copy())
    return {**_plain(group), "children": below}


def _at(taken: Plain, place: Place) -> Any:
    found: Any = taken
    for step in place:
        found = found[step]
    return found


def _several(rows: list[Plain]) -> Iterator[bytes]:
    """Write the rows of a list: groups one by one, indicators many at once."""
    if rows and "children" in rows[0]:
        for number, group in enumerate(rows):
            yield b"," if number else b""
            yield from _group(group)
        return
    for start in range(0, len(rows), AT_ONCE):
        yield (b"," if start else b"") + _json(rows[start : start + AT_ONCE])[1:-1]


def _group(group: Plain) -> Iterator[bytes]:
    head = {key: one for key, one in group.items() if key != "children"}
    yield _json(head)[:-1] + (b"," if head else b"") + b'"children":['
    yield from _several(group["children"])
    yield b"]}"


def _json(plain: Any) -> bytes:
    written = _written(plain)
    try:
        return to_json(written)
    except ValueError:
        return to_json(_mended(written))


def _written(plain: Any) -> Any:
    """Write numbers as a draft does."""
    if isinstance(plain, dict):
        return {key: _written(one) for key, one in plain.items()}
    if isinstance(plain, list):
        return [_written(one) for one in plain]
    return write_entry(plain) if isinstance(plain, Decimal) else plain


def _mended(written: Any) -> Any:
    if isinstance(written, dict):
        return {_mended(key): _mended(one) for key, one in written.items()}
    if isinstance(written, list):
        return [_mended(one) for one in written]
    return written.encode("utf-8", "replace").decode() if isinstance(written, str) else written
