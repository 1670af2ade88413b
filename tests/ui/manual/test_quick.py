# SPDX-License-Identifier: MIT
"""Claims about the quick reference."""

from html import escape

from ui.manual.keys import chapters
from ui.manual.quick import tables


def test_every_line_is_on_it():
    html = tables()
    for title, lines in chapters():
        assert f"<h3>{title}</h3>" in html
        assert all(f">{escape(words)}</td>" in html for words, _ in lines)


def test_every_key_of_a_line_is_shown():
    assert "<kbd>Ctrl+Y</kbd> <kbd>Ctrl+Shift+Z</kbd>" in tables()
