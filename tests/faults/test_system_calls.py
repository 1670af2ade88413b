# SPDX-License-Identifier: MIT
"""Trials of what is written, at every one of its system calls: killed there, or refused by the system."""

from __future__ import annotations

import errno
from collections import Counter
from collections.abc import Callable
from itertools import chain, product
from typing import NamedTuple

import pytest

from model.backups import LAST
from model.errors import CAUSES
from tests.faults.savers import KILLED, Outcome, Savers
from tests.faults.scenes import Scene, scene
from tests.faults.tracing import MARK, Call, cannot_trace, is_hit

ROWS = (1, 70, 1000)
AT_ONCE = 2  # they mostly wait for each other
ERRORS = ("EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EINTR")
SHORT = "short"  # a call that says it moved one byte
EVERY = 40  # one call of so many, where there are a thousand
MOVING = frozenset({"read", "write", "pread64", "pwrite64", "sendfile", "copy_file_range"})
MEMORY = frozenset({"brk", "mmap", "munmap", "mremap", "madvise", "mprotect", "futex"})
"""Calls for memory come as they like; no disk refuses them, and a kill there is one at the next call."""


class Work(NamedTuple):
    """Something the program writes, and how to tell which version is there afterwards."""

    name: str
    job: str
    held: Callable[[Scene], str]
    sizes: tuple[int, ...] = (20,)  # rows
    earlier: int = 0  # versions kept


class Hurt(NamedTuple):
    """A system call of a work on a form of so many rows, and what is done to it."""

    work: Work
    rows: int
    call: Call
    error: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """Return it in strace's words."""
        harm = "retval=1" if self.error == SHORT else f"error={self.error}" if self.error else "signal=KILL"
        name, number, _ = self.call
        return "-e", f"trace={MARK},{name}", "-e", f"inject={name}:{harm}:when={number}"

    def __str__(self) -> str:
        what = self.error or "kill"
        return f"{what} at {self.call.name} {self.call.number} ({self.rows} rows: {self.call.line[:160]})"


SAVE = Work("a save", "save", Scene.held, ROWS, LAST)
WORKS = (SAVE, Work("recovery copies", "copies", Scene.held_copy), Work("a PDF", "page", Scene.held_page))
EXPORT = Work("an export from the command line", "export", Scene.held_page)


def calls_of(savers: Savers, work: Work, rows: int) -> list[Call]:
    with scene(rows, earlier=work.earlier) as clean:
        made = savers.calls({**clean.order, "job": work.job}, clean.log)
        return [call for call in made if call.name not in MEMORY]


def done_to(savers: Savers, hurt: Hurt, here: Scene) -> Outcome:
    """Do a work that is hurt; makes sure that it was hurt where it was meant to be."""
    outcome = savers.run({**here.order, "job": hurt.work.job}, *hurt.options, log=str(here.log))
    log = here.log.read_text(encoding="utf-8", errors="replace")
    assert is_hit(log, hurt.call), f"the harness missed its call: {log[-300:]}"
    return outcome


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_what_is_written_survives_a_kill_at_every_system_call(work, trial, savers):
    with trial(f"kill -9 at every system call of {work.name}") as run:
        if why := cannot_trace():
            run.not_run(why)
        sizes = work.sizes if trial.release else work.sizes[:2][-1:]
        cases = [Hurt(work, rows, call) for rows in sizes for call in calls_of(savers, work, rows)]
        run.each(cases, lambda hurt: survives_the_kill(savers, hurt), AT_ONCE)


def survives_the_kill(savers: Savers, hurt: Hurt) -> None:
    with scene(hurt.rows, earlier=hurt.work.earlier) as here:
        assert done_to(savers, hurt, here).code == KILLED
        hurt.work.held(here)
        assert len(here.backups()) >= hurt.work.earlier
        assert here.sweep() == []


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_what_is_written_survives_every_system_call_failing(work, trial, savers):
    with trial(f"every system call of {work.name} fails in turn") as run:
        if why := cannot_trace():
            run.not_run(why)
        errors = (*ERRORS, SHORT) if trial.release else ("EIO", "ENOSPC", "EACCES", SHORT)
        rows = work.sizes[:2][-1]
        cases = [Hurt(work, rows, *one) for one in product(calls_of(savers, work, rows), errors)]
        run.each(
            (hurt for hurt in cases if hurt.error != SHORT or hurt.call.name in MOVING),
            lambda hurt: tells_the_truth(savers, hurt),
            AT_ONCE,
        )


