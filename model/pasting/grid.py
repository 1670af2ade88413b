# SPDX-License-Identifier: MIT
"""A pasted table as a grid of texts, its merged cells unrolled, and how large it may be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from model.errors import FormError
from model.limits import MOST_PASTED_CELLS as MOST_CELLS
from model.limits import MOST_PASTED_CHARACTERS as MOST_CHARACTERS
from model.limits import MOST_PASTED_COLUMNS as MOST_COLUMNS
from model.limits import MOST_PASTED_ROWS as MOST_ROWS

Spot = tuple[int, int]
"""Row and column in a grid."""


class PasteError(FormError):
    """What is on the clipboard cannot be pasted; nothing in the form has changed."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Texts in rows, all as wide as the widest; a merged cell's text stands in its first cell."""

    rows: tuple[tuple[str, ...], ...]
    origins: Mapping[Spot, Spot] = field(default_factory=dict)  # covered cell → first cell of the merged one

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def height(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    @property
    def is_blank(self) -> bool:
        """Tell whether no cell holds anything."""
        return not any(text.strip() for row in self.rows for text in row)

    def origin(self, row: int, column: int) -> Spot:
        """Return the first cell of the merged cell a cell belongs to; the cell itself where it is single."""
        return self.origins.get((row, column), (row, column))

    def filled(self, row: int, column: int) -> str:
        """Return the text one sees at a cell: a merged cell's everywhere it reaches."""
        above, left = self.origin(row, column)
        return self.rows[above][left]


def grid_of(rows: Iterable[Sequence[str]]) -> Grid:
    """Return a grid of texts without merged cells.  Errors: PasteError where there are too many."""
    listed = [tuple(row) for row in rows]
    width = max(map(len, listed), default=0)
    check_size(len(listed), width)
    return Grid(tuple(row if len(row) == width else row + ("",) * (width - len(row)) for row in listed))


def check_size(rows: int, columns: int) -> None:
    """Errors: PasteError for a table larger than any form."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise PasteError(
            f"剪贴板里的表格太大（超过 {MOST_ROWS} 行、{MOST_COLUMNS} 列或 {MOST_CELLS} 格）；"
            "表中没有改动，请只复制需要的部分。"
        )


def check_length(text: str) -> None:
    """Errors: PasteError for more text than can be read in reasonable time."""
    if len(text) > MOST_CHARACTERS:
        raise PasteError("剪贴板里的内容太多；表中没有改动，请只复制需要的部分。")
