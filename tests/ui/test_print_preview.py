# SPDX-License-Identifier: MIT
"""Claims about the pages shown before printing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from tests.ui.hands import golden
from ui.press import Press
from ui.print_preview import PrintPreview


@pytest.fixture
def press(qapp):
    press = Press(golden("002-1"))
    yield press
    press.stop()


@pytest.fixture
def make(qtbot, press):
    def make(counts, sentences=()):
        preview = PrintPreview(press, press.proof(), counts, sentences)
        qtbot.addWidget(preview)
        return preview

    return make


def test_it_shows_the_pages(make, press, qtbot):
    preview = make("")
    with qtbot.waitSignal(press.drawn):
        preview.show()
    qtbot.waitUntil(lambda: preview.pages.is_drawn)


def test_it_says_what_is_not_final(make):
    preview = make("3 错误")
    words = [label.text() for label in preview.findChildren(QLabel)]
    assert "这张表还有 3 错误，每页会印上“草稿”字样。" in words


def test_it_lists_what_is_not_final(make):
    preview = make("9 错误", [f"● {n}" for n in range(9)])
    words = [label.text() for label in preview.findChildren(QLabel)]
    assert "● 0\n● 1\n● 2\n● 3\n…" in words


def test_the_pages_can_be_zoomed_and_turned_by_keyboard(make, qtbot):
    preview = make("")
    preview.show()
    assert preview.focusWidget() is preview.pages
    qtbot.keyClick(preview.pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.pages.zoom.isdigit()


def test_it_says_which_paper_the_printer_needs(make):
    preview = make("")
    assert "A4 纵向" in [label.text() for label in preview.findChildren(QLabel)]


def test_return_prints_and_escape_does_not(make, qtbot):
    for key, result in ((Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)):
        preview = make("")
        preview.show()
        qtbot.keyClick(preview.pages, key)
        assert preview.result() == result


def test_it_knows_which_page_is_in_view(make, qtbot):
    preview = make("")
    preview.show()
    assert preview.number == 1
    preview.pages.page_changed.emit(3, 4)
    assert preview.number == 3


def test_it_is_silent_about_a_final_form(make):
    preview = make("")
    assert not [label for label in preview.findChildren(QLabel) if "草稿" in label.text()]


@pytest.mark.parametrize(("number", "result"), [(0, 1), (1, 0)])
def test_its_buttons_print_or_cancel(make, number, result):
    preview = make("")
    preview.findChild(QDialogButtonBox).buttons()[number].click()
    assert preview.result() == result
