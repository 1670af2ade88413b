# SPDX-License-Identifier: MIT
"""Claims about the shipped templates and about reading template files."""

import json
import os
from pathlib import Path

import pytest

from model.errors import TemplateError
from model.judge import findings_of
from model.kinds import level1_kind
from model.template import Template
from model.templates import FOLDER, load_template, merged, new_form, read_template, template_ids
from tests.builders import complete_form

SHIPPED = ("ministry", "shanghai-2022", "shanghai-2023", "shanghai-2024")


def test_the_nationwide_template_comes_first():
    assert template_ids() == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_templates_file_is_called_like_the_template(name):
    assert load_template(name).id == name


@pytest.mark.parametrize("name", SHIPPED)
def test_printed_columns_fill_the_page(name):
    template = load_template(name)
    funds, table = template.funds, template.indicators
    assert funds.heading_width + funds.label_width + sum(column.width for column in funds.columns) == 100
    assert table.heading_width + sum(column.width for column in table.columns) == 100


@pytest.mark.parametrize("name", SHIPPED)
def test_every_group_of_the_catalogue_is_of_a_kind_the_rules_know(name):
    assert all(level1_kind(group.name) for group in load_template(name).groups)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_weight_set_and_the_execution_points_make_full_points_or_leave_out_satisfaction(name):
    limits = load_template(name).limits
    sums = {sum(weights.values()) + limits.execution_points for weights in limits.weight_sets}
    assert sums == {limits.full_points}


@pytest.mark.parametrize(
    ("name", "unit", "rounding", "points", "reason", "rating"),
    [
        ("ministry", "万元", "half_up", "分值", "偏差原因分析及改进措施", None),
        ("shanghai-2022", "元", "up", "分值", "偏差原因分析及改进措施", None),
        ("shanghai-2023", "万元", "down", "分数", "偏差原因分析", "评分等级"),
        ("shanghai-2024", "万元", "down", "分数", "偏差原因分析及改进措施", "评分等级"),
    ],
)
def test_templates_differ_as_the_official_forms_do(name, unit, rounding, points, reason, rating):
    template = load_template(name)
    labels = {column.field: column.label for column in template.indicators.columns}
    assert (template.amount_unit, template.numbers.rate.rounding) == (unit, rounding)
    assert (labels["points"], labels["reason"], template.totals.rating) == (points, reason, rating)


def test_only_the_form_of_2022_has_the_long_title():
    titles = {name: load_template(name).title for name in SHIPPED}
    assert [name for name, title in titles.items() if title.startswith("财政")] == ["shanghai-2022"]


def test_a_new_form_has_the_templates_groups_and_no_rows():
    form = new_form(load_template("shanghai-2024"), 2024)
    assert [group.name for group in form.indicators] == ["成本指标", "产出指标", "效益指标", "满意度指标"]
    assert not list(form.all_indicators())
    assert (form.amount_unit, form.fiscal_year) == ("万元", 2024)


def test_an_unknown_template_is_named_in_one_sentence():
    with pytest.raises(TemplateError, match="没有名为“atlantis”的模板"):
        load_template("atlantis")


def test_a_template_lies_over_its_base_key_by_key():
    base = {"a": {"b": 1, "c": [1, 2]}, "d": 3}
    assert merged(base, {"a": {"c": [9]}}) == {"a": {"b": 1, "c": [9]}, "d": 3}


def _own(tmp_path, **changes):
    raw = merged(load_template("ministry").model_dump(mode="json"), changes)
    path = tmp_path / "own.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{\n[", "第 2 行不合 JSON 的写法"),
        (b"\xff\xfe", "不是 UTF-8 文本"),
        (b"[" * 100_000, "括号套得太深"),
        (b" " * 1_000_001, "超过 1 MB"),
        (b'{"base": "%b"}' % (b"x" * 5000), "文件名太长"),
    ],
)
def test_a_template_that_cannot_be_read_says_why(tmp_path, content, words):
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=words) as refused:
        read_template(path)
    assert len(str(refused.value)) < 150


def test_a_template_that_is_no_file_is_refused_without_waiting():
    with pytest.raises(TemplateError, match="不是文件"):
        read_template(Path(os.devnull))


def test_a_finance_offices_own_template_is_read(tmp_path):
    assert isinstance(read_template(_own(tmp_path, id="own", title="自评表")), Template)


