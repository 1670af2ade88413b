# SPDX-License-Identifier: MIT
"""Claims about the first-start hints and their moments."""

from decimal import Decimal

import pytest

from model.edits import SetCell
from model.places import indicator_place
from tests.builders import GOLDEN
from ui.actions import BY_ID as ACTIONS
from ui.hints import BY_ID, HINTS
from ui.main_window import MainWindow
from ui.settings import HINTS_SEEN

ROW = indicator_place(0, 0, 0)


@pytest.fixture
def fresh(make_window, settings, qtbot):
    """A window of a clerk who starts for the first time, with a draft that has errors."""
    settings.write(HINTS_SEEN, [])
    window = make_window()
    with qtbot.waitExposed(window):
        window.show()
    window.furnish()
    window.rooms.filing.open(GOLDEN / "002-1.json")
    qtbot.waitUntil(lambda: shown(window) == "tree")
    return window


def shown(window: MainWindow) -> str:
    """The hint in view or about to come, by its id."""
    hints = window.rooms.hints
    if hints._soon.isActive():
        hints._soon.stop()
        hints._show()
    return hints.strip._hint if hints.strip is not None and hints.strip.isVisible() else ""


def note(window: MainWindow, *names: str) -> None:
    """Take note of hints, whichever is in view."""
    window.rooms.hints.strip.hide()
    for name in names:
        window.rooms.hints.take_note(name)


def test_ids_are_unique_and_few():
    assert len(BY_ID) == len(HINTS) <= 4


def test_the_start_page_has_no_hint(make_window, settings):
    settings.write(HINTS_SEEN, [])
    window = make_window()
    window.furnish()
    assert shown(window) == ""


def test_a_hint_comes_after_its_page_by_itself(fresh, qtbot):
    fresh.rooms.desk.show_section(0)
    note(fresh, "problems")
    fresh.rooms.desk.show_section(3)
    assert not fresh.rooms.hints.strip.isVisible()
    qtbot.waitUntil(fresh.rooms.hints.strip.isVisible)


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


def test_an_empty_score_with_a_suggestion_has_its_hint(fresh):
    note(fresh, "tree", "problems")
    for key, value in (("target", "≥5场"), ("actual", "5场"), ("points", Decimal(5)), ("score", None)):
        fresh.rooms.document.do(SetCell((*ROW, key), value), "")
    fresh.rooms.desk.go_to((*ROW, "score"))
    assert shown(fresh) == "score"


def test_a_filled_score_has_none(fresh):
    note(fresh, "tree", "problems")
    fresh.rooms.desk.go_to((*ROW, "score"))
    assert shown(fresh) == ""


def test_a_pdf_marked_as_a_draft_has_its_hint(fresh, tmp_path):
    note(fresh, "tree")
    fresh.rooms.exporting.exported.emit(tmp_path / "a.pdf", False)
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
