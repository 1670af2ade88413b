# SPDX-License-Identifier: MIT
"""Claims about menu bar and toolbar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from ui.actions import ACTIONS, BY_ID, INNER_MENUS, MENUS, TOOLBAR
from ui.menus import make_actions, make_menus, make_toolbar, shown_keys


@pytest.fixture
def bare(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def test_choosing_an_action_asks_for_it_once(bare):
    asked = []
    make_actions(bare, asked.append)["save"].trigger()
    assert asked == [BY_ID["save"]]


def test_the_menu_bar_shows_every_menu(bare):
    make_menus(bare, make_actions(bare, print))
    titles = [action.text() for action in bare.menuBar().actions()]
    assert titles == ["文件(&F)", "编辑(&E)", "指标(&I)", "视图(&V)", "帮助(&H)"]


def test_the_toolbar_shows_plain_words(bare):
    toolbar = make_toolbar(bare, make_actions(bare, print))
    words = [action.iconText() for action in toolbar.actions() if action.objectName() in BY_ID]
    assert words == [BY_ID[name].plain for name in TOOLBAR if name in BY_ID]


def test_a_tip_names_the_key(bare):
    assert make_actions(bare, print)["save"].toolTip() == "保存（Ctrl+S）"


def test_keys_of_the_rows_act_only_within_their_page(bare):
    actions = make_actions(bare, print)
    scopes = {actions[one.id].shortcutContext() for one in ACTIONS if one.target == "indicators"}
    assert scopes == {Qt.ShortcutContext.WidgetWithChildrenShortcut}


def test_keys_are_written_as_the_system_does(qapp):
    assert shown_keys(("Ctrl+Y", "Ctrl+Shift+Z")) == "Ctrl+Y、Ctrl+Shift+Z"


@pytest.mark.parametrize("menu", [*MENUS, *INNER_MENUS], ids=lambda menu: menu.id)
def test_a_letter_means_one_action_of_a_menu(menu):
    inner = {f"[{one.id}]": one.text for one in INNER_MENUS}
    texts = [inner.get(name) or BY_ID[name].text for name in menu.actions if name != "-"]
    letters = [text.partition("(&")[2][:1] for text in texts]
    assert all(letters)
    assert len(set(letters)) == len(letters)


def test_a_letter_means_one_menu():
    letters = [menu.text.partition("(&")[2][:1] for menu in MENUS]
    assert len(set(letters)) == len(letters)
