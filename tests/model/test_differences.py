# SPDX-License-Identifier: MIT
"""Claims about the differences of two forms: complete, few, and in the clerk's words."""

import random
import time
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.differences import Difference, Sort, differences, summary
from model.form import Form
from model.places import at
from model.templates import load_template
from tests.bench.forms import long_form
from tests.builders import complete_form, indicator
from tests.random_edits import carried_over, copied, edited
from tests.random_forms import random_form

SEEDS = st.integers(0, 10**9)
LIST = ("indicators", 0, "children", 0, "children")
MIRROR = {Sort.INSERTED: Sort.REMOVED, Sort.REMOVED: Sort.INSERTED}
MANY = 10_000


def between(old: Form, new: Form) -> tuple[Difference, ...]:
    return differences(old, new, load_template("shanghai-2024"))


def after(change, form=None):
    """Say what differs once a change was made to a copy of the form."""
    old = form or complete_form()
    new = copied(old)
    change(new)
    return [difference.words for difference in between(old, new)]


def rows(form, level1=0, level2=0):
    return form.indicators[level1].children[level2].children


@pytest.fixture
def long_group():
    """A form with five indicators in its first group."""
    form = complete_form()
    rows(form).extend(indicator(name, target=f"≥{name}") for name in ("甲", "乙", "丙", "丁"))
    return form


# Complete


@given(SEEDS, st.integers(0, 8))
def test_what_the_differences_name_and_nothing_else_makes_the_old_form_the_new_one(seed, count):
    choose = random.Random(seed)
    old = random_form(choose)
    new = edited(old, choose, count)
    found = between(old, new)
    assert carried_over(old, new, found) == new
    assert bool(found) == (old != new)


@given(SEEDS)
def test_two_forms_that_have_nothing_in_common_differ_completely(seed):
    choose = random.Random(seed)
    old, new = random_form(choose), random_form(choose)
    assert carried_over(old, new, between(old, new)) == new


@given(SEEDS, st.integers(0, 8))
def test_the_other_way_round_everything_is_mirrored(seed, count):
    choose = random.Random(seed)
    old = random_form(choose)
    new = edited(old, choose, count)
    there, back = between(old, new), between(new, old)
    assert Counter(MIRROR.get(one.sort, one.sort) for one in there) == Counter(one.sort for one in back)
    standing = {(one.was, one.place, one.old, one.new) for one in there if one.sort is not Sort.MOVED}
    assert standing == {(one.place, one.was, one.new, one.old) for one in back if one.sort is not Sort.MOVED}


@given(SEEDS)
def test_one_changed_cell_is_one_difference_at_that_place(seed):
    choose = random.Random(seed)
    old = random_form(choose)
    places = [place for place, _ in old.all_indicators()]
    if places:
        new, place = copied(old), (*choose.choice(places), "reason")
        at(new, place[:-1]).reason += "另"
        assert [one.place for one in between(old, new)] == [place]


def test_keys_that_only_later_versions_know_are_compared_too():
    def change(form):
        form.model_extra["seal"] = "红"
        form.funds.total.model_extra["note"] = 1
        rows(form)[0].model_extra["unit"] = "场"

    assert after(change) == [
        "年度资金总额：“note” （没有） → 1",
        "产出指标 › 数量指标 › 场次：“unit” （没有） → 场",
        "“seal”：（没有） → 红",
    ]


# Few and readable


def test_a_changed_cell_is_told_with_the_way_to_it():
    assert after(lambda form: setattr(rows(form)[0], "actual", "13.00(个)")) == [
        "产出指标 › 数量指标 › 场次：实际完成值 5场 → 13.00(个)"
    ]


def test_a_renamed_indicator_is_the_same_one():
    assert after(lambda form: setattr(rows(form)[0], "name", "讲座")) == [
        "产出指标 › 数量指标：三级指标 场次 → 讲座"
    ]


def test_a_renamed_group_is_the_same_one():
    assert after(lambda form: setattr(form.indicators[0].children[0], "name", "数目指标")) == [
        "产出指标：二级指标 数量指标 → 数目指标"
    ]


def test_rows_that_come_and_go_are_told_with_their_points(long_group):
    def change(form):
        del rows(form)[2]
        rows(form).insert(0, indicator("新", points="5", score="4.5"))

    assert after(change, long_group) == [
        "产出指标 › 数量指标：新增指标“新”（分值 5，得分 4.5）",
        "产出指标 › 数量指标：删去指标“乙”（分值 10，得分 10）",
    ]


