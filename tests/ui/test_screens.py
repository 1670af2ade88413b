# SPDX-License-Identifier: MIT
"""Claims about the window on its screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtWidgets import QMainWindow

from ui.screens import dropped_file, fit_to_screen


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def dragged(*addresses):
    content = QMimeData()
    content.setUrls([QUrl(address) for address in addresses])
    return content


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
    ("addresses", "expected"),
    [
        (["file:///a/b.txt", "file:///a/c.JSON"], Path("/a/c.JSON")),
        (["https://example.org/a.json"], None),
        ([], None),
    ],
)
def test_only_a_draft_of_this_machine_can_be_dropped(addresses, expected):
    assert dropped_file(dragged(*addresses)) == expected
