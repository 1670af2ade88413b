# SPDX-License-Identifier: MIT
"""Claims about what is offered after a crash: everything that is not in the files, once, and nothing else."""

import shutil
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from model.drafts import load, to_bytes
from model.living import this_process
from model.recovery import FORMAT, About, Pair, spelt
from model.safe_file import stamp_of
from tests.builders import GOLDEN, complete_form
from ui import dialogs
from ui.recovery_offers import OFFER, UNWANTED
from ui.recovery_sheet import RecoverySheet
from ui.rescue import data_folder


@pytest.fixture
def draft(tmp_path):
    """A clerk's file."""
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "002-1.json", path)
    return path


@pytest.fixture
def folder(own_folder):
    return data_folder() / "recovery"


@pytest.fixture
def crash(folder):
    """Leave a copy as a crash does: of a file, or of a form without one."""

    def leave(path=None, start="gone", mark="", **changed):
        form = load(path).form if path else complete_form()
        for key, value in changed.items():
            setattr(form, key, value)
        held = stamp_of(path, path.read_bytes()).sha256 if path else None
        us = this_process()
        told = {
            "process_id": us.id,
            "host": us.host,
            "process_start": start,
            "time": datetime.now().isoformat(),
        }
        about = About(sequence=0, parent=spelt(path), parent_sha256=held, **told)
        Pair(folder, mark).write(about, to_bytes(form))
        return form

    return leave


@pytest.fixture
def look(window, qtbot):
    """Look for copies, as at the start; return the window."""

    def look():
        with qtbot.waitSignal(window.rooms.offers.shown):
            window.rooms.offers.look()
        return window

    return look


def bar(window):
    return window.rooms.notices if window.rooms.desk.is_at_work else window.rooms.desk.start.notices


def said(window):
    return [label.text() for label in bar(window).findChildren(QLabel) if label.isVisible()]


def press(window, words):
    buttons = (one for one in bar(window).findChildren(QPushButton) if one.isVisible())
    next(one for one in buttons if one.text().startswith(words)).click()


def kept(folder: Path):
    return sorted(path.name for path in folder.glob("*")) if folder.exists() else []


def test_without_a_crash_nothing_is_offered(look):
    assert said(look()) == []


def test_what_is_not_in_the_file_is_offered_on_the_start_page(look, crash, draft):
    crash(draft, project_name="新名称", goal_actual="写到一半")
    (sentence,) = said(look())
    assert sentence.startswith("上次没有正常退出：“表.json”有 ")
    assert "比文件多 2 处改动" in sentence


def test_recovering_is_one_step_on_the_form_of_the_file(look, crash, draft, folder, qtbot):
    form, before = crash(draft, goal_actual="写到一半"), draft.read_bytes()
    window = look()
    press(window, "恢复")
    document = window.rooms.document
    assert (document.form, document.path, document.is_modified) == (form, draft, True)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.form == load(draft).form
    assert not document.is_modified
    assert draft.read_bytes() == before


def test_recovered_it_is_in_a_copy_of_this_window_before_the_old_one_goes(look, crash, draft, folder, qtbot):
    crash(draft, goal_actual="写到一半", mark="old")
    window = look()
    with qtbot.waitSignal(window.rooms.keeper.written):
        press(window, "恢复")
    assert window.statusBar().currentMessage() == "“表.json”已恢复，还没有保存。"
    qtbot.waitUntil(lambda: "old-0.copy" not in kept(folder))
    assert len(kept(folder)) == 1
    assert said(window) == []


def test_saved_after_recovering_nothing_is_left(look, crash, draft, folder, qtbot):
    form = crash(draft, goal_actual="写到一半")
    window = look()
    with qtbot.waitSignal(window.rooms.keeper.written):
        press(window, "恢复")
    assert window.rooms.filing.save()
    assert load(draft).form == form
    qtbot.waitUntil(lambda: kept(folder) == [])


def test_a_file_that_was_changed_since_is_told_and_asked_about_when_saving(look, crash, draft, monkeypatch):
    form = crash(draft, goal_actual="写到一半")
    draft.write_bytes(to_bytes(complete_form()))
    window = look()
    assert "文件在那以后又被改过" in said(window)[0]
    press(window, "恢复")
    assert window.rooms.document.form == form
    asked = []
    monkeypatch.setattr(
        dialogs, "ask_overwrite", lambda *question: asked.append(question) or dialogs.Conflict.CANCEL
    )
    assert not window.rooms.filing.save()
    assert asked


def test_a_file_that_is_gone_leaves_a_form_without_one(look, crash, draft):
    form = crash(draft, goal_actual="写到一半")
    draft.unlink()
    window = look()
    assert "不在了" in said(window)[0]
    press(window, "恢复")
    document = window.rooms.document
    assert (document.form, document.path, document.is_modified) == (form, None, True)


