# SPDX-License-Identifier: MIT
"""Claims about showing only the rows with problems."""

import pytest

from model.edits import SetCell
from model.fields import CELLS, Holds
from model.places import rows_of
from model.rules.finding import Severity
from tests.builders import GOLDEN
from tests.ui.hands import press
from ui.rows import row_place
from ui.sections import GOALS, INDICATORS


@pytest.fixture
def page(at_work):
    """The indicators of the golden draft 002-1, in a window with the keys."""
    at_work.activateWindow()
    return at_work.rooms.pages.page(INDICATORS)


@pytest.fixture
def only(at_work, page):
    """The filter, switched on."""
    at_work.actions_by_id["only_problems"].trigger()
    return at_work.rooms.problem_filter


def seen(page):
    """The indicators in view."""
    rows, index = [], page.view.indexBelow(page.tree.index(0, 0))
    while index.isValid():
        if len(page.tree.rows_at(index)) == 3 and page.tree.node(index) is not None:
            rows.append(page.tree.rows_at(index))
        index = page.view.indexBelow(index)
    return rows


def wrong(window):
    findings = window.document.findings()
    return sorted({rows_of(one.place) for one in findings if len(rows_of(one.place)) == 3})


def settle(only, qtbot):
    """Wait until rows have come and gone."""
    qtbot.waitUntil(lambda: not only._soon.isActive() and not only._turn.isActive())


def right(window):
    """The first row without a problem."""
    every = (rows_of(place) for place, _ in window.document.form.all_indicators())
    return next(rows for rows in every if rows not in wrong(window))


def spoil(window, rows):
    """Take a row's name away."""
    window.document.do(SetCell((*row_place(rows), "name"), ""), "")


def empty(window, rows):
    """Take everything in a row away: then nothing is wrong with it."""
    for key, field in CELLS.items():
        window.document.do(SetCell((*row_place(rows), key), None if field.holds is Holds.POINTS else ""), "")


def test_only_rows_with_problems_are_seen(at_work, page, only):
    assert seen(page) == wrong(at_work) != []


def test_the_state_is_said_and_led_back(at_work, page, only, qtbot):
    assert only.strip.words.text() == f"只显示 {len(wrong(at_work))} 行有问题的指标"
    assert at_work.actions_by_id["only_problems"].isChecked()
    only.strip.all.click()
    assert len(seen(page)) == len(list(at_work.document.form.all_indicators()))
    assert not only.strip.isVisible()
    assert not at_work.actions_by_id["only_problems"].isChecked()


def test_the_keys_stand_at_the_first_wrong_row(at_work, page, only):
    assert page.tree.rows_at(page.view.currentIndex()) == wrong(at_work)[0]


def test_walking_passes_over_hidden_rows(at_work, page, only):
    visited = {page.tree.rows_at(page.view.currentIndex())}
    for _ in range(20):
        press(page, "Return")
        visited.add(page.tree.rows_at(page.view.currentIndex()))
    assert {rows for rows in visited if len(rows) == 3} <= set(seen(page))


def test_a_row_that_becomes_right_stays_until_it_is_left(at_work, page, only, qtbot):
    rows = wrong(at_work)[0]
    page.go_to(row_place(rows))
    empty(at_work, rows)
    settle(only, qtbot)
    assert rows not in wrong(at_work)
    assert rows in seen(page)
    press(page, "Return")
    settle(only, qtbot)
    assert rows not in seen(page)


def test_a_row_that_becomes_wrong_is_seen(at_work, page, only, qtbot):
    rows = right(at_work)
    spoil(at_work, rows)
    settle(only, qtbot)
    assert rows in seen(page)


def test_a_new_row_stays(at_work, page, only, qtbot):
    page.insert_indicator()
    page.commit()
    new = page.tree.rows_at(page.view.currentIndex())
    press(page, "Up")
    settle(only, qtbot)
    assert new in seen(page)


def test_a_hidden_row_that_is_gone_to_is_seen(at_work, page, only, qtbot):
    rows = right(at_work)
    at_work.rooms.desk.go_to((*row_place(rows), "name"))
    assert rows in seen(page)
    settle(only, qtbot)
    assert rows in seen(page)


def test_another_form_shows_all_rows(at_work, page, only):
    at_work.rooms.filing.open(GOLDEN / "003-1.json")
    assert not at_work.actions_by_id["only_problems"].isChecked()
    assert len(seen(page)) == len(list(at_work.document.form.all_indicators()))


def test_it_is_reached_from_another_section(at_work):
    at_work.rooms.desk.show_section(GOALS)
    at_work.actions_by_id["only_problems"].trigger()
    assert at_work.rooms.desk.section == INDICATORS


def test_it_shows_what_the_problem_list_shows(at_work, page):
    for severity, chip in at_work.rooms.problems.chips.items():
        chip.setChecked(severity is Severity.TODO)
    at_work.actions_by_id["only_problems"].trigger()
    assert seen(page) == []


def test_without_problems_it_says_so(at_work, page):
    for severity, chip in at_work.rooms.problems.chips.items():
        chip.setChecked(severity is Severity.TODO)
    at_work.actions_by_id["only_problems"].trigger()
    assert "没有问题" in at_work.rooms.problem_filter.strip.words.text()


def test_undoing_a_removal_brings_the_row_into_view(at_work, page, only, qtbot):
    before = seen(page)
    page.remove_rows()
    at_work.document.undo_stack.undo()
    settle(only, qtbot)
    assert seen(page) == before
