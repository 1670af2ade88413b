# SPDX-License-Identifier: MIT
"""Styles: size, weight and room of each kind of cell."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from export.cells import Role

MM = 72 / 25.4  # points


@dataclass(frozen=True, slots=True)
class Style:
    """How the cells of one role are set."""

    scale: float = 1.0  # of the body's type size
    bold: bool = False
    balanced: bool = False
    leading: float = 1.3  # from line to line, in type sizes
    side: float = 1.4 * MM  # room left and right, in points
    above: float = 1.2 * MM  # room above and below, in points
    least: float = 7.0 * MM  # least height, in points
    at_top: bool = False


HEAD = Style(bold=True, balanced=True, side=1.0 * MM)
NUMBER = Style(side=0.6 * MM)
STYLES: dict[Role, Style] = {
    "title": Style(bold=True, balanced=True, above=0, least=9 * MM),
    "year": Style(scale=1.15, above=0, least=8 * MM, at_top=True),
    "head": HEAD,
    "label": HEAD,
    "group": Style(balanced=True, side=1.0 * MM),
    "name": Style(),
    "field": Style(),
    "value": Style(balanced=True, side=0.9 * MM),
    "text": Style(),
    "goal": Style(leading=1.45, side=1.8 * MM, above=1.8 * MM, least=20 * MM),
    "number": NUMBER,
    "total": NUMBER,
    "note": Style(above=1.0 * MM, least=0, side=0),
    "signature": Style(least=12 * MM, side=0),
    "blank": Style(),
    "page_number": Style(),
    "draft_mark": Style(scale=1.3, bold=True),
}

Styles: TypeAlias = Mapping[Role, Style]


class Tightness(NamedTuple):
    """Factors for the room above and below lines and for the least height, to save a page of few rows."""

    above: float
    least: float

    def styles(self) -> Styles:
        """Return the styles of the page, set tighter."""
        return {role: self._tighter(style) for role, style in STYLES.items()}

    def height(self, height: float) -> float:
        """Return about how high a row of this height becomes."""
        text = STYLES["text"]
        return height * self.least if height <= text.least else height - 2 * text.above * (1 - self.above)

    def _tighter(self, style: Style) -> Style:
        return replace(style, above=style.above * self.above, least=style.least * self.least)


TIGHTER = (Tightness(0.85, 0.94), Tightness(0.7, 0.88), Tightness(0.55, 0.82))
