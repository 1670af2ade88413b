# SPDX-License-Identifier: MIT
"""Claims about the list of every key."""

import pytest

from ui.actions import ACTIONS
from ui.manual.key_words import every_key
from ui.manual.keys import CELL_CHAPTER, CHAPTERS, chapters, columns

PROMISED = {
    "next and previous cell": ("Tab", "Shift+Tab"),
    "down and up in the column": ("Enter", "Shift+Enter"),
    "edit, replace, cancel": ("F2", "任意字符", "Esc"),
    "line break in a cell": ("Alt+Enter",),
    "new indicator": ("Insert", "Ctrl+Enter", "Ctrl+Shift+Enter"),
    "delete rows, clear cells": ("Ctrl+Delete", "Delete"),
    "move a row": ("Alt+↑", "Alt+↓"),
    "fill down": ("Ctrl+D",),
    "copy, cut, paste": ("Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Shift+V"),
    "undo and redo": ("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"),
    "find, replace": ("Ctrl+F", "Ctrl+H"),
    "problems": ("F8", "Shift+F8"),
    "only rows with problems": ("Ctrl+Shift+F",),
    "print and panes": ("Ctrl+P", "F6"),
    "help": ("Ctrl+/", "F1"),
}
"""The keys the window promises its clerks."""


def listed():
    return [key for _, lines in chapters() for _, keys in lines for key in keys]


@pytest.mark.parametrize("promise", PROMISED)
def test_every_promised_key_is_listed(promise):
    assert set(PROMISED[promise]) <= set(listed())


def test_ids_of_keys_are_unique():
    ids = [key.id for _, keys in CHAPTERS for key in keys]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("title", [title for title, _ in chapters()])
def test_no_chapter_lists_a_key_twice(title):
    keys = [key for _, own in dict(chapters())[title] for key in own]
    assert sorted(keys) == sorted(set(keys))


def test_no_key_of_a_menu_is_a_key_of_the_cells():
    cells = {key for _, own in dict(chapters())[CELL_CHAPTER] for key in own}
    assert not cells & {key for action in ACTIONS for key in every_key(action.keys)}


def test_every_action_with_a_key_is_listed():
    words = {words for _, lines in chapters() for words, _ in lines}
    assert {action.plain for action in ACTIONS if action.keys} <= words


@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_hold_every_chapter_in_order(count):
    assert [chapter for column in columns(count) for chapter in column] == list(chapters())


def test_no_column_stays_empty():
    assert all(columns(3))


def test_columns_are_of_about_the_same_height():
    first, second = (sum(len(lines) + 2 for _, lines in column) for column in columns(2))
    assert abs(first - second) <= max(len(lines) + 2 for _, lines in chapters())
