# SPDX-License-Identifier: MIT
"""Measuring: blocks of cells become rows with lines and heights, not yet cut into pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from export.cells import Block, Cell, Role, Row
from export.fonts import Fonts
from export.setting import SetCell, SetRow, Setting, Settings, Span, Tie
from export.typesetting import Line

MAX_COLUMNS = 100
SMALLEST = 0.75  # of the type size: how far a number that is too wide for its cell may shrink
HALF_WIDTH = str.maketrans("（）", "()")
PLAIN_NUMBER = re.compile(r"(-?[0-9]+)((?:\.[0-9]+)?%?)")

_Shape: TypeAlias = tuple[Setting, float, float, tuple[Line, ...], float, float | None]
"""A set cell without its cell."""


def measured(
    blocks: Sequence[Block], settings: Settings, fonts: Fonts, width: float, continued: str = ""
) -> list[SetRow]:
    """Measure all blocks for a page of this width, in points; labels that come again say `continued`."""
    rows: list[SetRow] = []
    for block in blocks:
        if rows and not block.ruled:
            rows[-1] = rows[-1]._replace(tie=_tie_of_text(block))
        rows += _Measurer(block, settings, fonts, width, len(rows), continued).rows()
    return rows


class _Measurer:
    """Measures the rows of one block; the first of them is row `base` of the page."""

    def __init__(
        self, block: Block, settings: Settings, fonts: Fonts, width: float, base: int, continued: str
    ) -> None:
        shares = [0, *accumulate(block.widths)]
        self._edges = [width * share / shares[-1] for share in shares]
        self._block, self._settings, self._printable, self._base = block, settings, fonts.printable, base
        self._continued = fonts.printable(continued)
        self._before_or_after_one = set[int]()  # rows that begin a span, and rows before one that ends it
        self._shapes: dict[
            tuple[str, Role, int, int], _Shape
        ] = {}  # of the cells so far; most texts come again
        self._indents: dict[tuple[int, str], float] = {}
        totals = _texts_by_column(block.rows[-block.tail_rows :], "total")
        for column, numbers in _texts_by_column(block.rows, "number").items():
            self._line_up(column, numbers, totals.get(column, set()))

    def rows(self) -> Iterator[SetRow]:
        spans: tuple[Span, ...] = ()
        for number, row in enumerate(self._block.rows, start=self._base):
            cells, begun = [], []
            for cell in row:
                if cell.rows > 1 or cell.role == "group":
                    begun.append(self._span(cell, number))
                else:
                    cells.append(self._cell(cell))
            if begun or any(span.last < number for span in spans):
                spans = (*(span for span in spans if span.last >= number), *begun)
            yield self._row(number, tuple(cells), spans)

    def _span(self, cell: Cell, number: int) -> Span:
        label, last = self._cell(cell), number + cell.rows - 1
        key = number * MAX_COLUMNS + cell.column
        if last == number:
            return Span(key, label, number, last)
        self._before_or_after_one |= {number, last - 1}
        return Span(key, label, number, last, self._continued_below(label))

    def _continued_below(self, label: SetCell) -> tuple[Line, ...]:
        """Set what a label says where it comes again; brackets become narrow ones in a narrow column."""
        typesetter, size = label.setting.typesetter, label.setting.size
        limit = int((label.right - label.left - 2 * label.setting.style.side) * 1000 / size + 0.01)
        wide, narrow = self._continued, self._continued.translate(HALF_WIDTH)
        return typesetter.lines(wide if typesetter.width(wide) <= limit else narrow, limit, balanced=True)

    def _row(self, number: int, cells: tuple[SetCell, ...], spans: tuple[Span, ...]) -> SetRow:
        height = max([cell.height for cell in cells], default=0.0)
        heads = range(self._base, self._base + self._block.head_rows)
        tie = self._tie(number)
        return SetRow(cells, spans, height, range(0) if number in heads else heads, tie, self._block.ruled)

    def _tie(self, number: int) -> Tie:
        block, row, last = self._block, number - self._base, len(self._block.rows) - 1
        if row == last:
            return Tie.NONE
        if row < block.head_rows or row >= last - block.tail_rows:
            return Tie.FIRM
        if not block.ruled:
            return _tie_of_text(block)
        return Tie.GROUP if number in self._before_or_after_one else Tie.NONE

    def _cell(self, cell: Cell) -> SetCell:
        key = (cell.text, cell.role, cell.column, cell.columns)
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = self._shape(*key)
        return SetCell(cell, *shape)

    def _shape(self, text: str, role: Role, column: int, columns: int) -> _Shape:
        setting = self._settings[role]
        left, right = self._edges[column], self._edges[column + columns]
        room, text = right - left - 2 * setting.style.side, self._printable(text)
        if setting.align == "decimal":
            width = setting.typesetter.width(text) / 1000
            if width * setting.size > room:
                setting = setting.with_size(max(room / width, setting.size * SMALLEST))
        lines = setting.typesetter.lines(text, int(room * 1000 / setting.size + 0.01), setting.style.balanced)
        height = max(setting.height(len(lines)), setting.style.least)
        return setting, left, right, lines, height, self._indents.get((column, text))

    def _line_up(self, column: int, numbers: set[str], totals: set[str]) -> None:
        """Let decimal points stand below each other, in the middle of their column, where there is room.

        Totals stand with the numbers whose decimals they have, else by themselves.
        """
        halves = self._halves(numbers | totals)
        after = max((halves[text][1] for text in numbers & halves.keys()), default=0.0)
        lined_up = {text: half for text, half in halves.items() if text in numbers or half[1] == after}
        before = max((half[0] for half in lined_up.values()), default=0.0)
        room = self._edges[column + 1] - self._edges[column]
        point = (room + before - after) / 2
        if before + after <= room - 2 * self._settings["number"].style.side:
            self._indents |= {(column, text): point - whole for text, (whole, _) in lined_up.items()}

    def _halves(self, texts: set[str]) -> dict[str, tuple[float, float]]:
        """Return the widths before and from the decimal point on, of texts that are numbers."""
        setting = self._settings["number"]
        width, em = setting.typesetter.width, setting.size / 1000
        found = {text: match.groups() for text in texts if (match := PLAIN_NUMBER.fullmatch(text))}
        return {text: (width(whole) * em, width(part) * em) for text, (whole, part) in found.items()}


def _tie_of_text(block: Block) -> Tie:
    """Return how closely the rows of a block without rules are tied to each other and to what is above."""
    return Tie.TEXT if block.is_text else Tie.FIRM


def _texts_by_column(rows: Sequence[Row], role: Role) -> dict[int, set[str]]:
    columns: dict[int, set[str]] = {}
    for row in rows:
        for cell in row:
            if cell.role == role:
                columns.setdefault(cell.column, set()).add(cell.text)
    return columns
