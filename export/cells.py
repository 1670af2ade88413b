# SPDX-License-Identifier: MIT
"""Cells, rows and blocks: the printed page as words and spans, before anything is measured."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from model.places import Place

Role = Literal[
    "title", "year", "head", "label", "group", "name", "field", "value", "text", "goal", "number", "total",
    "blank", "note", "signature", "page_number", "draft_mark",
]  # fmt: skip
"""What a cell is on the page; the typesetter has one style for each."""

Align = Literal["left", "centre", "value", "decimal"]
"""How lines stand in a cell; `value` is centred while it is short, `decimal` lines a column's points up."""

_ALIGNS: dict[Role, Align] = {
    "name": "left",
    "text": "left",
    "goal": "left",
    "note": "left",
    "signature": "left",
    "field": "left",
    "value": "value",
    "number": "decimal",
    "total": "decimal",
}


def align_of(role: Role) -> Align:
    """Return how the lines of a cell of this role stand in it."""
    return _ALIGNS.get(role, "centre")


class Cell(NamedTuple):
    """One cell of the printed page; `column` and the spans count in its block's columns and rows."""

    text: str
    role: Role
    column: int
    columns: int = 1
    rows: int = 1
    place: Place | None = None  # of the form's cell it prints

    @property
    def align(self) -> Align:
        """How the cell's lines stand in it."""
        return align_of(self.role)


Row: TypeAlias = tuple[Cell, ...]
"""The cells that begin in one row, from left to right."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that share their columns."""

    widths: tuple[int, ...]  # shares of the page's width
    rows: tuple[Row, ...]
    head_rows: int = 0  # repeated where the block goes on on another page
    tail_rows: int = 0  # kept on one page with the row before them
    ruled: bool = True
    is_text: bool = False  # rows that may be parted where keeping them together would waste much of a page
    flexible: tuple[int, ...] = ()  # columns of text, which may share their widths otherwise
