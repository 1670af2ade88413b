# SPDX-License-Identifier: MIT
"""Numbers within a sentence."""

from decimal import Decimal

import pytest

from model.values.reading import read_actual, read_target
from model.values.sentences import count_numbers
from model.values.value import Dates, FreeText, Grade, Number, Several, Sign


def read(actual, target):
    return read_actual(actual, read_target(target))


@pytest.mark.parametrize(
    ("actual", "target", "number"),
    [
        ("完成企业技术对接服务12场次", "5场次", 12),
        ("完成三场活动", "1-2场", 3),
        ("完成12（场次）", "5场次", 12),
        ("完成(12)场次", "5场次", 12),
        ("完成5个", "5", 5),
        ("服务1,200余人", "≥1000人", 1200),
        ("约600人", "≥500人", 600),
        ("稿件完成6万字", "5万字", 60_000),
        ("已发稿三十万字", "≥20万字", 300_000),
        ("改造100m²道路", "≥80平方米", 100),
        ("处理垃圾60kg", "≥50kg", 60),
        ("共三十余场", "≥20场", 30),
    ],
)
def test_the_one_number_before_the_unit_is_read(actual, target, number):
    assert read(actual, target).number == number


@pytest.mark.parametrize(
    "actual",
    [
        "合格率达80%",
        "合格率为80.00（%）",
        "合格率达百分之八十",
        "合格率80%百分之八十",
        "合格率八十%",
        "合格率80百分比",
    ],
)
def test_the_one_percentage_is_read(actual):
    assert read(actual, "60%以上") == Number(Decimal(80), percent=True)


@pytest.mark.parametrize(
    ("actual", "target"),
    [
        ("2022年12月31日前完成3场", "≥2场"),
        ("2022-11-30完成3场", "≥2场"),
        ("1-6月举办了3场", "≥2场"),
        ("2022年举办三场培训", "≥2场"),
        ("在第2期举办3场", "≥2场"),
        ("第1至12期共3场", "≥2场"),
        ("用A4、H5和ISO9001办了3场", "≥2场"),
        ("No.5号馆举办3场", "≥2场"),
        ("5G和3D展览3场", "≥2场"),
        ("一次性举办3场", "≥2场"),
    ],
)
def test_dates_ordinals_and_latin_names_are_left_out(actual, target):
    assert read(actual, target).number == 3


@pytest.mark.parametrize(
    ("actual", "target"),
    [
        ("举办3场,参与200人", "≥3场"),
        ("举办三场培训，共12场", "≥3场"),
        ("完成1-2场活动", "≥1场"),
        ("2场(线上1场)", "≥2场"),
        ("合格率80%百分之九十", "≥80%"),
    ],
)
def test_two_numbers_are_several_values(actual, target):
    assert isinstance(read(actual, target), Several)


@pytest.mark.parametrize(
    ("actual", "target"),
    [
        ("第三场", "≥3场"),
        ("每一场都已验收", "≥3场"),
        ("一次性投入使用", "≥1次"),
        ("数十人参加", "≥3人"),
        ("统一项目管理", "≥1项"),
        ("三场活动已完成", "3"),
        ("三级三类三场所", "≥3次"),
    ],
)
def test_chinese_numerals_count_only_right_before_the_unit(actual, target):
    assert isinstance(read(actual, target), FreeText)


@pytest.mark.parametrize(
    ("actual", "target"),
    [
        ("完成12个项目", "≥5场"),
        ("完成12场", "≥5场次"),
        ("历时3个月", "≥2个"),
        ("完成率80%", "≥5场"),
        ("完成80分", "≥60%"),
        ("宽5mm", "≥3m"),
        ("完成.5%", "≥1%"),
        ("完成" + "9" * 30 + "场", "≥5场"),
        ("已完成", "≥5场"),
    ],
)
def test_a_number_before_something_else_is_not_read(actual, target):
    assert isinstance(read(actual, target), FreeText)


def test_a_sentence_may_begin_with_a_sign():
    found = read("超过200人参加了培训，反响热烈", "≥100人")
    assert (found.number, found.sign, found.written_sign) == (200, Sign.MORE, "超过")
    assert read("共超过200人", "≥100人").written_sign == ""
    assert read("超过2022年，共200人", "≥100人").written_sign == ""


def test_a_date_alone_stays_a_date():
    assert read("2022年11月30日完成", "≥3场") == Dates("2022年11月30日完成")


def test_a_grade_goes_before_its_numbers():
    assert read("未达成，仅完成2场", "≥3场") is Grade.NOT_ACHIEVED


def test_sentences_are_read_only_for_numeric_targets():
    assert read("完成三场活动12次", "及时") == FreeText("完成三场活动12次")


def test_numbers_are_counted_without_dates_ordinals_and_names():
    assert count_numbers("2022年第2期A4纸3张,3月5日前4人") == 2
