# SPDX-License-Identifier: MIT
"""Claims about the rules of funds: when each fires, and when it stays silent."""

from decimal import Decimal

import pytest

from model.form import Funds, Stated
from tests.builders import changed, complete_form, found, funds, messages

TOTAL = "/funds/total/"


def with_funds(template="ministry", **cells):
    return complete_form(template, funds=funds(**cells))


def test_a_complete_form_is_silent():
    assert not [where for rule in ("funds.missing", "funds.sum") for where in found(complete_form(), rule)]


def test_empty_totals_are_to_be_filled_in():
    form = complete_form(funds=Funds())
    assert found(form, "funds.missing") == [TOTAL + "annual_budget", TOTAL + "actual"]


def test_totals_that_follow_from_the_sources_are_not_missing():
    assert not found(with_funds(total={}), "funds.missing")


def test_an_unreadable_total_is_not_missing():
    form = complete_form(funds=Funds.model_validate({"total": {"annual_budget": "百万", "actual": "1"}}))
    assert not found(form, "funds.missing")


def test_a_total_without_sources_is_to_be_broken_down():
    form = with_funds(fiscal_appropriation={})
    assert len(found(form, "funds.sources_missing")) == 3


@pytest.mark.parametrize("source", [{"annual_budget": "0"}, {"annual_budget": "不详"}])
def test_a_source_that_is_filled_in_is_not_missing(source):
    where = found(with_funds(fiscal_appropriation=source), "funds.sources_missing")
    assert TOTAL + "annual_budget" not in where


def test_a_total_of_zero_needs_no_sources():
    assert not found(
        with_funds(annual_budget="0", actual="0", fiscal_appropriation={}), "funds.sources_missing"
    )


def test_sources_that_do_not_add_up_are_an_error_with_both_sums():
    form = with_funds(carryover_funds={"annual_budget": "20"})
    assert found(form, "funds.sum") == [TOTAL + "annual_budget"]
    assert "100 与各项来源之和 120 相差 20" in messages(form, "funds.sum")[0]


@pytest.mark.parametrize(("other", "fires"), [("0.005", False), ("0.0051", True), ("-0.01", True)])
def test_half_a_cent_is_no_difference(other, fires):
    assert bool(found(with_funds(other_funds={"actual": other}), "funds.sum")) is fires


@pytest.mark.parametrize(("actual", "fires"), [("10000", True), ("9999.99", False)])
def test_a_hundredfold_outturn_is_a_mixed_unit(actual, fires):
    expected = [TOTAL + "actual", "/funds/fiscal_appropriation/actual"] if fires else []
    assert found(with_funds(actual=actual), "funds.unit_mixed") == expected


def test_a_mixed_unit_is_looked_for_in_typed_cells_only():
    form = with_funds(annual_budget="1", actual="100", total={})
    assert found(form, "funds.unit_mixed") == ["/funds/fiscal_appropriation/actual"]


def test_more_than_the_budget_is_overspent():
    assert found(with_funds(actual="100.01"), "funds.overspent") == [TOTAL + "actual"]


@pytest.mark.parametrize("actual", ["100", "10000", None])
def test_the_budget_itself_and_a_mixed_unit_are_not_overspent(actual):
    assert not found(with_funds(actual=actual), "funds.overspent")


def test_spending_without_a_budget_is_an_error_in_its_row():
    form = with_funds(other_funds={"annual_budget": "0", "actual": "3"})
    assert found(form, "funds.no_budget") == ["/funds/other_funds/actual"]


@pytest.mark.parametrize(
    "row", [{"annual_budget": None, "actual": "3"}, {"annual_budget": "0", "actual": "0"}]
)
def test_an_empty_budget_or_no_outturn_is_no_spending_without_budget(row):
    assert not found(with_funds(other_funds=row), "funds.no_budget")


@pytest.mark.parametrize(("actual", "fires"), [("89.99", True), ("90", False), (None, False)])
def test_a_rate_below_ninety_is_hinted_at(actual, fires):
    assert bool(found(with_funds(actual=actual), "funds.low_execution")) is fires


def test_the_limit_of_low_execution_is_the_templates():
    assert found(complete_form(), "funds.low_execution", changed("ministry", low_execution=Decimal(96)))


@pytest.mark.parametrize(
    ("stated", "fires"),
    [
        ("86.20", False),
        ("86.21", False),
        ("86.22", True),
        ("86", False),
        ("85.7", True),
        ("86.2", False),
        ("87", True),
    ],
)
def test_a_stated_rate_may_be_rounded(stated, fires):
    form = complete_form(funds=funds("1000", "862"), stated=Stated(execution_rate=Decimal(stated)))
    assert found(form, "funds.rate_stated") == (["/stated/execution_rate"] if fires else [])


def test_a_stated_rate_without_a_computed_one_is_not_compared():
    form = complete_form(funds=Funds(), stated=Stated(execution_rate=Decimal(50)))
    assert not found(form, "funds.rate_stated")


@pytest.mark.parametrize(
    ("stated", "fires"), [("9.50", False), ("9.51", False), ("9.4", True), ("95", False)]
)
def test_a_stated_execution_score_is_the_computed_one(stated, fires):
    form = complete_form(stated=Stated(execution_score=Decimal(stated)))
    assert found(form, "funds.score_stated") == (["/stated/execution_score"] if fires else [])


@pytest.mark.parametrize(("stated", "fires"), [("95", True), ("-1", True), ("10", False), ("0", False)])
def test_a_stated_execution_score_lies_within_its_points(stated, fires):
    form = complete_form(stated=Stated(execution_score=Decimal(stated)))
    assert found(form, "score.range") == (["/stated/execution_score"] if fires else [])
