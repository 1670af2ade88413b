# SPDX-License-Identifier: MIT
"""Claims about the explanation of computed figures."""

import pytest

from model.arithmetic import figures
from model.form import Funds
from model.places import place_of
from model.templates import load_template
from model.why import why
from tests.builders import complete_form, funds


def explained(where, template="ministry", **fields):
    form, shipped = complete_form(template, **fields), load_template(template)
    return why(form, place_of(where), figures(form, shipped), shipped)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("/stated/execution_rate", "全年执行数 95 ÷ 全年预算数 100 × 100% = 95.00%"),
        ("/stated/execution_score", "预算执行分值 10 × 执行率 95% = 9.50"),
        ("/stated/total_points", "预算执行 10 + 产出指标 50 + 效益指标 30 + 满意度指标 10 = 100"),
        ("/stated/total_score", "预算执行得分 9.5 + 产出指标 50 + 效益指标 30 + 满意度指标 10 = 99.5"),
        ("/stated/rating", "总分 99.5 属于“优”（优 ≥ 90，良 ≥ 80，中 ≥ 60，差 ≥ 0"),
        ("/indicators/0", "产出指标共 3 项：分值合计 50，得分合计 50。"),
        ("/indicators/0/children/1", "质量指标共 1 项：分值合计 20，得分合计 20。"),
    ],
)
def test_a_figure_is_explained_with_its_numbers(where, words):
    assert explained(where).startswith(words)


@pytest.mark.parametrize(("template", "word"), [("shanghai-2022", "进位"), ("shanghai-2023", "截去尾数")])
def test_the_rounding_is_the_templates(template, word):
    assert word in explained("/stated/execution_rate", template)


def test_a_score_capped_at_its_points_says_so():
    assert "最多 10 分 = 10.00" in explained("/stated/execution_score", funds=funds("100", "120"))


def test_an_empty_total_is_the_sum_of_its_sources():
    assert (
        explained("/funds/total/actual", funds=funds(total={}))
        == "全年执行数合计 95 是已填各项资金来源之和。"
    )


@pytest.mark.parametrize(
    "where", ["/stated/execution_rate", "/stated/execution_score", "/stated/rating", "/project_name"]
)
def test_what_is_not_computed_is_not_explained(where):
    assert explained(where, funds=Funds()) is None
