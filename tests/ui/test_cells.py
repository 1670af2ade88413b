# SPDX-License-Identifier: MIT
"""Claims about the words and marks of cells."""

from model.rules.finding import Finding, Severity
from ui.cells import counted, gravest, sentences, spoken


def finding(severity: Severity, message: str = "请核对。") -> Finding:
    return Finding("some.rule", severity, ("indicators",), message, "")


HINT, ERROR = finding(Severity.HINT, "建议说明。"), finding(Severity.ERROR, "请改正。")


def test_the_gravest_finding_gives_the_mark():
    assert gravest([HINT, ERROR]) is Severity.ERROR
    assert gravest([]) is None


def test_the_tooltip_says_the_gravest_first_in_the_words_of_the_list():
    assert sentences([HINT, ERROR]) == "错误：请改正。\n建议：建议说明。"


def test_findings_are_counted_by_severity():
    assert counted([ERROR, HINT, ERROR]) == "2 个错误、1 个建议"


def test_a_cell_is_spoken_with_its_row_its_text_and_its_findings():
    assert (
        spoken(("时效指标", "按时完成率", "得分"), "8.5", [ERROR]) == "时效指标 按时完成率 得分 8.5，1 个错误"
    )


def test_an_empty_cell_is_spoken_as_not_filled_in():
    assert spoken(("", "得分"), "", []) == "得分 未填"
