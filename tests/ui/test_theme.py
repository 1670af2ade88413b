# SPDX-License-Identifier: MIT
"""Claims about the looks: enough contrast, and no state told by colour alone."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from model.rules.finding import Severity
from ui import theme

Role = QPalette.ColorRole
ENOUGH = 4.5
STATES = (*Severity, None)
WRITTEN = ((Role.WindowText, Role.Window), (Role.Text, Role.Base), (Role.PlaceholderText, Role.Base),
           (Role.PlaceholderText, Role.Window), (Role.ButtonText, Role.Button), (Role.Accent, Role.Base),
           (Role.HighlightedText, Role.Highlight), (Role.ToolTipText, Role.ToolTipBase))  # fmt: skip


def luminance(colour):
    channels = (value / 255 for value in colour.getRgb()[:3])
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def drawn(state):
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    theme.paint_mark(painter, QRectF(0, 0, 40, 40), state, theme.palette_of(False))
    painter.end()
    return image


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("pair", WRITTEN, ids=lambda pair: f"{pair[0].name} on {pair[1].name}")
def test_text_can_be_read(dark, pair):
    palette = theme.palette_of(dark)
    assert contrast(palette.color(pair[0]), palette.color(pair[1])) >= ENOUGH


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_marks_can_be_seen_on_every_ground(dark, state):
    palette = theme.palette_of(dark)
    grounds = [palette.color(role) for role in (Role.Base, Role.AlternateBase, Role.Window)]
    colour = theme.mark_colour(state, palette)
    assert min(contrast(colour, ground) for ground in (*grounds, theme.soft_accent(palette))) >= ENOUGH


def test_every_state_has_a_mark_and_a_shape_of_its_own():
    assert set(theme.MARKS) == set(STATES)
    assert len({mark.shape for mark in theme.MARKS.values()}) == len(STATES)


@pytest.mark.parametrize("state", STATES)
def test_a_mark_is_drawn_in_its_colour(qapp, state):
    image, colour = drawn(state), theme.mark_colour(state, theme.palette_of(False))
    assert any(image.pixelColor(x, y) == colour for x in range(40) for y in range(40))


def test_a_light_share_of_a_colour_stays_near_the_ground():
    assert theme.mixed(QColor("#000000"), QColor("#ffffff"), 0.5) == QColor("#808080")


@pytest.mark.parametrize(("name", "is_dark"), [("dark", True), ("light", False)])
def test_the_clerk_may_choose_light_or_dark(qapp, name, is_dark):
    before = qapp.palette()
    theme.wear(qapp, name)
    assert theme.is_dark(qapp.palette()) is is_dark
    theme.wear(qapp, "system")
    qapp.setPalette(before)
