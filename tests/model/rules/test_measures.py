# SPDX-License-Identifier: MIT
"""Claims about target and actual value as written."""

import pytest

from model.judge import findings_of
from model.templates import load_template
from tests.builders import complete_form, found, indicator, tree

ROW = "/indicators/0/children/0/children/0/"


def with_row(target, actual):
    return complete_form(indicators=tree(产出指标_数量指标=[indicator(target=target, actual=actual)]))


@pytest.mark.parametrize(
    ("target", "actual", "grade"),
    [
        ("100%", "达成指标", "hint"),
        ("≥5场", "3场和2场", "hint"),
        ("≥5场", "全部完成", "warning"),
        ("≥5场", "6场", None),
        ("≥5场", "", None),
        ("良好", "达成指标", None),
    ],
)
def test_a_target_in_numbers_is_answered_in_numbers(target, actual, grade):
    form = with_row(target, actual)
    found_here = findings_of(form, load_template("ministry"))
    grades = [str(finding.severity) for finding in found_here if finding.rule == "actual.no_number"]
    assert grades == ([grade] if grade else [])


@pytest.mark.parametrize(
    ("target", "actual", "fires"),
    [
        ("不少于200人次", "246", True),
        ("≥80%", "96", True),
        ("≥5", "6", False),
        ("5场", "0", False),
        ("5%", "0", True),
    ],
)
def test_an_actual_has_the_targets_unit(target, actual, fires):
    assert found(with_row(target, actual), "actual.unit_missing") == ([ROW + "actual"] if fires else [])


@pytest.mark.parametrize(
    ("target", "actual", "fires"),
    [("≥5场", "5次", True), ("≥5场", "5场次", False), ("≥5人", "5人次", True), ("≥5场", "5", False)],
)
def test_units_agree(target, actual, fires):
    assert found(with_row(target, actual), "actual.unit_differs") == ([ROW + "actual"] if fires else [])


@pytest.mark.parametrize(
    ("actual", "fires"), [("≥6场", True), ("超过6场", True), ("6场", False), ("超过预期", False)]
)
def test_an_actual_has_no_sign(actual, fires):
    assert found(with_row("≥5场", actual), "actual.sign") == ([ROW + "actual"] if fires else [])


@pytest.mark.parametrize(
    ("target", "actual", "fires"),
    [
        ("5场", "6场", True),
        ("≥5场", "6场", False),
        ("5场", "5场", False),
        ("100%", "98%", False),
        ("0件", "1件", False),
    ],
)
def test_a_target_in_numbers_has_a_sign_where_the_actual_differs(target, actual, fires):
    assert found(with_row(target, actual), "target.sign") == ([ROW + "target"] if fires else [])


@pytest.mark.parametrize(
    ("date", "fires"),
    [
        ("2022年11月31日前", True),
        ("2022-11-31", True),
        ("2月29日", False),
        ("2023年2月29日", True),
        ("11月30日", False),
    ],
)
def test_a_date_is_on_the_calendar(date, fires):
    assert found(with_row(date, "按时"), "date.impossible") == ([ROW + "target"] if fires else [])
