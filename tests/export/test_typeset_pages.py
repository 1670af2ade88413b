# SPDX-License-Identifier: MIT
"""Claims about the printed page, read back glyph by glyph: no rule of typesetting is broken at any width."""

from collections import Counter

import pytest

from export.fonts import Fonts
from export.typesetting import Line
from tests.export.break_rules import IN_HEADS
from tests.export.hard_texts import hard_form
from tests.export.typeset_pages import WIDTHS, faults, published_forms


@pytest.mark.parametrize("width", WIDTHS, ids=lambda width: width.name)
def test_no_rule_is_broken_in_columns_of_this_width(width, fonts):
    found = Counter(fault for form in published_forms().values() for fault in faults(form, width, fonts))
    assert not found


class Careless:
    """A typesetter that knows no rules: it cuts after so many characters."""

    def __init__(self, careful, characters):
        self.width, self._characters = careful.width, characters

    def lines(self, text, limit, balanced=False):
        parts = [text[at : at + self._characters] for at in range(0, len(text), self._characters)]
        return tuple(Line(part, self.width(part)) for part in parts)


def rules_broken(characters):
    fonts = Fonts()
    for face in (fonts.regular, fonts.bold):
        face.typesetter = Careless(face.typesetter, characters)
    return {fault.rule for fault in faults(hard_form(), WIDTHS[3], fonts)}


def test_a_typesetter_without_rules_is_found_out():
    assert rules_broken(3) >= {*IN_HEADS, "a mark begins a line", "a mark ends a line", "a mark is parted"}


def test_a_typesetter_that_breaks_no_lines_is_found_out():
    assert "a glyph reaches beyond its cell" in rules_broken(200)
