# SPDX-License-Identifier: MIT
"""Every kind of value, and what holds for any text whatever."""

import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.values.comparing import (
    Outcome,
    comparable,
    is_equal,
    lacks_unit,
    outcome,
    overfulfilled,
    units_differ,
)
from model.values.dates import impossible_dates
from model.values.markup import has_markup, strip_markup
from model.values.reading import read_actual, read_target
from model.values.scoring import proportional_scores, suggested_score
from model.values.spelling import normalise
from model.values.texts import (
    copied_share,
    is_crossed_out,
    is_idle_reason,
    is_partial_wording,
    is_placeholder,
)
from model.values.value import Dates, FreeText, Grade, Number, Range, Several
from model.values.writing import strip_sign, write

LEADS = "达到 达 控制在 约 第 每年 完成 共"
SIGNS = "≥ > ≤ < = >= => ≧ 不少于 超过 不超过 等于"
FIGURES = "0 1 2 3 12 100 2022 1999 0.5 1,234 1,23 .5 00 -5 一 三 十二 两百 二〇二二 ① ½ 百分百 百分之九十"
MARKS = "余 多 + 左右 万 亿 万亿 % ％ 百分比 百分百 百分之九十 ( ) （ ） 【"
UNITS = "个 场 场次 人 人次 个月 年 月 日 元 字 级 A级 kg m² ㎡ 人*天 次/年 内容 活动"
ENDS = "以上 及以上 以内 之内 内 以下 左右 前 - — ~ 至 ， 。 、 ; 性 /"
REST = "部分达成 达成 已达成 未达成 指标 较 基本 … \u200b \u0301 \x00 \ud800"
ORDERED = tuple(words.split(" ") for words in (LEADS, SIGNS, FIGURES, MARKS, UNITS, ENDS))
PIECES = [word for words in ORDERED for word in words] + [*REST.split(" "), " ", "\n", "\u3000"]
CELLS = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
FIGURED = st.lists(
    st.tuples(*(st.sampled_from(["", *words]) for words in ORDERED)).map("".join), max_size=3
).map("".join)
TEXTS = st.one_of(FIGURED, CELLS, st.text(st.characters(codec=None), max_size=40))


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("达成", Grade.ACHIEVED),
        ("达成指标", Grade.ACHIEVED),
        ("已达成年度预期绩效目标。", Grade.ACHIEVED),
        ("部分达成指标并具有一定效果", Grade.PARTIAL),
        ("未达成", Grade.NOT_ACHIEVED),
        ("未达成，仅2场", Grade.NOT_ACHIEVED),
    ],
)
def test_grades_are_read(text, grade):
    assert read_target(text) is grade
    assert read_actual(text, FreeText("及时")) is grade


@pytest.mark.parametrize(
    "text", ["达成率90%", "基本达成", "达成共识", "已完成", "完成", "全部达成", "已部分达成", "不达成"]
)
def test_other_words_are_no_grade(text):
    assert not isinstance(read_target(text), Grade)


@pytest.mark.parametrize("text", ["每年4篇", "增加3000条", "约600人", "2级", "一等奖", "完成三场", "", "无"])
def test_a_target_that_says_more_than_a_number_is_free_text(text):
    assert read_target(text) == FreeText(text)


def test_a_deadline_is_no_number():
    assert read_target("2022年11月31日前") == Dates("2022年11月31日前")


def test_a_target_with_two_numbers_holds_several():
    assert read_target("≥3场,≥200人") == Several("≥3场,≥200人")


def test_an_actual_that_fills_its_cell_needs_no_unit_of_the_target():
    assert read_actual("12个", read_target("≥5场")) == Number(Decimal(12), unit="个")
    assert read_actual("1-2场", read_target("≥5场")) == Range(Decimal(1), Decimal(2), "场")


@given(TEXTS)
@example("9" * 10_000)
def test_reading_any_target_again_from_its_spelling_gives_the_same(text):
    value = read_target(text)
    assert read_target(write(value)) == value


@given(TEXTS, TEXTS)
@example("≥5场", "共12场")
@example("5万m²", "约6万㎡")
def test_reading_any_actual_again_from_its_spelling_gives_the_same(target, actual):
    wanted = read_target(target)
    value = read_actual(actual, wanted)
    assert read_actual(write(value), wanted) == value


@given(TEXTS)
def test_normalising_again_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(TEXTS, TEXTS)
def test_any_pair_can_be_compared_and_scored(target, actual):
    wanted = read_target(target)
    pair = (wanted, read_actual(actual, wanted))
    units_differ(*pair), lacks_unit(*pair)
    assert comparable(*pair) or outcome(*pair) is Outcome.UNDECIDED
    assert not is_equal(*pair) or comparable(*pair)
    assert not overfulfilled(*pair, Decimal("1.3")) or outcome(*pair) is not Outcome.MISSED
    points = Decimal("12.5")
    scores = proportional_scores(points, *pair)
    suggestion = suggested_score(points, *pair)
    assert all(0 <= score <= points for score in scores)
    assert suggestion is None or 0 <= suggestion.score <= points


@given(TEXTS, TEXTS)
def test_any_text_can_be_looked_at(one, other):
    looked_at = (
        is_crossed_out(one),
        is_idle_reason(one),
        is_placeholder(one),
        is_partial_wording(one, other),
    )
    assert all(isinstance(seen, bool) for seen in looked_at)
    assert isinstance(impossible_dates(one), tuple)
    assert one.endswith(strip_sign(one).strip()) or strip_sign(one) == one
    assert not has_markup(strip_markup(one))
    share = copied_share(one, other)
    assert share is None or 0 <= share <= 1


HOSTILE = {
    "digits": "9" * 10_000,
    "commas": "1," * 5_000,
    "numerals": "一" * 10_000,
    "points": "一点" * 5_000,
    "percentages": "百分之九十" * 2_000,
    "percent signs": "5" + "%" * 10_000,
    "about": "5" + "+" * 10_000,
    "brackets": "5" + "(" * 10_000,
    "blanks": "5 " * 5_000,
    "dashes": "-" * 10_000,
    "ordinals": "第1-" * 3_000,
    "dates": "1月1日至" * 2_000,
    "entities": "&amp;" * 2_500,
    "tags": "<p " * 3_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_long_texts_hold_nothing_up(text):
    began = time.perf_counter()
    value = read_target(text)
    read_actual(text, read_target("≥3场"))
    impossible_dates(text), strip_markup(text), is_placeholder(text), is_partial_wording(text, text)
    assert isinstance(value, FreeText | Several | Dates)
    assert time.perf_counter() - began < 1


def test_long_figures_are_exact_or_free_text():
    assert read_target("12345678901234567890亿元").number == 12345678901234567890 * 10**8
    assert isinstance(read_target("123456789012345678901亿元"), FreeText)
