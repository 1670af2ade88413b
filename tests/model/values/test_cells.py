# SPDX-License-Identifier: MIT
"""Cells that a number or a range fills; the examples are those of the rules."""

from decimal import Decimal

import pytest

from model.values.cells import read_cell
from model.values.spelling import normalise
from model.values.value import Number, Range, Sign


def read(text):
    return read_cell(normalise(text))


def number(amount, unit="", sign="", scale=1):
    return Number(Decimal(amount), Sign(sign), unit.removesuffix("%"), unit == "%", Decimal(scale))


SIGNS = {
    "≥": "≥ ≧ ⩾ >= => ＞＝ 不少于 不低于 不小于 至少 大于等于 大于或等于",
    ">": "> ＞ 超过 大于 高于 多于",
    "≤": "≤ ≦ ⩽ <= =< ＜＝ 不超过 不高于 不大于 不多于 至多 小于等于 小于或等于",
    "<": "< ＜ 小于 低于 少于",
    "=": "= ＝ ═ 等于",
}


@pytest.mark.parametrize(
    ("sign", "word"), [(s, word) for s, words in SIGNS.items() for word in words.split()]
)
def test_a_sign_in_front_is_read_and_kept_as_written(sign, word):
    read_number = read(f"{word} 200 人次")
    assert read_number == number(200, "人次", sign)
    assert read_number.written_sign == normalise(word)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("60%以上", "≥"),
        ("60%及以上", "≥"),
        ("60%以内", "≤"),
        ("60%之内", "≤"),
        ("60%内", "≤"),
        ("60%以下", "≤"),
        ("60%及以下", "≤"),
    ],
)
def test_a_sign_behind_is_read(text, sign):
    assert read(text) == number(60, "%", sign)
    assert read(text).written_sign == ""


@pytest.mark.parametrize(
    "text", ["不足60%", "约60%", "近60%", "≮60%", "不得低于60%", "为60%", "≥≥60%", "60%前"]
)
def test_other_words_are_no_sign(text):
    assert read(text) is None


def test_signs_that_agree_are_one():
    assert read("不低于90%以上") == number(90, "%", "≥")
    assert read(">90%以上") == number(90, "%", ">")
    assert read("=90(%以上)") == number(90, "%", "≥")


def test_signs_that_contradict_each_other_say_nothing():
    assert read("≥5天内") is None


@pytest.mark.parametrize("text", ["达95%", "达到95%", "95%"])
def test_reached_is_dropped(text):
    assert read(text) == number(95, "%")


@pytest.mark.parametrize("text", ["达成95%", "达标95%", "完成率95%"])
def test_only_reached_is_dropped(text):
    assert read(text) is None


def test_kept_within_means_at_most():
    assert read("控制在5%") == number(5, "%", "≤")
    assert read("控制在5%").written_sign == "控制在"
    assert read("控制在5%以内") == number(5, "%", "≤")


def test_another_sign_goes_before_kept_within():
    assert read("控制在90%以上") == number(90, "%", "≥")
    assert read("控制在<5%") == number(5, "%", "<")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,752,000元", number(1752000, "元")),
        ("1，752，000元", number(1752000, "元")),
        ("99.95%", number("99.95", "%")),
        ("3万", number(30_000, scale=10_000)),
        ("1.5亿元", number(150_000_000, "元", scale=10**8)),
        ("2万亿元", number(2 * 10**12, "元", scale=10**12)),
        ("150.00(万字)", number(1_500_000, "字", scale=10_000)),
        ("-2.5%", number("-2.5", "%")),
    ],
)
def test_numbers_are_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", ["1,23元", "1.2.3", "1 000元", ".5%", "5½", "1:3", "3/4", "1" * 21, "1e5"])
def test_other_figures_are_no_number(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("=100.00(%)", 100),
        ("85.00(百分比)", 85),
        ("百分百", 100),
        ("百分之百", 100),
        ("百分之九十", 90),
        ("百分之九十九点五", "99.5"),
        ("百分之95", 95),
        ("100%百分百", 100),
        ("100%百分比", 100),
        ("90%百分之九十", 90),
        ("90%(百分之90)", 90),
        ("100百分百", 100),
    ],
)
def test_percentages_are_read_and_their_repetition_dropped(text, share):
    read_number = read(text)
    assert (read_number.number, read_number.percent, read_number.unit) == (Decimal(share), True, "")


