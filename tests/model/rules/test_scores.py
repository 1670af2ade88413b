# SPDX-License-Identifier: MIT
"""Claims about scores and reasons."""

import pytest

from tests.builders import complete_form, found, indicator, messages, tree

ROW = "/indicators/0/children/0/children/0/"


def with_row(**cells):
    return complete_form(indicators=tree(产出指标_数量指标=[indicator(**cells)]))


@pytest.mark.parametrize(
    ("score", "fires"), [("10", False), ("10.01", True), ("-0.1", True), ("0", False), ("", False)]
)
def test_a_score_lies_between_zero_and_the_points(score, fires):
    assert found(with_row(score=score), "score.range") == ([ROW + "score"] if fires else [])


def test_a_negative_score_is_told_even_without_points():
    assert found(with_row(score="-1", points=""), "score.range") == [ROW + "score"]


@pytest.mark.parametrize("reason", ["", " ", "无", "没有", "暂无", "无偏差", "0", "N/A", "—", "///"])
def test_lost_points_need_more_than_an_idle_reason(reason):
    assert found(with_row(score="9", reason=reason), "reason.missing") == [ROW + "reason"]


@pytest.mark.parametrize(("score", "reason"), [("9", "受天气影响，下年提前安排"), ("10", ""), ("", "")])
def test_a_reason_or_no_loss_is_silent(score, reason):
    assert not found(with_row(score=score, reason=reason), "reason.missing")


def test_the_message_names_the_row_and_the_points_lost():
    assert messages(with_row(score="8.5"), "reason.missing") == [
        "“完成场次”扣了 1.5 分，请填写偏差原因及改进措施。"
    ]
