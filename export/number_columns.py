# SPDX-License-Identifier: MIT
"""Number columns: decimal points stand below each other, and what is too wide is set smaller, all alike."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from export.cells import Block, Role, Row

SMALLEST = 0.7  # of the type size: how far all numbers of a block may shrink for the widest of them
PLAIN_NUMBER = re.compile(r"(-?[0-9][0-9,]*)((?:\.[0-9]+)?%?)")

_Halves: TypeAlias = Mapping[str, tuple[float, float]]
"""The widths of numbers before, and from, the decimal point on."""


class NumberColumns(NamedTuple):
    """How the numbers of a block are set."""

    scale: float  # of the type size
    indents: Mapping[tuple[int, str], float]  # where a number begins in its column, by column and text


def number_columns(
    block: Block, edges: Sequence[float], side: float, width: Callable[[str], float]
) -> NumberColumns:
    """Find how the numbers of a block are set in columns of these edges; `width` is that of a text.

    Totals stand with the numbers whose decimals they have, else by themselves; so does what is so wide that
    the others would have to be much smaller.
    """
    totals = _texts_by_column(block.rows[-block.tail_rows :], "total")
    columns = {
        column: _together(
            texts, totals.get(column, set()), edges[column + 1] - edges[column] - 2 * side, width
        )
        for column, texts in _texts_by_column(block.rows, "number").items()
    }
    rooms = (
        (edges[column + 1] - edges[column] - 2 * side, _reach(halves)) for column, halves in columns.items()
    )
    scale = min([1.0, *(room / sum(reach) for room, reach in rooms if sum(reach))])
    indents = {
        (column, text): (edges[column + 1] - edges[column] + (before - after) * scale) / 2 - whole * scale
        for column, halves in columns.items()
        for before, after in (_reach(halves),)
        for text, (whole, _) in halves.items()
    }
    return NumberColumns(scale, indents)


def _together(numbers: set[str], totals: set[str], room: float, width: Callable[[str], float]) -> _Halves:
    """Return the numbers of a column that can stand below each other, with their halves."""
    halves = _halves(numbers, width)
    after = max((half[1] for half in halves.values()), default=0.0)
    halves |= {text: half for text, half in _halves(totals, width).items() if half[1] == after}
    while halves and sum(_reach(halves)) > room / SMALLEST:
        del halves[max(halves, key=lambda text: (sum(halves[text]), text))]
    return halves


def _halves(texts: set[str], width: Callable[[str], float]) -> dict[str, tuple[float, float]]:
    found = {text: match.groups() for text in texts if (match := PLAIN_NUMBER.fullmatch(text))}
    return {text: (width(whole), width(part)) for text, (whole, part) in found.items()}


def _reach(halves: _Halves) -> tuple[float, float]:
    """Return how far numbers reach before and after their decimal point."""
    before = max((half[0] for half in halves.values()), default=0.0)
    return before, max((half[1] for half in halves.values()), default=0.0)


def _texts_by_column(rows: Sequence[Row], role: Role) -> dict[int, set[str]]:
    columns: dict[int, set[str]] = {}
    for row in rows:
        for cell in row:
            if cell.role == role:
                columns.setdefault(cell.column, set()).add(cell.text)
    return columns
