# SPDX-License-Identifier: MIT
"""Claims about the history of the form in the window: restored, opened, saved elsewhere."""

import json
import shutil
from datetime import datetime

import pytest

from model.backups import FOLDER, backups_of, keep
from model.drafts import load, to_bytes
from model.edits import SetCell
from model.versions import Kept
from tests.builders import GOLDEN
from ui import dialogs
from ui.actions import BY_ID
from ui.dialogs import Leaving
from ui.history import versions_of
from ui.history_sheet import Chosen
from ui.rescue import data_folder

NOW = datetime(2026, 11, 20, 15, 42)


@pytest.fixture
def draft(window, tmp_path):
    """A draft in the window, saved under three names one after the other."""
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "003-1.json", path)
    filing, document = window.rooms.filing, window.rooms.document
    filing.open(path)
    for name in ("第二", "第三"):
        document.do(SetCell(("project_name",), name), name)
        assert filing.save()
    return path


def choose(monkeypatch, row, *, is_to_stay=True):
    """Let the clerk choose a version; returns the sheets that were shown."""
    shown = []

    def answer(sheet):
        shown.append(sheet)
        sheet.reader.stop()
        form = load(sheet._versions[row].file).form
        return Chosen(form, "昨天 09:10", is_to_stay)

    monkeypatch.setattr(dialogs, "ask_version", answer)
    return shown


def names(path):
    versions = versions_of(path, False, NOW)
    return [(one.kept, json.loads(one.file.read_text("utf-8"))["project_name"]) for one in versions]


def test_every_save_leaves_a_version(window, draft):
    assert names(draft) == [
        (Kept.FILE, "第三"),
        (Kept.BACKUP, "第二"),
        (Kept.BACKUP, "合作交流工作业务经费"),
    ]


def test_what_is_not_saved_is_the_first_of_them(draft):
    assert [one.kept for one in versions_of(draft, True, NOW)][:2] == [Kept.WINDOW, Kept.FILE]


def test_a_file_that_is_gone_still_has_its_backups(draft):
    draft.unlink()
    assert [kept for kept, _ in names(draft)] == [Kept.BACKUP, Kept.BACKUP]


def test_a_version_is_restored_as_one_step_and_taken_back_to_the_byte(window, draft, monkeypatch, qtbot):
    document = window.rooms.document
    choose(monkeypatch, 2)
    before, steps = to_bytes(document.form), document.undo_stack.count()
    window.perform(BY_ID["history"])
    assert to_bytes(document.form) == to_bytes(load(GOLDEN / "003-1.json").form)
    assert document.undo_stack.count() == steps + 1
    assert document.is_modified
    assert "已恢复“昨天 09:10”的版本" in window.statusBar().currentMessage()
    document.undo_stack.undo()
    assert to_bytes(document.form) == before
    assert not document.is_modified
    assert load(draft).form.project_name == "第三"  # the file changes with the next save only


def test_a_version_is_opened_as_a_form_without_file(window, draft, monkeypatch):
    choose(monkeypatch, 1, is_to_stay=False)
    window.perform(BY_ID["history"])
    assert (window.rooms.document.path, window.rooms.document.form.project_name) == (None, "第二")


def test_changes_are_asked_about_before_a_version_is_opened(window, draft, monkeypatch):
    window.rooms.document.do(SetCell(("project_name",), "没存"), "")
    choose(monkeypatch, 2, is_to_stay=False)
    monkeypatch.setattr(dialogs, "ask_discard", lambda *details: Leaving.CANCEL)
    window.perform(BY_ID["history"])
    assert window.rooms.document.form.project_name == "没存"
    window.rooms.document.undo_stack.undo()


def test_a_version_is_saved_elsewhere_but_never_over_the_form_in_work(window, draft, monkeypatch):
    told, answers = [], [draft.with_name("旧"), draft]
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, suggested: answers.pop(0))
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: told.append(str(error)))
    form = load(GOLDEN / "003-1.json").form
    window.rooms.history._save_as(form, window)
    assert load(draft.with_name("旧.json")).form == form
    window.rooms.history._save_as(form, window)
    assert load(draft).form.project_name == "第三"
    assert "没有覆盖" in told[0]


def test_a_version_is_not_saved_over_what_a_colleague_changes(window, draft, monkeypatch):
    told, hers = [], draft.with_name("她的.json")
    hers.write_text("hers", "utf-8")
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, suggested: hers)
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: told.append(str(error)))
    monkeypatch.setattr(window.rooms.filing, "hindrance", lambda path: "她正在修改。")
    window.rooms.history._save_as(load(draft).form, window)
    assert (hers.read_text("utf-8"), told) == ("hers", ["她正在修改。"])


def test_what_a_version_is_saved_over_is_kept(window, draft, monkeypatch):
    other = draft.with_name("另.json")
    other.write_bytes(to_bytes(load(GOLDEN / "002-1.json").form))
    before = other.read_bytes()
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, suggested: other)
    window.rooms.history._save_as(load(draft).form, window)
    assert backups_of(data_folder() / FOLDER, other)[0].file.read_bytes() == before


def test_it_is_offered_only_for_a_form_that_has_a_file(window, draft):
    window._show_state()
    assert window.actions_by_id["history"].isEnabled()
    window.rooms.filing.start_new("ministry")
    window._show_state()
    assert not window.actions_by_id["history"].isEnabled()


def test_a_backup_that_is_torn_is_listed_like_the_others(draft):
    keep(data_folder() / FOLDER, draft, b"{", NOW)
    assert [one.kept for one in versions_of(draft, False, NOW)].count(Kept.BACKUP) == 3
