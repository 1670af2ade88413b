# SPDX-License-Identifier: MIT
"""Room for numbers: a column takes from its neighbours what its longest number needs to keep its size."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from export.cells import Block, Cell
from export.widths import HALF_HEAD, MOST_ROWS, NARROWEST, WHOLE

MOST_TAKEN = 2  # times a column's own shares; what needs more is no number of this table, and is set smaller
HEADS = ("head", "label")
NUMBERS = ("number", "total")


def with_room_for_numbers(block: Block, room: Callable[[int], float], width: Callable[[str], float]) -> Block:
    """Return a block whose numbers fit their columns, as far as other columns have room to spare.

    `room` tells the room for a number in a column of so many shares, `width` that of a text.
    """
    cells = [cell for row in block.rows[:MOST_ROWS] for cell in row if cell.columns == 1]
    wanted = dict(_wanted(block.widths, cells, room, width))
    if not wanted:
        return block
    shares, least = list(block.widths), [NARROWEST] * len(block.widths)
    for cell in cells:
        own = block.widths[cell.column]
        least[cell.column] = max(least[cell.column], _share(_whole(cell, width), room, own))
    least = [max(share, wanted.get(column, 0)) for column, share in enumerate(least)]
    for column, share in wanted.items():
        while shares[column] < share:
            giver = max(range(len(shares)), key=lambda at: (shares[at] - least[at], -at))
            if shares[giver] <= least[giver]:
                break
            shares[giver] -= 1
            shares[column] += 1
    return replace(block, widths=tuple(shares))


def _wanted(
    shares: Sequence[int], cells: Sequence[Cell], room: Callable[[int], float], width: Callable[[str], float]
) -> Iterator[tuple[int, int]]:
    """Go through the columns too narrow for their longest number, with the shares they need."""
    longest: dict[int, str] = {}
    for cell in cells:
        if cell.role in NUMBERS and len(cell.text) > len(longest.get(cell.column, "")):
            longest[cell.column] = cell.text
    for column, text in longest.items():
        own, needed = shares[column], width(text)
        if room(own) < needed <= room(own * MOST_TAKEN):
            yield column, _share(needed, room, own * MOST_TAKEN)


def _whole(cell: Cell, width: Callable[[str], float]) -> float:
    """Return the width of what a cell does not break: half of a head, or its widest number."""
    if cell.role in HEADS:
        return width(cell.text) * HALF_HEAD
    return max(map(width, WHOLE.findall(cell.text)), default=0.0)


def _share(needed: float, room: Callable[[int], float], most: int) -> int:
    return next((share for share in range(1, most) if room(share) >= needed), most)
