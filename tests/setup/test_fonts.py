# SPDX-License-Identifier: MIT
"""The bundled fonts: their measure, their name, their characters, their licences."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

import build
import charsets
import signs

FONTS = Path(__file__).parents[2] / "resources/fonts"
BODY, BOLD, SANS, RARE = "zpb-serif-regular.ttf", "zpb-serif-bold.ttf", "zpb-sans-regular.ttf", "zpb-rare.ttf"
SMALL = "zpb-signs.ttf"
NAMES = {BODY: "ZPB Serif", BOLD: "ZPB Serif", SANS: "ZPB Sans", RARE: "ZPB Rare", SMALL: "ZPB Signs"}
RAISED, LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
SIGNS = "≥≤≧≦≠≈≒±×÷%％‰℃㎡①⑳ⅠⅫ★☆●○■□☑☒✓※→—–…“”‘’〔〕【】《》〈〉「」、。·￥¥½²³"


def opened(name: str) -> TTFont:
    return TTFont(FONTS / name, lazy=True)


def codes(name: str) -> frozenset[int]:
    with opened(name) as font:
        return frozenset(font.getBestCmap())


@pytest.fixture(params=NAMES)
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    with opened(request.param) as font:
        yield font


def test_an_em_has_a_thousand_units(font):
    assert font["head"].unitsPerEm == 1000


def test_outlines_are_truetype_without_hints_and_layout(font):
    assert "glyf" in font
    assert {"GSUB", "GPOS", "vmtx", "fpgm", "prep", "cvt "} & set(font.keys()) == set()


def test_embedding_is_not_restricted(font):
    assert font["OS/2"].fsType == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_font_has_a_family_name_of_its_own(name):
    with opened(name) as font:
        assert font["name"].getDebugName(1) == NAMES[name]
        assert "Noto" not in font["name"].getDebugName(4)


@pytest.mark.parametrize("name", NAMES)
def test_a_font_keeps_its_copyright_and_licence(name):
    with opened(name) as font:
        assert font["name"].getDebugName(0)
        assert "SIL Open Font License" in font["name"].getDebugName(13)


@pytest.mark.parametrize("name", [BODY, BOLD, SANS])
def test_all_digits_have_one_width(name):
    with opened(name) as font:
        widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("name", [BODY, BOLD, SANS])
def test_two_dashes_join(name):
    with opened(name) as font:
        dash = font.getBestCmap()[ord("—")]
        assert font["hmtx"][dash] == (1000, 0)
        assert font["glyf"][dash].xMax == 1000


@pytest.mark.parametrize("name", [BODY, BOLD, SANS])
def test_the_signs_of_the_form_are_there(name):
    assert set(SIGNS) - set(map(chr, codes(name))) == set()


@pytest.mark.parametrize("name", [BODY, BOLD, SANS])
def test_gbk_and_the_standard_table_are_there(name):
    assert charsets.everyday_hanzi() - codes(name) == set()


def test_body_and_rare_cover_gb18030():
    assert len(charsets.gb18030_hanzi()) == 87_896
    assert charsets.gb18030_hanzi() - codes(BODY) - codes(RARE) == set()


def test_rare_repeats_nothing_of_the_body():
    assert charsets.hanzi_among(codes(BODY)) & codes(RARE) == set()


def measures(characters: str) -> list[tuple[int, int, int]]:
    """The advance, the lowest and the highest point of characters, each from the font that has it."""
    found = {}
    for name in (BODY, SMALL):
        with opened(name) as font:
            for code, glyph in font.getBestCmap().items():
                outline = font["glyf"][glyph] if chr(code) in characters else None
                if outline is not None:
                    found[chr(code)] = (font["hmtx"][glyph][0], outline.yMin, outline.yMax)
    return [found[character] for character in characters]


def test_the_font_of_signs_has_all_of_them_and_nothing_that_the_body_has():
    assert codes(SMALL) == frozenset(map(ord, signs.SIGNS))
    assert codes(SMALL) & codes(BODY) == set()


def test_the_font_of_signs_is_small_and_without_composite_glyphs():
    assert (FONTS / SMALL).stat().st_size < 16_000
    with opened(SMALL) as font:
        assert not [name for name in font.getGlyphOrder() if font["glyf"][name].isComposite()]


@pytest.mark.parametrize("digits", [RAISED, LOWERED])
def test_small_digits_are_equally_wide_and_high_and_stand_on_one_line(digits):
    advances, bottoms, tops = zip(*measures(digits), strict=True)
    assert len(set(advances)) == 1
    assert max(bottoms) - min(bottoms) <= 12  # rounds reach a little beyond
    assert max(tops) - min(tops) <= 12


def test_lowered_digits_reach_below_the_line_and_not_above_the_middle():
    assert all(bottom < 0 < top < 380 for _, bottom, top in measures(LOWERED))


def test_fractions_are_as_wide_and_high_as_a_half():
    (half, bottom, top), *others = measures("½" + "".join(signs.FRACTIONS))
    assert {advance for advance, *_ in others} == {half}
    assert all(abs(low - bottom) <= 12 and abs(high - top) <= 12 for _, low, high in others)


def test_the_readme_lists_and_counts_the_signs():
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    (listed,) = [line for line in readme.splitlines() if line.startswith("⁰")]
    assert set(listed.replace(" ", "")) == signs.SIGNS
    assert f"| {len(signs.SIGNS)} 个符号 |" in readme


@pytest.mark.parametrize(
    ("name", "text"),
    [(BODY, "绩1。"), (BOLD, "绩1。"), (SANS, "绩1。"), (RARE, "𠮷𡈽𠀋"), (SMALL, "₂⁶⅓✔")],
)
def test_reportlab_embeds_a_font(name, text):
    pdfmetrics.registerFont(ttfonts.TTFont(name, str(FONTS / name)))
    page = io.BytesIO()
    canvas = Canvas(page, initialFontName=name)
    canvas.drawString(0, 0, text)
    canvas.save()
    assert page.getvalue().count(b"/FontFile2") == 1
    assert page.getvalue().count(b"/ToUnicode") == 1


@pytest.mark.parametrize("name", ["OFL.txt", "HANAZONO.txt"])
def test_licences_lie_beside_the_fonts(name):
    licence = (FONTS / name).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Modified Version" in licence


def test_the_sources_of_the_fonts_are_written_down():
    source = (FONTS / "build.py").read_text(encoding="utf-8")
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    hashes = [word for word in source.split('"') if len(word) == 64]
    assert len(hashes) == 3
    assert [pinned for pinned in hashes if pinned not in readme] == []


def test_a_font_of_another_name_is_not_built(capsys):
    assert build.main(["zpb-signs.ttf", "no.ttf"]) == 2
    assert "zpb-signs.ttf；现有字体未改动。" in capsys.readouterr().err
