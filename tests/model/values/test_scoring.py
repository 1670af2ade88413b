# SPDX-License-Identifier: MIT
"""Suggested scores and the bands of grades."""

from decimal import Decimal

import pytest

from model.template import GradeBands
from model.values.reading import read_actual, read_target
from model.values.scoring import grade_band, proportional_scores, suggested_score
from model.values.value import Grade

BANDS = GradeBands.model_validate(
    {
        "achieved": {"from_percent": "80", "to_percent": "100"},
        "partial": {"from_percent": "60", "to_percent": "80"},
        "not_achieved": {"from_percent": "0", "to_percent": "60"},
    }
)


def suggest(points, target, actual, **options):
    wanted = read_target(target)
    return suggested_score(Decimal(points), wanted, read_actual(actual, wanted), **options)


def proportional(points, target, actual):
    wanted = read_target(target)
    return [str(score) for score in proportional_scores(Decimal(points), wanted, read_actual(actual, wanted))]


@pytest.mark.parametrize(
    ("target", "actual"), [("≥5场", "5场"), ("≥5场", "9场"), ("≤5%", "0"), ("1-2场", "2场"), ("5", "5")]
)
def test_a_target_met_earns_all_points(target, actual):
    assert suggest("8", target, actual).score == 8
    assert suggest("8", target, actual).words == "已达到目标，得全部 8 分"


@pytest.mark.parametrize(
    ("points", "target", "actual", "words"),
    [
        ("10", "≥100%", "98%", "98 ÷ 100 × 10 = 9.80"),
        ("10", "=3场", "1场", "1 ÷ 3 × 10 = 3.33"),
        ("15", "95.00(%)", "94.00(%)", "94 ÷ 95 × 15 = 14.84"),
        ("10", ">5", "4", "4 ÷ 5 × 10 = 8.00"),
        ("10", "2-3场", "1场", "1 ÷ 2 × 10 = 5.00"),
        ("10", "≥10", "4-5", "4 ÷ 10 × 10 = 4.00"),
        ("1", "≥8", "1", "1 ÷ 8 × 1 = 0.13"),
        ("10", "≤90万元", "100", "900000 ÷ 1000000 × 10 = 9.00"),
        ("10", "<5%", "8%", "5 ÷ 8 × 10 = 6.25"),
        ("10", "≤0次", "2次", "0 ÷ 2 × 10 = 0.00"),
        ("10", "≥5", "-1", "-1 ÷ 5 × 10，不低于 0，计 0.00"),
    ],
)
def test_a_missed_target_earns_its_proportion_and_says_how(points, target, actual, words):
    suggestion = suggest(points, target, actual)
    assert suggestion.words == words
    assert words.endswith(str(suggestion.score))


@pytest.mark.parametrize(
    ("actual", "words"),
    [
        ("110", "(1 − (110 − 100) ÷ 100) × 10 = 9.00"),
        ("250", "(1 − (250 − 100) ÷ 100) × 10，不低于 0，计 0.00"),
    ],
)
def test_less_may_be_better_by_the_linear_formula(actual, words):
    assert suggest("10", "≤100", actual, smaller_is_better="linear").words == words


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("2-3", "4"),
        ("及时", "及时"),
        ("5%", "5"),
        (">5", "5"),
        ("<5", "5"),
        ("=0", "3"),
        ("≥-2", "-3"),
        ("5场", "达成指标"),
    ],
)
def test_nothing_is_suggested_where_the_proportion_says_nothing(target, actual):
    assert suggest("10", target, actual) is None


def test_nothing_is_suggested_for_points_below_zero_or_an_unknown_direction():
    assert suggest("-1", "≥5", "5") is None
    assert suggest("10", "5", "4", direction_unknown=True) is None


def test_suggestions_stay_exact_for_large_points():
    assert suggest("12345678901234567890", "≥3", "1").score == Decimal("4115226300411522630.00")


@pytest.mark.parametrize(
    ("target", "actual", "scores"),
    [
        ("≥100", "50", ["5.00"]),
        ("2-4", "1", ["5.00"]),
        ("≥10", "4-5", ["4.00"]),
        ("≤100", "160", ["6.25", "4.00"]),
        ("<100", "250", ["4.00", "0.00"]),
        (">5", "5", []),
        ("≤0", "3", []),
        ("=0", "3", []),
        ("及时", "及时", []),
    ],
)
def test_every_proportional_formula_is_tried(target, actual, scores):
    assert proportional("10", target, actual) == scores


def test_bands_hold_their_lower_limit_and_not_their_upper_one():
    for grade, low, high, top in (
        (Grade.ACHIEVED, 4, 5, True),
        (Grade.PARTIAL, 3, 4, False),
        (Grade.NOT_ACHIEVED, 0, 3, False),
    ):
        band = grade_band(grade, Decimal(5), BANDS)
        assert (band.low, band.high, band.low_included, band.high_included) == (low, high, True, top)
        assert band.contains(Decimal(low))
        assert band.contains(Decimal(high)) is top
        assert not band.contains(Decimal(low) - Decimal("0.01"))
        assert not band.contains(Decimal(high) + Decimal("0.01"))


def test_band_limits_are_rounded_half_up():
    band = grade_band(Grade.PARTIAL, Decimal("6.675"), BANDS)
    assert (str(band.low), str(band.high)) == ("4.01", "5.34")


@pytest.mark.parametrize("grade", list(Grade))
def test_no_points_leave_only_zero(grade):
    assert grade_band(grade, Decimal(0), BANDS).contains(Decimal(0))
