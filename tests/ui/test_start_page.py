# SPDX-License-Identifier: MIT
"""Claims about the start page."""

import pytest
from PySide6.QtCore import Qt

from model.drafts import load
from model.templates import template_ids
from ui.recent import RecentForm, remember
from ui.start_page import EXAMPLES, StartPage


@pytest.fixture
def start(qtbot, settings):
    start = StartPage(settings)
    qtbot.addWidget(start)
    start.refresh(has_form=False)
    with qtbot.waitExposed(start):
        start.show()
    return start


def test_every_template_has_a_card_the_nationwide_first(start):
    assert len(start.cards) == len(template_ids())
    assert start.cards[0].text() == "财政部通用（万元）"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_card_is_chosen_by_key(start, qtbot, key):
    with qtbot.waitSignal(start.template_chosen) as chosen:
        qtbot.keyClick(start.cards[1], key)
    assert chosen.args == [template_ids()[1]]


def test_a_card_is_chosen_by_click(start, qtbot):
    with qtbot.waitSignal(start.template_chosen):
        qtbot.mouseClick(start.cards[0], Qt.MouseButton.LeftButton)


def test_tab_leads_from_card_to_card(start, qtbot):
    start.activateWindow()
    start.cards[0].setFocus()
    qtbot.keyClick(start.cards[0], Qt.Key.Key_Tab)
    assert start.focusWidget() is start.cards[1]


def test_every_example_is_a_draft_that_opens(start):
    assert len(start.examples) == len(list(EXAMPLES.glob("*.json"))) >= 3
    assert all(load(path).form.project_name for path in EXAMPLES.glob("*.json"))


def test_an_example_is_chosen_by_click(start, qtbot):
    with qtbot.waitSignal(start.example_chosen) as chosen:
        start.examples[0].click()
    assert chosen.args[0].parent == EXAMPLES


def test_without_recent_forms_it_says_what_to_do(start):
    assert start.nothing_yet.isVisible()
    assert not start.recent.isVisible()


def test_with_recent_forms_it_lists_them(start, settings, tmp_path):
    remember(settings, RecentForm(str(tmp_path / "a.json"), "甲", 2024, {}, None, None, 0))
    start.refresh()
    assert start.recent.isVisible()
    assert not start.nothing_yet.isVisible()


@pytest.mark.parametrize("has_form", [True, False])
def test_one_can_go_back_to_a_form_in_work(start, has_form):
    start.refresh(has_form=has_form)
    assert start.back.isVisible() is has_form
