# SPDX-License-Identifier: MIT
"""Claims about the colours and fonts of cells."""

import pytest
from PySide6.QtGui import QColor, QFont, QPalette

from ui.cells import Look
from ui.ink import ink_of
from ui.theme import palette_of


def luminance(colour: QColor) -> float:
    shares = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in rgb(colour)
    )
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), shares, strict=True))


def rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def contrast(first: QColor, second: QColor) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_can_be_read_on_every_ground(qapp, dark):
    palette = palette_of(dark)
    ink = ink_of(palette, QFont(), 1.0)
    grounds = (palette.color(QPalette.ColorRole.Base), ink.chosen, *ink.tints.values())
    assert min(contrast(text, ground) for text in (ink.text, ink.quiet) for ground in grounds) >= 4.5


def test_heads_are_bold_and_computed_figures_slanted(qapp):
    fonts = ink_of(palette_of(False), QFont(), 1.0).fonts
    assert fonts[Look.LEVEL1].bold()
    assert fonts[Look.LEVEL2].bold()
    assert fonts[Look.COMPUTED].italic()
    assert not fonts[Look.VALUE].bold()


@pytest.mark.parametrize("font", [QFont("Sans", 10), QFont("Sans")])
def test_notes_are_smaller_than_values(qapp, font):
    font.setPixelSize(14) if font.pointSize() != 10 else None
    ink = ink_of(palette_of(False), font, 1.0)
    assert (ink.note.pointSizeF(), ink.note.pixelSize()) < (font.pointSizeF(), font.pixelSize())