def is_warned_of(hurt: Hurt) -> bool:
    """Tell whether a save may only be told with a warning: the drive did not confirm."""
    return hurt.work is SAVE and hurt.call.name == "fsync" and hurt.error != "EINTR"


def tells_the_truth(savers: Savers, hurt: Hurt) -> None:
    """ "Saved" is said of a file that is the new one; else the step and the cause are named."""
    with scene(hurt.rows, earlier=hurt.work.earlier) as here:
        code, told = done_to(savers, hurt, here)
        held, words = hurt.work.held(here), str(told.get("words"))
        assert code == 0, told
        assert len(here.backups()) >= hurt.work.earlier
        assert "fault" not in told, told
        assert told.get("dirty", not told["saved"]) is not told["saved"], told
        assert here.left_over() == []
        if told["saved"]:
            assert held == "new", told
            assert words or not is_warned_of(hurt), told
        elif hurt.error != SHORT:
            assert CAUSES[getattr(errno, hurt.error)] in words, told
            assert "时：" in words or hurt.work not in (SAVE, WORKS[-1]), told


class Gone(NamedTuple):
    """A drive that answers no more, from one system call of a save on."""

    calls: tuple[Call, ...]  # of a whole save
    at: int
    error: str

    @property
    def options(self) -> tuple[str, ...]:
        """Return it in strace's words."""
        before = Counter({call.name: call.number for call in self.calls[: self.at]})
        names = {"unlink", *(call.name for call in self.calls)} - {"getrandom"}
        harm = [
            ("-e", f"inject={name}:error={self.error}:when={max(before[name], read_before(name)) + 1}+")
            for name in sorted(names)
        ]
        return "-e", f"trace={MARK},{','.join(sorted(names))}", *chain.from_iterable(harm)

    def __str__(self) -> str:
        return f"{self.error} from {self.calls[self.at].line[:160]} on"


def read_before(name: str) -> int:
    """Return how many calls of a name a saver makes before its work: it reads the word to begin."""
    return int(name == "read")


def test_a_save_survives_a_drive_that_goes_away_at_any_system_call(trial, savers):
    with trial("a drive that is gone from any system call of a save on") as run:
        if why := cannot_trace():
            run.not_run(why)
        calls = tuple(calls_of(savers, SAVE, 20))
        errors = ("EIO", "ENODEV", "ESTALE", "EROFS") if trial.release else ("EIO",)
        cases = [Gone(calls, *one) for one in product(range(len(calls)), errors)]
        run.each(cases, lambda gone: knows_of_it(savers, gone), AT_ONCE)


def knows_of_it(savers: Savers, gone: Gone) -> None:
    """The old file stays and the window knows; or the new one is there, which the drive did not confirm."""
    with scene(20, earlier=SAVE.earlier) as here:
        code, told = savers.run(here.order, *gone.options, log=str(here.log))
        held, words = here.held(), str(told.get("words"))
        assert "INJECTED" in here.log.read_text(encoding="utf-8", errors="replace")
        assert (code, told.get("fault")) == (0, None), told
        assert told["dirty"] is not told["saved"]
        assert held == ("new" if told["saved"] else "old")
        assert CAUSES[getattr(errno, gone.error)] in words or gone.calls[gone.at].name == "close", told
        assert here.sweep() == []


def test_an_export_from_the_command_line_survives_failing_system_calls(trial, savers):
    with trial("system calls of an export from the command line: killed, failing") as run:
        if why := cannot_trace():
            run.not_run(why)
        calls = calls_of(savers, EXPORT, 20)
        begun = next(at for at, call in enumerate(calls) if ".zpb-" in call.line)
        chosen = calls[begun:] + (calls[:begun:EVERY] if trial.release else [])
        cases = [Hurt(EXPORT, 20, *one) for one in product(chosen, ("", "EIO", "ENOSPC"))]
        run.each(
            cases if trial.release else cases[::4], lambda hurt: says_one_sentence(savers, hurt), AT_ONCE
        )


def says_one_sentence(savers: Savers, hurt: Hurt) -> None:
    """The PDF is the old or the new one; what the clerk reads is a sentence, never a traceback."""
    with scene(hurt.rows) as here:
        code, told = done_to(savers, hurt, here)
        held, words = hurt.work.held(here), str(told.get("words"))
        if not hurt.error:
            assert code == KILLED
            return
        assert (code, "Traceback" in words) == (0, False), words
        assert held == ("new" if told["saved"] else "old")
        assert words.endswith("。\n")
