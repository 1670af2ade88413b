# SPDX-License-Identifier: MIT
"""Claims about choosing many cells with keys and mouse, and about the block they form."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest

from tests.bench.edits import form_of
from tests.ui.hands import current, document_of, press, shown, table_at
from ui.chosen import chosen_block
from ui.funds_page import FundsPage
from ui.indicators_page import IndicatorsPage

SCORE = "/indicators/0/children/0/children/1/score"
Mod = Qt.KeyboardModifier


@pytest.fixture
def page(qtbot, qapp):
    """Three groups of three groups, each with two indicators."""
    return shown(qtbot, IndicatorsPage(document_of(form_of(18))))


@pytest.fixture
def funds(qtbot, document):
    return shown(qtbot, FundsPage(document))


def chosen(page) -> set:
    return {at(page, index) for index in page.view.selectionModel().selectedIndexes()}


def at(page, index: QModelIndex):
    rows = page.tree.rows_at(index) if isinstance(page, IndicatorsPage) else (index.row(),)
    return rows, index.column()


def block(page) -> list:
    return [[at(page, index) for index in row] for row in chosen_block(page.view)]


def click(page, index: QModelIndex, modifier: Mod = Mod.NoModifier) -> None:
    spot = page.view.visualRect(index).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, modifier, spot)


def drag(page, first: QModelIndex, last: QModelIndex) -> None:
    """Press on one cell, pass over to another, let go."""
    port, button = page.view.viewport(), Qt.MouseButton.LeftButton
    start, end = (page.view.visualRect(index).center() for index in (first, last))
    QTest.mousePress(port, button, pos=start)
    for spot in (start + QPoint(15, 0), (start + end) / 2, end):
        QTest.mouseMove(port, spot)
    QTest.mouseRelease(port, button, pos=end)


def test_shift_and_arrows_choose_a_block_across_groups(page):
    table_at(page, SCORE)
    press(page, "Shift+Left", "Shift+Down", "Shift+Down")
    assert chosen(page) == {(rows, column) for rows in ((0, 0, 1), (0, 1), (0, 1, 0)) for column in (3, 4)}


def test_shift_and_a_click_choose_up_to_the_cell(page):
    table_at(page, SCORE)
    click(page, page.tree.index_at((0, 0, 0), 2), Mod.ShiftModifier)
    assert block(page) == [[((0, 0, row), column) for column in (2, 3, 4)] for row in (0, 1)]


def test_ctrl_and_a_click_choose_single_cells(page):
    table_at(page, SCORE)
    click(page, page.tree.index_at((1, 0, 0), 2), Mod.ControlModifier)
    assert chosen(page) == {((0, 0, 1), 4), ((1, 0, 0), 2)}


def test_dragging_over_cells_chooses_a_block(page):
    drag(page, page.tree.index_at((0, 0, 0), 1), page.tree.index_at((0, 0, 1), 4))
    assert block(page) == [[((0, 0, row), column) for column in (1, 2, 3, 4)] for row in (0, 1)]


def test_heads_are_rows_of_their_name_alone_and_rows_for_new_indicators_are_left_out(page):
    table_at(page, SCORE)
    press(page, "Shift+Down", "Shift+Down")
    assert block(page) == [[((0, 0, 1), 4)], [((0, 1), 0)], [((0, 1, 0), 4)]]


def test_the_current_cell_is_a_block_when_none_is_chosen(page):
    table_at(page, SCORE)
    page.view.clearSelection()
    assert block(page) == [[((0, 0, 1), 4)]]


def test_cells_of_a_collapsed_group_count_as_its_head(page):
    table_at(page, SCORE)
    page.view.collapse(page.tree.index_at((0, 0)))
    assert block(page) == [[((0, 0), 0)]]


def test_everything_is_chosen_by_one_key(page):
    table_at(page, SCORE)
    press(page, "Ctrl+A")
    rows = block(page)
    assert len(rows) == 3 + 9 + 18
    assert [len(row) for row in rows[:4]] == [1, 1, 6, 6]


def test_shift_and_space_choose_whole_rows(page):
    table_at(page, SCORE)
    press(page, "Shift+Up", "Shift+Space")
    assert block(page) == [[((0, 0, row), column) for column in range(6)] for row in (0, 1)]


@pytest.mark.parametrize(
    ("key", "goal"),
    [
        ("Home", ((0, 0, 1), 0)),
        ("End", ((0, 0, 1), 5)),
        ("Ctrl+Home", ((0,), 0)),
        ("Ctrl+End", ((2, 2, 1), 5)),
        ("Ctrl+Left", ((0, 0, 1), 0)),
        ("Ctrl+Down", ((2, 2, 1), 4)),
    ],
)
def test_jumps_lead_to_the_ends_and_choose_the_cell_there(page, key, goal):
    table_at(page, SCORE)
    press(page, key)
    assert at(page, current(page)) == goal
    assert chosen(page) == {goal}


def test_a_jump_with_shift_chooses_all_on_the_way(page):
    table_at(page, SCORE)
    press(page, "Ctrl+Shift+Home")
    assert block(page) == [
        [((0,), 0)],
        [((0, 0), 0)],
        *([((0, 0, row), column) for column in range(5)] for row in (0, 1)),
    ]


def test_pages_up_and_down_keep_the_column(qtbot, qapp):
    page = shown(qtbot, IndicatorsPage(document_of(form_of(90))))
    table_at(page, SCORE)
    press(page, "PgDown")
    below = at(page, current(page))
    assert below[0] > (0, 0, 5)
    assert below[1] == 4
    press(page, "PgUp", "PgUp")
    assert at(page, current(page))[1] == 4


def test_the_grid_of_funds_is_chosen_from_likewise(funds):
    table_at(funds, "/funds/fiscal_appropriation/annual_budget")
    press(funds, "Shift+Down", "Shift+Right")
    assert block(funds) == [[((row,), column) for column in (1, 2)] for row in (1, 2)]
    press(funds, "Ctrl+Home")
    assert chosen(funds) == {((0,), 0)}
    press(funds, "Ctrl+Shift+End")
    assert len(block(funds)) == funds.grid.rowCount()
