# SPDX-License-Identifier: MIT
"""Claims about filling down."""

from decimal import Decimal

from model.edits import SetCell
from model.filling import filled_down
from model.places import indicator_place
from tests.builders import complete_form

FIRST, SECOND, THIRD = (indicator_place(0, group, 0) for group in range(3))


def column(key):
    return [(*row, key) for row in (FIRST, SECOND, THIRD)]


def test_the_top_cell_goes_into_the_cells_below_that_differ():
    assert filled_down(complete_form(), [column("score")]) == (SetCell((*THIRD, "score"), Decimal(20)),)


def test_columns_are_filled_each_from_its_own_top():
    edits = filled_down(complete_form(), [column("name"), column("target")])
    assert [edit.value for edit in edits] == ["场次", "场次", "≥5场", "≥5场"]


def test_an_empty_cell_fills_nothing():
    assert not filled_down(complete_form(), [column("reason"), [("goal_expected",)]])
