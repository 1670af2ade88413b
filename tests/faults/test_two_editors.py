# SPDX-License-Identifier: MIT
"""Trials of two editors of one draft: no update of one is lost by the other without a question."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import pytest

from model.holders import this_editor
from model.lock_file import STALE_AFTER, lock_path, take
from tests.builders import GOLDEN
from tests.faults.editors import Editor, names_in
from tests.faults.interleaving import Order, switching_at, take_turns

ROOT = Path(__file__).parents[2]
QUICK = Path("/dev/shm")
UPDATES, AT_WINDOWS = 10, 4  # of each of two
STEPS = 35  # of one editor, and a few more
THREE = 3


@contextmanager
def drafts(on_usual_disk: bool = False) -> Iterator[Path]:
    """Give a draft in a folder of its own."""
    folder = Path(mkdtemp(prefix="zpb-locks-", dir=QUICK if QUICK.is_dir() and not on_usual_disk else None))
    try:
        draft = folder / "表.json"
        shutil.copy(GOLDEN / "003-1.json", draft)
        form = draft.read_text("utf-8")
        draft.write_text(form.replace(goal_of(form), '"goal_actual": ""'), "utf-8")
        yield draft
    finally:
        shutil.rmtree(folder)


def goal_of(form: str) -> str:
    start = form.index('"goal_actual"')
    return form[start : form.index('",', start) + 1]


def orders(count: int, workers: int) -> Iterator[Order]:
    """Choose orders: all with one switch and all with two if there is room for them, else some drawn."""
    every = [(place,) for place in range(STEPS * workers)] + [*combinations(range(STEPS * workers), 2)]
    whole = [switching_at(places, first) for places in every for first in range(workers)]
    random = Random(7)
    simple = whole if len(whole) <= count else random.sample(whole, count * 2 // 3)
    yield from simple
    for _ in range(count - len(simple)):
        places = sorted(random.sample(range(STEPS * workers), random.randint(3, 12)))
        yield switching_at(places, random.randrange(workers))


def lost(draft: Path, editors: Sequence[Editor]) -> list[str]:
    """Name what was saved and is not there, who neither saved nor was asked, and who shared the lock."""
    held = names_in(draft)
    missing = [one.name for one in editors if one.has_saved and one.name not in held]
    silent = [f"{one.name} was not asked" for one in editors if not one.has_saved and not one.asked]
    return [*missing, *silent, *(f"{one.name} met {one.met}" for one in editors if one.met)]


def left_beside(draft: Path) -> list[str]:
    return sorted(set(os.listdir(draft.parent)) - {draft.name})


def saved_in_turns(order: Order, locks: bool = True) -> tuple[list[str], int]:
    with drafts() as draft:
        room = set[str]()
        editors = [Editor(draft, name, locks, room) for name in ("甲", "乙")]
        take_turns([editor.work for editor in editors], order)
        return lost(draft, editors) + left_beside(draft), sum(editor.has_saved for editor in editors)


@pytest.fixture(scope="module", autouse=True)
def imported() -> None:
    """What is imported at the first save is there: importing would hold a lock of Python's over a turn."""
    saved_in_turns(switching_at(()))


def test_two_editors_in_every_order_lose_no_update(trial):
    with trial("two editors in turns, system call by system call", short=200, release=6000) as run:
        saves = 0
        for number, order in enumerate(orders(run.n, 2)):
            wrong, saved = saved_in_turns(order)
            run.count(not wrong, f"order {number}: {wrong}")
            saves += saved
        assert saves > run.n  # now and then both save, one after the other


def test_editors_who_take_a_stale_lock_over_lose_no_update(trial):
    with trial("three editors take over one stale lock", short=60, release=2000) as run:
        for number, order in enumerate(orders(run.n, THREE)):
            with drafts() as draft:
                asleep = this_editor(datetime.now())._replace(machine="another", user="丁", token="asleep")
                take(draft, asleep, time.time)
                os.utime(lock_path(draft), (time.time() - STALE_AFTER - 60,) * 2)
                room = set[str]()
                editors = [Editor(draft, name, room=room) for name in ("甲", "乙", "丙")]
                take_turns([editor.take_over_and_work for editor in editors], order)
                run.count(not (wrong := lost(draft, editors)), f"order {number}: {wrong}")


def test_without_locks_there_is_an_order_in_which_an_update_is_lost():
    found = [saved_in_turns(switching_at((place,)), locks=False)[0] for place in range(2 * STEPS)]
    assert any(found)


def test_two_processes_lose_no_update(trial):
    with trial("pairs of processes that save one draft", short=3, release=20) as run:
        run.each(range(run.n), partial(pair_loses_nothing, "tests.faults.editors", UPDATES))


def test_two_windows_lose_no_update(trial):
    with trial("pairs of windows that save one draft", short=1, release=20) as run:
        run.each(range(run.n), partial(pair_loses_nothing, "tests.faults.windows", AT_WINDOWS))


def pair_loses_nothing(module: str, updates: int, number: int) -> None:
    """Let two processes save updates of one draft; all of them are in it in the end, and nothing else is."""
    with drafts(on_usual_disk=number % 2 == 1) as draft:
        call = [sys.executable, "-m", module, str(draft)]
        pair = [
            subprocess.Popen(
                [*call, name, str(updates), str(number)], cwd=ROOT, stdout=subprocess.PIPE, text=True
            )
            for name in ("甲", "乙")
        ]
        waits = [int(process.communicate(timeout=100)[0]) for process in pair]
        assert len(set(names_in(draft))) == 2 * updates, (names_in(draft), waits)
        assert left_beside(draft) == []
