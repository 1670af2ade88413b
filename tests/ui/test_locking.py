# SPDX-License-Identifier: MIT
"""Claims about one draft and several people."""

import os
import shutil
import time
from datetime import datetime

import pytest
from PySide6.QtWidgets import QPushButton

from model.edits import SetCell
from model.holders import this_editor
from model.lock_file import FREE, STALE_AFTER, Standing, give_back, lock_path, look, take
from model.lock_keeper import News, Wish
from tests.builders import GOLDEN
from ui import dialogs

NAME = ("project_name",)
MINE = SetCell(NAME, "我的改动")
KEY = "lock"


@pytest.fixture
def colleague():
    me = this_editor(datetime.now().replace(hour=14, minute=32))
    return me._replace(user="张三", host="CZJ-07", machine="another", token="hers")


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "003-1.json", path)
    return path


@pytest.fixture
def opened(window, draft, qtbot):
    """A window with a draft that nobody else has."""
    return open_in(window, draft)


@pytest.fixture
def shut_out(window, draft, colleague, qtbot):
    """A window with a draft that a colleague changes."""
    take(draft, colleague, time.time)
    open_in(window, draft)
    qtbot.waitUntil(lambda: window.document.read_only is not None)
    return window


@pytest.fixture
def refused(monkeypatch):
    sentences = []
    monkeypatch.setattr(dialogs, "ask_elsewhere", lambda parent, error: sentences.append(str(error)))
    return sentences


def open_in(window, draft):
    assert window.rooms.filing.open(draft)
    return window


def change(window, text="我的改动"):
    window.document.do(SetCell(NAME, text), "输入项目名称")


def locked_by_us(window, draft):
    return look(draft, window.rooms.locking.me, time.time).standing is Standing.OURS


def notice(window):
    bar = window.rooms.notices
    return bar._lines[KEY].accessibleName() if KEY in bar.keys else ""


def ways(window):
    bar = window.rooms.notices
    return {button.text(): button for button in bar._lines[KEY].findChildren(QPushButton)}


def write_as(colleague, draft, text="她的改动"):
    """Let a colleague save and be done."""
    draft.write_text(draft.read_text("utf-8").replace("合作交流工作业务经费", text), "utf-8")
    give_back(draft, colleague)


# Our lock


def test_opening_alone_takes_no_lock(opened, draft):
    opened.rooms.locking.stop()  # all that was wished for is done by then
    assert not lock_path(draft).exists()


def test_the_first_change_takes_the_lock_and_saving_gives_it_back(opened, draft, qtbot):
    change(opened)
    qtbot.waitUntil(lambda: locked_by_us(opened, draft))
    assert opened.rooms.filing.save()
    qtbot.waitUntil(lambda: not lock_path(draft).exists())


def test_undoing_every_change_gives_the_lock_back(opened, draft, qtbot):
    change(opened)
    qtbot.waitUntil(lambda: locked_by_us(opened, draft))
    opened.rooms.desk.undo()
    qtbot.waitUntil(lambda: not lock_path(draft).exists())


def test_leaving_without_saving_gives_the_lock_back(opened, draft, qtbot):
    change(opened)
    qtbot.waitUntil(lambda: locked_by_us(opened, draft))
    opened.document.undo_stack.setClean()
    opened.close()
    assert not lock_path(draft).exists()


def test_another_form_gives_the_lock_back(opened, draft, qtbot):
    change(opened)
    qtbot.waitUntil(lambda: locked_by_us(opened, draft))
    opened.document.replace(opened.document.form, opened.document.template)
    assert not lock_path(draft).exists()


def test_saving_elsewhere_gives_the_lock_back(opened, draft, qtbot, monkeypatch, tmp_path):
    change(opened)
    qtbot.waitUntil(lambda: locked_by_us(opened, draft))
    monkeypatch.setattr(dialogs, "ask_save_as", lambda *details: tmp_path / "别处.json")
    assert opened.rooms.filing.save_as()
    assert list(tmp_path.glob(".~lock*")) == []


def test_a_save_right_after_the_first_key_has_the_lock(opened, draft, monkeypatch):
    seen = []
    document = opened.document
    save = document.save
    monkeypatch.setattr(
        document, "save", lambda *how, **more: seen.append(locked_by_us(opened, draft)) or save(*how, **more)
    )
    change(opened)
    assert opened.rooms.filing.save()
    assert seen == [True]


def test_what_is_typed_while_a_long_form_is_written_keeps_the_lock(opened, draft, monkeypatch, qtbot):
    def slowly(work):
        written = work()
        change(opened, "还在写")
        return written

    change(opened)
    monkeypatch.setattr(opened.rooms.filing, "_way_of_writing", lambda path: slowly)
    assert opened.rooms.filing.save()
    assert opened.document.is_modified
    with qtbot.waitSignal(opened.rooms.locking._told):  # all that was wished for before is done
        opened.rooms.locking.look_again()
    assert locked_by_us(opened, draft)


