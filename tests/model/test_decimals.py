# SPDX-License-Identifier: MIT
"""Claims about plain decimals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decimals import (
    decimals_of,
    is_blank,
    is_unreadable,
    number,
    read_amount,
    read_entry,
    read_percentage,
    read_points,
    rounded,
    short,
    write_entry,
)


@pytest.mark.parametrize("text", ["0", "-1", "10.00", "1752000.00", "0.5", "12345678901234567890.5"])
def test_a_plain_decimal_is_a_number(text):
    assert read_entry(text) == Decimal(text)


@pytest.mark.parametrize(
    "text",
    [
        "150万",
        "98%",
        "1,000",
        "1e3",
        "1e999999999",
        "1_000",
        "+5",
        ".5",
        "5.",
        "007",
        "１２",
        "",
        " ",
        "NaN",
        "9" * 21,
    ],
)
def test_what_is_no_plain_decimal_stays_text(text):
    assert read_entry(text) == text


@given(st.text(max_size=40))
def test_reading_and_writing_a_cell_gives_the_same_text(text):
    assert write_entry(read_entry(text)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_a_number_written_and_read_is_the_same_number(value):
    written = write_entry(value)
    assert written is not None
    assert number(read_entry(written)) == value


@pytest.mark.parametrize(
    ("typed", "in_wan"),
    [
        ("１２３４", "1234"),
        ("1,234.5", "1234.5"),
        ("１，２３４．５", "1234.5"),
        ("12万", "12"),
        ("12万元", "12"),
        ("3.5亿", "35000"),
        ("5000元", "0.5"),
        (" 12 345 ", "12345"),
        ("+7", "7"),
        ("007", "7"),
        (".5", "0.5"),
        ("−3", "-3"),
    ],
)
def test_amounts_are_read_as_people_type_them_into_a_form_in_ten_thousands(typed, in_wan):
    assert read_amount(typed, "万元") == Decimal(in_wan)


@pytest.mark.parametrize(
    ("typed", "in_yuan"), [("12万", "120000"), ("12万元", "120000"), ("12", "12"), ("12元", "12")]
)
def test_amounts_are_read_as_people_type_them_into_a_form_in_yuan(typed, in_yuan):
    assert read_amount(typed, "元") == Decimal(in_yuan)


@pytest.mark.parametrize(
    "typed", ["abc", "1e999", "12,34", "98%", "约12万", "1.2.3", "万", "--5", "8分", "9" * 30]
)
def test_amounts_that_cannot_be_read_stay_as_typed(typed):
    assert read_amount(typed, "万元") == typed


def test_an_emptied_amount_is_not_filled_in():
    assert read_amount("  ", "万元") is None


@given(st.text(max_size=30))
def test_reading_what_is_typed_never_raises_and_never_drops_text(text):
    for read in (read_points, read_percentage, lambda typed: read_amount(typed, "元")):
        entry = read(text)
        assert isinstance(entry, Decimal) or entry == text or (entry is None and not text.strip())


def test_points_are_read_with_and_without_their_unit():
    assert read_points("８．５分") == Decimal("8.5")
    assert read_points("98%") == "98%"
    assert read_points("12万") == "12万"


def test_a_percentage_is_read_with_and_without_its_sign():
    assert read_percentage("98.5％") == Decimal("98.5")


def test_decimals_typed_keep_their_zeros():
    assert write_entry(read_points("8.50")) == "8.50"


@pytest.mark.parametrize(("mode", "expected"), [("up", "99.26"), ("down", "99.25"), ("half_up", "99.25")])
def test_rounding_follows_the_mode(mode, expected):
    assert str(rounded(Decimal("99.252"), 2, mode)) == expected


def test_half_is_rounded_up():
    assert str(rounded(Decimal("9.925"))) == "9.93"


def test_the_longest_amounts_can_be_rounded():
    assert rounded(Decimal("9" * 20) * Decimal("9" * 20), 2) > 0


def test_blank_and_unreadable_are_told_apart():
    assert is_blank(None)
    assert is_blank(" ")
    assert is_unreadable("150万")
    assert not is_unreadable(" ")
    assert number("150万") is None


def test_a_number_in_a_sentence_has_no_idle_zeros():
    assert [short(Decimal(text)) for text in ("5.00", "100", "0.50", "1E+2")] == ["5", "100", "0.5", "100"]


def test_decimals_are_counted_as_written():
    assert [decimals_of(Decimal(text)) for text in ("86", "86.2", "86.20")] == [0, 1, 2]
