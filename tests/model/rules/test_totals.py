# SPDX-License-Identifier: MIT
"""Claims about stated totals and the stated rating."""

from decimal import Decimal

import pytest

from model.form import Funds, Stated
from tests.builders import complete_form, found, indicator, tree


def stated(**figures):
    values = {key: value if key == "rating" else Decimal(value) for key, value in figures.items()}
    return Stated.model_validate(values)


@pytest.mark.parametrize(("total", "fires"), [("100", False), ("100.00", False), ("99", True)])
def test_the_stated_points_are_the_sum(total, fires):
    form = complete_form(stated=stated(total_points=total))
    assert found(form, "total.points_stated") == (["/stated/total_points"] if fires else [])


@pytest.mark.parametrize("rows", [{}, {"产出指标_数量指标": [indicator(points="")]}])
def test_stated_points_are_not_compared_before_the_rows_are_there(rows):
    form = complete_form(indicators=tree(**rows), stated=stated(total_points="100"))
    assert not found(form, "total.points_stated")


@pytest.mark.parametrize(
    ("total", "fires"), [("99.5", False), ("99.51", False), ("99.49", False), ("99", True)]
)
def test_the_stated_score_is_the_sum_within_a_cent(total, fires):
    form = complete_form(stated=stated(total_score=total))
    assert found(form, "total.score_stated") == (["/stated/total_score"] if fires else [])


def test_the_stated_execution_score_goes_before_the_computed_one():
    form = complete_form(stated=stated(total_score="99", execution_score="9"))
    assert not found(form, "total.score_stated")


def test_a_stated_score_is_not_compared_while_a_score_is_missing():
    rows = tree(产出指标_数量指标=[indicator(score="")])
    assert not found(complete_form(indicators=rows, stated=stated(total_score="99")), "total.score_stated")


@pytest.mark.parametrize(
    ("rating", "fires"),
    [("优", False), ("优秀", False), ("良", True), (" 差", True), ("A", False), ("", False)],
)
def test_the_stated_rating_is_the_one_of_the_computed_score(rating, fires):
    form = complete_form(stated=stated(rating=rating))
    assert found(form, "rating.mismatch") == (["/stated/rating"] if fires else [])


def test_the_stated_total_decides_about_the_rating():
    assert not found(complete_form(stated=stated(total_score="85", rating="良")), "rating.mismatch")


def test_a_rating_is_not_compared_while_nothing_can_be_computed():
    assert not found(complete_form(funds=Funds(), stated=stated(rating="差")), "rating.mismatch")
