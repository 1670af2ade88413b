# SPDX-License-Identifier: MIT
"""Claims about the record of who holds a draft."""

import subprocess
import sys
from datetime import datetime

import pytest

from model import processes
from model.holders import LONGEST, Holder, holder_of, is_gone, this_editor, written

SINCE = datetime(2026, 3, 5, 14, 32)


@pytest.fixture
def me() -> Holder:
    return this_editor(SINCE)


@pytest.fixture
def ended(me):
    """This editor, in a process that is over."""
    process = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    one = me._replace(process=process.pid, started=processes.started(process.pid), token="other")
    process.communicate()
    return one


def test_what_is_written_is_read_again(me):
    assert holder_of(written(me)) == me


def test_every_editor_has_a_token_of_its_own(me):
    assert this_editor(SINCE).token != me.token


def test_an_editor_that_runs_is_not_gone(me):
    assert not is_gone(me._replace(token="other"), me)


def test_an_editor_whose_process_is_over_is_gone(ended, me):
    assert is_gone(ended, me)


def test_a_process_number_used_again_is_another_process(me):
    assert is_gone(me._replace(started="a former boot/77"), me)


def test_a_beginning_that_is_unknown_proves_nothing(me):
    assert not is_gone(me._replace(started=processes.RUNS), me)


@pytest.mark.parametrize("part", ["user", "host", "machine"])
def test_of_another_user_or_computer_nothing_is_known(ended, me, part):
    assert not is_gone(ended._replace(**{part: "another"}), me)


def test_where_computers_cannot_be_told_apart_nobody_is_gone(ended, me):
    assert not is_gone(ended._replace(machine=""), me._replace(machine=""))


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 4000, b'{"format": "zipingbiao-draft"}'),
        *(b",user,host,05.03.2026 14:32,file:///home/user;", b'{"format": "zipingbiao-lock"}'),
        b'{"format": "zipingbiao-lock", "token": "a", "process": true}',
        b'{"format": "zipingbiao-lock", "token": "a", "process": -1}',
        b'{"format": "zipingbiao-lock", "token": "a", "process": 1e999}',
        b'{"format": "zipingbiao-lock", "token": ["a"], "process": 1}',
    ],
)
def test_what_is_no_lock_names_nobody(content):
    assert holder_of(content) is None


def test_names_are_one_short_line_without_hidden_letters(me):
    found = holder_of(written(me._replace(user="张\u202e三\n\x1b[31m" + "长" * 500)))
    assert found.user.startswith("张三[31m")
    assert len(found.user) <= LONGEST


@pytest.mark.parametrize("since", ["", "gestern", 7, None])
def test_a_time_that_is_none_is_left_out(me, since):
    content = written(me).replace(b'"2026-03-05T14:32:00"', repr(since).replace("'", '"').encode())
    found = holder_of(content.replace(b"None", b"null"))
    assert found == me._replace(since=None)
