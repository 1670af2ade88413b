# SPDX-License-Identifier: MIT
"""Trial of a save at every one of its system calls: killed there."""

from __future__ import annotations

from typing import NamedTuple

from tests.faults.scenes import Scene, scene
from tests.faults.tracing import KILLED, Call, Outcome, Savers, cannot_trace, is_hit

ROWS = (1, 70, 1000)


class Hurt(NamedTuple):
    """A system call of a save, and what is done to it."""

    rows: int
    call: Call
    error: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """Return it in strace's words."""
        harm = f"error={self.error}" if self.error else "signal=KILL"
        name, number, _ = self.call
        return "-e", f"trace=getpgid,{name}", "-e", f"inject={name}:{harm}:when={number}"

    def __str__(self) -> str:
        what = self.error or "kill"
        return f"{what} at {self.call.name} {self.call.number} ({self.rows} rows: {self.call.line[:160]})"


def calls_of_a_save(savers: Savers, rows: int) -> list[Call]:
    with scene(rows) as clean:
        return savers.calls(clean.order, clean.log)


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
        run.each(cases, lambda hurt: survives_the_kill(savers, hurt))


def survives_the_kill(savers: Savers, hurt: Hurt) -> None:
    with scene(hurt.rows) as here:
        assert done_to(savers, hurt, here).code == KILLED
        here.held()
        assert here.sweep() == []
