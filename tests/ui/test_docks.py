# SPDX-License-Identifier: MIT
"""Claims about the panels at the right."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QLabel, QMainWindow

from ui.docks import PREVIEW_WIDTH, PROBLEMS_WIDTH, ROOMY, SLIM_BELOW, SLIM_PROBLEMS, Docks


def docks_in(qtbot, width):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel("表"))
    window.resize(width, 700)
    window.docks = Docks(window, QLabel("问题"), QLabel("页面"))
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def small(qtbot):
    window = docks_in(qtbot, 1366)
    window.docks.show(QByteArray())
    return window


def test_a_small_screen_begins_with_the_problems_only(small, qtbot):
    assert not small.docks.preview.isVisible()
    qtbot.waitUntil(lambda: small.docks.problems.width() == PROBLEMS_WIDTH)


def test_a_large_screen_shows_both(qtbot):
    window = docks_in(qtbot, ROOMY)
    window.docks.show(QByteArray())
    assert window.docks.problems.isVisible()
    assert window.docks.preview.isVisible()


def test_the_page_takes_more_width_when_it_is_asked_for(small, qtbot):
    small.docks.toggle("preview")
    qtbot.waitUntil(lambda: small.docks.preview.width() == PREVIEW_WIDTH)
    small.docks.toggle("preview")
    qtbot.waitUntil(lambda: small.docks.problems.width() == PROBLEMS_WIDTH)


def test_the_buttons_of_a_panel_close_and_float_it(small):
    bar = small.docks.problems.titleBarWidget()
    bar._buttons["float"].click()
    assert small.docks.problems.isFloating()
    bar._buttons["close"].click()
    assert not small.docks.problems.isVisible()


def test_what_was_kept_comes_back(small, qtbot):
    small.docks.toggle("problems")
    kept = small.docks.state()
    again = docks_in(qtbot, 1366)
    again.docks.show(kept)
    assert not again.docks.problems.isVisible()


def test_panels_are_slim_where_room_is_scarce(qtbot):
    window = docks_in(qtbot, SLIM_BELOW - 1)
    window.docks.show(QByteArray())
    qtbot.waitUntil(lambda: window.docks.problems.width() == SLIM_PROBLEMS)