@pytest.mark.parametrize(
    "change",
    [{"titel": "x"}, {"amount_unit": "角"}, {"limits": []}, {"page": {"margin_mm": 1}}, {"base": "own"}],
)
def test_a_mistake_in_a_template_names_the_file(tmp_path, change):
    with pytest.raises(TemplateError, match=r"own\.json"):
        read_template(_own(tmp_path, **change))


def test_a_binary_float_in_a_template_is_refused(tmp_path):
    limits = load_template("ministry").limits.model_dump(mode="json") | {"overfulfilled_from": 1.3}
    with pytest.raises(TemplateError, match=r"limits\.overfulfilled_from"):
        read_template(_own(tmp_path, limits=limits))


@pytest.mark.parametrize(
    ("change", "key", "problem"),
    [
        ({"titel": "x"}, "titel", "不认识这一项"),
        ({"limits": None}, "limits", "应为一组 { }"),
        ({"amount_unit": "角"}, "amount_unit", "只能取规定的几个值之一"),
        ({"rules": {"points.totl": {}}}, "rules.points.totl", "没有这项检查"),
        ({"rules": {"points.total": {"wording": "x"}}}, "rules.points.total.wording", "须含有 {message}"),
        ({"year_line": "{jahr}年度"}, "year_line", "花括号里只能写 {year}"),
        ({"funds": {"heading": "资金（{unit.x}）"}}, "funds.heading", "花括号里只能写 {unit}"),
        ({"page": {"margin_mm": 9}}, "page.margin_mm", "最小为 10"),
        ({"page": {"margin_mm": 41}}, "page.margin_mm", "最大为 40"),
        ({"page": {"body_points": "0"}}, "page.body_points", "最小为 6"),
        ({"page": {"orientation": "upright"}}, "page.orientation", "只能取规定的几个值之一"),
        ({"page": {"words": {"draft": ""}}}, "page.words.draft", "不能为空"),
        ({"page": {"words": {"continued": "续" * 9}}}, "page.words.continued", "最多 8 个字"),
        ({"page": {"words": {"page_number": "共 {pages} 页"}}}, "page.words.page_number", "须含有 {page}"),
        (
            {"page": {"words": {"page_number": "第 {page 页"}}},
            "page.words.page_number",
            "花括号里只能写 {page}、{pages}",
        ),
    ],
)
def test_a_mistake_is_named_by_its_key_and_in_chinese(tmp_path, change, key, problem):
    with pytest.raises(TemplateError) as refused:
        read_template(_own(tmp_path, **change))
    assert f"“{key}”有误（{problem}）" in str(refused.value)


def _judged(tmp_path, **setting):
    template = read_template(_own(tmp_path, rules={"satisfaction.missing": setting}))
    form = complete_form(indicators=complete_form().indicators[:2])
    return [one for one in findings_of(form, template) if one.rule == "satisfaction.missing"]


def test_a_template_sets_the_severity_of_a_rule(tmp_path):
    assert [str(finding.severity) for finding in _judged(tmp_path, severity="error")] == ["error"]


def test_a_template_sets_the_words_of_a_rule(tmp_path):
    (finding,) = _judged(tmp_path, wording="按省财政厅要求：{message}")
    assert finding.message.startswith("按省财政厅要求：还没有满意度指标")


def test_a_template_turns_a_rule_off(tmp_path):
    assert not _judged(tmp_path, severity="off")


def test_words_of_the_page_come_from_the_base_one_by_one(tmp_path):
    words = read_template(_own(tmp_path, page={"words": {"draft": "征求意见稿"}})).page.words
    assert (words.draft, words.continued) == ("征求意见稿", "（续）")
    assert words.page_number.format(page=1, pages=2) == "第 1 页 共 2 页"


def test_a_template_without_base_must_say_everything(tmp_path):
    (tmp_path / "own.json").write_text('{"id": "own"}', encoding="utf-8")
    with pytest.raises(TemplateError, match=r"缺少这一项"):
        read_template(tmp_path / "own.json")


def test_the_worked_example_of_the_guide_is_a_template():
    template = read_template(FOLDER.parent / "help" / "hubei.json")
    form = new_form(template, 2024)
    assert template.limits.execution_points == 20
    assert "points" not in {column.field for column in template.indicators.columns}
    assert "points.over_half" not in {finding.rule for finding in findings_of(form, template)}


def test_a_base_is_looked_for_beside_the_template_and_among_the_shipped_only(tmp_path):
    (tmp_path / "outside.json").write_text("{}", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "own.json").write_text('{"base": "../outside"}', encoding="utf-8")
    with pytest.raises(TemplateError, match=r"outside\.json 读不出来"):
        read_template(inner / "own.json")
