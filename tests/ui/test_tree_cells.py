# SPDX-License-Identifier: MIT
"""Claims about what the tree's cells show."""

from decimal import Decimal

import pytest

from model.form import Level1Group
from model.templates import load_template
from tests.ui.hands import golden
from ui.cells import Look
from ui.columns import COLUMN_OF, NAME
from ui.tree_cells import TreeCells, expected_points

POINTS, SCORE, REASON = COLUMN_OF["points"], COLUMN_OF["score"], COLUMN_OF["reason"]


@pytest.fixture
def cells(document):
    return TreeCells(document)


def test_numbers_and_texts_are_told_apart(cells, document):
    group = document.form.indicators[0].children[0]
    points, reason = cells.of_indicator(group, 0, POINTS), cells.of_indicator(group, 0, REASON)
    assert (points.is_number, points.is_long) == (True, False)
    assert (reason.is_number, reason.is_long) == (False, True)


def test_numbers_are_shown_as_they_were_written(qapp):
    document = golden("003-1")
    group = document.form.indicators[0].children[0]
    assert TreeCells(document).of_indicator(group, 0, POINTS).text == "20.00"


def test_heads_show_name_points_and_score_and_nothing_else(cells, document):
    level1 = document.form.indicators[0]
    shown = [cells.of_group(level1, (0,), column).text for column in range(6)]
    assert shown == ["产出指标", "", "", "50/50", "50", ""]


def test_levels_look_different(cells, document):
    level1 = document.form.indicators[0]
    assert cells.of_group(level1, (0,), NAME).look is Look.LEVEL1
    assert cells.of_group(level1.children[0], (0, 0), NAME).look is Look.LEVEL2


def test_a_renamed_group_still_expects_the_points_of_its_kind(cells):
    assert cells.expected(Level1Group(name="一、产出指标")) == 50
    assert cells.expected(Level1Group(name="自定指标")) is None


@pytest.mark.parametrize(("name", "points"), [("ministry", Decimal(50)), ("shanghai-2023", None)])
def test_expected_points_are_the_templates(name, points):
    assert expected_points(load_template(name)).get("产出指标") == points
