# SPDX-License-Identifier: MIT
"""Claims about lines: 避头尾, whole numbers and words, balanced heads, nothing lost, nothing too wide."""

import re
import time
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.typesetting import Typesetter
from tests.export.break_rules import RULES
from tests.export.line_judging import Widths, broken_rules, gaps

EM = 1000


class Advances(dict[str, int]):
    """Hanzi an em wide, all else half of one."""

    def __missing__(self, character: str) -> int:
        return EM if ord(character) > 0x2000 else EM // 2


def lines(text, ems, balanced=False):
    return [line.text for line in Typesetter(Advances()).lines(text, int(ems * EM), balanced)]


@pytest.mark.parametrize(
    ("text", "ems", "printed"),
    [
        ("完成全部任务，按时报送。", 6, ["完成全部任", "务，按时", "报送。"]),
        ("参见《管理办法》（试行）", 3, ["参见", "《管理", "办法》", "（试", "行）"]),
        ("达到≥1752000.00(次)的要求", 8.5, ["达到", "≥1752000.00(次)", "的要求"]),
        ("举办培训12场次，覆盖300人次", 6, ["举办培训", "12场次，覆盖", "300人次"]),
        ("使用PowerPoint演示", 6, ["使用", "PowerPoint", "演示"]),
        ("第一行\n\n第三行\n", 6, ["第一行", "", "第三行"]),
        ("十          个", 9, ["十          个"]),
        ("十          个空格", 6, ["十", "个空格"]),
        ("    缩进两字的正文", 6, ["    缩进两字", "的正文"]),
        ("", 6, []),
        ("   ", 6, [""]),
    ],
)
def test_a_text_breaks_where_it_may(text, ems, printed):
    assert lines(text, ems) == printed


def test_a_number_longer_than_its_cell_parts_from_its_unit_first():
    assert lines("≥1752000.00(次)", 6.5) == ["≥1752000.00", "(次)"]


def test_an_address_breaks_at_its_joints():
    found = lines("https://www.sh.gov.cn/nw4411/index.html", 8)
    assert found == ["https://www.sh.", "gov.cn/nw4411/", "index.html"]


def test_an_unbroken_string_fills_its_lines():
    assert lines("x" * 20, 4) == ["x" * 8, "x" * 8, "x" * 4]


def test_no_character_stands_alone_on_the_last_line():
    assert lines("完成年度计划课题数", 8) == ["完成年度计划课", "题数"]


@pytest.mark.parametrize(
    ("head", "ems", "printed"),
    [
        ("一级指标", 3, ["一级", "指标"]),
        ("经济成本指标", 4, ["经济成本", "指标"]),
        ("可持续影响指标", 4.4, ["可持续", "影响指标"]),
        ("服务对象满意度指标", 4.4, ["服务对象", "满意度", "指标"]),
        ("偏差原因分析及改进措施", 8, ["偏差原因分析", "及改进措施"]),
        ("项目资金（万元）", 6.4, ["项目资金", "（万元）"]),
        ("安全生产指标", 4, ["安全生产", "指标"]),
        ("绩效指标", 1, ["绩", "效", "指", "标"]),
    ],
)
def test_a_head_breaks_between_its_words(head, ems, printed):
    assert lines(head, ems, balanced=True) == printed


def test_only_the_last_line_of_a_paragraph_ends_it():
    found = Typesetter(Advances()).lines("甲乙丙丁\n戊己", 2 * EM)
    assert [line.ends for line in found] == [False, True, True]


ALPHABET = "的一是完成指标年度，。、；：！？（）《》“”【】%≥≤=./-…—〔〕 \u3000ab12.,()\n"
TEXTS = st.text(st.sampled_from(ALPHABET), max_size=80) | st.text(max_size=60)
WIDTHS = st.integers(min_value=1000, max_value=12_000)


@given(TEXTS, WIDTHS, st.booleans())
def test_no_line_is_wider_than_its_cell(text, limit, balanced):
    typesetter = Typesetter(Advances())
    for line in typesetter.lines(text, limit, balanced):
        assert line.width <= limit
        assert line.width == typesetter.width(line.text)


@given(TEXTS, WIDTHS, st.booleans())
def test_nothing_is_lost_but_spaces_at_a_break(text, limit, balanced):
    printed = "".join(line.text for line in Typesetter(Advances()).lines(text, limit, balanced))
    assert re.sub(r"\s", "", printed) == re.sub(r"\s", "", text)


def rules_broken(text, ems, balanced):
    """The rules that the lines of a paragraph break, as those who judge the printed page state them."""
    words = re.sub(r"\s", "", text)
    _, spaced = gaps(text)
    measure = Widths({one: Advances()[one] / EM for one in words}, words, spaced, ems)
    lengths = [len(re.sub(r"\s", "", line)) for line in lines(text, ems, balanced)]
    starts = {start for start in accumulate(lengths) if start < len(words)}
    return [rule for start in starts for rule in broken_rules(RULES, words, start, measure, spaced)]


WORDS = """
    目标 完成 甲 12万元 ≥95% ≥6.00(个) 2024年12月 （试行） 《办法》 “三重一大” 〔2020〕 PowerPoint 是/否
    60元/人·次 a@b.cn
"""
TOKENS = (
    *WORDS.split(),
    *"，。；、：！",
    "……",
    "——",
    "）。",
    "1,234.56元",
    "-5℃",
    "95%~100%",
    "第3季度",
    "℃",
)
SEPARATORS = ("的", "的", "和", "，", "。", "、", "；", "：", "——", "……", "）。")
MIXED = st.lists(st.tuples(st.sampled_from(TOKENS), st.sampled_from(SEPARATORS)), max_size=12).map(
    lambda pairs: "".join(map("".join, pairs))
)


@settings(deadline=None)  # its first texts compile the rules
@given(MIXED, st.integers(min_value=1, max_value=24).map(lambda halves: halves / 2), st.booleans())
def test_no_rule_is_broken_where_the_line_has_room_to_keep_it(text, ems, balanced):
    assert rules_broken(text, ems, balanced) == []


@given(TEXTS, st.integers(min_value=100, max_value=3000), st.booleans())
def test_only_a_single_character_may_be_wider_than_the_line(text, limit, balanced):
    found = Typesetter(Advances()).lines(text, limit, balanced)
    assert not [line for line in found if line.width > limit and len(line.text) > 1]


@given(TEXTS, WIDTHS, st.booleans())
def test_every_line_is_a_part_of_its_text_in_order(text, limit, balanced):
    at = 0
    for line in Typesetter(Advances()).lines(text, limit, balanced):
        assert line.text in text[at:]
        at = text.index(line.text, at) + len(line.text)


@pytest.mark.parametrize(
    "unit", ["x", "（", "）", "1.完成；", "甲/", "https://a.b/c?d=e&", "e\u0301", "a" + " " * 50]
)
def test_the_time_to_break_a_text_grows_as_its_length(unit):
    times = []
    for length in (5_000, 50_000):
        begin = time.process_time()
        lines((unit * length)[:length], 7)
        times.append(time.process_time() - begin)
    assert times[1] < 40 * times[0]  # were it the square, a hundred times


def test_a_long_form_is_broken_once_and_remembered():
    typesetter = Typesetter(Advances())
    assert typesetter.lines("完成年度计划", 3 * EM) is typesetter.lines("完成年度计划", 3 * EM)
