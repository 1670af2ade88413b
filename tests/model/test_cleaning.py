# SPDX-License-Identifier: MIT
"""Claims about characters that have no place in a form's text."""

import unicodedata

import pytest

from model.cleaning import cleaned, told

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("text", "left", "name"),
    [
        ("办\u200b公", "办公", "零宽空格"),
        ("办\ufeff公", "办公", "零宽不换行符"),
        ("a\u200db", "ab", "零宽连接符"),
        ("❤\u200d公", "❤公", "零宽连接符"),
        ("\u202e百分之五\u202c", "百分之五", "文字方向控制符"),
        ("\u2067甲\u2069", "甲", "文字方向控制符"),
        ("甲\x00\x01\x7f\x9f乙", "甲乙", "控制字符"),
        ("甲\ud800乙", "甲乙", "残缺的字"),
        ("绩\xad效", "绩效", "软连字符"),
        ("\ufe0f甲", "甲", "单独的字形选择符"),
        ("葛\U000e0100\U000e0101", "葛\U000e0100", "单独的字形选择符"),
        ("甲\U000e0067\U000e0062", "甲", "不是文字的编码"),
        ("甲\uffff", "甲", "不是文字的编码"),
    ],
)
def test_what_cannot_be_seen_is_removed_and_named(text, left, name):
    text, removed = cleaned(text)
    assert text == left
    assert name in told("“项目名称”", removed)


@pytest.mark.parametrize(
    "text",
    [
        "一、开放\n二、讲座\t三场",
        "葛\U000e0100",
        "❤\ufe0f",
        "❤\ufe0f\u200d\U0001f525",
        "1\ufe0f\u20e3",
        FAMILY,
        ENGLAND,
        "می\u200cخواهم",
        "ᠮ\u180eᠠ",
        "\ue000",
        "\u3000甲\xa0乙",
        "CO₂、①、\U00020bb7",
        "\ufffd",
    ],
)
def test_what_belongs_to_a_text_stays(text):
    assert cleaned(text) == (text, {})


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC"])
def test_composed_and_decomposed_letters_stay_as_they_are(form):
    text = unicodedata.normalize(form, "Ünïcode é ㎡")
    assert cleaned(text) == (text, {})


def test_line_ends_of_other_systems_become_ours_and_are_told():
    text, changed = cleaned("甲\r\n乙\r丙\x85丁\n戊")
    assert text == "甲\n乙\n丙\n丁\n戊"
    assert told("“预期目标”", changed) == "“预期目标”里3 处换行改成了通用的写法。"


def test_characters_are_counted_by_kind():
    assert (
        told("“项目名称”", cleaned("\u200b甲\u200b\u202e乙\r\n")[1])
        == "“项目名称”里去掉了看不见的字符（2 个零宽空格、1 个文字方向控制符），1 处换行改成了通用的写法。"
    )
