# SPDX-License-Identifier: MIT
"""Colours, fonts and ready marks the cells are drawn with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette, QTextOption

from ui import theme
from ui.cells import Look
from ui.marks import MarkStamps
from ui.row_heights import wrapping

NOTE_SCALE = 0.85  # of the interface font
LEVEL1_TINT, LEVEL2_TINT = 0.07, 0.03  # shares of the text colour in the ground
LINE_SHARE = 0.10


@dataclass(frozen=True, slots=True)
class Ink:
    """What to draw with, for one palette, font and screen."""

    text: QColor
    quiet: QColor
    chosen: QColor
    frame: QColor
    line: QColor
    tints: dict[int, QColor]  # ground of the heads, by level
    marks: MarkStamps
    fonts: dict[Look, QFont]
    note: QFont
    line_height: int  # px
    widest: int  # px, a character
    wrapping: QTextOption


def ink_of(palette: QPalette, font: QFont, ratio: float) -> Ink:
    """Mix the colours and choose the fonts; `ratio` is the screen's pixel ratio."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    return Ink(
        text=text,
        quiet=theme.quiet_text(palette),
        chosen=theme.soft_accent(palette),
        frame=theme.accent(palette),
        line=theme.mixed(base, text, LINE_SHARE),
        tints={1: theme.mixed(base, text, LEVEL1_TINT), 2: theme.mixed(base, text, LEVEL2_TINT)},
        marks=MarkStamps(palette, ratio),
        fonts={look: _font(font, look) for look in Look},
        note=smaller(font),
        line_height=QFontMetrics(font).lineSpacing(),
        widest=QFontMetrics(font).horizontalAdvance("国"),
        wrapping=wrapping(),
    )


def smaller(font: QFont) -> QFont:
    """Return the font of notes."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * NOTE_SCALE)
    else:
        small.setPixelSize(round(font.pixelSize() * NOTE_SCALE))
    return small


def _font(font: QFont, look: Look) -> QFont:
    styled = QFont(font)
    styled.setBold(look in (Look.LEVEL1, Look.LEVEL2))
    styled.setItalic(look is Look.COMPUTED)
    return styled
