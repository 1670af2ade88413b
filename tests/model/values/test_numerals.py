# SPDX-License-Identifier: MIT
"""Numbers as written, in Arabic and in Chinese numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.values.numerals import read_arabic, read_chinese, read_number

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("007", "7"),
        ("1752000.00", "1752000"),
        ("1,752,000.5", "1752000.5"),
        ("12345678901234567890", "12345678901234567890"),
    ],
)
def test_digits_are_read_exactly(text, number):
    assert read_arabic(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "1,23", "1,2345", "1.", ".5", "1e5", "1_000", "٣", "²", "1" * 21, "NaN"]
)
def test_other_digits_are_no_number(text):
    assert read_arabic(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("〇", 0),
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一百一十五", 115),
        ("一百十五", 115),
        ("两百五", 250),
        ("一千零五十", 1050),
        ("三万", 30_000),
        ("三万五", 35_000),
        ("三万零五", 30_005),
        ("一万二千三百四十五", 12_345),
        ("两亿零三万", 200_030_000),
        ("三万亿", 3 * 10**12),
        ("二〇二二", 2022),
        ("一零五", 105),
        ("九十九点五", "99.5"),
        ("一点五万", 15_000),
    ],
)
def test_chinese_numerals_are_read(text, number):
    assert read_chinese(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "百",
        "千",
        "万",
        "万三",
        "十百",
        "一一",
        "三五",
        "百二",
        "一万万",
        "一点",
        "点五",
        "一点五万万",
        "几十",
        "一" * 21,
    ],
)
def test_what_people_do_not_say_is_no_number(text):
    assert read_chinese(text) is None


@given(st.integers(0, 10**12))
def test_every_whole_number_is_read_from_its_words(number):
    assert read_chinese(in_words(number)) == number


def test_either_kind_is_told_by_its_first_character():
    assert (read_number("12"), read_number("十二"), read_number("")) == (12, 12, None)


def in_words(number: int) -> str:
    """Say a number in the standard way, with every 零."""
    for name, size in (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10)):
        if number >= size:
            rest = number % size
            joint = "零" if 0 < rest < size // 10 else ""
            return in_words(number // size) + name + joint + (in_words(rest) if rest else "")
    return DIGITS[number]
