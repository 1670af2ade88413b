# SPDX-License-Identifier: MIT
"""Claims about opening, saving, exporting and leaving."""

import json
import os
import shutil
import threading
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from model import sibling as siblings
from model.backups import FOLDER, backups_of
from model.comparing import Side
from model.drafts import load
from model.edits import SetCell
from tests.builders import GOLDEN
from tests.ui.hands import answer
from tests.working_copies import blank_pdf, with_attachment
from ui import opening, progress
from ui.dialogs import Conflict, Leaving
from ui.filing import Filing
from ui.progress import Card
from ui.recent import recent_forms
from ui.rescue import data_folder
from ui.settings import LAST_FOLDER

NAME = SetCell(("project_name",), "新的名称")


@pytest.fixture
def filing(qtbot, document, press, settings, told):
    window = QWidget()
    qtbot.addWidget(window)
    filing = Filing(document, press, settings, lambda: None, lambda: None, window)
    filing.window = window
    return filing


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "003-1.json", path)
    return path


def project_in(path):
    return json.loads(path.read_text(encoding="utf-8"))["project_name"]


# New and open


def test_a_new_form_is_for_last_year_and_has_no_file(filing, document):
    assert filing.start_new("shanghai-2024")
    assert (document.form.template, document.form.fiscal_year) == ("shanghai-2024", date.today().year - 1)
    assert document.path is None
    assert not document.is_modified


def test_opening_remembers_form_and_folder(filing, settings, draft):
    assert filing.open(draft)
    assert [recent.project_name for recent in recent_forms(settings)] == ["合作交流工作业务经费"]
    assert settings.read(LAST_FOLDER) == str(draft.parent)


def test_opening_what_is_no_draft_is_one_sentence_and_changes_nothing(filing, document, told, tmp_path):
    (tmp_path / "坏.json").write_text("{", encoding="utf-8")
    before = document.form
    assert not filing.open(tmp_path / "坏.json")
    assert document.form is before
    assert len(told) == 1
    assert told[0].startswith("“坏.json”")


def test_an_example_opens_as_a_form_without_file(filing, document, draft):
    assert filing.open_copy(draft)
    assert document.form.project_name == "合作交流工作业务经费"
    assert document.path is None


def test_not_choosing_a_file_opens_nothing(filing, monkeypatch):
    answer(monkeypatch, "ask_open", None)
    assert not filing.ask_and_open()


# Save


def test_the_first_save_asks_for_a_name_made_of_year_and_project(filing, document, monkeypatch, tmp_path):
    asked = answer(monkeypatch, "ask_save_as", tmp_path / "我的表")
    assert filing.save()
    assert asked[0][1].name == "2024 图书馆开放经费.json"
    assert document.path == tmp_path / "我的表.json"
    assert project_in(document.path) == "图书馆开放经费"


def test_later_saves_ask_nothing(filing, document, draft):
    filing.open(draft)
    document.do(NAME, "")
    assert filing.save()
    assert project_in(draft) == "新的名称"
    assert not document.is_modified


def test_leaving_waits_for_an_export(qtbot, document, press, settings):
    window, finished = QWidget(), []
    qtbot.addWidget(window)
    filing = Filing(document, press, settings, lambda: None, lambda: finished.append("export"), window)
    assert filing.may_leave()
    assert finished == ["export"]


def test_the_version_before_is_kept_in_the_applications_own_folder(filing, document, draft, own_folder):
    before = draft.read_bytes()
    filing.open(draft)
    document.do(NAME, "")
    filing.save()
    assert data_folder().is_relative_to(own_folder)
    assert [kept.file.read_bytes() for kept in backups_of(data_folder() / FOLDER, draft)] == [before]


def test_a_draft_saved_under_a_new_name_begins_its_own_history(filing, draft, monkeypatch, tmp_path):
    filing.open(draft)
    answer(monkeypatch, "ask_save_as", tmp_path / "b.json")
    filing.save_as()
    assert backups_of(data_folder() / FOLDER, tmp_path / "b.json") == []


