# SPDX-License-Identifier: MIT
"""Claims about closing the window: nothing is lost by it, whatever is at work or fails."""

import sys
from contextlib import suppress

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent

from model.drafts import load, to_bytes
from model.edits import SetCell
from tests.bench.forms import long_form
from tests.builders import GOLDEN
from tests.ui.children import Child
from ui import dialogs
from ui.dialogs import Leaving

NAME = SetCell(("project_name",), "没有保存的名称")


@pytest.fixture
def reported(monkeypatch):
    faults = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: faults.append(error))
    return faults


@pytest.fixture
def asked(monkeypatch):
    questions = []

    def ask_discard(parent, name):
        questions.append(name)
        return Leaving.CANCEL

    monkeypatch.setattr(dialogs, "ask_discard", ask_discard)
    return questions


def fail(*_anything):
    raise ZeroDivisionError


def wish_to_close(window):
    event = QCloseEvent()
    with suppress(ZeroDivisionError):
        window.closeEvent(event)
    return event.isAccepted()


def test_a_fault_while_asking_keeps_the_window(at_work, monkeypatch):
    at_work.document.do(NAME, "改")
    monkeypatch.setattr(dialogs, "ask_discard", fail)
    assert not wish_to_close(at_work)


@pytest.mark.parametrize("room", ["press", "memory", "readiness"])
def test_a_fault_in_ending_the_work_does_not_keep_the_window(at_work, room, monkeypatch, reported):
    monkeypatch.setattr(getattr(at_work.rooms, room), "stop", fail)
    assert wish_to_close(at_work)
    assert [type(error) for error in reported] == [ZeroDivisionError]
    monkeypatch.undo()
    at_work.rooms.way_out.stop_work()


def test_a_second_wish_while_the_clerk_is_asked_asks_nothing(at_work, asked, monkeypatch):
    at_work.document.do(NAME, "改")
    ask = dialogs.ask_discard
    monkeypatch.setattr(dialogs, "ask_discard", lambda *words: (wish_to_close(at_work), ask(*words))[1])
    assert not wish_to_close(at_work)
    assert len(asked) == 1


def test_after_no_the_window_can_be_asked_again(at_work, asked):
    at_work.document.do(NAME, "改")
    assert not wish_to_close(at_work)
    assert not wish_to_close(at_work)
    assert len(asked) == 2


def test_a_wish_to_close_waits_for_a_form_being_opened(at_work, monkeypatch, tmp_path, qtbot):
    path, wishes = tmp_path / "long.json", []
    path.write_bytes(to_bytes(long_form(600)))
    monkeypatch.setattr(
        type(at_work.rooms.way_out), "close", lambda self, event: wishes.append(event.ignore())
    )
    QTimer.singleShot(0, at_work.close)
    assert at_work.rooms.filing.open(path)
    assert not wishes
    qtbot.waitUntil(lambda: len(wishes) == 1)
    assert at_work.document.path == path


def test_closing_waits_for_an_export_and_writes_it_whole(tmp_path):
    child, pdf = Child(tmp_path), tmp_path / "page.pdf"
    code = f"""
from ui.export_sheet import Wish
dialogs.ask_copy = lambda parent, offer: Wish(Path({str(pdf)!r}), False)
window.rooms.exporting.export()
window.close()
"""
    assert child.run(code, GOLDEN / "000-1.json")[0] == 0
    assert pdf.read_bytes().rstrip().endswith(b"%%EOF")


def test_a_question_that_is_closed_keeps_everything(at_work, monkeypatch):
    at_work.document.do(NAME, "改")
    monkeypatch.setattr(dialogs, "_run", lambda dialog: dialog.close())
    assert not wish_to_close(at_work)
    assert at_work.document.is_modified


def test_what_was_saved_on_the_way_out_is_in_the_file(at_work, monkeypatch, tmp_path):
    path = tmp_path / "draft.json"
    path.write_bytes((GOLDEN / "000-1.json").read_bytes())
    at_work.rooms.filing.open(path)
    at_work.document.do(NAME, "改")
    monkeypatch.setattr(dialogs, "ask_discard", lambda *words: Leaving.SAVE)
    assert wish_to_close(at_work)
    assert load(path).form.project_name == NAME.value
