# SPDX-License-Identifier: MIT
"""Claims about the wishes for rows of the indicator tree: new ones, moved ones, removed ones."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel

from model.edits import Insert
from model.form import Form, Level1Group, Level2Group
from model.places import place_of
from tests.ui.hands import current, document_of, enter, place, press, shown, table_at
from ui.indicators_page import IndicatorsPage

FIRST = "/indicators/0/children/0/children/0"
SCORE = f"{FIRST}/score"


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, IndicatorsPage(document))


def names(page: IndicatorsPage) -> list[str]:
    return [row.name for _, row in page.document.form.all_indicators()]


def choose(page: IndicatorsPage, *pointers: str) -> None:
    """Select cells beside the one the clerk stands at."""
    model = page.view.selectionModel()
    for one in pointers:
        model.select(page.tree.index_of(place_of(one)), QItemSelectionModel.SelectionFlag.Select)


@pytest.mark.parametrize("key", ["Ins", "Ctrl+Return", "Ctrl+Enter"])
def test_a_new_indicator_comes_below_and_its_name_can_be_typed_at_once(page, undoable, key):
    table_at(page, SCORE)
    press(page, key)
    enter(page, "x")
    press(page, "Tab")
    assert names(page)[1] == "x"
    assert place(page) == "/indicators/0/children/0/children/1/target"


def test_what_is_being_typed_is_kept_when_a_row_is_added(page, undoable):
    table_at(page, SCORE)
    enter(page, "7")
    press(page, "Ctrl+Return")
    assert page.document.value(place_of(SCORE)) == Decimal(7)


def test_a_new_indicator_can_go_into_the_next_group(page, undoable):
    table_at(page, SCORE)
    press(page, "Ctrl+Shift+Return")
    enter(page, "x")
    press(page, "Tab")
    assert place(page) == "/indicators/0/children/1/children/1/target"


def test_going_on_to_a_further_group_leaves_no_empty_row_behind(page, undoable):
    table_at(page, SCORE)
    press(page, "Ctrl+Shift+Return", "Ctrl+Shift+Return")
    enter(page, "x")
    press(page, "Tab")
    assert names(page) == ["场次", "合格率", "及时率", "x", "知晓度", "读者满意度"]


def test_rows_are_removed_in_one_step(page, undoable):
    table_at(page, SCORE)
    choose(page, "/indicators/0/children/1/children/0/score")
    press(page, "Ctrl+Del")
    assert names(page) == ["及时率", "知晓度", "读者满意度"]
    assert page.document.undo_stack.undoText() == "删除 2 行"
    assert current(page).isValid()


def test_a_group_is_removed_by_name(page, undoable):
    table_at(page, "/indicators/1")
    page.remove_rows()
    assert page.document.undo_stack.undoText() == "删除指标组“效益指标”"


def test_the_row_for_a_new_indicator_cannot_be_removed(page):
    page.keys.stand_at(page.tree.index_at((0, 0, 1)))
    page.remove_rows()
    assert not page.document.undo_stack.count()


def test_delete_clears_the_chosen_cells_in_one_step(page, undoable):
    table_at(page, SCORE)
    choose(page, f"{FIRST}/points", f"{FIRST}/reason")
    press(page, "Del")
    row = page.document.form.indicators[0].children[0].children[0]
    assert (row.points, row.score) == (None, None)
    assert page.document.undo_stack.undoText() == "清除 2 格"


def test_one_cleared_cell_is_named(page, undoable):
    table_at(page, SCORE)
    press(page, "Del")
    assert page.document.undo_stack.undoText() == "清除得分"


def test_a_row_moves_down_into_the_next_group_and_stays_current(page, undoable):
    table_at(page, SCORE)
    press(page, "Alt+Down")
    assert place(page) == "/indicators/0/children/1/children/0/score"
    assert page.document.undo_stack.undoText() == "下移指标"
    press(page, "Alt+Up")
    assert place(page) == SCORE


def test_the_first_row_moves_no_further_up(page):
    table_at(page, SCORE)
    press(page, "Alt+Up")
    assert not page.document.undo_stack.count()


def test_a_row_is_duplicated_below(page, undoable):
    table_at(page, SCORE)
    page.duplicate_row()
    page.commit()
    assert names(page)[:2] == ["场次", "场次"]


@pytest.mark.parametrize(
    ("level", "expected"), [(1, "/indicators/1/name"), (2, "/indicators/0/children/1/name")]
)
def test_a_group_comes_after_the_current_one_and_its_name_can_be_typed(page, undoable, level, expected):
    table_at(page, SCORE)
    page.add_group(level)
    enter(page, "new")
    page.commit()
    assert place(page) == expected
    assert page.document.value(place_of(expected)) == "new"


def test_the_first_group_below_an_empty_one_is_shown(qtbot, qapp):
    form = Form(template="ministry", indicators=[Level1Group(name="产出指标")])
    page = shown(qtbot, IndicatorsPage(document_of(form)))
    page.document.do(Insert(("indicators", 0, "children"), 0, Level2Group(name="数量指标")), "")
    assert page.view.isExpanded(page.tree.index_at((0,)))
    assert page.view.isExpanded(page.tree.index_at((0, 0)))
