# SPDX-License-Identifier: MIT
"""Claims about the ways to a file just exported."""

from pathlib import Path

import pytest

from ui import dialogs
from ui.exported_strip import ExportedStrip

PAGE = Path("/a/页.pdf")


@pytest.fixture
def strip(qtbot):
    strip = ExportedStrip()
    qtbot.addWidget(strip)
    return strip


@pytest.mark.parametrize(("link", "path"), [("file", PAGE), ("folder", PAGE.parent)])
def test_file_and_folder_are_opened_by_the_system(strip, monkeypatch, link, path):
    opened = []
    monkeypatch.setattr(dialogs, "open_outside", opened.append)
    strip.show_path(PAGE)
    getattr(strip, link).click()
    assert opened == [path]


def test_the_next_export_takes_the_place_of_the_one_before(strip, monkeypatch):
    opened = []
    monkeypatch.setattr(dialogs, "open_outside", opened.append)
    for name in ("一.pdf", "二.pdf"):
        strip.show_path(PAGE.with_name(name))
    strip.file.click()
    assert opened == [PAGE.with_name("二.pdf")]


def test_the_ways_are_there_for_a_while_after_an_export(qtbot, monkeypatch):
    monkeypatch.setattr("ui.exported_strip.STAYS", 1)
    strip = ExportedStrip()
    qtbot.addWidget(strip)
    assert not strip.isVisible()
    strip.show_path(PAGE)
    assert strip.isVisible()
    qtbot.waitUntil(lambda: not strip.isVisible())
