# SPDX-License-Identifier: MIT
"""Claims about the start page."""

import pytest
from PySide6.QtCore import Qt

from model.drafts import load
from model.templates import load_template, template_ids
from ui.recent import RecentForm, remember
from ui.start_page import EXAMPLE_WORDS, EXAMPLES, StartPage, summary


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


def fill(settings, folder, count):
    """Remember some forms."""
    for number in range(count):
        remember(
            settings, RecentForm(str(folder / f"{number}.json"), f"项目{number}", 2024, {}, None, None, 0)
        )


@pytest.mark.parametrize(("count", "is_offered"), [(8, False), (9, True)])
def test_many_forms_can_be_searched(start, settings, tmp_path, count, is_offered):
    fill(settings, tmp_path, count)
    start.refresh()
    assert start.search.isVisible() is is_offered


def test_the_list_follows_what_is_looked_for(start, settings, tmp_path, qtbot):
    fill(settings, tmp_path, 12)
    start.refresh()
    start.search.insert("项目11")  # a number alone may be in the folder's name
    assert start.recent.topLevelItemCount() == 1
    qtbot.keyClicks(start.search, "x")
    assert start.nothing_like.text() == "没有与“项目11x”相符的表。"
    qtbot.keyClick(start.search, Qt.Key.Key_Escape)
    assert start.recent.topLevelItemCount() == 12


def test_typing_in_the_list_goes_to_the_search(start, settings, tmp_path, qtbot):
    fill(settings, tmp_path, 12)
    start.refresh()
    start.activateWindow()
    start.recent.setFocus()
    qtbot.keyClicks(start.recent, "7")
    assert (start.search.text(), start.focusWidget()) == ("7", start.search)
    qtbot.keyClick(start.search, Qt.Key.Key_Down)
    assert start.focusWidget() is start.recent


def test_every_example_says_what_it_shows(start):
    assert {path.stem for path in EXAMPLES.glob("*.json")} == EXAMPLE_WORDS.keys()
    assert all(example.accessibleDescription() for example in start.examples)


def test_a_card_says_which_groups_its_template_has(start):
    assert summary(load_template("shanghai-2024")) == "成本、产出、效益、满意度"


@pytest.mark.parametrize(("width", "rows"), [(1200, 1), (760, 2)])
def test_a_narrow_page_has_fewer_cards_in_a_row(start, qtbot, width, rows):
    start.resize(width, 600)
    qtbot.waitUntil(lambda: len({card.y() for card in start.cards}) == rows)
