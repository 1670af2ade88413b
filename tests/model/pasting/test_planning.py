# SPDX-License-Identifier: MIT
"""Claims about what pasting a table of indicators does to a form."""

import pytest

from model.pasting.planning import Fate
from model.templates import load_template, new_form
from tests.builders import complete_form
from tests.model.pasting.tables import pasted, planned, written

HEADS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因"


@pytest.fixture
def blank():
    return new_form(load_template("ministry"))


@pytest.fixture
def form():
    return complete_form()


def fates(plan):
    return [row.fate.name for row in plan.rows]


def test_repeated_merged_and_empty_level_cells_mean_the_same(blank):
    repeated = pasted(written(HEADS, "产出指标|数量指标|a|1", "产出指标|数量指标|b|2"), blank)
    assert repeated == {"产出指标/数量指标": [("a", "1"), ("b", "2")]}
    again = new_form(load_template("ministry"))
    assert pasted(written(HEADS, "产出指标|数量指标|a|1", "||b|2"), again) == repeated


def test_an_empty_level_2_below_another_level_1_is_not_the_one_above(blank):
    found = pasted(written(HEADS, "产出指标|数量指标|a|1", "满意度指标||b|2"), blank)
    assert found == {"产出指标/数量指标": [("a", "1")], "满意度指标/服务对象满意度指标": [("b", "2")]}


@pytest.mark.parametrize(
    "name", ["产出", "产出指标（50分）", "产 出\n指 标", "一、产出指标", "产出指标50分", "项目产出"]
)
def test_groups_are_found_by_name_with_tolerance(blank, name):
    assert pasted(written(HEADS, f"{name}|数量|a|1"), blank) == {"产出指标/数量指标": [("a", "1")]}


def test_groups_the_form_lacks_are_made_where_the_template_has_them(blank):
    del blank.indicators[1]
    plan = planned(written(HEADS, "效益（30分）|社会效益|a|1", "绿色指标|碳排放|b|2"), blank)
    assert plan.new_groups == ("效益指标 / 社会效益指标", "绿色指标 / 碳排放")
    plan.edit.apply(blank)
    assert [group.name for group in blank.indicators] == ["产出指标", "效益指标", "满意度指标", "绿色指标"]


def test_rows_that_name_only_the_level_2_find_their_level_1(blank):
    found = pasted(written("二级指标|三级指标|指标值", "时效|a|1", "社会效益|b|2", "满意度|c|3"), blank)
    assert list(found) == ["产出指标/时效指标", "效益指标/社会效益指标", "满意度指标/服务对象满意度指标"]


def test_rows_without_any_group_go_to_the_clerks_own(blank):
    found = pasted(written("指标名称|目标值|完成值", "a|1|2"), blank, home=(1, 1))
    assert found == {"效益指标/社会效益指标": [("a", "1", "2")]}


def test_totals_execution_rate_and_remarks_are_left_out(blank):
    grid = written(
        HEADS,
        "预算执行率（10分）||||98%|10|9.8|",
        "产出指标|数量指标|a|1|1|50|50|",
        "||小计||||50|",
        "总分|||||100|97|",
        "评分等级|优||||||",
        "填表人：张三|||||||",
    )
    plan = planned(grid, blank)
    assert fates(plan) == ["LEFT_OUT", "NEW", "LEFT_OUT", "LEFT_OUT", "LEFT_OUT", "LEFT_OUT"]
    assert plan.rows[0].words == "预算执行率在项目资金中计算"


def test_repeated_heads_of_a_second_page_are_left_out(blank):
    assert fates(planned(written(HEADS, "产出指标|数量指标|a|1", HEADS, "||b|2"), blank)) == [
        "NEW",
        "LEFT_OUT",
        "NEW",
    ]


def test_an_indicator_about_the_use_of_money_is_not_the_execution_rate(blank):
    found = pasted(written(HEADS, "产出指标|质量指标|资金使用合规率|100%"), blank)
    assert found == {"产出指标/质量指标": [("资金使用合规率", "100%")]}


def test_groups_without_rows_are_made_and_no_more(blank):
    plan = planned(written(HEADS, "产出指标|数量指标|a|1", "产出指标|其他指标||"), blank)
    assert fates(plan) == ["NEW", "GROUP"]
    assert plan.new_groups == ("产出指标 / 其他指标",)


def test_groups_in_rows_of_their_own(blank):
    grid = written("产出指标||", "数量指标||", "a|≥6个|12个", "满意度指标||", "b|≥9|95")
    assert pasted(grid, blank) == {
        "产出指标/数量指标": [("a", "≥6个", "12个")],
        "满意度指标/服务对象满意度指标": [("b", "≥9", "95")],
    }


def test_indicators_of_the_same_name_are_filled_not_doubled(form):
    plan = planned(written(HEADS, "产出指标|数量指标|场 次||8场||9|", "产出指标|数量指标|新|1|1|1|1|"), form)
    assert fates(plan) == ["MERGED", "NEW"]
    plan.edit.apply(form)
    first, second = form.indicators[0].children[0].children
    assert (first.name, first.target, first.actual, str(first.score)) == ("场次", "≥5场", "8场", "9")
    assert second.name == "新"


def test_a_table_without_groups_fills_indicators_by_name_wherever_they_are(form):
    plan = planned(written("指标名称|完成值|得分", "读者满意度|99%|10", "合格率|98%|19"), form)
    assert [row.words for row in plan.rows] == ["满意度指标 / 服务对象满意度指标", "产出指标 / 质量指标"]
    plan.edit.apply(form)
    assert form.indicators[2].children[0].children[0].actual == "99%"


def test_replacing_takes_all_indicators_out_first(form):
    found = pasted(written(HEADS, "产出指标|质量指标|合格率|1"), form, replaces=True)
    assert found == {"产出指标/质量指标": [("合格率", "1")]}
    assert len(form.indicators) == 3


def test_rows_the_clerk_has_taken_out_stay_out(blank):
    grid = written(HEADS, "产出指标|数量指标|a|1", "||b|2")
    plan = planned(grid, blank, left_out=frozenset({1}))
    assert fates(plan) == ["LEFT_OUT", "NEW"]
    assert plan.rows[1].words == "产出指标 / 数量指标"


def test_numbers_are_read_as_typed_and_the_unreadable_kept(blank):
    found = pasted(written(HEADS, "产出指标|数量指标|a| 6 |１２|１０分|十分|"), blank)
    assert found == {"产出指标/数量指标": [("a", " 6 ", "１２", "10", "十分")]}


def test_undoing_gives_the_form_back(form):
    before = form.model_copy(deep=True)
    grid = written(HEADS, "产出指标|数量指标|场次||8场", "||新|1", "绿色|甲|b|2", "产出指标|乙|c|3")
    for replaces in (False, True):
        planned(grid, form, replaces=replaces).edit.apply(form).apply(form)
        assert form == before


def test_very_many_rows_in_several_groups_come_and_go_again(form):
    before = form.model_copy(deep=True)
    rows = [
        f"产出指标|{group}|指标{at}|{at}" for group in ("数量指标", "质量指标", "新组") for at in range(300)
    ]
    plan = planned(written(HEADS, *rows), form)
    assert plan.count(Fate.NEW) == 900
    inverse = plan.edit.apply(form)
    assert [len(group.children) for group in form.indicators[0].children] == [301, 301, 1, 300]
    inverse.apply(form)
    assert form == before
