# SPDX-License-Identifier: MIT
"""One spelling for what people type in many."""

import time

import pytest

from model.values.spelling import any_of, folded, normalise, spell_units


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("＞＝８０．５％", ">=80.5%"),  # full width
        ("ａ（次）", "a(次)"),
        ("100㎡", "100m2"),
        ("①", "1"),
        ("½", "1⁄2"),
        ("37℃", "37°C"),
        ("ﾊ", "ハ"),
    ],
)
def test_compatibility_forms_are_folded(typed, spelt):
    assert normalise(typed) == spelt


def test_text_is_trimmed_of_any_blank():
    assert normalise(" \t\u3000\xa0及时\r\n") == "及时"


def test_zero_width_characters_are_dropped():
    assert normalise("\ufeff1\u200b2\u2060场\u200d\u00ad") == "12场"


def test_blanks_are_dropped():
    assert normalise("≥ 6.00 ( 个 )\n") == "≥6.00(个)"


@pytest.mark.parametrize("typed", ["1 2", "1 \n 2", "1\u30002"])
def test_blanks_between_digits_are_kept(typed):
    assert normalise(typed) == "1 2"


@pytest.mark.parametrize("mark", ["。", ".", ";", "；", "，", ",", "、", "．", "。；"])
def test_punctuation_at_the_end_is_dropped(mark):
    assert normalise(f"100%{mark}") == "100%"


@pytest.mark.parametrize("text", ["。及时", "一、二", "1.5", "及时！", "及时："])
def test_other_punctuation_is_kept(text):
    assert normalise(text)[:1] == text[:1]
    assert len(normalise(text)) == len(text)


def test_an_ellipsis_at_the_end_is_full_stops():
    assert normalise("宣传……") == "宣传"


@pytest.mark.parametrize("text", ["e \u0301", "≥ 8 0 % 。", "a\u200b\u0301", "\u1100 \u1161", "Å ℃"])
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


def test_folding_keeps_blanks_and_punctuation_within():
    assert folded(" ＸＸ 项目。 ") == "XX 项目。"


def test_a_long_run_of_combining_marks_holds_nothing_up():
    began = time.perf_counter()
    folded("e" + "\u0301\u0327" * 50_000)
    assert time.perf_counter() - began < 1


def test_long_texts_fold_as_short_ones_do():
    assert folded("８０％" * 500) == "80%" * 500


@pytest.mark.parametrize(
    ("written", "unit"),
    [("m2", "平方米"), ("万m2", "万平方米"), ("人*天", "人·天"), ("km2", "km2"), ("m25", "m25")],
)
def test_units_have_one_spelling(written, unit):
    assert spell_units(written) == unit


def test_longer_words_are_tried_first():
    assert any_of(("内", "以内")) == "以内|内"
