# SPDX-License-Identifier: MIT
"""What a text says beside numbers."""

import timeit
from decimal import Decimal

import pytest

from model.values.texts import (
    copied_share,
    is_crossed_out,
    is_idle_reason,
    is_partial_wording,
    is_placeholder,
    is_placeholder_name,
)


@pytest.mark.parametrize("text", ["-", "—", "——", " / ", "－", "--", "/ /", "―", "\\"])
def test_dashes_and_slashes_cross_out(text):
    assert is_crossed_out(text)


@pytest.mark.parametrize("text", ["", " ", "一", "0", "-5", "无", "1/2", "……"])
def test_anything_else_crosses_out_nothing(text):
    assert not is_crossed_out(text)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "无", "无。", "没有", "暂无", "无偏差", "0", "０", "N/A", "n/a", "-", "——", "/", " 无 "],
)
def test_idle_reasons_say_nothing(text):
    assert is_idle_reason(text)


@pytest.mark.parametrize("text", ["无法按期完成", "偏差", "疫情", "没有偏差", "00", "NA", "1"])
def test_other_reasons_say_something(text):
    assert not is_idle_reason(text)


@pytest.mark.parametrize(
    "text",
    [
        "指标",
        "指标1",
        "指标12",
        "指标１：",
        "指标1:——",
        "指标/",
        "指标一",
        "指标1……",
        "指标 2 。",
        "……",
        "...",
        "完成XX次",
        "×××项目",
        "xx",
        "ＸＸ项目",
        "项目名称（100字以内）",
        "【限200字】",
        "(不超过500个汉字)",
        "请填写实施单位",
        "请输入",
        "（请在此处填写）",
    ],
)
def test_placeholders_are_found(text):
    assert is_placeholder(text)
    assert is_placeholder_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "指标1：完成数量",
        "指标完成率",
        "指标管理",
        "完成X次",
        "XXL号服装",
        "MAXX",
        "2×3",
        "论文（100字）",
        "稿件100字以内",
        "10字以内",
        "填写表格3份",
        "-",
        "Xi",
    ],
)
def test_names_and_values_are_no_placeholders(text):
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("健全", "较为健全"),
        ("健全", "较健全"),
        ("有效", "较有效"),
        ("有效", "比较有效"),
        ("健全", "体系基本健全"),
        ("完成验收", "部分验收"),
        ("及时", "基本达到要求"),
        ("及时", "基本完成"),
        ("及时", "大部分实现"),
        ("及时", "部分符合"),
        ("100%", "基本100%"),
        ("提高质量", "部分达成指标并具有一定效果"),
        ("部分达成", "部分达成"),
        ("较好", "基本好"),
    ],
)
def test_an_actual_that_says_less_than_its_target_is_partial(target, actual):
    assert is_partial_wording(target, actual)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("增长", "较上年增长"),
        ("上升", "较上年上升"),
        ("影响大", "影响较大"),
        ("提升", "有较大提升"),
        ("达到预期", "较预期提升"),
        ("较好", "较好"),
        ("较健全", "较为健全"),
        ("基本完成", "基本完成"),
        ("健全", "健全"),
        ("健全", "较多"),
        ("健全", "基本"),
        ("提升", "基本公共服务"),
        ("健全,完善", "较,完"),
        ("", ""),
    ],
)
def test_other_words_say_nothing_of_the_kind(target, actual):
    assert not is_partial_wording(target, actual)


GOAL = "围绕常年技术贸易促进服务体系建设重点开展常年技术贸易促进服务工作"


def test_a_copied_goal_is_copied_whole():
    assert copied_share(GOAL, GOAL) == 1


def test_only_letters_characters_and_digits_are_compared():
    assert copied_share("，".join(GOAL), f"已完成：{'。 '.join(GOAL)}") == 1


def test_runs_below_eight_characters_are_no_copies():
    sevens = "啊".join(GOAL[at : at + 7] for at in range(0, len(GOAL), 7))
    assert copied_share(GOAL, sevens) == 0
    assert copied_share(GOAL, GOAL[:8]) == Decimal(8) / len(GOAL)


def test_runs_that_overlap_count_once():
    assert copied_share(GOAL[:20], GOAL[:12] + "啊" + GOAL[8:20]) == 1
    assert copied_share(GOAL[:20], GOAL[:10] + "啊" + GOAL[11:20]) == Decimal(19) / 20


def test_a_short_goal_is_not_compared():
    assert copied_share(GOAL[:19], GOAL) is None
    assert copied_share(GOAL[:19] + "，。", GOAL) is None
    assert copied_share(GOAL[:20], "") == 0


def test_long_goals_are_compared_at_once():
    goal = "".join(chr(0x4E00 + 37 * at % 20_000) for at in range(2000))
    assert (
        min(timeit.repeat(lambda: copied_share(goal, goal), number=1, repeat=5)) < 0.01
    )  # seconds; about 0.001
