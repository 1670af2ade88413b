# SPDX-License-Identifier: MIT
"""Pages: rows are cut into pages; heads and labels come again, and a row stays whole if a page can hold it.

All places are in points from the top of the page's rows; a row has its number in the whole form.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from export.setting import SetCell, SetRow, Span, Tie
from export.typesetting import Line

CUT_ROOM = 90.0  # points that must be left on a page to begin a row there that is taller than a page
LEAST_LINES = 2  # of a cell of a row that is cut, on either side
HAIR = 0.001  # points; sums of heights are not exact
WASTE = {Tie.NONE: 0.12, Tie.GROUP: 0.35, Tie.TEXT: 1.0}
"""Most of a page that may stay empty so that no tie closer than this is cut, in the order they are tried."""


class Placed(NamedTuple):
    """A row, or a piece of one, on its page."""

    row: SetRow
    number: int
    top: float
    height: float
    again: bool = False  # a head that an earlier page has printed already


class Label(NamedTuple):
    """A span's label on one page, with the lines printed there."""

    cell: SetCell
    top: float
    bottom: float
    again: bool  # its rows began on an earlier page


class Sheet(NamedTuple):
    """What stands on one page: rows from top to bottom, labels by the key of their span."""

    rows: tuple[Placed, ...]
    labels: dict[int, Label]


class _Rest(NamedTuple):
    """Where the next page begins, and what is left of that row if it was cut."""

    number: int
    row: SetRow | None = None


def paginate(rows: Sequence[SetRow], room: float) -> list[Sheet]:
    """Cut rows into pages of this height, in points.

    Every page takes at least one line, even where nothing fits, so there is always an end.
    """
    sheets: list[Sheet] = []
    printed = Counter[int]()  # lines of each span's label that earlier pages have printed
    rest = _Rest(0)
    while rest.number < len(rows):
        filler = _Filler(rows, room, printed, rest)
        rest = filler.fill()
        sheets.append(Sheet(tuple(filler.placed), dict(filler.labels())))
    return sheets


