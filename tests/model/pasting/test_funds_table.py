# SPDX-License-Identifier: MIT
"""Claims about funds tables pasted with their labels."""

import pytest

from model.pasting.funds_table import labelled_funds
from tests.model.pasting.tables import sample, written

COLUMNS = ("initial_budget", "annual_budget", "actual", "execution_points")


def test_labels_and_heads_say_where_an_amount_belongs():
    grid = written(
        "项目资金（万元）||全年执行数|年初预算数|全年预算数（A）",
        "|年度资金总额|95|100|100",
        "|其中：当年财政拨款|90|100|95",
        "|上年结转资金|5||5",
    )
    assert labelled_funds(grid, COLUMNS) == [
        *(
            ("total", key, text)
            for key, text in zip(("actual", *COLUMNS), ("95", "100", "100"), strict=False)
        ),
        *(
            ("fiscal_appropriation", key, text)
            for key, text in zip(("actual", *COLUMNS), ("90", "100", "95"), strict=False)
        ),
        ("carryover_funds", "actual", "5"),
        ("carryover_funds", "annual_budget", "5"),
    ]


def test_without_heads_the_columns_stand_as_in_the_form():
    assert labelled_funds(written("其他资金|1|2"), COLUMNS) == [
        ("other_funds", "initial_budget", "1"),
        ("other_funds", "annual_budget", "2"),
    ]


@pytest.mark.parametrize("lines", [("100|95",), ("合计|1", "总额|2"), ("年初预算数|全年预算数",)])
def test_cells_without_labels_are_only_cells(lines):
    assert labelled_funds(written(*lines), COLUMNS) is None


def test_the_funds_of_a_whole_printed_form_are_found_among_its_rows():
    found = labelled_funds(sample("word"), COLUMNS)
    assert found[:3] == [
        ("total", "initial_budget", "100"),
        ("total", "annual_budget", "100"),
        ("total", "actual", "95"),
    ]
