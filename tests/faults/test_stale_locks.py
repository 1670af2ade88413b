# SPDX-License-Identifier: MIT
"""Trial of locks that were left behind: by whom, how long ago, in what state; taken only as it may be."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from model import processes
from model.holders import Holder, this_editor, written
from model.lock_file import Standing, lock_path, look, renew, take, take_over
from tests.faults.test_two_editors import drafts

AGES = {"now": 0, "9 min": 540, "11 min": 660, "30 days": 2_592_000, "1 min ahead": -60, "5 h ahead": -18_000}
YOUNG = ("now", "9 min", "1 min ahead")
NAMED = ("alive here", "dead here", "number used again", "other user", "other computer", "no computer named")
UNNAMED = ("empty", "damaged", "huge", "of another", "link", "dangling link", "pipe")


class Case(NamedTuple):
    """Whose lock it is or what it looks like, and how long ago it was renewed."""

    kind: str
    age: str

    @property
    def expected(self) -> Standing:
        """Say how it must be seen."""
        if self.kind in ("dead here", "number used again"):
            return Standing.GONE
        return Standing.HELD if self.age in YOUNG else Standing.STALE


@pytest.fixture(scope="module")
def holders() -> dict[str, Holder]:
    """Return this editor, and those of all kinds of locks."""
    child = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    me = this_editor(datetime.now())
    other = me._replace(process=child.pid, started=processes.started(child.pid) or "", token="other")
    child.communicate()
    return {
        "me": me,
        "alive here": me._replace(token="other"),
        "dead here": other,
        "number used again": me._replace(started="earlier/1", token="other"),
        "other user": other._replace(user="张三"),
        "other computer": other._replace(machine="another", host="CZJ-07"),
        "no computer named": other._replace(machine=""),
    }


def lay(case: Case, lock: Path, holders: dict[str, Holder]) -> None:
    """Put a lock of a kind and an age beside a draft."""
    plain = {
        "empty": b"",
        "damaged": b'{"format": "zi',
        "huge": b"[" * 10_000,
        "of another": b",a,b;",
    }
    behind = lock.with_name("precious")
    behind.write_bytes(b"precious")
    if case.kind == "pipe":
        os.mkfifo(lock)
    elif "link" in case.kind:
        lock.symlink_to(behind if case.kind == "link" else lock.with_name("nowhere"))
    else:
        lock.write_bytes(plain[case.kind] if case.kind in plain else written(holders[case.kind]))
    moment = time.time() - AGES[case.age]
    os.utime(lock, (moment, moment), follow_symlinks=False)


def is_treated_well(case: Case, holders: dict[str, Holder]) -> None:
    """Only the lock of a dead process goes silently; any other one when the clerk says so, and only that."""
    me = holders["me"]
    with drafts() as draft:
        lock = lock_path(draft)
        lay(case, lock, holders)
        before = draft.read_bytes()
        seen = look(draft, me, time.time)
        assert seen.standing is case.expected, seen
        silently = take(draft, me, time.time).standing is Standing.OURS
        assert silently == (case.expected is Standing.GONE)
        if not silently:
            assert take_over(draft, me, seen, time.time).standing is Standing.OURS
        assert renew(draft, me)
        assert draft.read_bytes() == before
        assert sorted(os.listdir(draft.parent)) == sorted([draft.name, lock.name, "precious"])
        assert lock.with_name("precious").read_bytes() == b"precious"


def test_a_lock_left_behind_is_taken_only_as_it_may_be(trial, holders):
    cases = [Case(kind, age) for kind, age in product((*NAMED, *UNNAMED), AGES)]
    with trial("stale lock: whose, what, how old") as run:
        run.each(cases, lambda case: is_treated_well(case, holders))
