# SPDX-License-Identifier: MIT
"""Read a target or an actual value.  Any text reads as something; nothing raises."""

import re
from functools import lru_cache

from model.values.cells import read_cell
from model.values.dates import is_date_only
from model.values.sentences import count_numbers, read_sentence
from model.values.spelling import any_of, normalise
from model.values.value import Dates, FreeText, Grade, Number, Range, Several, Value
from model.values.words import ACHIEVED, ACHIEVED_OBJECTS, NOT_ACHIEVED, PARTIAL

# Every rule asks for the same few cells: enough for the longest form, its targets and its actual values.
_KEPT = 4096

_ACHIEVED = re.compile(rf"(?:{any_of(ACHIEVED)})(?:{any_of(ACHIEVED_OBJECTS)})*")


@lru_cache(_KEPT)
def read_target(text: str) -> Value:
    """Read a target: a number or range only when that fills the whole cell."""
    cell = normalise(text)
    return _read_whole(cell) or _dates(cell) or _several(count_numbers(cell), cell)


@lru_cache(_KEPT)
def read_actual(text: str, target: Value) -> Value:
    """Read an actual value; where the target is a number or range, also out of a sentence with its unit."""
    cell = normalise(text)
    whole = _read_whole(cell)
    if whole:
        return whole
    if not isinstance(target, Number | Range):
        return _dates(cell) or _several(count_numbers(cell), cell)
    number, count = read_sentence(cell, target)
    return number or _dates(cell) or _several(count, cell)


def _read_whole(cell: str) -> Grade | Number | Range | None:
    if cell.startswith((PARTIAL, NOT_ACHIEVED)):
        return Grade.PARTIAL if cell.startswith(PARTIAL) else Grade.NOT_ACHIEVED
    if _ACHIEVED.fullmatch(cell):
        return Grade.ACHIEVED
    return None if is_date_only(cell) else read_cell(cell)


def _dates(cell: str) -> Dates | None:
    return Dates(cell) if is_date_only(cell) else None


def _several(count: int, cell: str) -> Several | FreeText:
    return Several(cell) if count > 1 else FreeText(cell)
