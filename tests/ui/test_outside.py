# SPDX-License-Identifier: MIT
"""Claims about a file that others change while the form is in the window: noticed, compared, settled."""

import json
import os
import shutil

import pytest
from PySide6.QtCore import Qt

from model.backups import FOLDER, backups_of
from model.drafts import load, to_bytes
from model.edits import SetCell
from tests.builders import GOLDEN
from ui import dialogs
from ui.dialogs import Conflict
from ui.rescue import data_folder

NAME = "合作交流工作业务经费"
MINE = SetCell(("goal_actual",), "我写的。")


@pytest.fixture
def draft(window, tmp_path):
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "003-1.json", path)
    window.rooms.filing.open(path)
    return path


@pytest.fixture
def rooms(window, draft):
    return window.rooms


def by_another(path, name="别人的", **more):
    """Let another hand change the file."""
    raw = json.loads(path.read_text("utf-8")) | {"project_name": name, **more}
    path.write_text(json.dumps(raw), "utf-8")


def answer(monkeypatch, *answers):
    asked, left = [], list(answers)
    monkeypatch.setattr(dialogs, "ask_overwrite", lambda *details: asked.append(details[1]) or left.pop(0))
    return asked


def noticed(rooms, qtbot):
    """Look as when the window becomes active again; return the notice."""
    outside = rooms.filing.outside
    with qtbot.waitSignal(outside._seen):
        outside._note_state(Qt.ApplicationState.ApplicationActive)
    lines = rooms.notices._lines
    return lines["outside"].accessibleName() if "outside" in lines else ""


# Noticed


def test_a_change_by_another_is_noticed_quietly_with_a_count(rooms, draft, qtbot):
    by_another(draft, goal_actual="别人写的。")
    assert noticed(rooms, qtbot) == "“表.json”刚被别人改过：2 处改动：基本信息 1、目标 1。"


def test_a_file_that_is_as_it_was_is_no_news(rooms, draft, qtbot):
    assert noticed(rooms, qtbot) == ""
    os.utime(draft)  # touched, but the same
    assert noticed(rooms, qtbot) == ""


def test_a_file_that_is_gone_is_noticed(rooms, draft, qtbot):
    draft.unlink()
    assert "已不在原处" in noticed(rooms, qtbot)


def test_a_file_that_became_unreadable_is_noticed(rooms, draft, qtbot):
    draft.write_bytes(b"{")
    assert "读不出来" in noticed(rooms, qtbot)


def test_what_the_clerk_has_put_away_does_not_come_again(rooms, draft, qtbot):
    by_another(draft)
    assert noticed(rooms, qtbot)
    rooms.notices.clear("outside")
    assert noticed(rooms, qtbot) == ""
    by_another(draft, "又改了", goal_actual="别人写的。")
    assert "2 处" in noticed(rooms, qtbot)


def test_the_notice_goes_when_the_file_is_as_it_was(rooms, draft, qtbot):
    before = draft.read_bytes()
    by_another(draft)
    assert noticed(rooms, qtbot)
    draft.write_bytes(before)
    assert noticed(rooms, qtbot) == ""


def test_what_we_save_ourselves_is_no_news(rooms, draft, qtbot):
    rooms.document.do(MINE, "")
    assert rooms.filing.save()
    assert noticed(rooms, qtbot) == ""


def test_from_the_notice_the_versions_are_compared_and_nothing_is_written(rooms, draft, qtbot, monkeypatch):
    by_another(draft)
    noticed(rooms, qtbot)
    before = draft.read_bytes()
    asked = answer(monkeypatch, Conflict.MERGE)
    rooms.document.do(MINE, "")
    rooms.filing.settle()
    assert len(asked[0].lines) == 2
    assert draft.read_bytes() == before
    assert rooms.document.is_modified
    assert rooms.document.form.project_name == "别人的"
    assert rooms.notices.keys == ()


@pytest.mark.parametrize("large", [0, 10**9], ids=["large", "small"])
def test_of_a_long_form_who_changed_what_is_known_as_well(rooms, draft, monkeypatch, qtbot, large):
    monkeypatch.setattr("ui.opening.LARGE", large)
    rooms.filing.open(draft)
    assert rooms.filing.outside._kept_base(5) is not None
    by_another(draft)
    assert ("1 处" in noticed(rooms, qtbot)) is bool(large)  # a long one is not read for a notice
    rooms.document.do(MINE, "")
    answer(monkeypatch, Conflict.MERGE)
    assert rooms.filing.save()
    assert in_file(draft) == ("别人的", "我写的。")


# Settled


@pytest.fixture
def conflict(rooms, draft):
    """Both sides have changed the form, at different places."""
    rooms.document.do(MINE, "")
    by_another(draft)
    return rooms


def in_file(draft):
    form = load(draft).form
    return form.project_name, form.goal_actual


def test_merging_saves_the_changes_of_both_and_is_one_step_that_can_be_taken_back(
    conflict, draft, monkeypatch
):
    document = conflict.document
    mine, steps = to_bytes(document.form), document.undo_stack.count()
    answer(monkeypatch, Conflict.MERGE)
    assert conflict.filing.save()
    assert in_file(draft) == ("别人的", "我写的。")
    assert draft.read_bytes() == to_bytes(document.form)
    assert document.undo_stack.count() == steps + 1
    document.undo_stack.undo()
    assert to_bytes(document.form) == mine
    document.undo_stack.redo()
    assert to_bytes(document.form) == draft.read_bytes()
    assert not document.is_modified


