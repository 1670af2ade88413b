# SPDX-License-Identifier: MIT
"""Looks: the rhythm, the colours in light and dark, and the marks that say how a part of the form stands."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from model.rules.finding import Severity

SPACE = 8  # px; every distance is this, half of it or a multiple of it
HALF = SPACE // 2
MARK_SIZE = 10  # px, side of the square a mark is drawn in
ROUNDING = 3  # px, of boxes
ICON_SIZE = 20  # px, in toolbars and lists
NARROW = 1000  # px; in narrower windows (1366 × 768 at 150 %) what is around the form makes room for it

Role = QPalette.ColorRole


class Shape(Enum):
    """The outline of a mark; each state has its own, so that colour is never needed to tell them apart."""

    DISC = auto()
    TRIANGLE = auto()
    DIAMOND = auto()
    RING = auto()
    TICK = auto()


class Mark(NamedTuple):
    """How a state is drawn: its shape, and its colours on light and dark ground."""

    shape: Shape
    light: str
    dark: str


# Keyed by the words of Severity, so that the first paint need not wait for the model; None = complete.
MARKS: dict[str | None, Mark] = {
    "error": Mark(Shape.DISC, "#c02b20", "#ff8a80"),
    "warning": Mark(Shape.TRIANGLE, "#945600", "#f0b44c"),
    "hint": Mark(Shape.DIAMOND, "#2b5fb3", "#8ab4f8"),
    "todo": Mark(Shape.RING, "#5c636e", "#a6adb8"),
    None: Mark(Shape.TICK, "#17703f", "#6ccb8b"),
}

_PALETTE: tuple[tuple[QPalette.ColorRole, str, str], ...] = (
    (Role.Window, "#f4f5f7", "#1d1f22"),
    (Role.WindowText, "#1d2127", "#e4e6ea"),
    (Role.Base, "#ffffff", "#282b30"),
    (Role.AlternateBase, "#f8f9fb", "#24272b"),
    (Role.Text, "#1d2127", "#e4e6ea"),
    (Role.Button, "#fafbfc", "#33373d"),
    (Role.ButtonText, "#1d2127", "#e4e6ea"),
    (Role.BrightText, "#ffffff", "#ffffff"),
    (Role.PlaceholderText, "#5c636e", "#a6adb8"),
    (Role.Highlight, "#2b5fb3", "#8ab4f8"),
    (Role.HighlightedText, "#ffffff", "#15171a"),
    (Role.Accent, "#2b5fb3", "#8ab4f8"),
    (Role.Link, "#2b5fb3", "#8ab4f8"),
    (Role.LinkVisited, "#2b5fb3", "#8ab4f8"),
    (Role.ToolTipBase, "#ffffff", "#353a41"),
    (Role.ToolTipText, "#1d2127", "#e4e6ea"),
    (Role.Light, "#ffffff", "#3a3e45"),
    (Role.Midlight, "#e9ebef", "#353a41"),
    (Role.Mid, "#c0c5cd", "#565c66"),
    (Role.Dark, "#a3a9b3", "#15171a"),
    (Role.Shadow, "#6b7280", "#0c0d0e"),
)
ON_PAPER = "#2b5fb3"  # the accent on the printed page, which is white in the dark too
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_FADED = (Role.WindowText, Role.Text, Role.ButtonText)
_FADED_COLOURS = ("#9097a1", "#71777f")


def is_dark(palette: QPalette) -> bool:
    """Tell whether text is written light on dark."""
    return palette.color(Role.Window).lightness() < 128


def mark_colour(severity: Severity | None, palette: QPalette) -> QColor:
    """Return the colour of a severity's mark, readable as text too; None = complete."""
    mark = MARKS[severity]
    return QColor(mark.dark if is_dark(palette) else mark.light)


def accent(palette: QPalette) -> QColor:
    """Return the one accent colour, readable on the window and on its fields."""
    return palette.color(Role.Accent)


def quiet_text(palette: QPalette) -> QColor:
    """Return the colour of text that stands back: sources, captions, times."""
    return palette.color(Role.PlaceholderText)


def hairline(palette: QPalette) -> QColor:
    """Return the colour of lines that part one surface from the next."""
    return mixed(palette.color(Role.Window), palette.color(Role.WindowText), 0.14)


