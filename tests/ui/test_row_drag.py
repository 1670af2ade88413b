# SPDX-License-Identifier: MIT
"""Claims about moving rows of the tree with the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.bench.edits import form_of
from tests.ui.hands import document_of, press, shown
from ui.columns import NAME
from ui.indicators_page import IndicatorsPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(qapp):
    """Three groups of three groups, each with two indicators: a0, a1, b0 … i1."""
    form = form_of(18)
    for number, (_, row) in enumerate(form.all_indicators()):
        row.name = "abcdefghi"[number // 2] + str(number % 2)
    return document_of(form)


@pytest.fixture
def page(qtbot, document):
    page = shown(qtbot, IndicatorsPage(document))
    page.resize(1000, 1500)
    return page


def names(page, *rows: int) -> str:
    level1, level2 = rows
    group = page.document.form.indicators[level1].children[level2]
    return " ".join(row.name for row in group.children)


def box(page, *rows: int):
    return page.view.visualRect(page.tree.index_at(rows, NAME))


def hover(page, *rows: int) -> None:
    """Come to a row with the mouse; it counts only when it moves."""
    for step in (QPoint(2, 0), QPoint(0, 0)):
        QTest.mouseMove(page.view.viewport(), box(page, *rows).center() + step)


def grip(page, *rows: int) -> QPoint:
    """Come to a row with the mouse and take its grip; return where it was taken."""
    hover(page, *rows)
    spot = page.grip.rect().center()
    QTest.mousePress(page.grip, LEFT, pos=spot)
    return spot


def pull(page, y: int) -> None:
    """Go to a height of the view with the grip in hand."""
    here = page.grip.mapFrom(page.view.viewport(), QPoint(40, y))
    for step in (QPoint(0, 3), QPoint(0, 0)):
        QTest.mouseMove(page.grip, here + step)


def drag(page, rows: tuple[int, ...], y: int) -> None:
    grip(page, *rows)
    pull(page, y)
    QTest.mouseRelease(page.grip, LEFT)


def test_a_row_goes_between_two_rows_of_another_group(page, undoable):
    drag(page, (0, 0, 0), box(page, 1, 0, 1).top() + 3)
    assert (names(page, 0, 0), names(page, 1, 0)) == ("a1", "d0 a0 d1")
    assert page.document.undo_stack.undoText() == "移动指标"


def test_within_its_group_it_goes_down_and_up(page, undoable):
    drag(page, (0, 0, 0), box(page, 0, 0, 1).bottom() - 3)
    assert names(page, 0, 0) == "a1 a0"
    drag(page, (0, 0, 1), box(page, 0, 0, 0).top() + 3)
    assert names(page, 0, 0) == "a0 a1"


def test_the_row_for_a_new_indicator_stays_the_last_one(page, undoable):
    drag(page, (0, 0, 0), box(page, 2, 2, 2).bottom() - 2)
    assert names(page, 2, 2) == "i0 i1 a0"


def test_on_the_head_of_a_group_it_becomes_the_first(page, undoable):
    drag(page, (0, 0, 1), box(page, 0, 1).center().y())
    assert names(page, 0, 1) == "a1 b0 b1"


def test_in_a_collapsed_group_it_becomes_the_last(page, undoable):
    page.view.collapse(page.tree.index_at((0, 1)))
    drag(page, (0, 0, 1), box(page, 0, 1).center().y())
    assert names(page, 0, 1) == "b0 b1 a1"


def test_all_chosen_rows_go_along_in_one_step(page, undoable):
    page.keys.stand_at(page.tree.index_at((0, 0, 1), 2))
    press(page, *["Shift+Down"] * 2)  # over a head, to the next group's first row
    drag(page, (0, 0, 1), box(page, 2, 0, 0).top() + 3)
    assert (names(page, 0, 0), names(page, 0, 1), names(page, 2, 0)) == ("a0", "b1", "a1 b0 g0 g1")
    assert page.document.undo_stack.undoText() == "移动 2 行"
    assert page.document.undo_stack.count() == 1


def test_a_level_2_group_goes_into_another_level_1_group(page, undoable):
    drag(page, (0, 0), box(page, 1, 1).top() + 3)
    assert [len(group.children) for group in page.document.form.indicators] == [2, 4, 3]
    assert names(page, 1, 1) == "a0 a1"
    assert page.document.undo_stack.undoText() == "移动指标组"
    assert page.view.isExpanded(page.tree.index_at((1, 1)))


def test_level_1_groups_change_places(page, undoable):
    drag(page, (0,), box(page, 1, 2, 2).bottom() - 2)
    assert [group.name for group in page.document.form.indicators] == ["效益指标", "产出指标", "满意度指标"]
    assert page.view.isExpanded(page.tree.index_at((1, 2)))


@pytest.mark.parametrize(("rows", "over"), [((0, 0, 0), (0, 0, 0)), ((0, 0), (0, 0, 1)), ((0,), (0, 1, 0))])
def test_nothing_goes_into_itself(page, rows, over):
    grip(page, *rows)
    pull(page, box(page, *over).top() + 2)
    assert page.grip.cursor().shape() is Qt.CursorShape.ForbiddenCursor
    QTest.mouseRelease(page.grip, LEFT)
    assert not page.document.undo_stack.count()


def test_escape_leaves_everything_where_it_was(page):
    grip(page, 0, 0, 0)
    pull(page, box(page, 1, 0, 1).top())
    assert page.grip.is_dragging
    press(page, "Esc")
    QTest.mouseRelease(page.grip, LEFT)
    assert not page.document.undo_stack.count()


def test_what_is_being_typed_is_kept(page, undoable):
    page.keys.stand_at(page.tree.index_at((1, 0, 0), 1))
    press(page, "7")
    drag(page, (0, 0, 0), box(page, 0, 1, 0).top() + 3)
    assert page.document.form.indicators[1].children[0].children[0].target == "7"


def test_the_view_scrolls_at_its_edge(page, qtbot):
    page.resize(1000, 400)
    grip(page, 0, 0, 0)
    pull(page, page.view.viewport().height() - 4)
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    pull(page, 4)
    qtbot.waitUntil(lambda: bar.value() == 0)
    QTest.mouseRelease(page.grip, LEFT)


def test_the_grip_is_beside_rows_that_can_be_moved_only(page):
    hover(page, 0, 0, 0)
    assert page.grip.isVisible()
    assert "Alt+↑" in page.grip.toolTip()
    hover(page, 0, 0, 2)
    assert not page.grip.isVisible()


def test_a_click_chooses_the_row_or_folds_the_group(page):
    grip(page, 0, 0, 1)
    QTest.mouseRelease(page.grip, LEFT)
    assert len(page.view.selectionModel().selectedIndexes()) == 6
    grip(page, 0, 0)
    QTest.mouseRelease(page.grip, LEFT)
    assert not page.view.isExpanded(page.tree.index_at((0, 0)))
