# SPDX-License-Identifier: MIT
"""Claims about copies, mark-up, placeholders and unreadable numbers."""

import pytest

from model.form import Stated
from tests.builders import complete_form, found, funds, indicator, tree

ROW = "/indicators/0/children/0/children/0/"
GOAL = "举办公益讲座和少儿阅读活动不少于六十场，更新馆藏图书一万二千册，改善阅读环境。"


def with_row(name="完成场次", **cells):
    return complete_form(indicators=tree(产出指标_数量指标=[indicator(name, **cells)]))


@pytest.mark.parametrize(
    ("actual", "fires"),
    [
        (GOAL, True),
        ("已" + GOAL.replace("，", "；"), True),
        (GOAL[:20], False),
        ("全年举办讲座六十四场。", False),
    ],
)
def test_a_result_is_not_a_copy_of_the_goal(actual, fires):
    form = complete_form(goal_expected=GOAL, goal_actual=actual)
    assert found(form, "goal.copied") == (["/goal_actual"] if fires else [])


def test_a_short_goal_may_be_said_again():
    assert not found(complete_form(goal_expected="全年开放。", goal_actual="全年开放。"), "goal.copied")


@pytest.mark.parametrize(
    ("text", "fires"), [("<p>讲座</p>", True), ("A&nbsp;B", True), ("A&B公司", False), ("0.1<A<0.9", False)]
)
def test_markup_is_told_in_every_text(text, fires):
    assert bool(found(complete_form(project_name=text), "text.markup")) is fires
    assert bool(found(with_row(reason=text), "text.markup")) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("XX项目", True),
        ("请填写项目名称", True),
        ("（100字以内）", True),
        ("MAXX系统", False),
        ("讲座", False),
    ],
)
def test_a_prompt_of_a_template_is_told_in_every_text(text, fires):
    assert found(complete_form(project_name=text), "text.placeholder") == (["/project_name"] if fires else [])
    assert bool(found(with_row(target=text), "text.placeholder")) is fires


def test_a_placeholder_row_is_told_only_that():
    rules = {"cell.missing", "score.range", "reason.missing", "text.placeholder", "number.invalid"}
    form = with_row("指标1", score="99", points="十分", target="")
    assert {rule for rule in rules if found(form, rule)} == {"text.placeholder", "number.invalid"}


@pytest.mark.parametrize("entry", ["150万", "98%", "1,000", "abc", "1e3"])
def test_a_figure_that_is_no_plain_decimal_is_an_error_at_its_cell(entry):
    assert found(with_row(points=entry), "number.invalid") == [ROW + "points"]
    form = complete_form(funds=funds(other_funds={"actual": entry}), stated=Stated(total_score=entry))
    assert found(form, "number.invalid") == ["/funds/other_funds/actual", "/stated/total_score"]


@pytest.mark.parametrize("entry", ["", " ", "0", "-1", "12.50"])
def test_empty_cells_and_plain_decimals_are_no_error(entry):
    assert not found(with_row(points=entry), "number.invalid")


@pytest.mark.parametrize(("entry", "fires"), [("1.005", True), ("1.50", False), ("1.500", False)])
def test_more_than_two_decimals_are_hinted_at(entry, fires):
    assert found(with_row(score=entry), "number.decimals") == ([ROW + "score"] if fires else [])
    form = complete_form(funds=funds(other_funds={"actual": entry}))
    assert found(form, "number.decimals") == (["/funds/other_funds/actual"] if fires else [])


def test_a_stated_rate_may_have_more_decimals():
    assert not found(
        complete_form(stated=Stated.model_validate({"execution_rate": "95.001"})), "number.decimals"
    )
