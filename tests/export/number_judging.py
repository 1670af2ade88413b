# SPDX-License-Identifier: MIT
"""Judging numbers: whether those of a column, read back from the page, stand with their points in line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from export.paper import Box
from export.styles import STYLES
from tests.export.line_judging import HAIR, Fault
from tests.export.page_reading import Glyph, ReadBox

LEAST_SIZE = 0.71  # of the page's type size, as a whole column of numbers may be set
PLAIN = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?")


class _Number(NamedTuple):
    size: float
    point: float  # where its whole part ends
    before: float  # the width of its whole part, in type sizes
    after: float


def decimal_faults(boxes: Sequence[ReadBox]) -> Iterator[Fault]:
    """Go through the columns whose numbers do not stand with their decimal points below each other.

    Where they would have to be much smaller for that than the page's words are, no fault is counted.
    """
    columns: dict[tuple[str, float, float], list[_Number]] = {}
    sizes = (glyph.size for read in boxes if read.box.cell.role == "field" for glyph in read.glyphs)
    least = LEAST_SIZE * max(sizes)
    for box, number in _numbers(boxes):
        if number.size >= least:
            column = (str((box.cell.place or ("",))[0]), round(box.left, 1), round(box.right, 1))
            columns.setdefault(column, []).append(number)
    for (block, left, right), found in columns.items():
        points = [number.point for number in found]
        reach = max(number.before for number in found) + max(number.after for number in found)
        has_room = reach * least < right - left - 2 * STYLES["number"].side
        if has_room and max(points) - min(points) > 2 * HAIR:
            yield Fault("decimal points are not in line", "number", f"{block} {left}: {sorted(points)}")


def _numbers(boxes: Sequence[ReadBox]) -> Iterator[tuple[Box, _Number]]:
    for read in boxes:
        if read.box.cell.role == "number" and PLAIN.fullmatch(read.box.cell.text) and read.glyphs:
            yield read.box, _number(read.lines()[0])


def _number(line: Sequence[Glyph]) -> _Number:
    whole = "".join(glyph.character for glyph in line).rstrip("%").partition(".")[0]
    before, after = (sum(glyph.width for glyph in part) for part in (line[: len(whole)], line[len(whole) :]))
    return _Number(line[0].size, line[len(whole) - 1].advance[1], before, after)
