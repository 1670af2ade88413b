# SPDX-License-Identifier: MIT
"""Claims about the report of a check."""

from model.report import as_json, as_lines, counted, report_on
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
