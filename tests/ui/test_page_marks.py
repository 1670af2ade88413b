# SPDX-License-Identifier: MIT
"""Claims about page-break marks in the tree."""

import pytest
from PySide6.QtGui import QImage

from model.edits import SetCell
from tests.ui.hands import golden, shown
from ui.indicators_page import IndicatorsPage


@pytest.fixture
def document(qapp):
    return golden("002-2")


@pytest.fixture
def view(qtbot, document):
    return shown(qtbot, IndicatorsPage(document)).view


def picture(view):
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(image)
    return image


def test_the_rows_are_marked_that_begin_a_page(view, press):
    proof = press.proof()
    view.page_marks.show_proof(proof)
    assert sorted(view.page_marks.numbers.values()) == list(range(2, len(proof.sizes) + 1))


def test_a_mark_is_seen_and_taken_away(view, press):
    view.page_marks.show_proof(press.proof())
    first = min(view.page_marks.numbers)
    view.scrollTo(view.tree.index_at(first), view.ScrollHint.PositionAtCenter)
    marked = picture(view)
    view.page_marks.show_proof(None)
    assert picture(view) != marked


def test_marks_make_no_row_higher(view, press):
    first = min(press.proof().places.begun)
    before = view.visualRect(view.tree.index_at(first))
    view.page_marks.show_proof(press.proof())
    assert view.visualRect(view.tree.index_at(first)) == before


@pytest.fixture
def with_page(at_work, qtbot):
    preview = at_work.rooms.preview
    if not at_work.rooms.docks.preview.isVisible():
        with qtbot.waitSignal(preview.proof_changed):
            at_work.rooms.desk.toggle_dock("preview")
    return at_work


def test_marks_follow_the_live_page(with_page, qtbot):
    marks = with_page.rooms.pages.currentWidget().view.page_marks
    with qtbot.waitSignal(with_page.rooms.preview.proof_changed):
        with_page.rooms.document.do(SetCell(("goal_actual",), "多行\n" * 60), "")
    assert set(marks.numbers.values()) >= {2}


def test_marks_that_nobody_keeps_up_are_taken_away(with_page):
    marks = with_page.rooms.pages.currentWidget().view.page_marks
    marks.numbers = {(0, 0, 1): 2}
    with_page.rooms.desk.toggle_dock("preview")
    with_page.rooms.document.do(SetCell(("goal_actual",), "改"), "")
    assert marks.numbers == {}
