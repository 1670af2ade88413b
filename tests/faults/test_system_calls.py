# SPDX-License-Identifier: MIT
"""Trials of a save at every one of its system calls: killed there, or refused by the system there."""

from __future__ import annotations

import errno
from itertools import product
from typing import NamedTuple

from model.errors import CAUSES
from tests.faults.savers import KILLED, Outcome, Savers
from tests.faults.scenes import Scene, scene
from tests.faults.tracing import Call, cannot_trace, is_hit

ROWS = (1, 70, 1000)
AT_ONCE = 2  # they mostly wait for each other
ERRORS = ("EIO", "ENOSPC", "EACCES", "EROFS", "EDQUOT", "EINTR")
SHORT = "short"  # a call that says it moved one byte
MOVING = frozenset({"read", "write", "pread64", "pwrite64", "sendfile", "copy_file_range"})
MEMORY = frozenset({"brk", "mmap", "munmap", "mremap", "madvise", "mprotect", "futex"})
"""Calls for memory come as they like; no disk refuses them, and a kill there is one at the next call."""


class Hurt(NamedTuple):
    """A system call of a save, and what is done to it."""

    rows: int
    call: Call
    error: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """Return it in strace's words."""
        harm = "retval=1" if self.error == SHORT else f"error={self.error}" if self.error else "signal=KILL"
        name, number, _ = self.call
        return "-e", f"trace=getpgid,{name}", "-e", f"inject={name}:{harm}:when={number}"

    def __str__(self) -> str:
        what = self.error or "kill"
        return f"{what} at {self.call.name} {self.call.number} ({self.rows} rows: {self.call.line[:160]})"


def calls_of_a_save(savers: Savers, rows: int) -> list[Call]:
    with scene(rows) as clean:
        return [call for call in savers.calls(clean.order, clean.log) if call.name not in MEMORY]


def done_to(savers: Savers, hurt: Hurt, here: Scene) -> Outcome:
    """Save while it is hurt; makes sure that it was hurt where it was meant to be."""
    outcome = savers.run(here.order, *hurt.options, log=str(here.log))
    log = here.log.read_text(encoding="utf-8", errors="replace")
    assert is_hit(log, hurt.call), f"the harness missed its call: {log[-300:]}"
    return outcome


def test_a_save_survives_a_kill_at_every_system_call(trial, savers):
    with trial("kill -9 at every system call of a save") as run:
        if why := cannot_trace():
            run.not_run(why)
        sizes = ROWS if trial.release else ROWS[1:2]
        cases = [Hurt(rows, call) for rows in sizes for call in calls_of_a_save(savers, rows)]
        run.each(cases, lambda hurt: survives_the_kill(savers, hurt), AT_ONCE)


def survives_the_kill(savers: Savers, hurt: Hurt) -> None:
    with scene(hurt.rows) as here:
        assert done_to(savers, hurt, here).code == KILLED
        here.held()
        here.backups()
        assert here.sweep() == []


def test_a_save_survives_every_system_call_failing(trial, savers):
    with trial("every system call of a save fails in turn") as run:
        if why := cannot_trace():
            run.not_run(why)
        errors = (*ERRORS, SHORT) if trial.release else ("EIO", "ENOSPC", "EACCES", SHORT)
        cases = [Hurt(70, call, error) for call, error in product(calls_of_a_save(savers, 70), errors)]
        run.each(
            (hurt for hurt in cases if hurt.error != SHORT or hurt.call.name in MOVING),
            lambda hurt: tells_the_truth(savers, hurt),
            AT_ONCE,
        )


def is_warned_of(hurt: Hurt) -> bool:
    """Tell whether a save may only be told with a warning: the drive did not confirm."""
    return hurt.call.name == "fsync" and hurt.error != "EINTR"


def tells_the_truth(savers: Savers, hurt: Hurt) -> None:
    """ "Saved" is said of a file that is the new one; else the step and the cause are named."""
    with scene(hurt.rows) as here:
        code, told = done_to(savers, hurt, here)
        held, words = here.held(), str(told.get("words"))
        assert code == 0, told
        assert "fault" not in told, told
        assert told["dirty"] is not told["saved"], told
        assert here.left_over() == []
        if told["saved"]:
            assert held == "new", told
            assert words or not is_warned_of(hurt), told
        elif hurt.error != SHORT:
            assert CAUSES[getattr(errno, hurt.error)] in words, told
            assert "时：" in words, told
