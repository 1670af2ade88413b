# SPDX-License-Identifier: MIT
"""Trial of a program killed at any moment while it saves one version after the other."""

from __future__ import annotations

from random import Random

from model.drafts import parse
from tests.faults.saver import version_name
from tests.faults.savers import KILLED, Savers, cannot_fork
from tests.faults.scenes import DRAFT, Scene, scene

ROWS = 20
LONGEST = 0.006  # seconds until the kill; a save on a disk of memory takes a tenth of it
EVERY_TENTH = 10  # is saved on the usual disk, where most of the time goes by in its sync


def test_no_save_is_lost_by_a_kill_at_random(trial, savers):
    with trial("kill -9 at random during saves", short=300, release=3000) as run:
        if why := cannot_fork():
            run.not_run(why)
        run.each(range(run.n), lambda number: loses_nothing(savers, number), at_once=2)


def loses_nothing(savers: Savers, number: int) -> None:
    """What was told to be saved is there, or the version after it."""
    slow = number % EVERY_TENTH == 0
    with scene(ROWS, on_usual_disk=slow) as here:
        after = Random(number).uniform(0, LONGEST * (5 if slow else 1))
        code, told = savers.kill_after(after, {**here.order, "job": "save on and on"})
        assert code == KILLED, told
        last = int(str(told.get("version", 0)))
        assert held_version(here) in (
            {version_name(last), version_name(last + 1)} if last else {*first(here)}
        )
        here.backups()
        assert here.sweep() == []


def first(here: Scene) -> tuple[str, str]:
    """Return what may be there when nothing was told to be saved yet."""
    return parse(here.old, DRAFT).project_name, version_name(1)


def held_version(here: Scene) -> str:
    """Read the name of the version in the file."""
    return parse(here.draft.read_bytes(), DRAFT).project_name
