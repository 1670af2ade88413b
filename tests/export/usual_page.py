# SPDX-License-Identifier: MIT
"""The page on which rows are measured in tests: the ministry's type, on paper 500 points wide."""

from export.fonts import Fonts
from export.measuring import measured
from export.setting import SetRow, settings_of
from export.styles import STYLES
from model.templates import load_template

WIDTH = 500.0
PAGE = load_template("ministry").page
SIZE = float(PAGE.body_points)


def measured_there(blocks, fonts: Fonts, continued: str = "") -> list[SetRow]:
    """Measure blocks."""
    return measured(blocks, settings_of(PAGE, fonts, STYLES), fonts, WIDTH, continued)
