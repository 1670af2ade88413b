# SPDX-License-Identifier: MIT
"""Claims about the interface font."""

from PySide6.QtGui import QFont, QFontDatabase

from ui import fonts


def test_a_font_without_chinese_gets_one_that_has_it(qapp):
    font = fonts.interface_font(QFont("DejaVu Sans"))
    assert font.families()[0] == "DejaVu Sans"
    assert len(font.families()) == 2


def test_the_bundled_font_draws_chinese(qapp):
    assert fonts._draws_chinese(QFont(fonts._bundled_family()))


def test_a_font_with_chinese_stays_alone(qapp):
    family = fonts._bundled_family()
    assert fonts.interface_font(QFont(family)).families() == [family]


def test_the_first_family_installed_is_taken(qapp, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Noto Sans SC", "Microsoft YaHei UI"])
    assert fonts._chinese_family() == "Microsoft YaHei UI"


def test_small_letters_are_enlarged(qapp):
    assert fonts.interface_font(QFont("DejaVu Sans", 8)).pointSizeF() == fonts.SMALLEST
    assert fonts.interface_font(QFont("DejaVu Sans", 13)).pointSizeF() == 13
