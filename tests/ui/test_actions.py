# SPDX-License-Identifier: MIT
"""Claims about the table of actions."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from ui.actions import ACTIONS, BY_ID, INNER_MENUS, MENUS, TOOLBAR
from ui.clipboard import Clipboard
from ui.desk import Desk
from ui.exporting import Exporting
from ui.filing import Filing
from ui.finding_text import FindingText
from ui.funds_page import FundsPage
from ui.history import History
from ui.icons import FOLDER
from ui.indicators_page import IndicatorsPage
from ui.main_window import MainWindow
from ui.manual.guide import Guide
from ui.memory import Memory
from ui.preferences import Preferences
from ui.printing import Printing
from ui.problem_filter import ProblemFilter
from ui.problems import ProblemPanel

TARGETS = {
    "window": MainWindow,
    "desk": Desk,
    "filing": Filing,
    "exporting": Exporting,
    "printing": Printing,
    "problems": ProblemPanel,
    "indicators": IndicatorsPage,
    "grid": IndicatorsPage,
    "finding_text": FindingText,
    "manual": Guide,
    "memory": Memory,
    "problem_filter": ProblemFilter,
    "preferences": Preferences,
    "clipboard": Clipboard,
    "history": History,
}


def test_ids_are_unique():
    assert len(BY_ID) == len(ACTIONS)


def test_no_key_has_two_actions():
    keys = Counter(QKeySequence(key).toString() for action in ACTIONS for key in action.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_method_is_there(action):
    assert callable(getattr(TARGETS[action.target], action.method))
    assert action.target != "grid" or callable(getattr(FundsPage, action.method))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_icon_is_drawn(action):
    assert not action.icon or (FOLDER / f"{action.icon}.svg").is_file()


def test_every_action_stands_in_a_menu_once():
    names = [name for menu in (*MENUS, *INNER_MENUS) for name in menu.actions if name in BY_ID]
    assert sorted(names) == sorted(BY_ID)


def test_menus_and_toolbar_name_nothing_else():
    known = {*BY_ID, "-", "+", *(f"[{menu.id}]" for menu in INNER_MENUS)}
    assert {name for menu in MENUS for name in menu.actions} <= known
    assert set(TOOLBAR) <= known


def test_no_menu_has_a_mnemonic_twice():
    for menu in (*MENUS, *INNER_MENUS):
        words = [BY_ID[name].text for name in menu.actions if name in BY_ID]
        letters = [text.split("(&")[1][0] for text in words if "(&" in text]
        assert len(letters) == len(set(letters)), menu.id


def test_plain_words_have_neither_mnemonic_nor_dots():
    assert BY_ID["save_as"].plain == "另存为"
