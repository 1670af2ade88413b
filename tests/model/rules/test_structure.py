# SPDX-License-Identifier: MIT
"""Claims about the rules of points and of the tree's structure."""

from decimal import Decimal

import pytest

from model.form import Level1Group, Level2Group
from model.judge import findings_of
from model.rules import Severity
from model.templates import load_template, new_form
from tests.builders import changed, complete_form, faultless_tree, found, indicator, messages, tree


def with_points(points, template="ministry"):
    rows = faultless_tree()
    rows[0].children[0].children[0].points = None if points is None else Decimal(points)
    return complete_form(template, indicators=rows)


def test_a_hundred_points_are_silent():
    assert not found(complete_form(), "points.total")


@pytest.mark.parametrize(("points", "words"), [("17", "还差 3 分"), ("21.5", "多了 1.5 分")])
def test_the_message_says_how_many_points_are_missing_or_too_many(points, words):
    assert words in messages(with_points(points), "points.total")[0]


def test_too_few_points_are_silent_while_an_indicator_lacks_its_points():
    assert not found(with_points(None), "points.total")


def test_too_few_points_are_silent_while_there_is_no_indicator():
    assert not found(complete_form(indicators=tree(产出指标_数量指标=[])), "points.total")


def test_too_many_points_are_told_even_while_points_are_lacking():
    rows = tree(产出指标_数量指标=[indicator("甲", points="95"), indicator("乙", points="")])
    assert found(complete_form(indicators=rows), "points.total") == ["/indicators"]


def test_points_of_placeholder_rows_count():
    rows = faultless_tree()
    rows[0].children[0].children.append(indicator("指标2", points="5"))
    assert found(complete_form(indicators=rows), "points.total")


def weighted(output, benefit, satisfaction=None, cost=None):
    groups = {
        "产出指标_数量指标": output,
        "效益指标_社会效益指标": benefit,
        "满意度指标_服务对象": satisfaction,
        "成本指标_经济成本": cost,
    }
    return tree(**{name: [indicator(points=points)] for name, points in groups.items() if points})


@pytest.mark.parametrize(
    "weights",
    [
        ("50", "30", "10"),
        ("50", "40"),
        ("50", "30"),
        ("40", "20", "10", "20"),
        ("40", "30", None, "20"),
        ("40", "20", None, "20"),
    ],
)
def test_the_official_weights_are_silent(weights):
    assert not found(complete_form(indicators=weighted(*weights)), "points.level1")


@pytest.mark.parametrize(
    ("weights", "where"),
    [
        (("45", "35", "10"), ["/indicators/0", "/indicators/1"]),
        (("50", "40", "10"), ["/indicators/1"]),
        (("50", "30", "20"), ["/indicators/2"]),
        (("50", "20", "10", "20"), ["/indicators/0"]),
    ],
)
def test_other_weights_are_told_at_their_group(weights, where):
    assert found(complete_form(indicators=weighted(*weights)), "points.level1") == where


def test_groups_of_the_same_kind_count_together():
    rows = [
        *tree(产出指标_数量指标=[indicator(points="30")]),
        *tree(产出指标_质量指标=[indicator(points="20")]),
    ]
    form = complete_form(indicators=[*rows, *weighted(None, "30", "10")])
    assert not found(form, "points.level1")


def test_a_subtotal_that_is_not_complete_is_not_judged():
    rows = weighted("45", "30", "10")
    rows[0].children[0].children.append(indicator("乙", points=""))
    assert not found(complete_form(indicators=rows), "points.level1")


@pytest.mark.parametrize(("output", "fires"), [("70", False), ("70.01", True), ("30", False), ("29", True)])
def test_free_weights_may_be_twenty_points_off(output, fires):
    form = complete_form("shanghai-2024", indicators=weighted(output, "30", "10"))
    assert bool(found(form, "points.level1")) is fires


def test_free_weights_are_only_a_hint():
    form = complete_form("shanghai-2024", indicators=weighted("80", "5", "5"))
    grades = {
        finding.severity
        for finding in findings_of(form, load_template("shanghai-2024"))
        if finding.rule == "points.level1"
    }
    assert grades == {Severity.HINT}


@pytest.mark.parametrize(("points", "fires"), [("0", True), ("-1", True), ("0.5", False), ("", False)])
def test_an_indicator_carries_points(points, fires):
    form = complete_form(indicators=tree(产出指标_数量指标=[indicator(points=points)]))
    assert bool(found(form, "points.zero")) is fires


@pytest.mark.parametrize(("points", "fires"), [("50", False), ("50.01", True)])
def test_one_indicator_carries_no_more_than_half(points, fires):
    form = complete_form(indicators=tree(产出指标_数量指标=[indicator(points=points)]))
    assert bool(found(form, "points.over_half")) is fires


def test_one_finding_names_all_level2_groups_that_output_misses():
    form = complete_form(indicators=tree(产出指标_数量指标=[indicator()], 产出指标_时效指标=[]))
    assert found(form, "level2.required") == ["/indicators/0"]
    assert "质量指标、时效指标" in messages(form, "level2.required")[0]


def test_quantity_under_benefit_is_not_quantity_of_output():
    form = complete_form(indicators=tree(产出指标_质量指标=[indicator()], 效益指标_数量指标=[indicator()]))
    assert "数量指标、时效指标" in messages(form, "level2.required")[0]


def test_output_without_indicators_is_missing_itself_not_its_groups():
    form = complete_form(indicators=tree(产出指标_数量指标=[], 效益指标_社会效益指标=[indicator()]))
    assert not found(form, "level2.required")
    assert found(form, "level1.missing") == ["/indicators/0"]


def test_a_group_that_is_not_there_at_all_is_missing_at_the_tree():
    form = complete_form(indicators=tree(产出指标_数量指标=[indicator()]))
    assert found(form, "level1.missing") == ["/indicators"]
    assert found(form, "satisfaction.missing") == ["/indicators"]


@pytest.mark.parametrize("name", ["指标1", "……"])
def test_a_placeholder_is_no_indicator(name):
    rows = tree(满意度指标_服务对象满意度指标=[indicator(name)])
    assert found(complete_form(indicators=rows), "satisfaction.missing") == ["/indicators/0"]


def test_required_groups_are_the_templates():
    form = complete_form(indicators=tree(产出指标_数量指标=[indicator()]))
    assert not found(form, "level1.missing", changed("ministry", required_level1=("output",)))


def test_the_later_twin_is_the_duplicate():
    rows = tree(产出指标_数量指标=[indicator("甲"), indicator("乙"), indicator(" 甲 ")])
    form = complete_form(indicators=rows)
    assert found(form, "indicator.duplicate") == ["/indicators/0/children/0/children/2/name"]


def test_the_same_name_in_another_group_is_no_duplicate():
    rows = tree(产出指标_数量指标=[indicator("甲")], 产出指标_质量指标=[indicator("甲")])
    assert not found(complete_form(indicators=rows), "indicator.duplicate")


def test_a_new_form_has_nothing_wrong_but_what_is_missing():
    template = load_template("shanghai-2024")
    grades = {finding.severity for finding in findings_of(new_form(template, 2024), template)}
    assert Severity.ERROR not in grades


def test_a_form_with_groups_of_its_own_is_judged_too():
    own = Level1Group(
        name="其他指标", children=[Level2Group(name="管理指标", children=[indicator(points="90")])]
    )
    form = complete_form(indicators=[own])
    assert not found(form, "points.total")
    assert found(form, "level1.missing") == ["/indicators"]
    assert "产出指标和效益指标" in messages(form, "level1.missing")[0]
