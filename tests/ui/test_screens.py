# SPDX-License-Identifier: MIT
"""Claims about the window on its screen."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from ui.screens import fit_to_screen


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
