# SPDX-License-Identifier: MIT
"""Claims about the bundled fonts: which draws what, and what is spelled out."""

import shutil

import pytest

from export.composing import compose
from export.fonts import BOLD, FOLDER, RARE, REGULAR, FontError, Fonts
from model.arithmetic import figures
from model.drafts import load
from model.templates import load_template
from tests.builders import GOLDEN_DRAFTS


def test_each_character_is_drawn_by_the_first_font_that_has_it(fonts):
    text = "绩效㐂𠮷"
    fonts.regular.typesetter.width(text)
    drawn = "".join(part for _, part in fonts.regular.runs(text))
    assert drawn == text
    assert fonts.regular.runs(text)[0][0] == REGULAR


def test_what_the_bold_font_lacks_the_regular_one_draws():
    fonts = Fonts()
    lacking = next(chr(code) for code in range(0x3400, 0x4DB5) if not fonts.file(BOLD).glyph(chr(code)))
    fonts.bold.typesetter.width(f"绩{lacking}")
    assert next(name for name, _ in fonts.bold.runs(f"绩{lacking}")) == BOLD
    assert fonts.bold.runs(lacking)[0][0] in (REGULAR, RARE)


def test_the_font_of_rare_characters_is_opened_only_when_needed(tmp_path):
    for name in (REGULAR, BOLD):
        shutil.copy(FOLDER / f"{name}.ttf", tmp_path)
    fonts = Fonts(tmp_path)
    assert fonts.printable("绩效 abc 12.50%") == "绩效 abc 12.50%"
    with pytest.raises(FontError):
        fonts.printable("😀")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("绩效自评 <b>&</b>", "绩效自评 <b>&</b>"),
        ("项目😀", "项目〔U+1F600〕"),
        ("\x07响", "〔U+0007〕响"),
        ("半个\ud83d字", "半个〔U+D83D〕字"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\tb", "a    b"),
        ("零\u200b宽\ufeff字\ufe0f", "零宽字"),
        ("吉祥的𠮷", "吉祥的𠮷"),
        ("", ""),
    ],
)
def test_a_text_is_printed_literally_or_spelled_out(fonts, text, printed):
    assert fonts.printable(text) == printed
    assert fonts.printable(text) == printed


def test_a_published_form_opens_no_rare_font():
    fonts = Fonts()
    for path in GOLDEN_DRAFTS:
        form = load(path).form
        template = load_template(form.template)
        compose(form, template, figures(form, template), fonts, draft_mark=True)
    assert set(fonts._files) == {REGULAR, BOLD}


def test_missing_characters_are_named_once_in_order(fonts):
    assert fonts.missing("b😀a🚀😀\u200b") == "😀🚀"


def test_all_digits_are_equally_wide(fonts):
    for face in (fonts.regular, fonts.bold):
        assert len({face.typesetter.width(digit) for digit in "0123456789"}) == 1


def test_a_missing_font_is_told_in_one_sentence(tmp_path):
    with pytest.raises(FontError, match=r"字体文件 zpb-serif-regular\.ttf 缺失"):
        Fonts(tmp_path).printable("绩")


def test_the_latest_subsets_are_remembered(fonts):
    once = fonts.subset(REGULAR, frozenset("绩效"))
    assert fonts.subset(REGULAR, frozenset("效绩")) is once
    for code in range(0x4E00, 0x4E20):
        fonts.subset(REGULAR, frozenset(chr(code)))
    assert fonts.subset(REGULAR, frozenset("绩效")) is not once
    assert fonts.subset(REGULAR, frozenset("绩效")) == once
