# SPDX-License-Identifier: MIT
"""Judging lines: the rules of line breaking asked of a page read back, and whether each glyph is in its cell.

A rule forbids some places of a text to be a line's end.  Where what stands between two places it allows is
wider than the cell, nothing can be done, and no fault is counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from export.cells import Cell
from export.styles import STYLES
from tests.export.break_rules import (
    FIRST_NEVER,
    IN_HEADS,
    RULES,
    SQUARE,
    TOGETHER,
    TWO_MARKS,
    TWO_PARTS,
    Forbidden,
    marks,
)
from tests.export.page_reading import INVISIBLE, Glyph, ReadBox, joins

CONTINUED = re.compile("(?:[（(]续[）)]|续)$")
HAIR = 0.06  # points; places in a PDF are rounded
HEADS = ("head", "label", "group", "title")


class Fault(NamedTuple):
    """A rule that a cell's lines break, with what stands on both sides."""

    rule: str
    role: str
    lines: str


def line_faults(read: ReadBox, printed: str) -> Iterator[Fault]:
    """Go through the faults of a cell's lines; `printed` is its text with line ends and spaces."""
    lines = read.lines()
    cell, role = read.box.cell, read.box.cell.role
    text = "".join(one for one in printed if one not in INVISIBLE)
    found = "".join(glyph.character for line in lines for glyph in line)
    found = CONTINUED.sub("", found) if role in HEADS else found
    at = text.find(found)
    if at < 0:
        yield Fault("words are missing", role, found)
        return
    typed, spaced = gaps(printed)
    yield from (Fault("two marks stand apart", role, pair) for line in lines for pair in _apart(line))
    if not found or (len(lines) < 2 and at == 0 and len(found) == len(text)):
        return
    room = (read.box.right - read.box.left - 2 * STYLES[role].side - HAIR) / lines[0][0].size
    widths = Widths({glyph.character: glyph.width for glyph in read.glyphs}, text, spaced, room)
    rules = IN_HEADS if role in HEADS else RULES
    starts = [at + sum(map(len, lines[:count])) for count in range(len(lines))]
    for start, line in zip(starts, lines, strict=True):
        if 0 < start < len(text) and start not in typed:
            sides = f"{text[max(0, start - 8) : start]}|{text[start : start + 8]} in {cell.text[:30]!r}"
            yield from (Fault(rule, role, sides) for rule in broken_rules(rules, text, start, widths, spaced))
            if all(glyph.character in FIRST_NEVER for glyph in line) and widths.would_fit(start, marks(text)):
                yield Fault("closing marks stand alone", role, sides)


def _apart(line: Sequence[Glyph]) -> Iterator[str]:
    """Go through the marks of a line that keep an empty half beside another mark."""
    for first, second in pairwise(line):
        pair = first.character + second.character
        if TWO_MARKS.match(pair) and second.advance[0] - first.advance[0] > 0.6 * first.size:
            yield pair


def broken_rules(
    rules: Mapping[str, Callable[[str], Forbidden]], text: str, start: int, widths: Widths, spaced: set[int]
) -> Iterator[str]:
    """Go through the rules that a line beginning there breaks; spaces are not counted."""
    of_marks = marks(text)
    if start in of_marks and widths.would_fit(start, of_marks):
        one, other = text[start - 1], text[start]
        rule = "a mark is parted" if one + other in TWO_PARTS else "a mark ends a line"
        yield "a mark begins a line" if other in FIRST_NEVER or joins(other) else rule
    for rule, forbids in rules.items():
        if start not in (forbidden := forbids(text) - spaced):
            continue
        together = forbidden.union(*(RULES[one](text) - spaced for one in TOGETHER if rule in TOGETHER))
        if widths.would_fit(start, together | of_marks):
            yield rule


def gaps(printed: str) -> tuple[set[int], set[int]]:
    """Return before which characters, spaces not counted, a line end was typed, and where a space was."""
    typed, spaced, at = set(), set(), 0
    for one in printed:
        if one == "\n":
            typed.add(at)
        elif one in INVISIBLE:
            spaced.add(at)
        at += one not in INVISIBLE
    return typed, spaced


class Widths:
    """Widths of a text's characters and the room of its cell, in type sizes."""

    def __init__(self, widths: Mapping[str, float], text: str, spaced: set[int], room: float) -> None:
        self._widths = {**widths, **dict.fromkeys(SQUARE, 1.0)}  # beside other marks they are narrower
        self._text, self._spaced, self._room = text, spaced, room

    def would_fit(self, start: int, forbidden: Forbidden) -> bool:
        """Tell whether what must stay together around a place is no wider than the room."""
        end = len(self._text)
        first = next((at for at in range(start, 0, -1) if at not in forbidden), 0)
        last = next((at for at in range(start, end) if at not in forbidden), end)
        if any(at in self._spaced for at in range(first + 1, last)):
            return False  # spaces between may be of any width
        run = self._text[first:last]
        width = sum(self._widths.get(one, 1.0) for one in run) - 0.5 * len(TWO_MARKS.findall(run))
        return width <= self._room


def place_faults(read: ReadBox) -> Iterator[Fault]:
    """Go through the glyphs of a cell that reach beyond its rules."""
    box, role = read.box, read.box.cell.role
    for glyph in read.glyphs if box.ruled else ():
        left, top, right, bottom = glyph.ink
        left, right = min(left, glyph.advance[0]), max(right, glyph.advance[1])
        above, below = top < box.top - HAIR, bottom > box.bottom + HAIR
        if above or below or left < box.left - HAIR or right > box.right + HAIR:
            yield Fault("a glyph reaches beyond its cell", role, f"{glyph.character} of {box.cell.text}")


def missing_faults(boxes: Sequence[ReadBox], printable: Callable[[str], str]) -> Iterator[Fault]:
    """Go through the cells that print less, or more, than their text on all pages together."""
    printed: dict[Cell, str] = {}
    for read in boxes:
        cell = read.box.cell
        if cell.place and cell.role != "group" and not read.box.again:
            glyphs = (glyph.character for line in read.lines() for glyph in line)
            printed[cell] = printed.get(cell, "") + "".join(glyphs)
    for cell, found in printed.items():
        if found != "".join(one for one in printable(cell.text) if one not in INVISIBLE):
            yield Fault("words are missing", cell.role, found)
