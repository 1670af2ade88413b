# SPDX-License-Identifier: MIT
"""Claims about the first-start hints and their moments."""

from decimal import Decimal

import pytest

from model.edits import SetCell
from model.places import indicator_place, place_of
from tests.builders import GOLDEN
from ui.actions import BY_ID as ACTIONS
from ui.hints import BY_ID, HINTS
from ui.main_window import MainWindow
from ui.settings import HINTS_SEEN

SCORE = place_of("/indicators/0/children/0/children/0/score")


@pytest.fixture
def fresh(make_window, settings, qtbot):
    """A window of a clerk who starts for the first time, with a draft that has errors."""
    settings.write(HINTS_SEEN, [])
    window = make_window()
    with qtbot.waitExposed(window):
        window.show()
    window.furnish()
    window.rooms.filing.open(GOLDEN / "002-1.json")
    return window


def shown(window: MainWindow) -> str:
    """The hint in view, by its id."""
    strip = window.rooms.hints.strip
    return strip._hint if strip is not None and strip.isVisible() else ""


def test_ids_are_unique_and_few():
    assert len(BY_ID) == len(HINTS) <= 4


def test_the_start_page_has_no_hint(make_window, settings, qtbot):
    settings.write(HINTS_SEEN, [])
    window = make_window()
    window.furnish()
    assert window.rooms.hints.strip is None


def test_the_tree_comes_with_the_first_hint(fresh):
    assert shown(fresh) == "tree"


def test_one_hint_at_a_time(fresh):
    fresh.rooms.show_state()
    assert shown(fresh) == "tree"
    fresh.rooms.hints.strip.note.click()
    fresh.rooms.show_state()
    assert shown(fresh) == "problems"


def test_what_was_taken_note_of_never_comes_again(fresh, settings):
    fresh.rooms.hints.strip.note.click()
    fresh.rooms.desk.show_section(0)
    fresh.rooms.desk.show_section(3)
    assert shown(fresh) != "tree"
    assert settings.read(HINTS_SEEN) == ["tree"]


def test_a_hint_goes_with_what_it_speaks_of(fresh):
    fresh.rooms.desk.show_section(1)
    assert shown(fresh) != "tree"
    fresh.rooms.desk.show_section(3)
    assert shown(fresh) == "tree"


def test_an_empty_score_with_a_suggestion_has_its_hint(fresh, settings):
    fresh.rooms.hints._forget(["tree", "problems"])
    fresh.rooms.hints.strip.hide()
    document, row = fresh.rooms.document, indicator_place(0, 0, 0)
    for key, value in (("target", "≥5场"), ("actual", "5场"), ("points", Decimal(5)), ("score", None)):
        document.do(SetCell((*row, key), value), "")
    fresh.rooms.desk.go_to((*row, "score"))
    assert shown(fresh) == "score"


def test_a_filled_score_has_none(fresh):
    fresh.rooms.hints._forget(["tree", "problems"])
    fresh.rooms.hints.strip.hide()
    fresh.rooms.desk.go_to(SCORE)
    assert shown(fresh) == ""


def test_a_pdf_marked_as_a_draft_has_its_hint(fresh, tmp_path):
    fresh.rooms.hints.strip.note.click()
    fresh.rooms.filing.exported.emit(tmp_path / "a.pdf")
    assert shown(fresh) == "draft"


def test_no_hint_ever_after_saying_so(fresh, settings):
    fresh.rooms.hints.strip.never.click()
    fresh.rooms.show_state()
    fresh.rooms.desk.show_section(3)
    assert shown(fresh) == ""
    assert set(settings.read(HINTS_SEEN)) == set(BY_ID)


def test_the_help_menu_brings_them_back(fresh, settings):
    fresh.rooms.hints.strip.never.click()
    fresh.perform(ACTIONS["show_hints"])
    assert shown(fresh) == "tree"
    assert settings.read(HINTS_SEEN) == []
