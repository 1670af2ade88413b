# SPDX-License-Identifier: MIT
"""Claims about what the clerk chooses being carried out."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from model.places import indicator_place
from tests.builders import GOLDEN
from ui import dialogs
from ui.app import form_to_reopen
from ui.sections import GOALS, INDICATORS
from ui.settings import APPEARANCE, FOLLOWS, REMEMBERING, REOPENS, SECTION, TEXT_SIZE


@pytest.fixture
def plain_size():
    """The application's letters are as before after the test."""
    font = QApplication.font()
    yield font.pointSizeF()
    QApplication.setFont(font)


def choose(window, settings, monkeypatch, setting, value):
    """Choose a value on the sheet of settings."""

    def answer(_parent, _settings, changed):
        settings.write(setting, value)
        changed()

    monkeypatch.setattr(dialogs, "show_settings", answer)
    window.actions_by_id["settings"].trigger()


def sizes(page):
    """The height of a row, the size of a title, the width of a box."""
    title = next(label for label in page.findChildren(QLabel) if label.text() == "绩效指标")
    row = page.tree.index_of(indicator_place(1, 0, 0))
    box = page.totals.fields["stated", "total_points"].box
    return page.view.rowHeight(row), title.font().pointSizeF(), box.width()


def test_the_letters_grow_and_everything_with_them(at_work, settings, monkeypatch, plain_size):
    page = at_work.rooms.pages.page(INDICATORS)
    before = sizes(page)
    choose(at_work, settings, monkeypatch, TEXT_SIZE, 150)
    QApplication.processEvents()
    assert QApplication.font().pointSizeF() == plain_size * 1.5
    assert [now > was * 1.15 for was, now in zip(before, sizes(page), strict=True)] == [True] * 3


def test_the_letters_come_back_to_the_plain_size(at_work, settings, monkeypatch, plain_size):
    for percent in (150, 110, 100):
        choose(at_work, settings, monkeypatch, TEXT_SIZE, percent)
    assert QApplication.font().pointSizeF() == plain_size


def test_a_message_never_stands_over_the_figures(at_work, settings, monkeypatch, plain_size):
    at_work.statusBar().showMessage("已复制 3 行", 60_000)
    choose(at_work, settings, monkeypatch, TEXT_SIZE, 150)
    QApplication.processEvents()
    assert not (at_work.rooms.figures.isVisible() and at_work.statusBar().currentMessage())


def test_the_look_is_worn_and_ticked_in_the_menu(at_work, settings, monkeypatch):
    choose(at_work, settings, monkeypatch, APPEARANCE, "dark")
    assert at_work.actions_by_id["look_dark"].isChecked()
    choose(at_work, settings, monkeypatch, APPEARANCE, "system")


def test_words_are_remembered_when_wanted(at_work, settings, monkeypatch):
    choose(at_work, settings, monkeypatch, REMEMBERING, False)
    assert not at_work.actions_by_id["remember"].isChecked()
    assert not at_work.rooms.memory.is_on


@pytest.mark.parametrize("follows", [True, False])
def test_the_page_follows_the_cell_when_wanted(at_work, settings, monkeypatch, follows):
    followed = []
    monkeypatch.setattr(at_work.rooms.preview, "follow", followed.append)
    settings.write(FOLLOWS, follows)
    at_work.rooms.desk.go_to(("project_name",))
    assert bool(followed) is follows


def test_the_last_form_is_opened_at_the_start_when_wanted(at_work, settings):
    assert form_to_reopen(settings) is None
    settings.write(REOPENS, True)
    assert form_to_reopen(settings) == at_work.document.path


def test_the_last_form_opens_in_the_section_it_was_left_in(at_work, settings, make_window):
    path = at_work.document.path
    at_work.rooms.desk.show_section(GOALS)
    at_work.close()
    assert settings.read(SECTION) == GOALS
    again = make_window(path)
    again.furnish()
    assert again.rooms.desk.section == GOALS


def test_another_form_opens_where_most_is_to_be_done(at_work, make_window):
    at_work.rooms.desk.show_section(GOALS)
    at_work.close()
    other = make_window(GOLDEN / "003-1.json")
    other.furnish()
    assert other.rooms.desk.section == INDICATORS
