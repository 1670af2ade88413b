# SPDX-License-Identifier: MIT
"""Measuring: blocks of cells become rows with lines and heights, not yet cut into pages."""

import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from export.cells import Block, Cell, Role
from export.fonts import Fonts
from export.number_columns import number_columns
from export.setting import SetCell, SetRow, Setting, Settings, Span, Tie
from export.typesetting import Line

MAX_COLUMNS = 100
NO_ROWS = range(0)
NEVER = sys.maxsize  # a row's number
LEAST_SIZE = 0.55  # of the type size: how far a single number that is too wide for its cell may shrink
BRACKETS = "（）"
HALF_WIDTH = str.maketrans(BRACKETS, "()")

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
        self._block, self._printable, self._base = block, fonts.printable, base
        self._heads = range(base, base + block.head_rows)
        self._continued = fonts.printable(continued)
        self._before_or_after_one = set[int]()  # rows that begin a span, and rows before one that ends it
        self._shapes: dict[
            tuple[str, Role, int, int], _Shape
        ] = {}  # of the cells so far; most texts come again
        setting = settings["number"]
        columns = number_columns(block, self._edges, setting.style.side, setting.width)
        self._indents, self._least = columns.indents, setting.size * LEAST_SIZE
        self._settings = settings if columns.scale == 1 else _smaller(settings, columns.scale)

    def rows(self) -> Iterator[SetRow]:
        spans: tuple[Span, ...] = ()
        next_end = NEVER  # the last row of the span that ends first
        for number, row in enumerate(self._block.rows, start=self._base):
            cells, begun = [], []
            for cell in row:
                if cell.rows > 1 or cell.role == "group":
                    begun.append(self._span(cell, number))
                else:
                    cells.append(self._cell(cell))
            if begun or next_end < number:
                spans = (*(span for span in spans if span.last >= number), *begun)
                next_end = min([span.last for span in spans], default=NEVER)
            yield self._row(number, tuple(cells), spans)

    def _span(self, cell: Cell, number: int) -> Span:
        label, last = self._cell(cell), number + cell.rows - 1
        key = number * MAX_COLUMNS + cell.column
        if last > number:
            self._before_or_after_one |= {number, last - 1}
        return Span(key, label, number, last, self._continued_below(label))

    def _continued_below(self, label: SetCell) -> tuple[Line, ...]:
        """Set what a label says where it comes again; in a narrow column brackets become narrow or vanish."""
        typesetter, size = label.setting.typesetter, label.setting.size
        limit = int((label.right - label.left - 2 * label.setting.style.side) * 1000 / size + 0.01)
        wide = self._continued
        ways = (wide, wide.translate(HALF_WIDTH), wide.strip(BRACKETS))
        fitting = next((way for way in ways if typesetter.width(way) <= limit), ways[-1])
        return typesetter.lines(fitting, limit, balanced=True)

    def _row(self, number: int, cells: tuple[SetCell, ...], spans: tuple[Span, ...]) -> SetRow:
        height = max([cell.height for cell in cells], default=0.0)
        heads = NO_ROWS if number in self._heads else self._heads
        return SetRow(cells, spans, height, heads, self._tie(number), self._block.ruled)

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
        key = cell[:4]
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = self._shape(*key)
        return tuple.__new__(SetCell, (cell, *shape))  # the quickest way, for very many

    def _shape(self, text: str, role: Role, column: int, columns: int) -> _Shape:
        setting = self._settings[role]
        left, right = self._edges[column], self._edges[column + columns]
        room, text = right - left - 2 * setting.style.side, self._printable(text)
        if setting.align == "decimal":
            width = setting.typesetter.width(text) / 1000
            if width * setting.size > room:
                setting = setting.with_size(max(room / width, self._least))
        lines = setting.typesetter.lines(text, int(room * 1000 / setting.size + 0.01), setting.style.balanced)
        height = max(setting.height(len(lines)), setting.style.least)
        return setting, left, right, lines, height, self._indents.get((column, text))


def _smaller(settings: Settings, scale: float) -> Settings:
    """Return the settings with smaller numbers."""
    numbers: tuple[Role, ...] = ("number", "total")
    return {**settings, **{role: settings[role].with_size(settings[role].size * scale) for role in numbers}}


def _tie_of_text(block: Block) -> Tie:
    """Return how closely the rows of a block without rules are tied to each other and to what is above."""
    return Tie.TEXT if block.is_text else Tie.FIRM
