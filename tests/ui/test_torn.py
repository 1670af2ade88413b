# SPDX-License-Identifier: MIT
"""Claims about opening damaged drafts, and files that reading has changed something in."""

import shutil
from datetime import datetime

import pytest
from PySide6.QtWidgets import QPushButton

from model.backups import FOLDER, keep
from model.drafts import load, to_bytes
from tests.builders import GOLDEN, complete_form
from ui import dialogs
from ui.dialogs import Rest
from ui.rescue import data_folder

GOOD = GOLDEN / "003-1.json"


@pytest.fixture
def torn(tmp_path):
    path = tmp_path / "表.json"
    path.write_bytes(GOOD.read_bytes()[:2000])
    return path


@pytest.fixture
def filing(window):
    return window.rooms.filing


@pytest.fixture
def asked(monkeypatch):
    """Questions on damaged drafts; the answer is the first of the list."""
    questions, answers = [], [Rest.NOTHING]

    def ask(parent, error, offers):
        questions.append((str(error), offers))
        return answers[0]

    monkeypatch.setattr(dialogs, "ask_rest", ask)
    questions.append(answers)
    return questions


def back_up(path, content=None):
    keep(data_folder() / FOLDER, path, content or GOOD.read_bytes(), datetime(2026, 3, 5, 14, 30))


def notice(window):
    return window.rooms.notices.accessibleDescription()


def test_what_is_whole_of_a_damaged_draft_opens_as_a_form_without_a_file(window, filing, asked, torn):
    before = torn.read_bytes()
    asked[0][:] = [Rest.PART]
    assert filing.open(torn)
    assert (window.document.path, window.document.origin) == (None, torn)
    assert window.document.form.goal_expected == load(GOOD).form.goal_expected
    assert window.document.is_modified
    assert "读出了" in notice(window)
    assert torn.read_bytes() == before


def test_backups_are_offered_first(window, filing, asked, torn):
    back_up(torn)
    asked[0][:] = [Rest.BACKUP]
    assert filing.open(torn)
    assert list(asked[1][1]) == [Rest.BACKUP, Rest.PART]
    assert "2026-03-05 14:30" in asked[1][1][Rest.BACKUP]
    assert window.document.form == load(GOOD).form
    assert (window.document.path, window.document.origin) == (None, torn)
    assert "损坏的“表.json”没有动" in notice(window)


def test_a_backup_that_is_damaged_too_is_passed_over(filing, asked, torn):
    back_up(torn)
    back_up(torn, b"{")
    filing.open(torn)
    assert Rest.BACKUP in asked[1][1]


def test_a_file_of_zeros_is_offered_its_backup(window, filing, asked, torn):
    torn.write_bytes(bytes(3000))
    back_up(torn)
    asked[0][:] = [Rest.BACKUP]
    assert filing.open(torn)
    assert list(asked[1][1]) == [Rest.BACKUP]


def test_wanting_none_of_it_changes_nothing(window, filing, asked, torn):
    assert not filing.open(torn)
    assert window.document is None


def test_where_nothing_is_left_it_is_told_in_a_sentence(filing, asked, torn, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: told.append(str(error)))
    torn.write_bytes(b"")
    assert not filing.open(torn)
    assert told[0].startswith("“表.json”是空文件")
    assert len(asked) == 1


def test_the_damaged_file_is_not_written_over(window, filing, asked, torn, monkeypatch):
    told, before = [], torn.read_bytes()
    asked[0][:] = [Rest.PART]
    filing.open(torn)
    monkeypatch.setattr(dialogs, "ask_elsewhere", lambda parent, error: told.append(str(error)))
    monkeypatch.setattr(dialogs, "ask_save_as", lambda *arguments: torn)
    assert not filing.save()
    assert torn.read_bytes() == before
    assert "没有覆盖" in told[0]


def test_a_rescued_form_is_not_left_without_a_question(window, filing, asked, torn, monkeypatch):
    asked[0][:] = [Rest.PART]
    filing.open(torn)
    monkeypatch.setattr(dialogs, "ask_discard", lambda parent, name: dialogs.Leaving.CANCEL)
    assert not filing.may_leave()


@pytest.fixture
def odd(tmp_path):
    path = tmp_path / "怪.json"
    path.write_bytes(to_bytes(complete_form(project_name="图\u200b书馆")))
    return path


def test_what_reading_has_removed_stands_above_the_page(window, filing, odd):
    before = odd.read_bytes()
    assert filing.open(odd)
    assert window.document.form.project_name == "图书馆"
    assert "“项目名称”里去掉了看不见的字符（1 个零宽空格）" in notice(window)
    assert not window.document.is_modified
    assert odd.read_bytes() == before
    window.rooms.show_state()
    assert window.rooms.saved.text() == "读入时有改动"


def test_saving_settles_it(window, filing, odd):
    filing.open(odd)
    filing.save()
    assert "项目名称" not in notice(window)
    window.rooms.show_state()
    assert window.rooms.saved.text().startswith("已保存")
    assert load(odd).remarks == ()


def test_very_many_remarks_are_shown_in_a_dialog(window, filing, odd, monkeypatch):
    told = []
    texts = dict.fromkeys(("project_name", "goal_expected", "goal_actual", "implementing_unit"), "\u200b字")
    odd.write_bytes(to_bytes(complete_form(**texts)))
    filing.open(odd)
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: told.append(str(error)))
    buttons = window.rooms.notices.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "另有 1 条…").click()
    assert told[0].count("零宽空格") == 4


def test_a_newer_draft_opens_to_be_read_only(window, filing, tmp_path):
    path = tmp_path / "新.json"
    path.write_bytes(GOOD.read_bytes().replace(b'"version": 1', b'"version": 2'))
    assert filing.open(path)
    assert "由较新的版本保存" in window.document.read_only
    assert "由较新的版本保存" in notice(window)


def test_a_faultless_draft_opens_without_a_word(window, filing, tmp_path):
    shutil.copy(GOOD, tmp_path / "好.json")
    filing.open(tmp_path / "好.json")
    assert window.rooms.notices.keys == ()
