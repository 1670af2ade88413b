# SPDX-License-Identifier: MIT
"""Claims about what is in front, and the ways from place to place."""

import pytest

from model.edits import Insert, Remove, SetCell
from model.form import Indicator
from model.places import place_of
from ui.sections import FUNDS, GOALS, HEADER, INDICATORS
from ui.theme import NARROW

ROWS = place_of("/indicators/0/children/0/children")


@pytest.fixture
def desk(at_work):
    return at_work.rooms.desk


@pytest.fixture
def reached(desk):
    places = []
    desk.place_reached.connect(places.append)
    return places


@pytest.mark.parametrize(
    ("where", "section"),
    [
        ("/implementing_unit", HEADER),
        ("/stated/execution_rate", FUNDS),
        ("/goal_actual", GOALS),
        ("/indicators/1", INDICATORS),
    ],
)
def test_going_to_a_place_shows_its_section_and_says_so(desk, reached, where, section):
    desk.go_to(place_of(where))
    assert desk.section == section
    assert reached == [place_of(where)]


def test_going_to_a_place_leaves_the_start_page(desk):
    desk.show_start()
    desk.go_to(("project_name",))
    assert desk.is_at_work


@pytest.mark.parametrize(
    ("edit", "undone", "redone"),
    [
        (SetCell(("goal_actual",), "甲"), "/goal_actual", "/goal_actual"),
        (
            Insert(ROWS, 1, Indicator()),
            "/indicators/0/children/0/children/0",
            "/indicators/0/children/0/children/1",
        ),
        (Remove(ROWS, 0), "/indicators/0/children/0/children/0", "/indicators/0/children/0"),
    ],
)
def test_undo_and_redo_lead_to_what_they_change(desk, reached, edit, undone, redone):
    desk._document.do(edit, "")
    desk.undo()
    desk.redo()
    assert reached == [place_of(undone), place_of(redone)]


def test_there_is_nothing_to_see_when_nothing_was_undone(desk, reached):
    desk.undo()
    assert reached == []


def test_a_filled_in_form_begins_at_its_indicators(desk):
    assert desk.section == INDICATORS


def test_showing_a_section_gives_its_page_the_keys(at_work, desk):
    at_work.activateWindow()
    at_work.rooms.problems.list.setFocus()
    desk.show_section(FUNDS)
    assert desk.pages.page(FUNDS).isAncestorOf(at_work.focusWidget())


def test_pages_are_made_when_they_are_shown(desk):
    made = []
    desk.pages.page_made.connect(lambda section, page: made.append(section))
    for section in (FUNDS, GOALS, FUNDS):
        desk.show_section(section)
    assert made == [FUNDS, GOALS]


@pytest.mark.parametrize(("width", "is_folded"), [(NARROW - 1, True), (NARROW, False)])
def test_the_sections_make_room_in_a_narrow_window(at_work, width, is_folded):
    at_work.showNormal()
    at_work.resize(width, 600)
    at_work.layout().activate()
    assert at_work.rooms.desk.sections.is_folded is is_folded


def test_the_window_fits_the_smallest_screen_at_150_percent(at_work):
    assert at_work.minimumSizeHint().width() <= 1366 * 2 // 3
    assert at_work.minimumSizeHint().height() <= 768 * 2 // 3