def test_a_form_never_saved_is_offered_by_its_project(look, crash):
    form = crash(project_name="图书馆经费")
    window = look()
    assert "“图书馆经费”" in said(window)[0]
    press(window, "恢复")
    assert window.rooms.document.form == form


def test_what_the_file_holds_is_not_offered_and_goes(look, crash, draft, folder):
    crash(draft)
    assert said(look()) == []
    assert kept(folder) == []


def test_what_a_living_editor_is_at_work_on_is_not_offered(look, crash, draft, folder):
    crash(draft, start=this_process().start, goal_actual="写到一半")
    assert said(look()) == []
    assert len(kept(folder)) == 1


def test_put_off_it_stays_and_comes_again_with_its_file(look, crash, draft, folder, qtbot):
    crash(draft, goal_actual="写到一半")
    window = look()
    press(window, "以后再说")
    assert said(window) == []
    with qtbot.waitSignal(window.rooms.offers.shown):
        window.rooms.filing.open(draft)
    assert "“表.json”" in said(window)[0]
    assert len(kept(folder)) == 1


def test_not_wanted_it_goes_but_not_before_the_clerk_leaves(look, crash, draft, folder):
    crash(draft, goal_actual="写到一半")
    window = look()
    press(window, "不要了")
    assert said(window) == ["“表.json”的恢复副本不要了。"]
    assert len(kept(folder)) == 1
    window.close()
    assert kept(folder) == []


def test_not_wanting_it_can_be_undone(look, crash, draft, folder):
    crash(draft, goal_actual="写到一半")
    window = look()
    press(window, "不要了")
    press(window, "撤销")
    assert bar(window).keys == (OFFER,)
    window.close()
    assert len(kept(folder)) == 1


def test_knowing_that_it_goes_lets_it_go(look, crash, draft, folder):
    crash(draft, goal_actual="写到一半")
    window = look()
    press(window, "不要了")
    press(window, "知道了")
    assert (kept(folder), UNWANTED in bar(window).keys) == ([], False)


def test_several_are_a_list_to_choose_from(look, crash, draft, monkeypatch):
    crash(draft, goal_actual="写到一半")
    form = crash(project_name="第二张")
    sheets = []

    def choose(parent, offers, discard):
        sheets.append(RecoverySheet(offers, discard, parent))
        return sheets[0].chosen

    monkeypatch.setattr(dialogs, "choose_copy", choose)
    window = look()
    assert "2 张表有没保存的内容" in said(window)[0]
    press(window, "逐份查看")
    assert window.rooms.document.form == form
    assert sheets[0].copies.count() == 2
    sheets[0].deleteLater()


def packed_as(version):
    """A copy as some version may write it."""
    rest = b"{}\n{}"
    return f"{FORMAT} {version} {sha256(rest).hexdigest()}\n".encode() + rest


def test_a_later_versions_copy_is_told_in_one_sentence_and_kept(look, folder):
    folder.mkdir(parents=True)
    (folder / "a-0.copy").write_bytes(packed_as("2"))
    (sentence,) = said(look())
    assert sentence.startswith("有 1 份恢复副本读不出来")
    assert kept(folder) == ["a-0.copy"]


def test_a_folder_that_cannot_be_written_is_said_once(window, folder, qtbot):
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file in its place", encoding="utf-8")
    window.rooms.filing.open(GOLDEN / "002-1.json")
    for text in ("一", "二"):
        window.rooms.document.form.goal_actual = text
        window.rooms.document.undo_stack.resetClean()
        with qtbot.waitSignal(window.rooms.keeper.failed):
            window.rooms.keeper.write()
    assert [words.startswith("恢复副本写不进去（") for words in said(window)] == [True]


def test_leaving_as_one_should_leaves_nothing(at_work, folder, qtbot):
    window = at_work
    window.rooms.document.form.goal_actual = "变了"
    window.rooms.document.undo_stack.resetClean()
    with qtbot.waitSignal(window.rooms.keeper.written):
        window.rooms.keeper.write()
    assert len(kept(folder)) == 1
    window.rooms.document.undo_stack.setClean()
    window.close()
    assert kept(folder) == []


def test_what_another_window_has_recovered_is_not_recovered_twice(look, crash, draft, folder, qtbot):
    crash(draft, goal_actual="写到一半", mark="old")
    window = look()
    (folder / "old-0.copy").unlink()
    with qtbot.waitSignal(window.rooms.offers.shown):
        press(window, "恢复")
    assert (window.document, said(window)) == (None, [])


def test_the_folder_of_what_cannot_be_read_can_be_opened(look, folder, monkeypatch):
    folder.mkdir(parents=True)
    (folder / "a-0.copy").write_bytes(packed_as("2"))
    opened = []
    monkeypatch.setattr(dialogs, "open_outside", opened.append)
    press(look(), "打开所在文件夹")
    assert opened == [folder]
