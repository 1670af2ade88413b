# SPDX-License-Identifier: MIT
"""Claims about suggestions in the cells and fields of the pages."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.places import place_of
from tests.ui.hands import (
    accept,
    at_keys,
    blank,
    compose,
    current,
    enter,
    place,
    press,
    shown,
    table_at,
    write,
)
from ui.completion_list import list_of
from ui.goals_page import GoalsPage
from ui.header_page import HeaderPage
from ui.indicators_page import IndicatorsPage
from ui.memory import Memory
from ui.prompter import Prompter
from ui.sections import GOALS, HEADER, INDICATORS
from ui.settings import FORMER_NAMES

TIMELINESS = "/indicators/0/children/2/children/0"


@pytest.fixture
def attend(qtbot, settings):
    """Show a page with its suggestions."""
    made = []

    def attend(section, kind, document):
        page = shown(qtbot, kind(document))
        made.append(Memory(document, settings, page))
        made[0].begin()
        made[0].finish()
        Prompter(made[0], page).attend(section, page)
        return page

    yield attend
    for memory in made:
        memory.stop()


@pytest.fixture
def document(qapp):
    return blank()


@pytest.fixture
def tree(attend, document):
    return attend(INDICATORS, IndicatorsPage, document)


def offered(page):
    found = list_of(page.window())
    return [offer.text for offer in found.lines.offers] if found.isVisible() else []


def first_row(document):
    return document.form.indicators[0].children[2].children[0]


def test_a_name_is_found_by_its_initials_and_taken_as_one_step(tree, document, undoable):
    enter(table_at(tree, TIMELINESS), "ajwcl")
    press(tree, "Down", "Return", "Tab")
    assert first_row(document).name == "按计划完成率"
    assert first_row(document).target == ""
    assert document.undo_stack.count() == 1


def test_tab_takes_and_goes_on(tree, document):
    enter(table_at(tree, TIMELINESS), "ajwcl")
    press(tree, "Down", "Tab")
    assert first_row(document).name == "按计划完成率"
    assert place(tree) == f"{TIMELINESS}/target"


def test_without_down_tab_and_enter_keep_what_was_typed(tree, document):
    enter(table_at(tree, TIMELINESS), "ajwcl")
    press(tree, "Tab")
    assert first_row(document).name == "ajwcl"
    assert offered(tree) == []


def test_shift_enter_takes_the_typical_target_too_as_one_step(tree, document, undoable):
    enter(table_at(tree, TIMELINESS), "ajwcl")
    press(tree, "Down", "Shift+Return")
    assert (first_row(document).name, first_row(document).target) == ("按计划完成率", "=100%")
    assert place(tree) == f"{TIMELINESS}/target"
    assert document.undo_stack.count() == 1


def test_a_target_that_is_there_is_never_replaced(tree, document):
    enter(table_at(tree, TIMELINESS), "abc")
    press(tree, "Tab")
    enter(tree, "5")
    enter(table_at(tree, f"{TIMELINESS}/name"), "ajwcl")
    press(tree, "Down", "Shift+Return", "Tab")
    assert (first_row(document).name, first_row(document).target) == ("按计划完成率", "5")


def test_the_first_escape_closes_the_list_the_second_the_editor(tree, document):
    enter(table_at(tree, TIMELINESS), "ajwcl")
    press(tree, "Escape")
    assert tree.view.delegate.editor is not None
    press(tree, "Escape")
    assert tree.view.delegate.editor is None
    assert document.undo_stack.count() == 0


def test_alt_down_at_an_empty_cell_lists_its_group(tree):
    press(table_at(tree, TIMELINESS), "Alt+Down")
    assert offered(tree)[:2] == ["按计划完成率", "按时完成率"]


def test_alt_down_at_a_filled_cell_moves_the_row(tree, document):
    for name in ("first", "second"):
        enter(table_at(tree, TIMELINESS), name)
        press(tree, "Return")
    tree.insert_indicator()
    names = [row.name for row in document.form.indicators[0].children[2].children]
    table_at(tree, TIMELINESS)
    press(tree, "Alt+Down")
    after = [row.name for row in document.form.indicators[0].children[2].children]
    assert offered(tree) == []
    assert after != names


def test_an_empty_target_lists_what_is_typical_of_its_row(tree):
    enter(table_at(tree, TIMELINESS), "ajwcl")
    press(tree, "Down", "Tab", "Alt+Down")
    assert offered(tree) == ["=100%"]


def test_a_number_in_the_actual_value_is_offered_the_unit_of_the_target(tree, document):
    enter(table_at(tree, TIMELINESS), "yjn")
    press(tree, "Tab")
    write(at_keys(tree), "5")
    accept(at_keys(tree), "(天)")
    press(tree, "Tab")
    enter(tree, "4")
    assert offered(tree) == ["4(天)"]


@pytest.mark.parametrize("key", ["points", "score"])
def test_points_are_offered_nothing(tree, key):
    enter(table_at(tree, TIMELINESS), "ajwcl")
    press(tree, "Tab")
    enter(table_at(tree, f"{TIMELINESS}/{key}"), "1")
    assert offered(tree) == []


def test_names_of_groups_are_offered_nothing(tree):
    tree.go_to(("indicators", 0))
    tree.keys.edit(current(tree))
    write(at_keys(tree), "c")
    assert offered(tree) == []


def test_composing_in_a_cell_is_left_alone(tree, document):
    compose(at_keys(table_at(tree, TIMELINESS)), "an")
    assert offered(tree) == []
    accept(at_keys(tree), "按")
    assert "按计划完成率" in offered(tree)
    compose(at_keys(tree), "ji")
    press(tree, "Down", "Return")
    assert offered(tree) == []
    assert document.undo_stack.count() == 0


def test_fields_of_the_header_are_offered_earlier_values(attend, document, settings):
    settings.write(FORMER_NAMES["implementing_unit"], ["浦东图书馆"])
    page = attend(HEADER, HeaderPage, document)
    page.go_to(("implementing_unit",))
    box = page.fields["implementing_unit",].box
    write(box, "pdt")
    assert offered(page) == ["浦东图书馆"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(box, key)
    page.commit()
    assert document.form.implementing_unit == "浦东图书馆"
    assert document.undo_stack.count() == 1


def test_the_goals_are_offered_nothing_of_nobody(attend, document):
    page = attend(GOALS, GoalsPage, document)
    page.go_to(("goal_expected",))
    write(page.fields["goal_expected",].box, "abc")
    assert offered(page) == []


def test_nothing_of_it_is_imported_before_it_is_needed():
    rooms = Path(__file__).parents[2]
    statement = "import sys, ui.furniture, ui.indicators_page, ui.header_page; print(*sys.modules)"
    call = [sys.executable, "-c", statement]
    loaded = subprocess.run(call, cwd=rooms, capture_output=True, text=True, check=True).stdout.split()
    assert not {"pypinyin", "model.lexicon", "model.completing", "model.learning", "ui.completion"} & set(
        loaded
    )


@pytest.fixture
def whole_tree(window, qtbot):
    """The tree of a blank form in the whole window, where Alt+Down is also the key of an action."""
    window.rooms.filing.start_new("ministry")
    window.rooms.desk.show_section(INDICATORS)
    window.activateWindow()
    page = window.rooms.pages.page(INDICATORS)
    qtbot.waitUntil(page.isVisible)
    return table_at(page, TIMELINESS)


def test_the_list_of_an_empty_cell_goes_before_the_action_of_its_key(whole_tree):
    press(whole_tree, "Alt+Down")
    assert offered(whole_tree)[0] == "按计划完成率"
    press(whole_tree, "Escape", "Alt+Down")
    assert offered(whole_tree)[0] == "按计划完成率"


def test_the_list_of_an_empty_editor_goes_before_the_action_of_its_key(whole_tree):
    enter(whole_tree, "abc")
    press(whole_tree, "Return")
    whole_tree.go_to(place_of(f"{TIMELINESS}/reason"))
    press(whole_tree, "F2", "Alt+Down")
    assert offered(whole_tree)
    assert len(whole_tree.document.form.indicators[0].children[2].children) == 1


def test_at_a_name_the_action_has_its_key(whole_tree):
    document = whole_tree.document
    enter(whole_tree, "abc")
    press(whole_tree, "Return")
    whole_tree.go_to(place_of(f"{TIMELINESS}/name"))
    press(whole_tree, "Alt+Down")
    groups = document.form.indicators[0].children
    assert [len(group.children) for group in groups] == [0, 0, 0, 1]