@pytest.mark.parametrize("text", ["80%百分之九十", "90%百分百", "百分之", "百分比", "千分之三", "3‰"])
def test_a_second_percentage_is_no_repetition(text):
    assert read(text) is None


MEASURES = "场 场次 次 人次 个 家 人 名 户 项 篇 期 册 本 份 件 套 台 批 条 处 天 个月 年 元"


@pytest.mark.parametrize("measure", MEASURES.split())
def test_chinese_numerals_count_before_a_measure_word(measure):
    assert read(f"十二{measure}") == number(12, measure)


def test_chinese_numerals_count_alone_and_with_a_sign():
    assert read("三") == number(3)
    assert read("三场以上") == number(3, "场", "≥")
    assert read("不少于三十余场") == number(30, "场", "≥")
    assert read("三万元") == number(30_000, "元", scale=10_000)


@pytest.mark.parametrize(
    "text", ["三场活动", "一次性", "一流", "一等奖", "三级", "九十%", "一般", "两三场", "几十人"]
)
def test_chinese_numerals_before_other_words_are_words(text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["100余人", "100多人", "100+人", "100人左右", "100余人左右", "100（余人）"])
def test_about_is_dropped(text):
    assert read(text) == number(100, "人")


def test_about_is_dropped_beside_ten_thousand():
    assert read("10余万元") == read("10万余元") == number(100_000, "元", scale=10_000)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("≥6.00(个)", "个"),
        ("6【次】", "次"),
        ("6场(次)", "场次"),
        ("100m²", "平方米"),
        ("100㎡", "平方米"),
        ("3人*天", "人·天"),
        ("4次/年", "次/年"),
        ("37℃", "°C"),
        ("5kg", "kg"),
        ("1个百分点", "个百分点"),
        ("3个工作日", "个工作日"),
        ("9一二三四五六七八", "一二三四五六七八"),
    ],
)
def test_the_unit_is_what_is_left(text, unit):
    assert read(text).unit == unit


@pytest.mark.parametrize("char", "内前后上下至到")
def test_a_unit_does_not_say_where(char):
    assert read(f"3天{char}期") is None


@pytest.mark.parametrize(
    "text",
    [
        "3个2组",
        "3场,线下",
        "3场；线下",
        "3场—线下",
        "3场!",
        "3场:",
        "3_场",
        "3个\u0301",
        "9一二三四五六七八九",
        "100m³",
    ],
)
def test_what_holds_digits_or_punctuation_or_is_long_is_no_unit(text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["2级", "5A级", "2级以上", "1等奖", "3类", "2档", "1号", "2级等保"])
def test_a_class_is_no_number(text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["2班级", "3个类别", "2星级"])
def test_a_unit_may_hold_the_word_of_a_class(text):
    assert isinstance(read(text), Number)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1-2场", 1, 2, "场"),
        ("2-3", 2, 3, ""),
        ("1至2场", 1, 2, "场"),
        ("1~2场", 1, 2, "场"),
        ("1～2场", 1, 2, "场"),
        ("1—2场", 1, 2, "场"),
        ("1——2场", 1, 2, "场"),
        ("1场-2场", 1, 2, "场"),
        ("三至五场", 3, 5, "场"),
        ("达到1-2场", 1, 2, "场"),
        ("1950-2000人", 1950, 2000, "人"),
    ],
)
def test_ranges_are_read(text, low, high, unit):
    assert read(text) == Range(Decimal(low), Decimal(high), unit)


def test_a_range_shares_its_percent_sign_and_multiplier():
    assert read("80-90%") == read("80%-90%") == Range(Decimal(80), Decimal(90), "", True)
    assert read("1-2万元") == Range(Decimal(10_000), Decimal(20_000), "元", False, Decimal(10_000))
    assert read("5000-1万元") == Range(Decimal(5000), Decimal(10_000), "元")


@pytest.mark.parametrize(
    "text",
    [
        "3-1场",
        "2022-2023",
        "2022至2023年",
        "2,022-2,023",
        "1场-2次",
        "3场-90%",
        "≥1-2场",
        "3-5天内",
        "控制在3-5天",
        "1-2-3",
        "-",
        "A-3",
    ],
)
def test_other_pairs_are_no_range(text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["", "及时", "每年4篇", "增加3000条", "约600人", "(3)场", "5" + "+" * 100])
def test_a_cell_that_holds_more_or_less_is_no_number(text):
    assert read(text) is None
