# SPDX-License-Identifier: MIT
"""Claims about font files: what is read of them, and the small fonts cut out of them."""

import struct
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from export.fonts import BOLD, FOLDER, RARE, REGULAR, SIGNS
from export.truetype import CHECKSUM_MAGIC, FontFile


@pytest.fixture(scope="module", params=[REGULAR, BOLD, RARE, SIGNS])
def pair(request):
    """A bundled font as the page reads it, and as fontTools does."""
    path = FOLDER / f"{request.param}.ttf"
    return FontFile(path), TTFont(path, lazy=True)


def test_every_character_has_the_glyph_and_advance_of_the_font(pair):
    font, other = pair
    for code, name in other.getBestCmap().items():
        assert font.glyph(chr(code)) == other.getGlyphID(name)
        assert font.advance(font.glyph(chr(code))) == other["hmtx"][name][0]


@pytest.mark.parametrize("character", ["\x00", "\ue123", "\U0001f600", "\ud83d"])
def test_a_character_the_font_lacks_has_no_glyph(pair, character):
    assert pair[0].glyph(character) == 0


def test_a_subset_holds_the_outlines_in_the_order_asked_for(pair):
    font, other = pair
    characters = {RARE: "㐀𠮷"[:1], SIGNS: "₂⅓✔"}.get(font.name, "龘一")
    known = [one for one in characters if font.glyph(one)]
    subset = TTFont(BytesIO(font.subset([font.glyph(one) for one in known])))
    for place, character in enumerate(known, start=1):
        name = other.getBestCmap()[ord(character)]
        assert subset["glyf"][subset.getGlyphName(place)] == other["glyf"][name]
        assert subset["hmtx"][subset.getGlyphName(place)] == other["hmtx"][name]


def test_a_subset_has_right_checksums(pair):
    content = pair[0].subset([1, 2, 3])
    assert TTFont(BytesIO(content), checkChecksums=2)["maxp"].numGlyphs == 4


def test_the_words_of_a_subset_add_up_to_the_number_opentype_asks_for(pair):
    content = pair[0].subset([1, 2, 3])
    words = struct.iter_unpack(">L", content)
    assert sum(word for (word,) in words) % 2**32 == CHECKSUM_MAGIC


def test_what_is_no_font_is_refused(tmp_path):
    (tmp_path / "a.ttf").write_bytes(b"no font at all, however long it may be" * 9)
    with pytest.raises(ValueError, match=r"a\.ttf"):
        FontFile(tmp_path / "a.ttf")


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "a.ttf").touch()
    with pytest.raises(ValueError, match="empty"):
        FontFile(tmp_path / "a.ttf")
