# SPDX-License-Identifier: MIT
"""Claims about how the tree is looked at while very much is exchanged."""

import pytest

from model.edits import Remove, SetCell, Several
from model.places import indicator_place
from tests.builders import complete_form, indicator, tree
from tests.ui.hands import document_of, shown
from ui import document as document_module
from ui.columns import NAME
from ui.indicators_page import IndicatorsPage

MANY = 60
LIST = indicator_place(0, 0, 0)[:-1]


@pytest.fixture
def page(qtbot, monkeypatch):
    monkeypatch.setattr(document_module, "HEAVY", 0)
    rows = [indicator(f"第{number}项") for number in range(MANY)]
    form = complete_form(indicators=tree(产出指标_数量指标=rows, 效益指标_社会效益指标=[indicator()]))
    return shown(qtbot, IndicatorsPage(document_of(form)))


def change(page, *edits):
    edits = edits or (SetCell((*LIST, 1, "name"), "别的"),)
    page.document.do(Several(edits), "")


def test_the_current_cell_and_the_scrolling_stay(page):
    page.go_to((*LIST, 40, "points"))
    scrolled = page.view.verticalScrollBar().value()
    change(page)
    assert page.here() == (*LIST, 40, "points")
    assert page.view.verticalScrollBar().value() == scrolled > 0


def test_chosen_cells_stay_chosen(page):
    page.go_to((*LIST, 3, "target"))
    page.view.selectAll()
    before = len(page.view.selectionModel().selectedIndexes())
    change(page)
    assert len(page.view.selectionModel().selectedIndexes()) == before


def test_folded_groups_stay_folded_and_others_open(page):
    page.view.collapse(page.tree.index_at((1,)))
    change(page)
    assert not page.view.isExpanded(page.tree.index_at((1,)))
    assert page.view.isExpanded(page.tree.index_at((0, 0)))


def test_where_rows_are_gone_one_stands_at_what_is_left(page):
    page.go_to((*LIST, MANY - 1, "name"))
    change(page, *(Remove(LIST, row) for row in range(MANY - 1, 9, -1)))
    assert page.view.currentIndex().isValid()
    assert page.tree.rowCount(page.tree.index_at((0, 0), NAME)) == 11