def test_taking_what_is_on_the_disk_leaves_my_changes_in_undo(conflict, draft, monkeypatch):
    document, before = conflict.document, draft.read_bytes()
    mine = to_bytes(document.form)
    answer(monkeypatch, Conflict.RELOAD)
    assert conflict.filing.save()
    assert to_bytes(document.form) == to_bytes(load(draft).form)
    assert draft.read_bytes() == before
    assert not document.is_modified
    document.undo_stack.undo()
    assert to_bytes(document.form) == mine
    assert document.is_modified


def test_what_is_overwritten_is_kept_as_a_version_first(conflict, draft, monkeypatch):
    theirs = draft.read_bytes()
    answer(monkeypatch, Conflict.OVERWRITE)
    assert conflict.filing.save()
    assert in_file(draft) == (NAME, "我写的。")
    assert backups_of(data_folder() / FOLDER, draft)[0].file.read_bytes() == theirs


def test_saving_a_copy_leaves_the_others_file_alone(conflict, draft, monkeypatch):
    theirs, copy = draft.read_bytes(), draft.with_name("我的.json")
    answer(monkeypatch, Conflict.COPY)
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, suggested: copy)
    assert conflict.filing.save()
    assert draft.read_bytes() == theirs
    assert in_file(copy) == (NAME, "我写的。")


def test_cancelling_leaves_both_as_they_are(conflict, draft, monkeypatch):
    theirs, mine = draft.read_bytes(), to_bytes(conflict.document.form)
    answer(monkeypatch, Conflict.CANCEL)
    assert not conflict.filing.save()
    assert (draft.read_bytes(), to_bytes(conflict.document.form)) == (theirs, mine)
    assert conflict.document.is_modified


def test_after_merging_a_further_change_by_another_is_asked_about_again(conflict, draft, monkeypatch):
    asked = answer(monkeypatch, Conflict.MERGE, Conflict.CANCEL)
    assert conflict.filing.save()
    conflict.document.do(SetCell(("goal_actual",), "再写。"), "")
    by_another(draft, "第三次")
    assert not conflict.filing.save()
    assert [line.difference.new for line in asked[1].lines] == ["第三次", "再写。"]


@pytest.mark.parametrize("way", [Conflict.MERGE, Conflict.OVERWRITE])
def test_a_file_changed_while_the_question_is_open_is_asked_about_again(conflict, draft, monkeypatch, way):
    answers, seen = [way, Conflict.CANCEL], []

    def slow(parent, comparison, template):
        seen.append(comparison)
        by_another(draft, f"第{len(seen)}次")
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "ask_overwrite", slow)
    assert not conflict.filing.save()
    assert len(seen) == 2
    assert in_file(draft)[0] == "第2次"


def test_an_unreadable_file_that_is_readable_again_after_the_question_is_asked_about(
    conflict, draft, monkeypatch
):
    theirs, answers = draft.read_bytes(), [Conflict.OVERWRITE, Conflict.CANCEL]
    draft.write_bytes(b"{")

    def slow(parent, comparison, template):
        draft.write_bytes(theirs)
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "ask_overwrite", slow)
    assert not conflict.filing.save()
    assert (draft.read_bytes(), answers) == (theirs, [])


def test_a_file_that_comes_back_while_the_question_is_open_is_asked_about(conflict, draft, monkeypatch):
    theirs, answers = draft.read_bytes(), [Conflict.OVERWRITE, Conflict.CANCEL]
    draft.unlink()

    def slow(parent, comparison, template):
        draft.write_bytes(theirs)
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "ask_overwrite", slow)
    assert not conflict.filing.save()
    assert (draft.read_bytes(), answers) == (theirs, [])


def test_a_file_that_is_gone_is_put_back(conflict, draft, monkeypatch):
    draft.unlink()
    answer(monkeypatch, Conflict.OVERWRITE)
    assert conflict.filing.save()
    assert in_file(draft) == (NAME, "我写的。")


def test_what_was_merged_but_not_saved_is_still_mine_in_the_next_question(conflict, draft, monkeypatch):
    asked = answer(monkeypatch, Conflict.MERGE, Conflict.MERGE)
    conflict.filing.settle()
    by_another(draft, implementing_unit="别人的单位")
    assert conflict.filing.save()
    assert [line.side.name for line in asked[1].lines] == ["THEIRS", "MINE"]
    assert in_file(draft) == ("别人的", "我写的。")
    assert load(draft).form.implementing_unit == "别人的单位"


def test_a_file_that_says_the_same_is_saved_without_a_question(rooms, draft):
    rooms.document.do(SetCell(("project_name",), "别人的"), "")
    by_another(draft)
    assert rooms.filing.save()
    assert draft.read_bytes() == to_bytes(rooms.document.form)


def test_what_was_held_when_opened_is_known_also_after_saves(rooms, draft, monkeypatch):
    rooms.document.do(MINE, "")
    assert rooms.filing.save()
    rooms.document.do(SetCell(("implementing_unit",), "我的单位"), "")
    by_another(draft)
    asked = answer(monkeypatch, Conflict.CANCEL)
    rooms.filing.save()
    assert [line.difference.place for line in asked[0].lines] == [("project_name",), ("implementing_unit",)]
