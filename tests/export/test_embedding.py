# SPDX-License-Identifier: MIT
"""Claims about embedded fonts: the way back from glyph to character, widths, names."""

import zlib

import pytest

from export.embedding import subset_of
from export.fonts import RARE, REGULAR


@pytest.fixture
def subset(fonts):
    return lambda text, font=REGULAR: subset_of(fonts.file(font), text)


def test_codes_follow_the_order_of_the_characters(subset):
    assert subset("绩a1").codes == {ord("1"): "\0\1", ord("a"): "\0\2", ord("绩"): "\0\3"}


def test_bytes_that_mean_something_in_a_string_are_written_so_that_they_do_not(subset):
    ends = {0x0A: "\n", 0x0D: r"\r", 0x28: r"\(", 0x29: r"\)", 0x5C: r"\\"}
    codes = [*subset("".join(map(chr, range(0x4E00, 0x4E00 + 100)))).codes.values()]
    assert {number: codes[number - 1] for number in ends} == {code: f"\0{end}" for code, end in ends.items()}


def test_every_code_leads_back_to_its_character(subset):
    cmap = zlib.decompress(subset("绩a").to_unicode).decode()
    assert "<0001> <0061>" in cmap
    assert "<0002> <7ee9>" in cmap


def test_a_character_beyond_the_basic_plane_leads_back_as_a_pair(subset):
    assert "<0001> <d842dfb7>" in zlib.decompress(subset("𠮷", RARE).to_unicode).decode()


def test_a_long_map_is_told_in_blocks_of_a_hundred(subset):
    many = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 250))
    cmap = zlib.decompress(subset(many).to_unicode).decode()
    assert [f"\n{count} beginbfchar\n" in cmap for count in (100, 50)] == [True, True]
    assert cmap.count("beginbfchar") == 3


def test_only_widths_other_than_a_whole_em_are_told(subset, fonts):
    one, two, letter = map(fonts.regular.typesetter.width, "12a")
    assert subset("12绩效a").widths == b"[1[%d %d %d]]" % (one, two, letter)


def test_the_same_characters_give_the_same_font_under_the_same_name(subset):
    assert subset("绩效") == subset(["效", "绩"])
    assert subset("绩效").name != subset("绩").name
    assert len(subset("绩").name.split("+")[0]) == 6
