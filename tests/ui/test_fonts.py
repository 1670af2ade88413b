# SPDX-License-Identifier: MIT
"""Claims about the interface font."""

import ast
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

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


def words_of(path):
    """Go through the texts of a source file, comments and docstrings apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def test_every_word_of_the_window_can_be_drawn_with_the_bundled_font(qapp):
    font, sources = QRawFont(str(fonts.FILE), 16), Path(fonts.__file__).parent.rglob("*.py")
    letters = set("".join(words for path in sources for words in words_of(path)))
    shown = {letter for letter in letters if letter.isprintable()}
    assert not [letter for letter in shown if not font.supportsCharacter(ord(letter))]
