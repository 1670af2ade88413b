# SPDX-License-Identifier: MIT
"""Settings and set rows: what measuring makes of blocks and cells; all sizes and places in points."""

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from export.cells import Align, Cell, Role, align_of
from export.fonts import Fonts
from export.styles import Style, Styles
from export.typesetting import Line, Typesetter
from model.template import Page


class Setting(NamedTuple):
    """How the cells of one role are set on a page."""

    style: Style
    size: float
    leading: float
    align: Align
    typesetter: Typesetter

    def height(self, lines: int) -> float:
        """Return the room so many lines need."""
        return lines * self.leading + 2 * self.style.above if lines else 0.0

    def width(self, text: str) -> float:
        """Return the width of a text on one line."""
        return self.typesetter.width(text) * self.size / 1000

    def fitting(self, height: float) -> int:
        """Return how many lines fit."""
        return int((height - 2 * self.style.above) / self.leading + 1e-6)

    def with_size(self, size: float) -> "Setting":
        """Return the setting in another type size."""
        return self._replace(size=size, leading=size * self.style.leading)


Settings: TypeAlias = Mapping[Role, Setting]


class SetCell(NamedTuple):
    """A cell with its lines and its place across the page."""

    cell: Cell
    setting: Setting
    left: float
    right: float
    lines: tuple[Line, ...]
    height: float  # the room it needs
    indent: float | None = None  # of a number that stands under the others' decimal points

    def piece(self, lines: tuple[Line, ...]) -> "SetCell":
        """Return the cell with some of its lines, needing only their room and beginning at the top."""
        setting = self.setting._replace(style=replace(self.setting.style, at_top=True))
        return self._replace(setting=setting, lines=lines, height=setting.height(len(lines)))


class Span(NamedTuple):
    """A label that runs through several rows."""

    key: int
    label: SetCell
    first: int
    last: int
    continued: tuple[Line, ...] = ()  # printed below the label where it comes again


class Tie(IntEnum):
    """How closely a row is tied to the next one: what a page that ends between them would spoil."""

    NONE = 0
    GROUP = 1  # one row of a group would stand alone
    TEXT = 2  # notes would stand apart from what they explain
    FIRM = 3  # a head from its rows, a total from what it adds up, signatures from everything


class SetRow(NamedTuple):
    """A measured row."""

    cells: tuple[SetCell, ...]  # without those of spans
    spans: tuple[Span, ...]
    height: float
    heads: range = range(0)  # rows repeated above, where a page begins with this row
    tie: Tie = Tie.NONE
    ruled: bool = True


def settings_of(page: Page, fonts: Fonts, styles: Styles) -> Settings:
    """Return the settings of all roles on a template's page."""
    return {role: _setting(role, style, page, fonts) for role, style in styles.items()}


def _setting(role: Role, style: Style, page: Page, fonts: Fonts) -> Setting:
    face = fonts.bold if style.bold else fonts.regular
    size = float(page.title_points if role == "title" else page.body_points) * style.scale
    return Setting(style, size, size * style.leading, align_of(role), face.typesetter)
