# SPDX-License-Identifier: MIT
"""Claims about the report of a check."""

from model.report import as_json, as_lines, as_table, counted, report_on
from model.templates import load_template, new_form
from tests.builders import complete_form, indicator, tree

MINISTRY = load_template("ministry")


def test_computed_figures_are_strings_with_two_decimals():
    computed = as_json(report_on("a.json", complete_form(), MINISTRY))["computed"]
    assert computed == {
        "execution_rate": "95.00",
        "execution_score": "9.50",
        "total_points": "100.00",
        "total_score": "99.50",
        "rating": "优",
    }


def test_what_cannot_be_computed_yet_is_null():
    computed = as_json(report_on("a.json", new_form(MINISTRY), MINISTRY))["computed"]
    assert (computed["execution_rate"], computed["execution_score"], computed["rating"]) == (None, None, None)


def test_a_finding_tells_rule_severity_place_words_and_basis():
    rows = tree(产出指标_数量指标=[indicator(score="9")])
    findings = as_json(report_on("a.json", complete_form(indicators=rows), MINISTRY))["findings"]
    assert {
        "rule": "reason.missing",
        "severity": "error",
        "where": "/indicators/0/children/0/children/0/reason",
        "message": "“完成场次”扣了 1 分，请填写偏差原因及改进措施。",
        "basis": "财预〔2020〕10号",
    } in findings


def test_a_form_with_warnings_only_is_final():
    rows = tree(
        产出指标_数量指标=[indicator(points="50", score="50")],
        效益指标_社会效益指标=[indicator(points="40", score="40")],
    )
    report = report_on("a.json", complete_form(indicators=rows), MINISTRY)
    assert {str(finding.severity) for finding in report.findings} == {"warning"}
    assert report.is_final


def test_an_error_or_something_to_fill_in_keeps_a_form_a_draft():
    assert not report_on("a.json", complete_form(goal_actual=""), MINISTRY).is_final
    assert not report_on(
        "a.json", complete_form(indicators=tree(产出指标_数量指标=[indicator(score="99")])), MINISTRY
    ).is_final


def test_people_read_counts_and_one_line_a_finding():
    lines = as_lines(report_on("a.json", new_form(MINISTRY), MINISTRY))
    assert lines[0].startswith("a.json：")
    assert "  ○ 请填写项目名称。" in lines


def test_nothing_found_counts_as_nothing():
    assert counted(()) == ""


def test_many_drafts_are_a_table_with_a_line_for_what_could_not_be_read():
    lines = as_table([report_on("a.json", complete_form(), MINISTRY), "b.json"])
    assert lines[0].split() == ["文件", "项目", "总分", "等级", "错误", "待填", "提醒"]
    assert lines[1].split() == ["a.json", "图书馆开放经费", "99.50", "优", "0", "0", "0"]
    assert lines[2].split() == ["b.json", "（读不出）"]


def test_columns_of_the_table_stand_below_each_other():
    forms = [complete_form(project_name=name) for name in ("A", "财政项目支出" * 2, "SIPC项目")]
    lines = as_table([report_on("a.json", form, MINISTRY) for form in forms])
    ends = [len(line.encode("gbk", "replace")) for line in lines[1:]]
    assert len(set(ends)) == 1
