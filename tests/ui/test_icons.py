# SPDX-License-Identifier: MIT
"""Claims about the icons."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ui.icons import FOLDER, SMALL_SIZE, drawn, icon, program_icon
from ui.theme import ICON_SIZE, palette_of

DRAWINGS = sorted(path for path in FOLDER.glob("*.svg") if path.stem != "zipingbiao")


def opaque(picture):
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_all_are_of_one_family(path):
    text = path.read_text(encoding="utf-8")
    for common in ('viewBox="0 0 24 24"', 'stroke-width="1.75"', 'stroke="currentColor"', 'fill="none"'):
        assert text.count(common) == 1


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_colour_asked_for(qapp, path):
    assert opaque(drawn(path.stem, QColor("#2b5fb3"), 48).pixmap(48, 48)) == {"#2b5fb3"}


@pytest.mark.parametrize("side", [SMALL_SIZE, ICON_SIZE])
def test_an_icon_is_there_in_the_sizes_of_menu_and_toolbar(qapp, side):
    assert QSize(side, side) in icon("save", palette_of(False)).availableSizes()


def test_what_cannot_be_chosen_is_paler(qapp):
    save = icon("save", palette_of(False))
    sides = save.pixmap(QSize(20, 20), QIcon.Mode.Normal), save.pixmap(QSize(20, 20), QIcon.Mode.Disabled)
    assert sides[0].toImage() != sides[1].toImage()


def test_no_name_gives_no_icon(qapp):
    assert icon("", palette_of(False)).isNull()


def test_the_programs_sign_is_in_colour(qapp):
    assert len(opaque(program_icon().pixmap(64, 64))) > 3
