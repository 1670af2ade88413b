# SPDX-License-Identifier: MIT
"""Claims about the ways to a file just exported."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QStatusBar

from ui import dialogs
from ui.exported_strip import ExportedStrip, show_ways

PAGE = Path("/a/页.pdf")


@pytest.fixture
def status(qtbot):
    status = QStatusBar()
    qtbot.addWidget(status)
    with qtbot.waitExposed(status):
        status.show()
    return status


@pytest.mark.parametrize(("link", "path"), [("file", PAGE), ("folder", PAGE.parent)])
def test_file_and_folder_are_opened_by_the_system(status, monkeypatch, link, path):
    opened = []
    monkeypatch.setattr(dialogs, "open_outside", opened.append)
    show_ways(status, PAGE)
    getattr(status.findChild(ExportedStrip), link).click()
    assert opened == [path]


def test_the_next_export_takes_the_place_of_the_one_before(status):
    for name in ("一.pdf", "二.pdf"):
        show_ways(status, PAGE.with_name(name))
    shown = status.findChildren(ExportedStrip)
    assert [strip.file.toolTip() for strip in shown] == [str(PAGE.with_name("二.pdf"))]


def test_the_ways_go_after_a_while_and_come_back_with_the_next_export(status, qtbot, monkeypatch):
    monkeypatch.setattr("ui.exported_strip.STAYS", 1)
    show_ways(status, PAGE)
    strip = status.findChild(ExportedStrip)
    qtbot.waitUntil(lambda: not strip.isVisible())
    strip.show_path(PAGE)
    assert strip.isVisible()