def soft_accent(palette: QPalette, share: float = 0.12) -> QColor:
    """Return a ground tinted with the accent: the current row, a hovered card."""
    return mixed(palette.color(Role.Base), accent(palette), share)


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """Lay a share (0…1) of a colour over a ground."""
    below, above = ((one.red(), one.green(), one.blue()) for one in (ground, colour))
    return QColor(*(round(low + (high - low) * share) for low, high in zip(below, above, strict=True)))


def paint_edge(widget: QWidget) -> None:
    """Draw the edge of a box over its style's, which is lost in the dark; an accent one with the keys."""
    if widget.style().name() != "fusion":
        return
    painter, width = QPainter(widget), 2.0 if widget.hasFocus() else 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = accent(widget.palette()) if widget.hasFocus() else widget.palette().color(Role.Mid)
    painter.setPen(QPen(colour, width))
    inset = width / 2
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), ROUNDING, ROUNDING)
    painter.end()


def paint_mark(painter: QPainter, box: QRectF, severity: Severity | None, palette: QPalette) -> None:
    """Draw a mark as large as fits the middle of a box."""
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    colour, shape = mark_colour(severity, palette), MARKS[severity].shape
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shape in (Shape.RING, Shape.TICK):
        width = side * 0.16
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        square.adjust(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    painter.drawPath(_outline(shape, square))
    painter.restore()


def mark_icon(severity: Severity | None, palette: QPalette, side: int = MARK_SIZE) -> QIcon:
    """Return a mark as an icon, sharp on every screen in use."""
    icon = QIcon()
    for ratio in pixel_ratios():
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        paint_mark(painter, QRectF(0, 0, side, side), severity, palette)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a selected line must not tint it
            icon.addPixmap(pixmap, mode)
    return icon


def pixel_ratios() -> tuple[float, ...]:
    """Return the pixel ratios of the screens in use."""
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}))


def wear(application: QApplication, appearance: str) -> None:
    """Follow the system's light or dark ("system"), or be "light" or "dark" always."""
    hints, scheme = application.styleHints(), _SCHEMES.get(appearance)
    if scheme is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(scheme)  # for the window's frame; not every platform takes it
    if application.style().objectName().lower() == "fusion":
        application.setPalette(palette_of((scheme or hints.colorScheme()) == Qt.ColorScheme.Dark))
        for widget in application.allWidgets():
            if widget.styleSheet():  # sheets keep the borders' colours of the palette they first met
                widget.setStyleSheet(widget.styleSheet())


def dress(application: QApplication) -> None:
    """Give the application Fusion where the platform's own style is poor."""
    if application.style().objectName().lower() in ("windows", "windowsvista"):
        application.setStyle("Fusion")


def palette_of(dark: bool) -> QPalette:
    """Return our light or dark palette."""
    palette = QPalette()
    for role, light_colour, dark_colour in _PALETTE:
        palette.setColor(role, QColor(dark_colour if dark else light_colour))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_FADED_COLOURS[dark]))
    return palette


def _outline(shape: Shape, square: QRectF) -> QPainterPath:
    path, middle = QPainterPath(), square.center()
    left, top, side = square.left(), square.top(), square.width()
    match shape:
        case Shape.DISC | Shape.RING:
            path.addEllipse(square.adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06))
        case Shape.TRIANGLE:
            corners = (QPointF(middle.x(), top + side * 0.06), QPointF(square.right(), top + side * 0.94))
            path.addPolygon(QPolygonF([*corners, QPointF(left, top + side * 0.94)]))
            path.closeSubpath()
        case Shape.DIAMOND:
            right, left_corner = QPointF(square.right(), middle.y()), QPointF(left, middle.y())
            upper, lower = QPointF(middle.x(), top), QPointF(middle.x(), square.bottom())
            path.addPolygon(QPolygonF([upper, right, lower, left_corner]))
            path.closeSubpath()
        case Shape.TICK:
            path.moveTo(left + side * 0.08, top + side * 0.55)
            path.lineTo(left + side * 0.38, top + side * 0.84)
            path.lineTo(left + side * 0.92, top + side * 0.18)
    return path
