# SPDX-License-Identifier: MIT
"""Claims about one page of the manual in view."""

import pytest
from PySide6.QtGui import QImage, QPalette, QTextDocument

from model.templates import load_template
from ui.manual.book import Book
from ui.manual.leaf import MARGIN, Leaf
from ui.theme import palette_of


@pytest.fixture
def leaf(qtbot):
    leaf = Leaf()
    qtbot.addWidget(leaf)
    leaf.resize(700, 500)
    leaf.show()
    return leaf


def page(name):
    return Book(load_template("ministry")).page(name)


def picture(leaf):
    from PySide6.QtCore import QUrl

    return leaf.loadResource(int(QTextDocument.ResourceType.ImageResource.value), QUrl("window.png"))


def test_a_picture_is_as_wide_as_the_view(leaf):
    leaf.show_page(page("window"))
    image = picture(leaf)
    assert isinstance(image, QImage)
    assert image.width() == leaf.viewport().width() - 2 * MARGIN


def test_the_page_never_needs_to_be_pushed_sideways(leaf):
    leaf.show_page(page("window"))
    leaf.resize(500, 500)
    assert leaf.horizontalScrollBar().maximum() == 0


def test_another_page_begins_at_its_top(leaf):
    leaf.show_page(page("checks"), "rating.mismatch")
    leaf.show_page(page("questions"))
    assert leaf.verticalScrollBar().value() == 0


@pytest.mark.parametrize("dark", [False, True])
def test_keys_stand_on_a_ground_of_the_palette(leaf, dark):
    leaf.setPalette(palette_of(dark))
    leaf.show_page(page("rows"))
    ground = leaf.palette().color(QPalette.ColorRole.Midlight).name()
    assert ground in leaf.document().toHtml()


def test_a_changed_look_keeps_the_place(leaf):
    leaf.show_page(page("checks"), "score.band")
    at = leaf.verticalScrollBar().value()
    leaf.setPalette(palette_of(True))
    assert abs(leaf.verticalScrollBar().value() - at) <= MARGIN


def test_a_larger_font_keeps_the_place(leaf):
    leaf.show_page(page("checks"), "score.band")
    before = leaf.cursorForPosition(leaf.rect().topLeft()).position()
    font = leaf.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    leaf.setFont(font)
    after = leaf.cursorForPosition(leaf.rect().topLeft()).position()
    assert abs(after - before) < 40
