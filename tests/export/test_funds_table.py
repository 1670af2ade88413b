# SPDX-License-Identifier: MIT
"""Claims about the printed funds table."""

from export.funds_table import funds_block
from model.arithmetic import figures
from model.form import Stated
from model.templates import load_template
from tests.builders import complete_form, funds


def table(template="shanghai-2024", **fields):
    shipped = load_template(template)
    form = complete_form(template, **fields)
    return funds_block(form, shipped, figures(form, shipped))


def row(block, number):
    return [cell.text for cell in block.rows[number]]


def test_the_heading_names_the_amount_unit():
    assert table().rows[0][0].text == "项目资金（万元）"
    assert table(amount_unit="元").rows[0][0].text == "项目资金（元）"


def test_amounts_gain_the_templates_zeros():
    assert row(table(funds=funds("100", "95.5")), 1)[:4] == ["年度资金总额", "100.00", "100.00", "95.50"]


def test_an_empty_total_prints_the_sum_of_its_sources():
    source = {"initial_budget": "1", "annual_budget": "2.5", "actual": "2"}
    added = table(funds=funds(None, None, fiscal_appropriation=source, other_funds=source))
    assert row(added, 1)[1:4] == ["2.00", "5.00", "4.00"]


def test_points_rate_and_score_stand_in_the_total_row():
    assert row(table(), 1)[4:] == ["10.00", "95.00", "9.50"]


def test_stated_figures_print_instead_of_computed_ones():
    stated = Stated.model_validate(
        {"execution_rate": "94.9", "execution_points": "20", "execution_score": "9"}
    )
    assert row(table(stated=stated), 1)[4:] == ["20.00", "94.90", "9.00"]


def test_source_rows_print_the_templates_blank_marks():
    assert row(table("ministry"), 2)[4:] == ["—", "", "—"]


def test_a_source_row_prints_its_own_rate_where_the_template_wants_it():
    assert row(table(), 2)[4:] == ["-", "95.00", "-"]


def test_a_source_row_without_budget_has_no_rate():
    zero = {"initial_budget": "0", "annual_budget": "0", "actual": "0"}
    assert row(table(funds=funds(carryover_funds=zero)), 3)[4:] == ["-", "", "-"]


def test_an_amount_that_is_no_number_is_printed_as_it_stands():
    assert row(table(funds=funds("150万")), 1)[2] == "150万"


def test_the_rate_carries_the_templates_percent_sign():
    assert row(table("shanghai-2022"), 1)[5] == "95.00%"


def test_cells_know_their_places():
    first = table().rows[1]
    assert first[1].place == ("funds", "total", "initial_budget")
    assert first[5].place == ("stated", "execution_rate")
