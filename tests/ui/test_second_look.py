# SPDX-License-Identifier: MIT
"""Claims about looking again at changed files."""

import shutil
import threading

import pytest

from tests.builders import GOLDEN
from ui import second_look
from ui.recent import RecentForm, mtime_of
from ui.second_look import SecondLook


@pytest.fixture
def recent(tmp_path):
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "002-1.json", path)
    return RecentForm(str(path), "旧名", 2024, {}, None, None, 1)


def test_a_changed_file_is_described_anew(recent, qtbot):
    look = SecondLook()
    with qtbot.waitSignal(look.seen) as seen:
        look.look_at([recent])
    before, now = seen.args
    assert before is recent
    assert (now.project_name, now.template) == ("信息化建设项目", "shanghai-2024")


def test_it_is_done_in_another_thread(recent, qtbot, monkeypatch):
    threads, look = [], SecondLook()
    really = second_look.looked_at_again
    monkeypatch.setattr(
        second_look, "looked_at_again", lambda one: threads.append(threading.current_thread()) or really(one)
    )
    with qtbot.waitSignal(look.seen):
        look.look_at([recent])
    assert threads[0] is not threading.main_thread()


def test_an_unchanged_file_is_left_alone(recent, monkeypatch):
    looked_at = []
    monkeypatch.setattr(second_look, "looked_at_again", looked_at.append)
    SecondLook().look_at(
        [recent._replace(mtime_ns=mtime_of(recent.path))] if hasattr(recent, "_replace") else []
    )
    assert looked_at == []
