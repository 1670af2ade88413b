# SPDX-License-Identifier: MIT
"""Texts stacked into one, so that thousands are searched at once; and stacked initials, with all readings."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

Hit = tuple[int, tuple[int, ...]]
"""A line's number and the matched positions in it."""

SEVERAL = re.compile(r"\[(.+?)\]")  # readings, as model.pinyin writes them
CODES = range(0x80, 0x100)  # bytes that stand for several readings; there are not that many kinds
ZERO, ONE = b"0", b"1"


class Lines:
    """Texts one below the other."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = list(texts)
        self.text = "\n" + "\n".join(lines) + "\n"
        self.starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=1))

    def line_at(self, position: int) -> tuple[int, int]:
        """Return the line of a position, and the position in it."""
        line = bisect_right(self.starts, position) - 1
        return line, position - self.starts[line]

    def holding(self, part: str) -> Iterator[Hit]:
        """Go through the lines that hold a part; one that opens with a line feed begins them."""
        begins = part.startswith("\n")
        position = self.text.find(part)
        while position >= 0:
            line, at = self.line_at(position + begins)
            yield line, tuple(range(at, at + len(part) - begins))
            position = self.text.find(part, self.text.index("\n", position + 1))


class Initials:
    """Initials one below the other; each character is a bit of large numbers, one for each letter it may be.

    Bit n is the character n of the stacked lines.  A search is a few operations on such numbers, whatever
    the readings; the subtractions in it work within each line, as every line ends in a bit of its own.
    """

    def __init__(self, spelt: Iterable[str]) -> None:
        self._codes: dict[str, int] = {}
        self._lines = Lines(SEVERAL.sub(self._code, "\n".join(spelt)).split("\n"))
        self._bytes = self._lines.text.encode("latin-1", "replace")
        self._spots: dict[str, int] = {}
        self._ends = self._bits(b"\n")
        self._starts = self._ends << 1

    def beginning(self, letters: str) -> Iterator[Hit]:
        """Go through the lines that begin with letters."""
        return self._runs(self._run(letters) & self._starts, len(letters))

    def holding(self, letters: str) -> Iterator[Hit]:
        """Go through the lines that hold letters one after the other."""
        return self._runs(self._run(letters), len(letters))

    def skipping(self, letters: str) -> Iterator[Hit]:
        """Go through the lines that begin with the first letter and hold the others, with gaps."""
        ends, reached = self._ends, [self._spot(letters[0]) & self._starts]
        for letter in letters[1:]:
            behind = (ends - reached[-1]) & ~reached[-1]  # up to the line's end
            reached.append(self._first(behind & self._spot(letter)))
        for position in _positions(reached[-1]):
            line, last = self._lines.line_at(position)
            here = (spots >> (position - last) & ((2 << last) - 1) for spots in reached)
            yield line, tuple(spots.bit_length() - 1 for spots in here)

    def _code(self, several: re.Match[str]) -> str:
        """Return the sign for several readings; should there ever be too many kinds, the first reading."""
        if len(self._codes) == len(CODES):
            return several[1][0]
        return chr(self._codes.setdefault(several[1], CODES[len(self._codes)]))

    def _spot(self, letter: str) -> int:
        """Return where a letter may stand."""
        if letter not in self._spots:
            codes = (code for several, code in self._codes.items() if letter in several)
            self._spots[letter] = self._bits(bytes((ord(letter), *codes)))
        return self._spots[letter]

    def _bits(self, signs: bytes) -> int:
        """Return where one of the signs stands."""
        table = ZERO * 256
        for sign in signs:
            table = table[:sign] + ONE + table[sign + 1 :]
        return int(self._bytes.translate(table)[::-1], 2)

    def _run(self, letters: str) -> int:
        """Return where letters begin that stand one after the other."""
        run = self._spot(letters[0])
        for at, letter in enumerate(letters[1:], 1):
            run &= self._spot(letter) >> at
        return run

    def _runs(self, run: int, length: int) -> Iterator[Hit]:
        for position in _positions(self._first(run)):
            line, at = self._lines.line_at(position)
            yield line, tuple(range(at, at + length))

    def _first(self, spots: int) -> int:
        """Keep the first spot of each line."""
        return spots & (self._ends - spots)


def _positions(spots: int) -> Iterator[int]:
    while spots:
        lowest = spots & -spots
        yield lowest.bit_length() - 1
        spots ^= lowest
