# SPDX-License-Identifier: MIT
"""Claims about the way through the tree."""

import pytest
from PySide6.QtCore import QModelIndex

from model.places import place_of
from tests.ui.hands import golden, shown
from ui.columns import COLUMN_OF, NAME
from ui.grid_keys import Walk
from ui.indicators_page import IndicatorsPage
from ui.tree_walk import neighbour

LAST = COLUMN_OF["reason"]


@pytest.fixture
def view(qtbot, document):
    return shown(qtbot, IndicatorsPage(document)).view


def rows_and_column(view, index):
    return view.tree.rows_at(index), index.column()


def test_forward_and_back_visit_the_same_cells(view):
    index, seen = view.tree.index_at((0, 0, 0)), []
    while index.isValid():
        seen.append(rows_and_column(view, index))
        last, index = index, neighbour(view, index, Walk.NEXT)
    back = []
    while last.isValid():
        back.append(rows_and_column(view, last))
        last = neighbour(view, last, Walk.PREVIOUS)
    assert back == seen[::-1]
    assert len(seen) == 5 * 6 + 5


def test_from_a_head_the_way_leads_to_the_first_cell_below(view):
    goal = neighbour(view, view.tree.index_at((1,), LAST), Walk.NEXT)
    assert rows_and_column(view, goal) == ((1, 0, 0), NAME)


def test_rows_for_new_indicators_are_on_the_way_down_the_names_only(view):
    name = neighbour(view, view.tree.index_at((0, 0, 0)), Walk.DOWN)
    reason = neighbour(view, view.tree.index_at((0, 0, 0), LAST), Walk.DOWN)
    assert rows_and_column(view, name) == ((0, 0, 1), NAME)
    assert rows_and_column(view, reason) == ((0, 1, 0), LAST)


def test_collapsed_groups_are_passed_over(view):
    view.collapse(view.tree.index_at((0, 1)))
    goal = neighbour(view, view.tree.index_at((0, 0, 0), LAST), Walk.DOWN)
    assert rows_and_column(view, goal) == ((0, 2, 0), LAST)


def test_nowhere_leads_nowhere(view):
    assert not neighbour(view, QModelIndex(), Walk.NEXT).isValid()


def test_a_form_of_a_clerk_needs_few_keys(qtbot, qapp):
    page = shown(qtbot, IndicatorsPage(golden("003-1")))
    index, walks = page.tree.index_of(place_of("/indicators/0/children/0/children/0/name")), 0
    while (index := neighbour(page.view, index, Walk.NEXT)).isValid():
        walks += 1
    cells = 6 * len(list(page.document.form.all_indicators()))
    assert walks / cells < 1.1
