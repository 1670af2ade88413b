# SPDX-License-Identifier: MIT
"""Claims about every kind of character: nothing typed vanishes without a word, nothing breaks the file."""

import pytest

from export.characters import UNSEEN, composed, is_unseen
from export.pdf import write_pdf
from model.arithmetic import figures
from model.drafts import read, to_bytes
from model.templates import load_template
from tests.builders import complete_form

KINDS = {
    "control": ("响\x07铃\x00", "响〔U+0007〕铃〔U+0000〕", "\x07\x00", ""),
    "delete and C1": ("a\x7f\x9b", "a〔U+007F〕〔U+009B〕", "\x7f\x9b", ""),
    "no character": ("甲\uffff\U0010fffe", "甲〔U+FFFF〕〔U+10FFFE〕", "\uffff\U0010fffe", ""),
    "unassigned": ("甲\u0378", "甲〔U+0378〕", "\u0378", ""),
    "half of a pair": ("半\ud83d个", "半〔U+D83D〕个", "\ud83d", ""),
    "private use": ("\uf0b7一\U000f0001", "〔U+F0B7〕一〔U+F0001〕", "\uf0b7\U000f0001", ""),
    "variation of a hanzi": ("葛\U000e0100城", "葛城", "", "\U000e0100"),
    "variation of a sign": ("☑\ufe0f", "☑", "", "\ufe0f"),
    "no width": ("零\u200b宽\u2060字\ufeff", "零宽字", "", "\u200b\u2060\ufeff"),
    "direction": ("\u202e反\u2066过\u200f", "反过", "", "\u202e\u2066\u200f"),
    "soft hyphen": ("co\u00adop", "coop", "", "\u00ad"),
    "letters with marks": ("re\u0301sume\u0301 lu\u0308 nu\u030c", "résumé lü nǔ", "", ""),
    "kana with marks": ("か\u3099は\u309a", "がぱ", "", ""),
    "marks that no letter has": ("q\u0323x\u0301", "q〔U+0323〕x\u0301", "\u0323", ""),
    "compatible hanzi": ("\uf92c\ufa0e\U0002f800", "\uf92c\ufa0e〔U+2F800〕", "\U0002f800", ""),
    "signs like others": ("\u2126\u212b", "\u2126\u212b", "", ""),
    "emoji": ("👨\u200d👩", "〔U+1F468〕〔U+1F469〕", "👨👩", "\u200d"),
    "flags": ("🇨🇳", "〔U+1F1E8〕〔U+1F1F3〕", "🇨🇳", ""),
    "line ends": ("a\r\nb\rc\u2028d\x0be\x85f", "a\nb\nc\nd\ne\nf", "", ""),
    "blanks": ("a\tb\u2009c\u202fd\u00a0e\u3000f", "a    b c d\u00a0e\u3000f", "", ""),
    "scripts without a font": ("བ\u1820ئ", "〔U+0F56〕〔U+1820〕〔U+0626〕", "བ\u1820ئ", ""),
    "beyond the standard": ("\U00030edd\U000323af", "〔U+30EDD〕〔U+323AF〕", "\U00030edd\U000323af", ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "missing", "unseen"), KINDS.values(), ids=KINDS)
def test_each_kind_is_printed_spelled_out_or_told_as_unseen(fonts, text, printed, missing, unseen):
    for _ in range(2):  # the second time from memory
        assert fonts.printable(text) == printed
        assert (fonts.missing(text), fonts.unseen(text)) == (missing, unseen)


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"half of a pair"}))  # no draft can hold that
def test_what_is_printed_is_copied_back(fonts, tool, kind):
    text, printed, *_ = KINDS[kind]
    form = complete_form(goal_actual=f"甲{text}乙")
    template = load_template(form.template)
    computed = figures(form, template)
    pdf = write_pdf(form, template, figures=computed, draft_mark=False, fonts=fonts)
    copied = tool("pdftotext", "-raw", "-", pdf=pdf)
    assert "甲" + "".join(printed.split()) + "乙" in "".join(copied.stdout.split())
    assert tool("qpdf", "--check", pdf=pdf).returncode == 0


@pytest.mark.parametrize("half", [rb"\ud800", rb"\udc00", rb"\ude00\ud83d", b"\xed\xa0\x80"])
def test_half_of_a_pair_in_a_draft_is_taken_out_and_told(half):
    draft = to_bytes(complete_form(goal_actual="全年开放")).replace(
        "全年开放".encode(), b"\xe5\x85\xa8" + half
    )
    opened = read(draft, "表.json")
    assert opened.form.goal_actual == "全"
    assert "残缺的字" in opened.remarks[0]


def test_what_cannot_be_seen_is_no_letter_and_no_sign():
    codes = [code for known in UNSEEN for code in known]
    assert all(map(is_unseen, codes))
    assert not [code for code in codes if chr(code).isalnum() or (chr(code).isprintable() and code < 0xFE00)]


def test_marks_never_change_a_hanzi():
    assert composed("\uf900\u0301\U0002f800\u0301") == "\uf900\u0301\U0002f800\u0301"