class _Filler:
    """Fills one page."""

    def __init__(self, rows: Sequence[SetRow], room: float, printed: Counter[int], start: _Rest) -> None:
        self._rows, self._room, self._printed, self._start = rows, room, printed, start
        self.placed: list[Placed] = []
        self._bottom = 0.0
        self._tops: dict[int, float] = {}  # where the spans begin on this page

    def fill(self) -> _Rest:
        """Place rows until the page is full, and return where the next one begins."""
        number = self._start.number
        self._repeat_heads(self._rows[number].heads)
        heads, row = len(self.placed), self._start.row or self._rows[number]
        while self._bottom + (height := self._height(number, row)) <= self._room + HAIR:
            self._place(number, row, height)
            number += 1
            if number == len(self._rows):
                return _Rest(number)
            row = self._rows[number]
        nothing_placed, left = len(self.placed) == heads, self._room - self._bottom
        page = self._below_heads(row)
        wanted = max([min(CUT_ROOM, page / 2), *(self._lacking(span, self._bottom) for span in row.spans)])
        if nothing_placed or (height > page and left + HAIR >= wanted):
            return self._cut(number, row, left, at_least=int(nothing_placed))
        return self._step_back(heads, number)

    def labels(self) -> Iterator[tuple[int, Label]]:
        """Go through the spans of the page with the lines printed here, and note them as printed."""
        ends = {span.key: (span, placed) for placed in self.placed for span in placed.row.spans}
        for span, last in ends.values():
            lines, bottom = self._unprinted(span), last.top + last.height
            fitting = self._fitting(span, bottom)
            shown, whole = lines[:fitting], len(span.label.lines)
            if fitting < len(lines):
                shown = shown[:whole]  # not a part of what says that it goes on
            self._printed[span.key] += min(len(shown), whole)
            label = span.label._replace(lines=shown)
            yield span.key, Label(label, self._tops[span.key], bottom, self._goes_on(span))

    def _repeat_heads(self, heads: range) -> None:
        if self._are_repeated(heads):
            for number in heads:
                row = self._rows[number]
                ended = [
                    self._lacking(span, self._bottom) for span in row.spans if span.last < self._start.number
                ]
                self._place(number, row, max([row.height, *ended]), again=True)

    def _are_repeated(self, heads: range) -> bool:
        return sum(self._rows[number].height for number in heads) <= self._room / 2

    def _below_heads(self, row: SetRow) -> float:
        """Return the room a page has for a row that it begins with."""
        heads = row.heads if self._are_repeated(row.heads) else ()
        return self._room - sum(self._rows[number].height for number in heads)

    def _place(self, number: int, row: SetRow, height: float, again: bool = False) -> None:
        for span in row.spans:
            self._tops.setdefault(span.key, self._bottom)
        self.placed.append(Placed(row, number, self._bottom, height, again))
        self._bottom += height

    def _height(self, number: int, row: SetRow) -> float:
        """Return a row's height here: the last row of a span grows if the label needs more than its rows."""
        ending = [self._lacking(span, self._bottom) for span in row.spans if span.last == number]
        return max([row.height, *ending])

    def _lacking(self, span: Span, bottom: float) -> float:
        """Return how much a span's part of this page is too low for its label, if it ends at `bottom`."""
        lines = len(self._unprinted(span))
        return span.label.setting.height(lines) - (bottom - self._tops.get(span.key, bottom))

    def _goes_on(self, span: Span) -> bool:
        """Tell whether an earlier page has printed a part of the span."""
        number, cut = self._start
        return span.first < number or (span.first == number and cut is not None)

    def _unprinted(self, span: Span) -> tuple[Line, ...]:
        """Return the lines of a label this page has to print: the rest of it, or all of it again."""
        lines = span.label.lines
        done = self._printed[span.key] % len(lines) if lines else 0
        return lines[done:] if done or not lines or not self._goes_on(span) else (*lines, *span.continued)

    def _fitting(self, span: Span, bottom: float) -> int:
        """Return how many lines of its label a span's part has room for; one is printed in any case."""
        return max(1, span.label.setting.fitting(bottom - self._tops[span.key]))

    def _step_back(self, heads: int, number: int) -> _Rest:
        """Break before a row, or earlier if rows are tied to each other or a label needs the room."""
        for loosest, waste in WASTE.items():
            for count in range(len(self.placed), heads, -1):
                last = self.placed[count - 1]
                bottom = last.top + last.height
                if self._bottom - bottom > waste * self._room:
                    break
                if last.row.tie <= loosest and bottom + (lacking := self._cut_off(last)) <= self._room + HAIR:
                    self.placed[count - 1 :] = [last._replace(height=last.height + lacking)]
                    return _Rest(last.number + 1)
        if self._start.row and all(one.row.tie is Tie.FIRM for one in self.placed[heads:]):
            return self._cut_again(heads, number)
        return _Rest(number)

    def _cut_again(self, heads: int, number: int) -> _Rest:
        """Leave the last lines of a row that was cut to the rows that are firmly tied to it."""
        piece = self.placed[heads]
        tallest = max(piece.row.cells, key=lambda cell: cell.height)
        if len(tallest.lines) < 2 * LEAST_LINES:
            return _Rest(number)
        self.placed, self._bottom = self.placed[:heads], piece.top
        left = piece.row.height - LEAST_LINES * tallest.setting.leading
        return self._cut(piece.number, piece.row, left, at_least=0)

    def _cut_off(self, last: Placed) -> float:
        """Return how much the labels lack that go on below this row, if the page ends with it."""
        bottom = last.top + last.height
        return max(
            [0.0, *(self._lacking(span, bottom) for span in last.row.spans if span.last > last.number)]
        )

    def _cut(self, number: int, row: SetRow, left: float, at_least: int) -> _Rest:
        """Place the lines of a row that fit, of every cell at least so many, and return the rest."""
        counts = [max(at_least, _well_cut(len(cell.lines), cell.setting.fitting(left))) for cell in row.cells]
        cells = list(zip(row.cells, counts, strict=True))
        piece = tuple(cell.piece(cell.lines[:count]) for cell, count in cells)
        rest = tuple(cell.piece(cell.lines[count:]) for cell, count in cells)
        self._place(number, row._replace(cells=piece), left)
        if not any(cell.lines for cell in rest) and not any(
            self._breaks_off(span, number) for span in row.spans
        ):
            return _Rest(number + 1)
        height = max([cell.height for cell in rest], default=0.0)
        return _Rest(number, row._replace(cells=rest, height=height))

    def _breaks_off(self, span: Span, number: int) -> bool:
        """Tell whether a label has lines that no page has printed, though its last row ends here."""
        lines = self._printed[span.key] + self._fitting(span, self._bottom)
        return span.last == number and lines < len(span.label.lines)


def _well_cut(lines: int, fitting: int) -> int:
    """Return how many of the lines that fit are printed, so that none stands alone on the next page."""
    return fitting - 1 if lines == fitting + 1 and fitting > LEAST_LINES else fitting
