# SPDX-License-Identifier: MIT
"""The canonical spelling of values, and cells without their sign."""

import pytest

from model.values.reading import read_target
from model.values.writing import strip_sign, write


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("≥1752000.00(次)", "≥1752000次"),
        ("不少于 200 人次", "≥200人次"),
        ("60%以上", "≥60%"),
        ("100%百分百", "100%"),
        ("150.00(万字)", "150万字"),
        ("三场", "3场"),
        ("2万亿元", "2万亿元"),
        ("1至2万元", "1-2万元"),
        ("80%-90%", "80-90%"),
        ("12.00(月)", "12(月)"),
        ("-2.50%", "-2.5%"),
        ("部分达成指标", "部分达成"),
        ("2022年11月30日前。", "2022年11月30日前"),
        (" 及 时 ", "及时"),
        ("", ""),
    ],
)
def test_values_have_one_spelling(typed, written):
    assert write(read_target(typed)) == written


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("≥80%", "80%"),
        ("> = 80 %", "80 %"),
        ("＞＝８０％", "８０％"),
        ("不少于 200人次", "200人次"),
        ("  =3场 ", "3场 "),
        ("超过三场", "三场"),
        ("控制在90万元", "90万元"),
        ("达到≥95%", "95%"),
        ("超过200人参加", "200人参加"),
    ],
)
def test_the_sign_in_front_is_stripped_and_the_rest_left_as_typed(typed, bare):
    assert strip_sign(typed) == bare


@pytest.mark.parametrize("text", ["80%", "80%以上", "达到95%", "及时", "", "共超过200人", "≥", "超过预期"])
def test_without_a_sign_nothing_is_stripped(text):
    assert strip_sign(text) == text
