# SPDX-License-Identifier: MIT
"""Furniture: what stands in a page's margins, between the edge that printers leave white and the table."""

from typing import NamedTuple

from export.cells import Cell, Role
from export.paper import MIDDLE, Box, Text
from export.setting import Setting
from export.styles import MM

OUTSIDE = 8.5 * MM  # from the paper's edge to the middle of a line, where the margin has the room
UNPRINTABLE = 5 * MM  # at the paper's edges, by most printers
GAP = 1 * MM  # at least, to the table


class Frame(NamedTuple):
    """A page's paper and its margins, in points."""

    width: float
    height: float
    margin: float

    def at_foot(self, text: str, role: Role, setting: Setting) -> Box:
        """Return a line below the table."""
        size = self._size(text, setting)
        return self._line(text, role, setting.with_size(size), self.height - self._middle(size))

    def at_head(self, text: str, role: Role, setting: Setting) -> Box:
        """Return a line above the table."""
        size = self._size(text, setting)
        return self._line(text, role, setting.with_size(size), self._middle(size))

    def _size(self, text: str, setting: Setting) -> float:
        """Return the type size: the role's, unless the margin or the page is too small for it."""
        width = setting.typesetter.width(text) / 1000
        return min(setting.size, self.margin - UNPRINTABLE - GAP, (self.width - 2 * self.margin) / width)

    def _middle(self, size: float) -> float:
        """Return how far from the paper's edge the middle of a line stands."""
        return max(UNPRINTABLE + size / 2, min(OUTSIDE, self.margin - GAP - size / 2))

    def _line(self, text: str, role: Role, setting: Setting, y: float) -> Box:
        middle, size = self.width / 2, setting.size
        half, reach = setting.typesetter.width(text) * size / 2000, size / 2
        line = Text(text, middle - half, y + MIDDLE * size, size, setting.style.bold)
        return Box(
            Cell(text, role, 0), middle - half, y - reach, middle + half, y + reach, (line,), ruled=False
        )