def test_a_row_that_is_moved_is_one_difference(long_group):
    assert after(lambda form: rows(form).insert(0, rows(form).pop(3)), long_group) == [
        "产出指标 › 数量指标：指标“丙”第 4 行移到第 1 行"
    ]


def test_a_row_that_is_moved_into_another_group_and_changed_is_followed(long_group):
    def change(form):
        row = rows(form).pop(1)
        row.score = Decimal("9")
        rows(form, 0, 1).append(row)

    assert after(change, long_group) == [
        "产出指标 › 数量指标：指标“甲”移到 产出指标 › 质量指标 › 第 2 行",
        "产出指标 › 质量指标 › 甲：得分 10 → 9",
    ]


def test_a_removed_group_names_what_went_with_it(long_group):
    assert after(lambda form: form.indicators[0].children.pop(0), long_group) == [
        "产出指标：删去二级指标“数量指标”（5 个指标：场次、甲、乙、丙、丁）"
    ]


def test_a_row_with_another_name_and_other_cells_is_another_row():
    def change(form):
        rows(form)[0] = indicator("全新", target="≥90%", actual="91%")

    assert [words.partition("：")[2][:2] for words in after(change)] == ["删去", "新增"]


def test_a_group_of_another_name_and_other_rows_is_another_group():
    def change(form):
        form.indicators[0].children[0].name = "甲类指标"
        rows(form)[:] = [indicator("全新", target="≥90%", actual="91%")]

    assert [words.partition("：")[2][:2] for words in after(change)] == ["删去", "新增"]


def test_what_an_empty_cell_means_is_said():
    def change(form):
        form.funds.total.actual = None
        form.stated.total_score = Decimal("98")
        form.goal_actual = ""
        form.orientation = "landscape"

    assert after(change) == [
        "纸张方向：（按模板） → 横向",
        "年度资金总额：全年执行数 95 → （用计算值）",
        "总分：（用计算值） → 98",
        "实际完成情况：全年开放了三百天。 → （空）",
    ]


def test_the_words_are_the_templates_own():
    new = complete_form()
    rows(new)[0].points = Decimal("5")
    old = complete_form()
    assert "分数 20 → 5" in between(old, new)[0].words  # Shanghai 2024
    assert "分值 20 → 5" in differences(old, new, load_template("ministry"))[0].words


def test_of_a_long_text_the_changed_passage_is_told_and_the_whole_is_kept():
    text = "全年开放了三百天，接待读者十二万人次，" * 5 + "举办讲座四十场。"
    old, new = complete_form(goal_actual=text), complete_form(goal_actual=text.replace("四十", "五十"))
    found = between(old, new)[0]
    assert found.words == "实际完成情况：“…万人次，举办讲座四十场。” → “…万人次，举办讲座五十场。”"
    assert (found.old, found.new) == (old.goal_actual, new.goal_actual)


def test_texts_that_differ_by_a_space_only_are_quoted():
    assert after(lambda form: setattr(form, "project_name", "图书馆开放经费 ")) == [
        "项目名称：“图书馆开放经费” → “图书馆开放经费 ”"
    ]


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_difference_takes_more_than_a_few_lines(old, new):
    found = between(complete_form(goal_expected=old), complete_form(goal_expected=new))
    assert all(len(one.words) < 150 for one in found)
    assert not any("\n" in one.words for one in found)


def test_the_summary_counts_by_parts_of_the_form():
    old, new = complete_form(), complete_form(project_name="别的")
    new.funds.total.actual = Decimal("1")
    rows(new)[0].score = None
    new.stated.rating = "优"
    assert summary(between(old, new)) == "4 处改动：基本信息 1、资金 1、指标 2"
    assert summary(between(old, old)) == "没有改动"


# Quick


def test_few_changes_of_very_many_rows_are_found_quickly():
    old = long_form(MANY)
    new = copied(old)
    largest = max((group for _, group in new.level2_groups()), key=lambda group: len(group.children)).children
    largest.insert(5, largest.pop(9_000))
    largest[77].score = None
    begin = time.perf_counter()
    found = between(old, new)
    assert len(found) == 2
    assert time.perf_counter() - begin < 1.5  # 0.07 on a quiet machine
