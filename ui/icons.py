# SPDX-License-Identifier: MIT
"""Our icons: one family of SVG drawings, coloured as the palette has it and sharp on every screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap

from ui.identity import SYSTEM_NAME
from ui.theme import ICON_SIZE, pixel_ratios

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
SMALL_SIZE = 16  # px, in menus
PROGRAM_SIZES = (16, 24, 32, 48, 64)
MODES = (
    (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
    (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
)
_INK = "currentColor"


def icon(name: str, palette: QPalette) -> QIcon:
    """Return an icon in the palette's colours; an empty name gives no icon."""
    made = QIcon()
    if not name:
        return made
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    for mode, group in MODES:
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        for side in (SMALL_SIZE, ICON_SIZE):
            _add(made, drawing, side, colour, mode)
    return made


def drawn(name: str, colour: QColor, side: int) -> QIcon:
    """Return an icon in one colour and size."""
    made = QIcon()
    _add(made, (FOLDER / f"{name}.svg").read_text(encoding="utf-8"), side, colour, QIcon.Mode.Normal)
    return made


def program_icon() -> QIcon:
    """Return the program's own sign."""
    made = QIcon()
    drawing = (FOLDER / f"{SYSTEM_NAME}.svg").read_text(encoding="utf-8")
    for side in PROGRAM_SIZES:
        _add(made, drawing, side, QColor(Qt.GlobalColor.black), QIcon.Mode.Normal)
    return made


def _add(made: QIcon, drawing: str, side: int, colour: QColor, mode: QIcon.Mode) -> None:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(drawing.replace(_INK, colour.name()).encode())
    for ratio in pixel_ratios():
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(pixmap, mode)
