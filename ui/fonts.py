# SPDX-License-Identifier: MIT
"""The interface font: the system's; where it has no Chinese letters, the bundled ones stand in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

FILE = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "zpb-sans-regular.ttf"
SAMPLE = "绩效自评表"
PLAIN_SIZE = "plain_size"  # of the application: points, before the clerk's own choice
OWN_FONT = Qt.WidgetAttribute.WA_SetFont
SMALLEST = 10.0  # points; Chinese letters are hard to read below

# Families drawn for screens, in the order of preference where the system's own font has no Chinese.
FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)


def interface_font(system: QFont) -> QFont:
    """Return the font of the interface; loads the bundled one only where no other will do."""
    font = QFont(system)
    if not _draws_chinese(font):
        font.setFamilies([*system.families(), _chinese_family()])
    if 0 < font.pointSizeF() < SMALLEST:
        font.setPointSizeF(SMALLEST)
    return font


def scale_interface(application: QApplication, percent: int) -> None:
    """Write everything in the window larger by so much; 100 is the size the system asks for."""
    font = application.font()
    if not application.property(PLAIN_SIZE):
        application.setProperty(PLAIN_SIZE, font.pointSizeF())
    before, now = font.pointSizeF(), application.property(PLAIN_SIZE) * percent / 100
    if before <= 0 or before == now:
        return
    own = [widget for widget in application.allWidgets() if widget.testAttribute(OWN_FONT)]
    sizes = {widget: widget.font().pointSizeF() for widget in own}
    font.setPointSizeF(now)
    application.setFont(font)
    for widget in application.allWidgets():
        if sheet := widget.styleSheet():  # otherwise what is in it keeps the letters it was styled with
            widget.setStyleSheet("")
            widget.setStyleSheet(sheet)
    for widget, size in sizes.items():  # titles and the like do not follow by themselves
        larger = widget.font()
        if size > 0 and larger.pointSizeF() == size:
            larger.setPointSizeF(size * now / before)
            widget.setFont(larger)


def _draws_chinese(font: QFont) -> bool:
    raw = QRawFont.fromFont(font)
    return all(raw.supportsCharacter(ord(letter)) for letter in SAMPLE)


def _chinese_family() -> str:
    installed = set(QFontDatabase.families())
    found = next((family for family in FAMILIES if family in installed), None)
    return found or _bundled_family()


def _bundled_family() -> str:
    number = QFontDatabase.addApplicationFont(str(FILE))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""