def test_saving_finishes_what_is_being_typed(qtbot, document, press, settings, monkeypatch, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    filing = Filing(document, press, settings, lambda: document.do(NAME, ""), lambda: None, window)
    answer(monkeypatch, "ask_save_as", tmp_path / "a.json")
    filing.save()
    assert project_in(tmp_path / "a.json") == "新的名称"


def test_a_later_save_finishes_what_is_being_typed_too(qtbot, document, press, settings, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    filing = Filing(document, press, settings, lambda: document.do(NAME, ""), lambda: None, window)
    document.save(tmp_path / "a.json")
    filing.save()
    assert project_in(tmp_path / "a.json") == "新的名称"


def test_a_save_that_fails_is_told_and_nothing_is_saved(filing, document, monkeypatch, tmp_path):
    document.do(NAME, "")
    answer(monkeypatch, "ask_save_as", tmp_path / "没有" / "a.json")
    asked = answer(monkeypatch, "ask_elsewhere", False)
    assert not filing.save()
    assert document.is_modified
    assert "没有保存成功" in str(asked[0][1])


def test_a_save_that_fails_can_go_elsewhere_at_once(filing, document, monkeypatch, tmp_path):
    answer(monkeypatch, "ask_save_as", tmp_path / "没有" / "a.json", tmp_path / "b.json")
    answer(monkeypatch, "ask_elsewhere", True)
    assert filing.save()
    assert (document.path, document.is_modified) == (tmp_path / "b.json", False)


@pytest.mark.parametrize(("may", "expected"), [(True, "图书馆开放经费"), (False, "合作交流工作业务经费")])
def test_a_file_the_dialog_did_not_ask_about_is_asked_about(filing, monkeypatch, tmp_path, may, expected):
    shutil.copy(GOLDEN / "003-1.json", tmp_path / "表.pdf.json")
    answer(monkeypatch, "ask_save_as", tmp_path / "表.pdf", None)
    asked = answer(monkeypatch, "ask_replace", may)
    assert filing.save() is may
    assert asked[0][1] == "表.pdf.json"
    assert project_in(tmp_path / "表.pdf.json") == expected


def test_what_a_crash_left_beside_a_draft_is_swept_when_it_is_opened(filing, draft, qtbot):
    stale, others = draft.with_name(f".zpb-{'0' * 16}.tmp"), draft.with_name("别人的.tmp")
    for file in (stale, others):
        file.touch()
        os.utime(file, (1, 1))
    filing.open(draft)
    qtbot.waitUntil(lambda: not stale.exists())
    assert others.exists()


@pytest.mark.parametrize(
    ("choice", "expected"), [(Conflict.OVERWRITE, "新的名称"), (Conflict.CANCEL, "别人的改动")]
)
def test_nobodys_change_is_overwritten_without_a_question(
    filing, document, draft, monkeypatch, choice, expected
):
    filing.open(draft)
    document.do(NAME, "")
    draft.write_text(draft.read_text("utf-8").replace("合作交流工作业务经费", "别人的改动"), "utf-8")
    asked = answer(monkeypatch, "ask_overwrite", choice)
    assert filing.save() is (choice is Conflict.OVERWRITE)
    assert [line.side for line in asked[0][1].lines] == [Side.BOTH]
    assert project_in(draft) == expected


def test_another_name_of_the_same_file_is_minded_as_well(filing, document, draft, monkeypatch, tmp_path):
    filing.open(draft)
    document.do(NAME, "")
    draft.write_text(draft.read_text("utf-8").replace("合作交流工作业务经费", "别人的改动"), "utf-8")
    (tmp_path / "链接.json").symlink_to(draft)
    answer(monkeypatch, "ask_save_as", tmp_path / "链接.json")
    answer(monkeypatch, "ask_overwrite", Conflict.CANCEL)
    assert not filing.save_as()
    assert project_in(draft) == "别人的改动"


def test_a_conflict_can_be_saved_as_a_copy(filing, document, draft, monkeypatch, tmp_path):
    filing.open(draft)
    document.do(NAME, "")
    draft.unlink()
    answer(monkeypatch, "ask_overwrite", Conflict.COPY)
    answer(monkeypatch, "ask_save_as", tmp_path / "另一份.json")
    assert filing.save()
    assert document.path == tmp_path / "另一份.json"


# Leave


def test_an_unchanged_form_is_left_without_a_question(filing):
    assert filing.may_leave()


@pytest.mark.parametrize(("choice", "leaves"), [(Leaving.DISCARD, True), (Leaving.CANCEL, False)])
def test_changes_are_asked_about(filing, document, monkeypatch, choice, leaves):
    document.do(NAME, "")
    asked = answer(monkeypatch, "ask_discard", choice)
    assert filing.may_leave() is leaves
    assert asked[0][1] == "新的名称"
    assert document.is_modified


def test_the_question_names_the_file(filing, document, draft, monkeypatch):
    filing.open(draft)
    document.do(NAME, "")
    asked = answer(monkeypatch, "ask_discard", Leaving.CANCEL)
    filing.may_leave()
    assert asked[0][1] == "表.json"


def test_saving_first_leaves_only_when_it_was_saved(filing, document, draft, monkeypatch):
    document.do(NAME, "")
    answer(monkeypatch, "ask_discard", Leaving.SAVE)
    answer(monkeypatch, "ask_save_as", None)
    assert not filing.open(draft)
    assert document.form.project_name == "新的名称"


# Working copies


@pytest.fixture
def copy(tmp_path, draft):
    """A working copy of the draft."""
    path = tmp_path / "表.pdf"
    path.write_bytes(with_attachment(draft.read_bytes()))
    return path


def test_a_working_copy_opens_as_a_form_without_draft_file(filing, document, copy, draft):
    assert filing.open(copy)
    assert document.form == load(draft).form
    assert (document.path, document.origin) == (None, copy)
    assert not document.is_modified


def test_a_working_copy_is_not_among_the_drafts_but_its_folder_is_remembered(filing, settings, copy):
    filing.open(copy)
    assert recent_forms(settings) == []
    assert settings.read(LAST_FOLDER) == str(copy.parent)


def test_the_first_save_of_a_working_copy_is_a_draft_beside_it(filing, document, copy, monkeypatch):
    before = copy.read_bytes()
    filing.open(copy)
    document.do(NAME, "")
    asked = answer(monkeypatch, "ask_save_as", copy)  # the clerk names the PDF itself
    assert filing.save()
    assert asked[0][1] == copy.parent / "2024 新的名称.json"
    assert (document.path, document.origin) == (copy.with_name("表.pdf.json"), None)
    assert copy.read_bytes() == before


def test_a_working_copy_is_never_overwritten_whatever_its_name(filing, copy, monkeypatch):
    misnamed = copy.rename(copy.with_suffix(".JSON"))
    before = misnamed.read_bytes()
    filing.open(misnamed)
    answer(monkeypatch, "ask_save_as", misnamed)
    asked = answer(monkeypatch, "ask_elsewhere", False)
    assert not filing.save()
    assert misnamed.read_bytes() == before
    assert "没有覆盖" in str(asked[0][1])


def test_changes_to_a_working_copy_are_asked_about(filing, document, copy, monkeypatch):
    filing.open(copy)
    document.do(NAME, "")
    answer(monkeypatch, "ask_discard", Leaving.CANCEL)
    assert not filing.may_leave()


def test_a_pdf_without_draft_is_one_sentence_and_changes_nothing(filing, document, told, tmp_path):
    (tmp_path / "a.pdf").write_bytes(blank_pdf())
    before = document.form
    assert not filing.open(tmp_path / "a.pdf")
    assert document.form is before
    assert len(told) == 1
    assert told[0].startswith("“a.pdf”不是本程序导出的工作稿")


# Long work


@pytest.fixture
def large(monkeypatch):
    """Let every draft count as large."""
    monkeypatch.setattr("ui.opening.LARGE", 0)


def test_a_large_draft_is_read_beside_the_window(filing, document, draft, large, monkeypatch):
    threads = []
    read = opening.read
    monkeypatch.setattr(
        opening, "read", lambda path: threads.append(threading.current_thread()) or read(path)
    )
    assert filing.open(draft)
    assert document.form.project_name == "合作交流工作业务经费"
    assert threads[0] is not threading.current_thread()


def test_a_working_copy_is_read_beside_the_window(filing, copy, monkeypatch):
    threads = []
    read = opening.read
    monkeypatch.setattr(
        opening, "read", lambda path: threads.append(threading.current_thread()) or read(path)
    )
    assert filing.open(copy)
    assert threads[0] is not threading.current_thread()


@pytest.fixture
def long(monkeypatch):
    """Let every form count as long."""
    monkeypatch.setattr("ui.writing.LONG", 0)


def test_a_long_form_is_written_beside_the_window(filing, document, long, monkeypatch, tmp_path):
    threads, verify = [], siblings.verify
    monkeypatch.setattr(
        siblings, "verify", lambda *file: threads.append(threading.current_thread()) or verify(*file)
    )
    document.do(NAME, "")
    answer(monkeypatch, "ask_save_as", tmp_path / "a.json")
    assert filing.save()
    assert project_in(tmp_path / "a.json") == "新的名称"
    assert not document.is_modified
    assert threads[0] is not threading.current_thread()


def test_writing_cannot_be_cancelled_half_way(filing, document, long, monkeypatch, tmp_path):
    shown, verify, gate = [], siblings.verify, threading.Event()
    monkeypatch.setattr(progress, "SHOWN_AFTER", 1)
    monkeypatch.setattr(siblings, "verify", lambda *file: gate.wait(5) and verify(*file))
    monkeypatch.setattr(Card, "show", lambda card: (shown.append(card), card.reject(), gate.set()))
    answer(monkeypatch, "ask_save_as", tmp_path / "a.json")
    assert filing.save()
    assert project_in(tmp_path / "a.json") == "图书馆开放经费"
    assert len(shown) == 1


def test_a_long_form_that_cannot_be_written_is_told(filing, document, long, monkeypatch, tmp_path):
    document.do(NAME, "")
    answer(monkeypatch, "ask_save_as", tmp_path / "没有" / "a.json")
    asked = answer(monkeypatch, "ask_elsewhere", False)
    assert not filing.save()
    assert document.is_modified
    assert "没有保存成功" in str(asked[0][1])


def test_what_changes_while_a_form_is_written_is_not_called_saved(document, tmp_path):
    def write(writing):
        written = writing()
        document.do(NAME, "")
        return written

    document.save(tmp_path / "a.json", write=write)
    assert document.is_modified


def test_a_large_file_that_is_no_draft_is_one_sentence(filing, document, told, tmp_path, large):
    (tmp_path / "坏.json").write_text("{", encoding="utf-8")
    assert not filing.open(tmp_path / "坏.json")
    assert told[0].startswith("“坏.json”")


def test_a_draft_read_beside_the_window_is_judged_the_same(draft):
    here, beside = opening.read(draft), opening.read_large(draft)
    assert here.judge.findings() == beside.judge.findings()
    assert here.form == beside.form
