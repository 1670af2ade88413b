# SPDX-License-Identifier: MIT
"""Claims about cells that are to be filled in."""

import pytest

from model.form import Form, Indicator
from tests.builders import complete_form, found, indicator, tree

ROW = "/indicators/0/children/0/children/0/"


def with_row(row):
    return complete_form(indicators=tree(产出指标_数量指标=[row]))


def test_an_empty_header_and_empty_goals_are_to_be_filled_in():
    form = Form(template="ministry")
    assert found(form, "header.missing") == [
        "/fiscal_year",
        "/project_name",
        "/competent_department",
        "/implementing_unit",
    ]
    assert found(form, "goal.missing") == ["/goal_expected", "/goal_actual"]


def test_blanks_are_not_filled_in():
    assert found(complete_form(project_name=" \n "), "header.missing") == ["/project_name"]


@pytest.mark.parametrize("cell", ["target", "actual", "points", "score"])
def test_a_named_indicator_needs_each_of_its_cells(cell):
    assert found(with_row(indicator(**{cell: ""})), "cell.missing") == [ROW + cell]


def test_a_reason_is_not_needed_where_nothing_deviates():
    assert not found(with_row(indicator(reason="")), "cell.missing")


def test_a_row_with_cells_but_no_name_needs_a_name_first():
    assert found(with_row(Indicator(target="5场")), "cell.missing") == [ROW + "name"]


@pytest.mark.parametrize(
    "row", [Indicator(), indicator(target="/", actual="/", score=""), indicator("指标1", score="")]
)
def test_empty_crossed_out_and_placeholder_rows_need_nothing(row):
    assert not found(with_row(row), "cell.missing")


def test_a_part_of_the_row_above_needs_no_points_and_no_score():
    assert not found(with_row(indicator("其中：讲座", points="", score="")), "cell.missing")


def test_an_unreadable_cell_is_not_missing():
    assert not found(with_row(indicator(points="十分")), "cell.missing")
