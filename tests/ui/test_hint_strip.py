# SPDX-License-Identifier: MIT
"""Claims about the line a hint stands in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.hint_strip import HintStrip, spelt_out
from ui.hints import BY_ID, HINTS
from ui.manual.topics import topic_of


@pytest.fixture
def strip(qtbot):
    """A strip below a field that has the focus."""
    page = QWidget()
    qtbot.addWidget(page, before_close_func=QWidget.hide)  # which keeps it until then
    page.field, page.strip = QLineEdit(page), HintStrip(page)
    layout = QVBoxLayout(page)
    layout.addWidget(page.field)
    layout.addWidget(page.strip)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.field.setFocus()
    page.strip.show_hint(BY_ID["problems"])
    page.strip.page = page
    return page.strip


@pytest.mark.parametrize("hint", HINTS, ids=lambda hint: hint.id)
def test_the_keys_in_the_words_are_those_of_the_actions(hint):
    assert "{" not in spelt_out(hint)


def test_a_hint_names_its_keys():
    assert "F8" in spelt_out(BY_ID["problems"])


def test_a_hint_takes_no_focus(strip):
    assert strip.parent().field.hasFocus()


def test_taking_note_is_told_and_hides(strip, qtbot):
    with qtbot.waitSignal(strip.noted) as told:
        strip.note.click()
    assert told.args == ["problems"]
    assert not strip.isVisible()


def test_escape_in_the_strip_takes_note_and_gives_the_focus_back(strip, qtbot):
    strip.setFocus()
    with qtbot.waitSignal(strip.noted):
        qtbot.keyClick(strip.note, Qt.Key.Key_Escape)
    assert strip.parent().field.hasFocus()


def test_never_again_is_told(strip, qtbot):
    with qtbot.waitSignal(strip.all_noted):
        strip.never.click()


def test_it_is_read_aloud(strip):
    assert strip.accessibleName()
    assert "F8" in strip.accessibleDescription()


def test_f1_in_it_opens_its_page(strip):
    assert topic_of(strip.note) == "problems"


def test_it_never_widens_the_window(strip):
    assert strip.parent().minimumSizeHint().width() < strip.minimumSizeHint().width()
