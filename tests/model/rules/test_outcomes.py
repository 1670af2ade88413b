# SPDX-License-Identifier: MIT
"""Claims about scores held against target and actual value: when each rule fires and when not."""

from decimal import Decimal

import pytest

from model.judge import findings_of
from model.templates import load_template
from tests.builders import changed, complete_form, found, indicator, messages, tree

ROW = "/indicators/0/children/0/children/0/"


def with_row(group="产出指标_数量指标", **cells):
    return complete_form(indicators=tree(**{group: [indicator(**cells)]}))


def grade_of(form, rule):
    found_here = findings_of(form, load_template(form.template))
    return [str(finding.severity) for finding in found_here if finding.rule == rule]


@pytest.mark.parametrize(
    ("target", "grade"), [("=2个", "error"), ("≥2个", "error"), ("2个", "warning"), ("100%", "error")]
)
def test_a_missed_target_with_full_score_is_wrong_unless_its_direction_is_a_guess(target, grade):
    actual = "99%" if "%" in target else "1个"
    assert grade_of(with_row(target=target, actual=actual), "score.full_but_missed") == [grade]


@pytest.mark.parametrize(
    "cells",
    [
        {"target": "≥2个", "actual": "2个"},
        {"target": "≥2个", "actual": "1个", "score": "5"},
        {"target": "≥2个", "actual": "较少"},
        {"target": "≥2个", "actual": "1个", "points": "0", "score": "0"},
        {"target": "2-3个", "actual": "4个"},
    ],
)
def test_a_full_score_is_silent_where_nothing_is_missed(cells):
    assert not found(with_row(**cells), "score.full_but_missed")


def test_an_unknown_direction_is_never_missed():
    form = with_row(group="成本指标_经济成本指标", target="90万元", actual="80万元")
    assert not found(form, "score.full_but_missed")
    assert not found(form, "target.overfulfilled")


@pytest.mark.parametrize(
    ("target", "actual", "fires"),
    [
        ("健全", "较为健全", True),
        ("完成", "基本完成", True),
        ("合格", "部分达成指标", True),
        ("增长", "较上年增长", False),
        ("较为健全", "较为健全", False),
        ("健全", "健全", False),
    ],
)
def test_less_than_the_target_is_no_full_score(target, actual, fires):
    assert bool(found(with_row(target=target, actual=actual), "score.full_but_partial")) is fires


@pytest.mark.parametrize(
    ("target", "actual", "fires"),
    [
        ("≥5场", "5场", True),
        ("有效推动", "有效推动", True),
        ("90%", "达成指标", True),
        ("良好", "达成指标", False),
        ("≥5场", "4场", False),
        ("及时", "较及时", False),
    ],
)
def test_a_met_target_is_not_cut(target, actual, fires):
    form = with_row(target=target, actual=actual, score="8", reason="有待改进")
    assert bool(found(form, "score.met_but_cut")) is fires


@pytest.mark.parametrize(("reason", "fires"), [("目标偏低", False), ("无", True)])
def test_points_may_be_cut_for_a_target_set_too_low_with_a_reason(reason, fires):
    form = with_row(target="≥10次", actual="13次", score="8", reason=reason)
    assert bool(found(form, "score.met_but_cut")) is fires


@pytest.mark.parametrize(
    ("score", "fires"), [("9", False), ("8.5", False), ("8.49", True), ("9.51", True), ("", False)]
)
def test_the_score_of_a_missed_target_is_near_its_proportion(score, fires):
    form = with_row(target="≥100场", actual="90场", score=score, reason="天气")
    assert bool(found(form, "score.not_proportional")) is fires


@pytest.mark.parametrize("score", ["8", "7.5"])
def test_either_formula_of_a_smaller_is_better_target_will_do(score):
    form = with_row(target="≤80元", actual="100元", score=score, reason="涨价")
    assert not found(form, "score.not_proportional")


@pytest.mark.parametrize(("target", "actual"), [(">5场", "5场"), ("0件", "2件")])
def test_where_no_proportion_says_anything_none_is_asked_for(target, actual):
    assert not found(with_row(target=target, actual=actual, score="1", reason="略"), "score.not_proportional")


@pytest.mark.parametrize(
    ("actual", "score", "fires"),
    [
        ("达成指标", "8", False),
        ("达成指标", "7.99", True),
        ("部分达成", "6", False),
        ("部分达成", "8", True),
        ("未达成", "5.99", False),
        ("未达成", "6", True),
        ("良好", "1", False),
    ],
)
def test_the_score_of_a_grade_lies_in_its_band(actual, score, fires):
    form = with_row(target="良好", actual=actual, score=score, reason="略")
    assert found(form, "score.band") == ([ROW + "score"] if fires else [])


def test_a_full_partial_grade_is_told_once():
    form = with_row(target="良好", actual="部分达成")
    assert found(form, "score.full_but_partial")
    assert not found(form, "score.band")


@pytest.mark.parametrize(
    ("target", "actual", "fires"),
    [
        ("≥5场", "5场", True),
        ("1-2场", "2场", True),
        ("良好", "良好", True),
        ("≥5场", "6场", False),
        ("良好", "未达成", False),
        ("健全", "较为健全", False),
    ],
)
def test_a_reason_is_given_only_where_something_deviates(target, actual, fires):
    form = with_row(target=target, actual=actual, reason="群众反响热烈")
    assert bool(found(form, "reason.unneeded")) is fires


@pytest.mark.parametrize(
    ("target", "actual", "fires"),
    [
        ("≥10次", "13次", True),
        ("≥10次", "12.99次", False),
        ("10次", "13次", True),
        ("5-10次", "13次", True),
        ("≤10次", "13次", False),
        ("≥0次", "13次", False),
    ],
)
def test_an_actual_far_above_its_target_is_explained(target, actual, fires):
    form = with_row(target=target, actual=actual)
    assert found(form, "target.overfulfilled") == ([ROW + "target"] if fires else [])


def test_an_explained_excess_is_silent():
    assert not found(with_row(target="≥10次", actual="20次", reason="新增两个点位"), "target.overfulfilled")


def test_the_excess_to_explain_is_the_templates():
    form = with_row(target="≥10次", actual="13次")
    assert not found(form, "target.overfulfilled", changed("ministry", overfulfilled_from=Decimal(2)))


def test_the_message_names_the_row_and_by_how_much():
    words = messages(with_row(target="≥6.00(个)", actual="12.00(个)"), "target.overfulfilled")
    assert words == ["“完成场次”完成值是目标的 2 倍，请说明原因，或核对目标是否偏低。"]
