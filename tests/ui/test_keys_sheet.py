# SPDX-License-Identifier: MIT
"""Claims about the sheet of keys."""

import pytest
from PySide6.QtWidgets import QLabel

from ui.keys_sheet import KeysSheet, _widest_sheet
from ui.manual import paper
from ui.manual.keys import chapters


@pytest.fixture
def sheet(qtbot):
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    return sheet


def test_the_sheet_shows_words_and_keys(sheet):
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"下一个问题", "F8", "重做", "Ctrl+Y、Ctrl+Shift+Z"} <= words


def test_every_chapter_is_on_it(sheet):
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {words for title, lines in chapters() for words in (title, *(line[0] for line in lines))} <= words


def test_it_is_no_larger_than_the_screen(sheet):
    room = sheet.screen().availableSize()
    assert sheet.width() <= room.width()
    assert sheet.height() <= room.height()


@pytest.mark.parametrize("room", [2000, 700])
def test_it_has_as_many_columns_as_the_screen_has_room_for(qtbot, room):
    sheet = _widest_sheet(room)
    qtbot.addWidget(sheet)
    assert sheet.sizeHint().width() <= room
    assert sheet.layout().count() == (3 if room == 2000 else 2)


@pytest.mark.parametrize(("button", "task"), [("to_printer", "print_keys"), ("to_pdf", "save_keys")])
def test_the_buttons_bring_it_on_paper(sheet, monkeypatch, button, task):
    asked = []
    monkeypatch.setattr(paper, task, asked.append)
    getattr(sheet, button).click()
    assert asked == [sheet]
