# SPDX-License-Identifier: MIT
"""Claims about the computed figures."""

from decimal import Decimal

import pytest

from model.arithmetic import figures, source_sum, total_amount
from model.form import Stated
from model.templates import load_template
from tests.builders import complete_form, funds, indicator, tree


def computed(template="ministry", **fields):
    return figures(complete_form(template, **fields), load_template(template))


@pytest.mark.parametrize(
    ("template", "rate"),
    [
        ("ministry", "99.25"),
        ("shanghai-2022", "99.26"),
        ("shanghai-2023", "99.25"),
        ("shanghai-2024", "99.25"),
    ],
)
def test_the_rate_is_rounded_as_the_template_prints_it(template, rate):
    assert str(computed(template, funds=funds("500000", "496260")).execution_rate) == rate


def test_the_score_follows_the_unrounded_rate():
    assert str(computed("shanghai-2023", funds=funds("3", "1.0005")).execution_score) == "3.34"


def test_the_score_is_never_more_than_the_points():
    assert computed(funds=funds("91.82", "911077.80")).execution_score == 10


@pytest.mark.parametrize(("budget", "actual"), [("0", "5"), (None, "5"), ("5", None), ("五", "5")])
def test_without_budget_or_outturn_there_is_no_rate_and_no_score(budget, actual):
    result = computed(funds=funds(budget, actual))
    assert (result.execution_rate, result.execution_score, result.rating) == (None, None, None)


def test_stated_execution_points_replace_the_templates():
    result = computed(stated=Stated(execution_points=Decimal(20)))
    assert (result.execution_score, result.total_points) == (Decimal("19.00"), 110)


def test_an_empty_total_is_the_sum_of_the_filled_in_sources():
    sources = {"total": {}, "carryover_funds": {"annual_budget": "20"}}
    form = complete_form(funds=funds("80", "90", **sources))
    assert total_amount(form, "annual_budget") == 100
    assert source_sum(form, "actual") == 90


def test_an_unreadable_total_counts_as_empty():
    form = complete_form(funds=funds("80", "40", total={"annual_budget": "八十万", "actual": "40"}))
    assert total_amount(form, "annual_budget") == 80


def test_the_total_is_the_rounded_execution_score_and_the_scores():
    assert str(computed(funds=funds("81", "80")).total_score) == "99.88"


@pytest.mark.parametrize(
    ("score", "rating"), [("80.5", "优"), ("70.5", "良"), ("50.5", "中"), ("50.49", "差")]
)
def test_ratings_begin_at_ninety_eighty_and_sixty(score, rating):
    rows = tree(产出指标_数量指标=[indicator(points="90", score=score)])
    assert computed(indicators=rows).rating == rating


def test_there_is_no_rating_while_a_score_is_missing():
    assert computed(indicators=tree(产出指标_数量指标=[indicator(score="")])).rating is None
