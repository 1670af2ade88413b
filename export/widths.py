# SPDX-License-Identifier: MIT
"""Widths: columns of text share their room by content where the template's shares cost many lines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count, permutations
from math import ceil

from export.cells import Block

STEP = 2  # shares of the width that go from one column to another at a time
NARROWEST = 9  # shares; besides, a column holds its head in two lines, and its numbers
HALF_HEAD = 0.6
WHOLE = re.compile(r"[≥≤]?[!-~]{2,}")
MOST_ROWS = 300  # looked at; more would hardly say anything else
LEAST_SAVING = 0.08  # of the lines; for less, columns stay in line with those of the blocks above
LEAST_LINES = 4


def fitted(block: Block, room: Callable[[int], float], width: Callable[[str], float]) -> Block:
    """Return a block with the widths that need fewest lines, if these are far fewer.

    `room` tells the room for text in a column of so many shares, `width` that of a text.
    """
    heads, *rows = _texts(block)
    lengths = [[width(text) for text in row] for row in rows]
    long = [row for row in lengths if max(row, default=0.0) > room(NARROWEST)]
    columns, shares = _Columns(long, room), [block.widths[column] for column in block.flexible]
    lines = columns.lines(shares) if long else 0
    wanted = max(LEAST_LINES, LEAST_SAVING * (lines + len(rows) - len(long)))
    if lines - len(long) < wanted:
        return block
    whole = [_widest_whole(head, texts, width) for head, *texts in zip(heads, *rows, strict=True)]
    least = [next(share for share in count(NARROWEST) if room(share) >= one) for one in whole]
    fewest, best = columns.fewest_lines(shares, [min(pair) for pair in zip(least, shares, strict=True)])
    if lines - fewest < wanted:
        return block
    changed = dict(enumerate(block.widths)) | dict(zip(block.flexible, best, strict=True))
    return replace(block, widths=tuple(changed.values()))


def _texts(block: Block) -> list[list[str]]:
    """Return what stands in the flexible columns, row by row, the head first."""
    rows = [{cell.column: cell.text for cell in row if cell.columns == 1} for row in block.rows[:MOST_ROWS]]
    return [[row.get(column, "") for column in block.flexible] for row in rows]


def _widest_whole(head: str, texts: Sequence[str], width: Callable[[str], float]) -> float:
    """Return the width of what a column must not break: a number, or half of its head."""
    return max(
        [width(head) * HALF_HEAD, *(width(number) for text in texts for number in WHOLE.findall(text))]
    )


class _Columns:
    """The flexible columns of a table, each with the widths of its texts."""

    def __init__(self, lengths: Sequence[Sequence[float]], room: Callable[[int], float]) -> None:
        self._lengths = list(zip(*lengths, strict=True))
        self._room = room
        self._counted: dict[tuple[int, int], list[int]] = {}

    def lines(self, shares: Sequence[int]) -> int:
        """Return how many lines all rows need with these widths."""
        return sum(map(max, *(self._lines_of(column, share) for column, share in enumerate(shares))))

    def fewest_lines(self, shares: list[int], least: Sequence[int]) -> tuple[int, list[int]]:
        """Move room between columns for as long as that saves lines: how many are left, and the widths."""
        lines = self.lines(shares)
        while True:
            moves = [_moved(shares, giver, taker) for giver, taker in permutations(range(len(shares)), 2)]
            allowed = [move for move in moves if all(map(int.__ge__, move, least))]
            fewest, best = min(((self.lines(move), move) for move in allowed), default=(lines, shares))
            if fewest >= lines:
                return lines, shares
            lines, shares = fewest, best

    def _lines_of(self, column: int, share: int) -> list[int]:
        key = (column, share)
        if key not in self._counted:
            room = self._room(share)
            self._counted[key] = [ceil(length / room) or 1 for length in self._lengths[column]]
        return self._counted[key]


def _moved(shares: Sequence[int], giver: int, taker: int) -> list[int]:
    moved = list(shares)
    moved[giver] -= STEP
    moved[taker] += STEP
    return moved
