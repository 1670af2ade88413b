# SPDX-License-Identifier: MIT
"""Real targets and actual values, read as a person reads them.

Source: self-evaluation forms published by offices of Shanghai for 2022 to 2024.
"""

from decimal import Decimal

import pytest

from model.values.comparing import outcome
from model.values.reading import read_actual, read_target
from model.values.value import Dates, FreeText, Grade, Number, Sign

ACHIEVED, PARTIAL = Grade.ACHIEVED, Grade.PARTIAL
MET, MISSED, OPEN = "met", "missed", "undecided"


def n(number: str, unit: str = "", sign: str = "", scale: int = 1) -> Number:
    """Write a number; the unit % makes it a percentage."""
    return Number(Decimal(number), Sign(sign), unit.removesuffix("%"), unit == "%", Decimal(scale))


PAIRS = (
    # Shanghai 2022
    ("=3场", "3场", n("3", "场", "="), n("3", "场"), MET),
    ("=2场", "2场", n("2", "场", "="), n("2", "场"), MET),
    ("不少于200人次", "246", n("200", "人次", "≥"), n("246"), MET),
    ("不少于300人次", "469", n("300", "人次", "≥"), n("469"), MET),
    ("超过2000次", "151562", n("2000", "次", ">"), n("151562"), MET),
    ("有效", "较有效", FreeText("有效"), FreeText("较有效"), OPEN),
    ("健全", "较健全", FreeText("健全"), FreeText("较健全"), OPEN),
    ("及时", "及时", FreeText("及时"), FreeText("及时"), OPEN),
    (">=80%", "96%", n("80", "%", "≥"), n("96", "%"), MET),
    (">3000册", "4000册", n("3000", "册", ">"), n("4000", "册"), MET),
    ("有效完善", "有限完善", FreeText("有效完善"), FreeText("有限完善"), OPEN),
    (">=85%", "85%", n("85", "%", "≥"), n("85", "%"), MET),
    (">=100场", "50", n("100", "场", "≥"), n("50"), MISSED),
    (">=250家", "250", n("250", "家", "≥"), n("250"), MET),
    (">=30个", "44", n("30", "个", "≥"), n("44"), MET),
    ("=100%", "100%", n("100", "%", "="), n("100", "%"), MET),
    (">=5场", "5场", n("5", "场", "≥"), n("5", "场"), MET),
    ("=2个", "1个", n("2", "个", "="), n("1", "个"), MISSED),
    # Shanghai 2023
    ("=3.00(次)", "3.00(次)", n("3", "次", "="), n("3", "次"), MET),
    ("=100.00(%)", "100.00(%)", n("100", "%", "="), n("100", "%"), MET),
    ("可持续正常工作", "达成指标", FreeText("可持续正常工作"), ACHIEVED, OPEN),
    ("≥95.00(%)", "94.00(%)", n("95", "%", "≥"), n("94", "%"), MISSED),
    ("通过信息系统2级等保测评", "达成指标", FreeText("通过信息系统2级等保测评"), ACHIEVED, OPEN),
    ("100%", "达成指标", n("100", "%"), ACHIEVED, OPEN),
    ("提高", "达成指标", FreeText("提高"), ACHIEVED, OPEN),
    ("=1.00(年度)", "1.00(年度)", n("1", "年度", "="), n("1", "年度"), MET),
    ("≥300.00(卷)", "300.00(卷)", n("300", "卷", "≥"), n("300", "卷"), MET),
    ("=5.00(块)", "5.00(块)", n("5", "块", "="), n("5", "块"), MET),
    ("=1.00(套)", "1.00(套)", n("1", "套", "="), n("1", "套"), MET),
    ("≥2000.00(条)", "2000.00(条)", n("2000", "条", "≥"), n("2000", "条"), MET),
    ("≥12.00(次)", "12.00(次)", n("12", "次", "≥"), n("12", "次"), MET),
    ("无", "达成指标", FreeText("无"), ACHIEVED, OPEN),
    ("100%百分比", "达成指标", n("100", "%"), ACHIEVED, OPEN),
    ("100%百分百", "达成指标", n("100", "%"), ACHIEVED, OPEN),
    ("安全无事故", "达成指标", FreeText("安全无事故"), ACHIEVED, OPEN),
    ("90%百分之九十", "部分达成指标并具有一定效果", n("90", "%"), PARTIAL, OPEN),
    ("80%百分之八十", "达成指标", n("80", "%"), ACHIEVED, OPEN),
    ("30%百分之三十", "达成指标", n("30", "%"), ACHIEVED, OPEN),
    ("90%百分之九十", "达成指标", n("90", "%"), ACHIEVED, OPEN),
    ("≤1.00(次)", "1.00(次)", n("1", "次", "≤"), n("1", "次"), MET),
    ("提高质量", "部分达成指标并具有一定效果", FreeText("提高质量"), PARTIAL, OPEN),
    # Shanghai 2024
    ("≥1752000.00(次)", "1800000.00(次)", n("1752000", "次", "≥"), n("1800000", "次"), MET),
    ("≥4.00(星)", "4.20(星)", n("4", "星", "≥"), n("4.2", "星"), MET),
    ("好", "达成指标", FreeText("好"), ACHIEVED, OPEN),
    ("=40.00(个)", "40.00(个)", n("40", "个", "="), n("40", "个"), MET),
    ("=320.00(个)", "320.00(个)", n("320", "个", "="), n("320", "个"), MET),
    ("=150.00(万字)", "150.00(万字)", n("1500000", "字", "=", 10_000), n("1500000", "字", "", 10_000), MET),
    ("=50.00(份)", "50.00(份)", n("50", "份", "="), n("50", "份"), MET),
    ("=88.00(分钟)", "88.00(分钟)", n("88", "分钟", "="), n("88", "分钟"), MET),
    ("=24.00(张)", "24.00(张)", n("24", "张", "="), n("24", "张"), MET),
    ("=1.00(场)", "1.00(场)", n("1", "场", "="), n("1", "场"), MET),
    ("≤0.50(百分比)", "0.00(百分比)", n("0.5", "%", "≤"), n("0", "%"), MET),
    ("≥85.00(百分比)", "90.00(百分比)", n("85", "%", "≥"), n("90", "%"), MET),
    ("较好", "达成指标", FreeText("较好"), ACHIEVED, OPEN),
    ("逐年递增", "达成指标", FreeText("逐年递增"), ACHIEVED, OPEN),
    ("=100(%)", "100.00(%)", n("100", "%", "="), n("100", "%"), MET),
    ("≥6.00(个)", "12.00(个)", n("6", "个", "≥"), n("12", "个"), MET),
    ("≥50.00(条)", "103.00(条)", n("50", "条", "≥"), n("103", "条"), MET),
    ("≥10.00(期)", "13.00(期)", n("10", "期", "≥"), n("13", "期"), MET),
    ("≥90.00(%)", "98.00(%)", n("90", "%", "≥"), n("98", "%"), MET),
    ("相关经费按照标准执行", "达成指标", FreeText("相关经费按照标准执行"), ACHIEVED, OPEN),
)

SENTENCES = (
    "上线英文门户网站、海外社交媒体账号及微信公众号。英文网站发稿量不低于300条",
    "完善英文内容；筹备日语、韩语、法语、德语、俄语、西语、葡语、阿拉伯语等 8个语种网站搭建",
    "完成门户的设计优化及初始内容部署",
)
DEADLINES = ("2023年 11月—12月", "2024年 1月 1日", "2024年 1-3月", "2024年 4月至 2024年 12月")


@pytest.mark.parametrize(("target", "actual", "wanted", "reached", "said"), PAIRS)
def test_published_cells_read_as_people_read_them(target, actual, wanted, reached, said):
    assert read_target(target) == wanted
    assert read_actual(actual, wanted) == reached
    assert outcome(wanted, reached) == said


@pytest.mark.parametrize("text", SENTENCES)
def test_published_sentences_are_no_numeric_targets(text):
    assert isinstance(read_target(text), FreeText)


@pytest.mark.parametrize("text", DEADLINES)
def test_published_deadlines_are_dates(text):
    assert isinstance(read_target(text), Dates)
