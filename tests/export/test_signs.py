# SPDX-License-Identifier: MIT
"""Claims about the signs that offices use and the free fonts lack: small digits, fractions, ticks."""

import pytest
from fontTools.ttLib import TTFont

from export.fonts import BOLD, FOLDER, RARE, REGULAR, SIGNS, Fonts
from signs import SIGNS as DRAWN
from tests.export.inked import inked, written

TEXT = "CO₂、PM₂.₅、10⁶、10⁻³、m²、⅓、½、✔"
ALL = "".join(sorted(DRAWN))


@pytest.fixture(scope="module")
def pdf():
    """A form with all of them in one cell, each beside a hanzi."""
    return written("甲".join(ALL))


def test_the_signs_of_everyday_are_among_them():
    assert set("₀₁₂₃₄₅₆₇₈₉⁰⁵⁶⁷⁸⁹⁺⁻⅓⅔✔►") <= DRAWN


def test_none_is_missing_or_unseen(fonts):
    assert fonts.printable(ALL + TEXT) == ALL + TEXT
    assert (fonts.missing(ALL + TEXT), fonts.unseen(ALL + TEXT)) == ("", "")


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_the_font_of_signs_draws_them_in_either_weight(fonts, weight):
    face = getattr(fonts, weight)
    face.typesetter.width(ALL)
    assert face.runs(ALL) == [(SIGNS, ALL)]


def test_only_the_sign_itself_is_drawn_by_the_font_of_signs(fonts):
    fonts.bold.typesetter.width(TEXT)
    assert {part for name, part in fonts.bold.runs("PM₂.₅m²✔甲") if name == SIGNS} == {"₂", "₅", "✔"}
    assert fonts.bold.runs("甲") == [(BOLD, "甲")]


def test_a_sign_opens_no_rare_font():
    fonts = Fonts()
    fonts.regular.typesetter.width(fonts.printable(TEXT))
    assert set(fonts._files) == {REGULAR, SIGNS}


def test_a_rare_hanzi_is_still_found_behind_the_signs():
    fonts = Fonts()
    fonts.regular.typesetter.width("𠮷")
    assert fonts.regular.runs("𠮷") == [(RARE, "𠮷")]


def test_each_has_an_outline_that_is_not_the_one_for_missing_characters():
    font = TTFont(FOLDER / f"{SIGNS}.ttf", lazy=True)
    glyphs, outlines = font.getBestCmap(), font["glyf"]
    drawn = [outlines[glyphs[ord(sign)]] for sign in ALL]
    assert not [
        outline for outline in drawn if outline.numberOfContours < 1 or outline == outlines[".notdef"]
    ]


def test_each_leaves_ink_on_the_page(pdf):
    assert set(ALL) - inked(pdf, sharpness=6) == set()


def test_pdftotext_copies_all_of_them_back_in_order(pdf, tool):
    copied = "".join(tool("pdftotext", "-raw", "-", pdf=pdf).stdout.split())
    assert "甲".join(ALL) in copied


def test_mutool_copies_all_of_them_back(pdf, tool):
    assert set(ALL) <= set(tool("mutool", "draw", "-q", "-F", "txt", "1-N", pdf=pdf).stdout)


@pytest.mark.parametrize("limit", range(4000, 12_000, 250))
def test_no_line_breaks_before_a_small_digit_or_within_a_word_with_one(fonts, limit):
    lines = fonts.regular.typesetter.lines("二氧化碳CO₂细颗粒物PM₂.₅产量为10⁻⁶吨，比例为5‱，占⅓", limit)
    assert not [line.text for line in lines if line.text[0] in "₂.₅⁻⁶‱" or line.text[-1] in "MO0⁻"]
