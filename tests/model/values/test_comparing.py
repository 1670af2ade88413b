# SPDX-License-Identifier: MIT
"""Comparing an actual value with its target."""

from decimal import Decimal

import pytest

from model.values.comparing import (
    Outcome,
    comparable,
    direction_is_guess,
    direction_is_unknown,
    is_equal,
    is_numeric,
    lacks_unit,
    lower_end,
    outcome,
    overfulfilled,
    units_differ,
)
from model.values.reading import read_actual, read_target

FACTOR = Decimal("1.3")


def pair(target, actual):
    wanted = read_target(target)
    return wanted, read_actual(actual, wanted)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("3场", "3场"),
        ("≥3场", "5次"),
        ("1-2场", "3场"),
        ("3场", "1-2场"),
        ("90%", "80%"),
        ("≤1%", "0"),
        ("0", "5%"),
    ],
)
def test_numbers_of_one_kind_are_comparable(target, actual):
    assert comparable(*pair(target, actual))


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("90%", "90"),
        ("90", "90%"),
        ("≤1%", "0次"),
        ("1-2场", "1-2场"),
        ("3场", "达成指标"),
        ("及时", "及时"),
        ("12月", "3"),
    ],
)
def test_other_pairs_are_not_comparable(target, actual):
    assert not comparable(*pair(target, actual))
    assert outcome(*pair(target, actual)) is Outcome.UNDECIDED
    assert not is_equal(*pair(target, actual))


@pytest.mark.parametrize(
    ("target", "met", "missed"),
    [
        ("≥5", "5 6 100", "4.99 0"),
        ("=5", "5 6", "4"),
        ("5", "5 6", "4"),
        (">5", "5.01", "5 4"),
        ("≤5", "5 4 0", "5.01"),
        ("<5", "4.99", "5 6"),
        ("0", "0", "1 -1"),
        ("=0", "0", "1"),
        ("≥0", "0 1", "-1"),
        ("≤0", "0", "1"),
        ("2-3", "2 2.5 3", "1.9"),
    ],
)
def test_a_target_is_met_or_missed(target, met, missed):
    assert {outcome(*pair(target, actual)) for actual in met.split()} == {Outcome.MET}
    assert {outcome(*pair(target, actual)) for actual in missed.split()} == {Outcome.MISSED}


def test_above_a_target_range_is_undecided():
    assert outcome(*pair("2-3", "3.01")) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [("≥2", "2-3", "met"), ("≥4", "2-3", "missed"), ("≥3", "2-3", "undecided"), ("≤3", "2-3", "met")],
)
def test_an_actual_range_decides_when_both_ends_agree(target, actual, expected):
    assert outcome(*pair(target, actual)) == expected


@pytest.mark.parametrize(("target", "met"), [("5", "5"), ("=5", "5"), ("2-3", "3"), ("=0", "0")])
def test_only_the_equal_value_decides_while_the_direction_is_unknown(target, met):
    assert outcome(*pair(target, met), direction_unknown=True) is Outcome.MET
    for other in ("1", "9"):
        assert outcome(*pair(target, other), direction_unknown=True) is Outcome.UNDECIDED
        assert not overfulfilled(*pair(target, other), FACTOR, direction_unknown=True)


def test_a_sign_tells_the_direction_everywhere():
    assert outcome(*pair("≤5", "9"), direction_unknown=True) is Outcome.MISSED
    assert overfulfilled(*pair("≥5", "9"), FACTOR, direction_unknown=True)


