# SPDX-License-Identifier: MIT
"""Claims about the sheet of keys."""

from PySide6.QtWidgets import QLabel

from ui.actions import ACTIONS
from ui.keys_sheet import KeysSheet, chapters


def test_every_action_with_a_key_is_on_it():
    listed = [words for _, lines in chapters() for words, _ in lines]
    assert {action.plain for action in ACTIONS if action.keys} <= set(listed)


def test_keys_of_the_cells_are_on_it():
    assert dict(chapters())["单元格"]


def test_the_sheet_shows_words_and_keys(qtbot):
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"下一个问题", "F8", "重做", "Ctrl+Y、Ctrl+Shift+Z"} <= words
