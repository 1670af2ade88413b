# SPDX-License-Identifier: MIT
"""Typesetting: a text becomes the lines that fit its cell."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from export.line_rules import CLOSING, HEAD, SPACES, TEXT, Splitter
from export.mark_pairs import saved

MAX_MEMORY = 20_000  # texts remembered with their lines
MAX_BALANCED = 3  # lines; what is longer is filled line after line
MAX_HEAD = 8  # lines; what is longer is no head
MOST_MOVED, LEAST_LEFT = 0.34, 0.5  # of a line: what goes to a lonely character below, and what must stay
UGLY_BREAK = 3_000_000  # a break inside a word weighs as much as 1.7 characters of unevenness


class Line(NamedTuple):
    """One line of a cell."""

    text: str
    width: int  # thousandths of the type size
    ends: bool = True  # a paragraph; other lines may be stretched to the cell's edge
    space: str = ""  # at the break, unseen; without it those who copy the text would join two words


class _Piece(NamedTuple):
    text: str
    width: int
    saving: int = 0  # less room than that, where it follows the piece before


_Lines: TypeAlias = list[list[_Piece]]


class Typesetter:
    """Breaks texts into lines with the widths of one typeface, and remembers them."""

    def __init__(self, advances: Mapping[str, int]) -> None:
        self._advances = advances
        self._memory: dict[tuple[str, int, bool], tuple[Line, ...]] = {}

    def lines(self, text: str, limit: int, balanced: bool = False) -> tuple[Line, ...]:
        """Return the lines of a text, none wider than `limit` thousandths of the type size.

        A single character wider than that stands alone on its line.
        """
        key = (text, limit, balanced)
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) >= MAX_MEMORY:
                self._memory.clear()
            found = self._memory[key] = self._set(text, limit, balanced)
        return found

    def width(self, text: str) -> int:
        """Return the width of a text on one line, in thousandths of the type size."""
        return sum(map(self._advances.__getitem__, text)) - saved(text)

    def _set(self, text: str, limit: int, balanced: bool) -> tuple[Line, ...]:
        if not text:
            return ()
        if "\n" in text:
            parts = text.rstrip("\n").split("\n")
            return tuple(line for part in parts for line in self._paragraph(part, limit, balanced))
        return self._paragraph(text, limit, balanced)

    def _paragraph(self, text: str, limit: int, balanced: bool) -> tuple[Line, ...]:
        text = text.rstrip(SPACES)
        width = self.width(text)
        if width <= limit:
            return (Line(text, width),)
        pieces = list(self._pieces(text, limit, HEAD if balanced and width <= MAX_HEAD * limit else TEXT))
        if saved(text):
            pieces = _with_savings(pieces)
        balanced = balanced and width <= MAX_BALANCED * limit
        lines = _balanced(pieces, limit) if balanced else _without_orphan(_filled(pieces, limit), limit)
        return tuple(_joined(line, ends=line is lines[-1]) for line in lines)

    def _pieces(self, text: str, limit: int, splitters: Sequence[Splitter]) -> Iterator[_Piece]:
        for part in filter(None, splitters[0](text)):
            width = self.width(part)
            if width <= limit or len(part) == 1 or part.isspace():
                yield _Piece(part, width)
            else:
                yield from self._pieces(part, limit, splitters[1:])


def _with_savings(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Note where a piece begins with a mark that makes the one before it narrow."""
    savings = (saved(before.text[-1] + piece.text[0]) for before, piece in pairwise(pieces))
    return [pieces[0], *(piece._replace(saving=one) for piece, one in zip(pieces[1:], savings, strict=True))]


def _joined(line: Sequence[_Piece], ends: bool) -> Line:
    """Make a line of pieces; spaces at a break take no room."""
    count = _after_last_word(line)
    space = "" if ends or count == len(line) else line[count].text[0]
    kept = line[:count]
    return Line("".join(piece.text for piece in kept), _width(kept), ends, space)


def _width(pieces: Sequence[_Piece]) -> int:
    return sum(piece.width - piece.saving for piece in pieces) + (pieces[0].saving if pieces else 0)


def _after_last_word(line: Sequence[_Piece]) -> int:
    """Return how many pieces there are up to the last that is no space."""
    return max((count for count, piece in enumerate(line, start=1) if not piece.text.isspace()), default=0)


def _filled(pieces: Sequence[_Piece], limit: int) -> _Lines:
    """Fill line after line; spaces never begin one, but may reach beyond its end."""
    lines: _Lines = [[]]
    width = 0
    for piece in pieces:
        room = piece.width - piece.saving
        if piece.text.isspace() and width + room > limit:
            width = limit + 1
        elif width + room > limit and lines[-1]:
            lines.append([])
            width, room = 0, piece.width
        lines[-1].append(piece)
        width += room
    return lines


def _without_orphan(lines: _Lines, limit: int) -> _Lines:
    """Give a last line of one character company from the line above."""
    if len(lines) == 1 or len(lines[-1]) > 1 or len(lines[-1][0].text.rstrip(CLOSING)) > 1:
        return lines
    *before, above, last = lines
    stays = _after_last_word(above) - 1
    movers = above[stays:]
    width, left = _width(movers), _width(above[:stays])
    if width > limit * MOST_MOVED or left < limit * LEAST_LEFT or width + last[0].width > limit:
        return lines
    return [*before, above[:stays], [*movers, *last]]


def _balanced(pieces: Sequence[_Piece], limit: int) -> _Lines:
    """Break into as few lines as can be, as even as can be; if there are two ways, the longer line first."""
    best = [(0, 0, 0)]  # for the first so many pieces: lines, unevenness, minus where the last line begins
    for end in range(1, len(pieces) + 1):
        best.append(min(_endings(pieces, best, end, limit)))
    cuts = [len(pieces)]
    while cuts[-1]:
        cuts.append(-best[cuts[-1]][2])
    return [list(pieces[start:end]) for end, start in reversed(list(pairwise(cuts)))]


def _endings(
    pieces: Sequence[_Piece], best: Sequence[tuple[int, int, int]], end: int, limit: int
) -> Iterator[tuple[int, int, int]]:
    """Go through the ways to set the last line before `end`; the spaces that end it take no room."""
    width = 0
    for start in range(end - 1, -1, -1):
        if start < end - 1 or not pieces[start].text.isspace():
            width += pieces[start].width - (pieces[start + 1].saving if start < end - 1 else 0)
        if width > limit and start < end - 1:
            return
        if pieces[start].text.isspace() and 0 < start < end - 1:
            continue
        lines, unevenness, _ = best[start]
        inside_word = start > 0 and len(pieces[start - 1].text) == len(pieces[start].text) == 1
        yield lines + 1, unevenness + (limit - width) ** 2 + inside_word * UGLY_BREAK, -start