@pytest.mark.parametrize(
    ("target", "kinds", "expected"),
    [
        ("90万元", ("cost", None), True),
        ("=90万元", ("output", "cost"), True),
        ("80-90万元", ("cost", None), True),
        ("100%", ("cost", None), True),
        ("≤90万元", ("cost", None), False),
        ("3天", ("output", "timeliness"), True),
        ("100%", ("output", "timeliness"), False),
        ("3天以内", ("output", "timeliness"), False),
        ("3场", ("output", "quantity"), False),
        ("3场", (None, None), False),
        ("及时", ("cost", None), False),
    ],
)
def test_the_direction_is_unknown_under_cost_and_timeliness(target, kinds, expected):
    assert direction_is_unknown(read_target(target), *kinds) is expected


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≥10", "13", True),
        ("≥10", "12.99", False),
        (">10", "13", True),
        ("=10", "13", True),
        ("10", "13", True),
        ("≤10", "13", False),
        ("<10", "130", False),
        ("0", "5", False),
        ("≥0", "5", False),
        ("≥-1", "5", False),
        ("2-3", "3.9", True),
        ("2-3", "3.8", False),
        ("≥10", "12-20", False),
        ("≥10", "13-20", True),
        ("≥90%", "130", False),
    ],
)
def test_a_target_is_overfulfilled_from_the_factor_on(target, actual, expected):
    assert overfulfilled(*pair(target, actual), FACTOR) is expected


@pytest.mark.parametrize(
    ("target", "actual", "end"),
    [
        ("≤90万元", "90", 900_000),
        ("≤90万元", "9999", 99_990_000),
        ("≤90万元", "10000", 10_000),
        ("≤90万元", "90元", 90),
        ("≤90万元", "80万", 800_000),
        ("≥2亿元", "2.1", 210_000_000),
        ("80-90万元", "85", 850_000),
        ("≤90万元", "80-85", 800_000),
        ("≥5场", "6", 6),
    ],
)
def test_a_bare_actual_is_taken_in_the_targets_multiplier(target, actual, end):
    assert lower_end(*pair(target, actual)) == end


@pytest.mark.parametrize(
    ("target", "actual"), [("5场", "5.00"), ("≤90万元", "90"), ("2-3", "2.5"), ("2-4", "2-3"), (">5", "5")]
)
def test_equal_values_and_those_inside_a_range_are_equal(target, actual):
    expected = "-" not in actual  # two ranges are not compared
    assert is_equal(*pair(target, actual)) is expected


def test_a_range_is_not_the_number_it_holds():
    assert not is_equal(*pair("3", "2-3"))


@pytest.mark.parametrize(
    ("target", "actual"), [("5场", "6场"), ("5场", "4场"), ("95%", "100%"), ("5", "4-5")]
)
def test_without_a_sign_the_direction_is_a_guess(target, actual):
    assert direction_is_guess(*pair(target, actual))


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("5场", "5场"),
        ("≥5场", "6场"),
        ("=5场", "6场"),
        ("5场以上", "6场"),
        ("0", "1"),
        ("100%", "98%"),
        ("1-2", "3"),
        ("5", "及时"),
    ],
)
def test_elsewhere_the_direction_is_no_guess(target, actual):
    assert not direction_is_guess(*pair(target, actual))


@pytest.mark.parametrize(
    ("target", "actual"), [("≥5场", "6"), ("≥90%", "95"), ("≤1%", "0"), ("1-2场", "2"), ("≤90万元", "90万")]
)
def test_a_bare_actual_lacks_the_unit(target, actual):
    assert lacks_unit(*pair(target, actual))


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥5场", "6场"),
        ("5", "6"),
        ("≥5场", "0"),
        ("≥5场", "6%"),
        ("≥90%", "6场"),
        ("5场", "及时"),
        ("5万", "6"),
    ],
)
def test_nothing_lacks_where_there_is_a_unit_or_none_is_needed(target, actual):
    assert not lacks_unit(*pair(target, actual))


@pytest.mark.parametrize(
    ("target", "actual"),
    [("5场", "5次"), ("5人", "5人次"), ("5人次", "5人"), ("5天", "5个工作日"), ("5场", "1-2次")],
)
def test_other_units_differ(target, actual):
    assert units_differ(*pair(target, actual))


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("5场", "5场次"),
        ("5场次", "5场"),
        ("5场", "5场"),
        ("5场", "5"),
        ("5%", "5分"),
        ("90万元", "80元"),
        ("100m²", "100平方米"),
        ("及时", "5次"),
    ],
)
def test_units_agree_when_one_begins_with_the_other(target, actual):
    assert not units_differ(*pair(target, actual))


def test_numbers_and_ranges_are_numeric():
    assert [is_numeric(read_target(text)) for text in ("5场", "1-2场", "及时", "达成", "12月", "")] == [
        True,
        True,
    ] + 4 * [False]
