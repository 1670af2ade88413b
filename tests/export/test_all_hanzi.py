# SPDX-License-Identifier: MIT
"""Claims about all hanzi of GB 18030-2022: each is drawn, and copied back as what it is."""

import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from charsets import GB18030_BLOCKS, gb18030_hanzi
from export.fonts import BOLD, FOLDER, RARE, REGULAR, Fonts
from tests.export.inked import inked, written

UNIFIED, TAKEN_OVER = 87_887, 9  # as the standard counts hanzi, and those of GBK that are only compatible
SAMPLED = 500  # of each block


def lines_of(text, wanted):
    """The lines that hold what was wanted, put together again; heads and labels are no part of it."""
    return "".join(line for line in text.split() if len(line) > 1 and line in wanted)


@pytest.fixture(scope="module")
def hanzi():
    return "".join(map(chr, sorted(gb18030_hanzi())))


@pytest.fixture(scope="module")
def pdf(hanzi):
    """A form with all of them in one cell."""
    return written(hanzi)


@pytest.fixture(scope="module")
def sample():
    """Hanzi from all over every block."""
    return "".join(chr(code) for block in GB18030_BLOCKS for code in block[:: len(block) // SAMPLED + 1])


@pytest.fixture(scope="module")
def outlines():
    """What fontTools finds as the outline of a character, and of one that is missing (None)."""

    def read(name):
        font = TTFont(FOLDER / f"{name}.ttf", lazy=True)
        places, drawings, glyphs = font["loca"], font.reader["glyf"], font.getBestCmap()

        def outline(character):
            glyph = font.getGlyphID(glyphs[ord(character)]) if character else 0
            return drawings[places[glyph] : places[glyph + 1]]

        return outline

    return {name: read(name) for name in (REGULAR, BOLD, RARE)}


def test_there_are_as_many_as_the_standard_counts(hanzi):
    compatible = [character for character in hanzi if "\uf900" <= character <= "\ufaff"]
    assert len(hanzi) == UNIFIED + TAKEN_OVER
    assert sum(len(block) for block in GB18030_BLOCKS) + len(compatible) == len(hanzi)


def test_pdftotext_copies_all_of_them_back_in_order(hanzi, pdf, tool):
    assert lines_of(tool("pdftotext", "-raw", "-", pdf=pdf).stdout, hanzi) == hanzi


def test_mutool_copies_all_of_them_back(hanzi, pdf, tool):
    assert set(hanzi) <= set(tool("mutool", "draw", "-q", "-F", "txt", "1-N", pdf=pdf).stdout)


def test_pdfium_copies_all_of_them_back(hanzi, pdf):
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    assert lines_of("\n".join(pages), hanzi) == hanzi


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_each_has_an_outline_that_is_not_the_one_for_missing_characters(hanzi, outlines, weight):
    face = getattr(Fonts(), weight)
    face.typesetter.width(hanzi)
    drawn = [(outlines[font](character), font) for font, part in face.runs(hanzi) for character in part]
    assert len(drawn) == len(hanzi)
    assert not [font for outline, font in drawn if not outline or outline == outlines[font]("")]


def test_each_of_a_sample_leaves_ink_on_the_page(sample, fonts):
    assert set(sample) - inked(written(sample, fonts)) == set()
