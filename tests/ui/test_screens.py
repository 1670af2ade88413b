# SPDX-License-Identifier: MIT
"""Claims about the window on its screen."""

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QMainWindow

from ui.screens import fit_to_screen, inside


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def test_a_small_screen_is_filled(window):
    assert window.screen().availableSize().width() < 1500
    fit_to_screen(window, QByteArray())
    assert window.isMaximized()


def test_the_window_comes_back_where_it_was(window, qtbot):
    window.setGeometry(20, 30, 400, 300)
    again = QMainWindow()
    qtbot.addWidget(again)
    fit_to_screen(again, window.saveGeometry())
    assert again.size() == window.size()
    assert not again.isMaximized()


def test_nonsense_is_no_place(window):
    fit_to_screen(window, QByteArray(b"nonsense"))
    assert window.isMaximized()


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        (QRect(1500, 900, 800, 600), QRect(566, 168, 800, 600)),
        (QRect(-900, -700, 800, 600), QRect(0, 0, 800, 600)),
        (QRect(0, 0, 2560, 1440), QRect(0, 0, 1366, 768)),
    ],
)
def test_a_window_lies_on_the_screen_that_is_there(window, expected):
    assert inside(window, QRect(0, 0, 1366, 768)) == expected