# Another's lock


def test_a_file_that_a_colleague_changes_opens_to_be_read(shut_out):
    assert "张三（电脑 CZJ-07）从 14:32 起正在修改这个文件" in notice(shut_out)
    assert set(ways(shut_out)) == {"另存一份来改", "等存好后再打开", "接手"}
    change(shut_out)
    assert not shut_out.document.is_modified


def test_a_copy_can_be_changed(shut_out, draft, monkeypatch, tmp_path):
    monkeypatch.setattr(dialogs, "ask_save_as", lambda *details: tmp_path / "另一份.json")
    ways(shut_out)["另存一份来改"].click()
    assert shut_out.document.read_only is None
    assert notice(shut_out) == ""
    change(shut_out)
    assert shut_out.document.is_modified
    assert lock_path(draft).exists()


def test_when_nothing_was_changed_the_form_is_simply_free_again(shut_out, draft, colleague, qtbot):
    give_back(draft, colleague)
    shut_out.rooms.locking.look_again()
    qtbot.waitUntil(lambda: shut_out.document.read_only is None)
    assert notice(shut_out) == ""
    assert "可以修改" in shut_out.statusBar().currentMessage()


def test_what_the_colleague_saved_is_offered_not_forced(shut_out, draft, colleague, qtbot):
    write_as(colleague, draft)
    shut_out.rooms.locking.look_again()
    qtbot.waitUntil(lambda: "张三" in notice(shut_out) and "重新打开" in ways(shut_out))
    assert shut_out.document.read_only is not None
    ways(shut_out)["重新打开"].click()
    assert shut_out.document.form.project_name == "她的改动"
    assert shut_out.document.read_only is None


def test_who_waits_gets_the_new_version_by_itself(shut_out, draft, colleague, qtbot):
    ways(shut_out)["等存好后再打开"].click()
    assert "自动重新打开" in notice(shut_out)
    write_as(colleague, draft)
    shut_out.rooms.locking.look_again()
    qtbot.waitUntil(lambda: shut_out.document.form.project_name == "她的改动")
    assert shut_out.document.read_only is None


