# SPDX-License-Identifier: MIT
"""What the eye is given: pictures of widgets, and how far writing stands off its ground."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QWidget

LENS = 4  # times as large, so that strokes are whole pixels, not edges only
FEWEST = 30  # pixels of a colour that is written with

Rgb = tuple[int, int, int]


def picture(widget: QWidget, part: QRect | None = None, lens: int = 1) -> QImage:
    """Draw a widget, or a part of it, as it is now."""
    box = widget.rect() if part is None else part
    pixmap = QPixmap(box.size() * lens)
    pixmap.setDevicePixelRatio(lens)
    pixmap.fill(Qt.GlobalColor.transparent)
    widget.render(pixmap, sourceRegion=box)
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)


def colours(image: QImage) -> Counter[Rgb]:
    """Count the colours of a picture."""
    width, height, line = image.width(), image.height(), image.bytesPerLine()
    raw = bytes(image.constBits())
    rows = (raw[top * line : top * line + 3 * width] for top in range(height))
    pixels = b"".join(rows)
    return Counter(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))


def written_contrast(image: QImage) -> float:
    """Return the ratio (WCAG) between a picture's ground and what is written on it."""
    counts = colours(image)
    ground = counts.most_common(1)[0][0]
    return max((contrast(ground, one) for one, count in counts.items() if count >= FEWEST), default=1.0)


def differing(first: QImage, second: QImage) -> int:
    """Count the pixels in which two pictures of one size differ."""
    one, other = bytes(first.constBits()), bytes(second.constBits())
    if len(one) != len(other):
        return max(len(one), len(other))
    return sum(a != b for a, b in zip(one, other, strict=True)) // 3


def luminance(colour: Rgb) -> float:
    """Return the relative luminance (WCAG) of a colour."""
    parts = (part / 255 for part in colour)
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Rgb, second: Rgb) -> float:
    """Return the ratio (WCAG) of two colours, 1…21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def rgb(colour: QColor) -> Rgb:
    """Return a colour's red, green and blue, 0…255."""
    return colour.red(), colour.green(), colour.blue()
