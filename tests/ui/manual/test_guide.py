# SPDX-License-Identifier: MIT
"""Claims about F1: the manual opens where the clerk is."""

import pytest
from PySide6.QtCore import Qt

from model.places import place_of
from ui.actions import BY_ID
from ui.settings import HINTS_SEEN


@pytest.fixture
def guide(window, qtbot):
    guide = window.rooms.manual
    yield guide
    if guide.window is not None:
        guide.window.close()


def open_manual(window, action="manual"):
    window.perform(BY_ID[action])
    return window.rooms.manual.window.address


def test_the_manual_is_not_read_before_it_is_asked_for(window):
    assert "manual" not in vars(window.rooms)


def test_at_the_start_page_it_speaks_of_the_start(window, guide):
    assert open_manual(window).startswith("start")


@pytest.mark.parametrize(("section", "page"), [(0, "basics"), (1, "funds"), (2, "goals")])
def test_each_section_has_its_page(at_work, guide, section, page):
    at_work.rooms.desk.show_section(section)
    assert open_manual(at_work) == page


def test_in_the_list_of_sections_it_speaks_of_the_section_in_front(at_work, guide):
    at_work.rooms.desk.show_section(1)
    at_work.rooms.desk.sections.setFocus()
    assert open_manual(at_work) == "funds"


@pytest.mark.parametrize(
    ("cell", "page"), [("score", "scores"), ("reason", "scores#reason"), ("name", "indicators")]
)
def test_a_cell_of_the_tree_has_the_page_of_its_column(at_work, guide, cell, page):
    at_work.rooms.desk.go_to(place_of(f"/indicators/0/children/0/children/0/{cell}"))
    assert open_manual(at_work) == page


def test_in_the_problem_list_it_opens_at_the_rule(at_work, guide):
    at_work.rooms.problems.list.setFocus()
    at_work.rooms.problems.list.setCurrentIndex(at_work.rooms.problems.model.index(0))
    rule = at_work.rooms.problems.model.findings[0].rule
    assert open_manual(at_work) == f"checks#{rule}"


def test_shift_f1_opens_the_check_from_anywhere(at_work, guide):
    at_work.rooms.problems.list.setCurrentIndex(at_work.rooms.problems.model.index(1))
    assert open_manual(at_work, "handbook") == f"checks#{at_work.rooms.problems.model.findings[1].rule}"


def test_the_checks_are_told_as_the_forms_template_sets_them(at_work, guide):
    guide.open("checks")
    assert guide.window._book.template is at_work.rooms.document.template


def test_one_window_serves_all_questions(at_work, guide):
    guide.open("save")
    first = guide.window
    guide.open("find")
    assert guide.window is first
    assert not first.isModal()


def test_the_manual_does_not_keep_the_program_running(at_work, guide):
    guide.open("save")
    assert not guide.window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_hints_come_again_when_asked_for(at_work, guide):
    at_work.rooms.hints.take_note_of_all()
    at_work.perform(BY_ID["show_hints"])
    assert at_work._settings.read(HINTS_SEEN) == []
