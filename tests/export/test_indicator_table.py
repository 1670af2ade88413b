# SPDX-License-Identifier: MIT
"""Claims about the printed indicator table."""

from export.indicator_table import indicator_block
from model.arithmetic import figures
from model.form import Level1Group, Level2Group, Stated
from model.templates import load_template, new_form
from tests.builders import complete_form, indicator, tree


def table(template="shanghai-2024", **fields):
    shipped = load_template(template)
    form = complete_form(template, **fields)
    return indicator_block(form, shipped, figures(form, shipped))


def groups(block):
    return [(cell.text, cell.rows) for row in block.rows for cell in row if cell.role == "group"]


def test_groups_span_their_rows():
    shown = table(
        indicators=tree(
            产出指标_数量指标=[indicator("甲"), indicator("乙")], 产出指标_质量指标=[indicator("丙")]
        )
    )
    assert groups(shown) == [("产出指标", 3), ("数量指标", 2), ("质量指标", 1)]


def test_the_heading_spans_the_head_and_all_indicators():
    shown = table(indicators=tree(产出指标_数量指标=[indicator(), indicator()]))
    assert (shown.rows[0][0].text, shown.rows[0][0].rows) == ("绩效指标", 3)


def test_groups_the_template_does_not_know_are_printed_in_the_drafts_order():
    shown = table(indicators=tree(自拟指标_甲=[indicator()], 产出指标_乙=[indicator()]))
    assert [name for name, _ in groups(shown)] == ["自拟指标", "甲", "产出指标", "乙"]


def with_empty_groups():
    filled, empty = Level2Group(name="质量指标", children=[indicator()]), Level2Group(name="数量指标")
    return [Level1Group(name="产出指标", children=[empty, filled]), Level1Group(name="效益指标")]


def test_empty_groups_print_one_empty_row_where_the_template_says_so():
    shown = table(indicators=with_empty_groups())
    assert groups(shown) == [("产出指标", 2), ("数量指标", 1), ("质量指标", 1), ("效益指标", 1)]
    assert {cell.text for cell in shown.rows[1][2:]} == {""}


def test_empty_groups_are_left_out_otherwise():
    assert groups(table("ministry", indicators=with_empty_groups())) == [("产出指标", 1), ("质量指标", 1)]


def test_a_blank_form_prints_all_groups_to_be_filled_in_by_hand():
    template = load_template("ministry")
    form = new_form(template, 2025)
    shown = indicator_block(form, template, figures(form, template))
    assert [name for name, _ in groups(shown)][:3] == ["产出指标", "数量指标", "质量指标"]
    assert {cell.text for cell in shown.rows[-1]} == {"总分", ""}


def test_an_indicator_fills_the_columns_of_the_template():
    shown = table(indicators=tree(产出指标_数量指标=[indicator("场次", points="8.5", reason="无")]))
    assert [cell.text for cell in shown.rows[1]][2:] == ["场次", "≥5场", "5场", "8.50", "10.00", "无"]


def test_the_total_stands_below_the_columns_it_adds_up():
    total = table().rows[-2]
    assert [cell.text for cell in total] == ["总分", "100.00", "99.50", ""]
    assert total[0].columns == 6


def test_the_rating_row_is_printed_where_the_template_has_one():
    assert [cell.text for cell in table().rows[-1]] == ["评分等级", "优"]
    assert table("ministry").rows[-1][0].text == "总分"


def test_stated_totals_print_instead_of_computed_ones():
    stated = Stated.model_validate({"total_points": "101", "total_score": "98", "rating": "良好"})
    shown = table(stated=stated)
    assert [cell.text for row in shown.rows[-2:] for cell in row] == [
        "总分",
        "101.00",
        "98.00",
        "",
        "评分等级",
        "良好",
    ]


def test_totals_are_kept_with_the_last_indicator():
    assert (table().tail_rows, table("ministry").tail_rows) == (2, 1)