def test_taking_over_from_the_living_is_asked_about(shut_out, draft, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(dialogs, "ask_sure", lambda *details: asked.append(details) or len(asked) > 1)
    ways(shut_out)["接手"].click()
    assert "张三" in asked[0][2]
    assert shut_out.document.read_only is not None
    ways(shut_out)["接手"].click()
    qtbot.waitUntil(lambda: shut_out.document.read_only is None)
    assert locked_by_us(shut_out, draft)


def test_a_stale_lock_is_taken_over_without_a_question(window, draft, colleague, qtbot):
    take(draft, colleague, time.time)
    os.utime(lock_path(draft), (time.time() - STALE_AFTER - 720,) * 2)
    open_in(window, draft)
    qtbot.waitUntil(lambda: "22 分钟没有动静" in notice(window))
    ways(window)["接手"].click()
    qtbot.waitUntil(lambda: window.document.read_only is None)


def test_the_clerk_s_own_other_window_is_called_so(window, draft, colleague, qtbot):
    me = window.rooms.locking.me
    take(draft, me._replace(token="the other window"), time.time)
    open_in(window, draft)
    qtbot.waitUntil(lambda: "您在这台电脑上的另一个窗口" in notice(window))


def test_a_lock_nobody_can_read_is_somebody_s(window, draft, qtbot):
    lock_path(draft).write_bytes(b"\x00" * 9000)
    open_in(window, draft)
    qtbot.waitUntil(lambda: "有人（读不出姓名）正在修改这个文件" in notice(window))


# He was first


def test_what_was_typed_before_the_lock_was_seen_stays(opened, draft, colleague, qtbot):
    take(draft, colleague, time.time)
    change(opened)
    qtbot.waitUntil(lambda: opened.document.read_only is not None)
    assert opened.document.form.project_name == "我的改动"
    assert opened.document.is_modified
    assert "没有丢" in notice(opened)
    assert set(ways(opened)) == {"另存一份来改", "接手"}


def test_an_open_editor_is_finished_before_nothing_more_can_be_typed(opened, draft, colleague, qtbot):
    from ui.sections import HEADER

    take(draft, colleague, time.time)
    change(opened)
    box = opened.rooms.pages.page(HEADER).fields["implementing_unit",].box
    opened.rooms.desk.go_to(("implementing_unit",))
    qtbot.keyClicks(box, "X")
    qtbot.waitUntil(lambda: opened.document.read_only is not None)
    assert opened.document.form.implementing_unit == "X"


def test_saving_what_a_colleague_changes_is_refused_in_words(opened, draft, colleague, refused):
    take(draft, colleague, time.time)
    before = draft.read_bytes()
    change(opened)
    assert not opened.rooms.filing.save()
    assert "张三" in refused[0]
    assert "改动还在窗口里" in refused[0]
    assert draft.read_bytes() == before
    assert opened.document.is_modified


def test_the_next_save_asks_for_another_name(shut_out, draft, monkeypatch, tmp_path):
    before = draft.read_bytes()
    monkeypatch.setattr(dialogs, "ask_save_as", lambda *details: tmp_path / "另一份.json")
    assert shut_out.rooms.filing.save()
    assert draft.read_bytes() == before
    assert shut_out.document.path == tmp_path / "另一份.json"


def test_no_copy_is_saved_over_a_file_a_colleague_changes(opened, tmp_path, colleague, refused, monkeypatch):
    hers = tmp_path / "她的.json"
    hers.write_text("hers", "utf-8")
    take(hers, colleague, time.time)
    monkeypatch.setattr(dialogs, "ask_save_as", lambda *details: hers)
    assert not opened.rooms.filing.save_as()
    assert "“她的.json”" in refused[0]
    assert hers.read_text("utf-8") == "hers"


def test_a_lock_taken_from_us_is_told_and_nothing_typed_is_lost(opened, draft, colleague, qtbot):
    change(opened)
    qtbot.waitUntil(lambda: locked_by_us(opened, draft))
    lock_path(draft).unlink()
    take(draft, colleague, time.time)
    opened.rooms.locking.look_again()
    qtbot.waitUntil(lambda: opened.document.read_only is not None)
    assert opened.document.form.project_name == "我的改动"


def test_a_file_changed_between_opening_and_the_first_key_is_told_at_once(opened, draft, colleague, qtbot):
    write_as(colleague, draft)
    change(opened)
    qtbot.waitUntil(lambda: "在您打开以后被改过" in notice(opened))
    assert opened.document.read_only is None


# Nothing to lock


def test_a_new_form_has_no_lock(window, qtbot):
    assert window.rooms.filing.start_new("shanghai-2024")
    change(window)
    assert window.rooms.locking._keeper is None


def test_a_file_that_can_only_be_read_opens_to_be_changed_and_says_so(opened, draft):
    opened.rooms.locking._hear(News(draft, Wish.LOOK, FREE, writable=False))
    assert "只能读" in notice(opened)
    change(opened)
    assert opened.rooms.filing.save()  # it could be written after all
    assert notice(opened) == ""


# A newer version


@pytest.fixture
def newer(draft):
    """A draft of a version to come, with something nobody here knows."""
    words = draft.read_text("utf-8").replace('"version": 1', '"version": 99, "signature": "张三"', 1)
    draft.write_text(words, "utf-8")
    return draft


def test_a_newer_draft_opens_to_be_read_and_says_why(window, newer):
    open_in(window, newer)
    assert "由较新的版本保存" in notice(window)
    change(window)
    assert not window.document.is_modified


def test_a_newer_draft_is_written_as_an_older_one_only_after_a_question(window, newer, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(dialogs, "ask_sure", lambda *details: asked.append(details[2]) or len(asked) > 1)
    monkeypatch.setattr(dialogs, "ask_save_as", lambda *details: tmp_path / "旧格式.json")
    open_in(window, newer)
    before = newer.read_bytes()
    assert not window.rooms.filing.save()
    assert asked[0].startswith("文件里有本程序不认识的内容（“signature”）")
    assert window.rooms.filing.save()
    assert newer.read_bytes() == before
    assert '"signature": "张三"' in (tmp_path / "旧格式.json").read_text("utf-8")
    change(window)
    assert window.document.is_modified


def test_a_newer_draft_is_never_written_over(window, newer, monkeypatch, refused):
    monkeypatch.setattr(dialogs, "ask_sure", lambda *details: True)
    monkeypatch.setattr(dialogs, "ask_save_as", lambda *details: newer)
    open_in(window, newer)
    before = newer.read_bytes()
    assert not window.rooms.filing.save()
    assert "没有用旧格式覆盖" in refused[0]
    assert newer.read_bytes() == before


def test_a_colleague_s_lock_on_a_newer_draft_changes_nothing_of_that(window, newer, colleague):
    take(newer, colleague, time.time)
    open_in(window, newer)
    window.rooms.locking._show_holder(look(newer, window.rooms.locking.me, time.time))
    assert "由较新的版本保存" in notice(window)
