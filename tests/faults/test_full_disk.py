# SPDX-License-Identifier: MIT
"""Trials of a disk that is full in the middle: a small disk of memory, filled but for so many pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from export.working_copy import load_draft
from model.drafts import load
from tests.faults.full_disk import FullDisk, way_to_mount
from tests.faults.savers import Outcome
from tests.faults.scenes import Scene, scene

ROWS = 300
PAGE = 4096  # bytes
SIZES = 33
FULL = "磁盘已满"
OLD = b"the page of last year"
OUT = "out.pdf"


class Case(NamedTuple):
    """One thing to write on a full disk: what is ordered, what must be true of what is there afterwards."""

    name: str
    order: Callable[[FullDisk, Scene], dict[str, str]]
    judge: Callable[[FullDisk, Scene, Outcome], object]
    pages: int  # it takes, roughly
    short: int = 9  # sizes tried for a commit


@pytest.fixture(scope="module")
def disk() -> Iterator[FullDisk]:
    disk = FullDisk()
    yield disk
    disk.close()


def order_draft(disk: FullDisk, here: Scene) -> dict[str, str]:
    (disk.seen / here.draft.name).write_bytes(here.old)
    return {**here.order, "path": str(disk.folder / here.draft.name)}


def judge_draft(disk: FullDisk, here: Scene, outcome: Outcome) -> None:
    """The draft is the new one if that was said, else the old one, and the window knows."""
    saved = outcome.told["saved"]
    assert (disk.seen / here.draft.name).read_bytes() == (here.new if saved else here.old)
    assert outcome.told["dirty"] is not saved


def order_backup(disk: FullDisk, here: Scene) -> dict[str, str]:
    (disk.seen / "home").mkdir()
    return {**here.order, "home": str(disk.folder / "home")}


def judge_backup(disk: FullDisk, here: Scene, outcome: Outcome) -> None:
    """A save goes through without a backup, and says so; what is kept is whole."""
    assert outcome.told["saved"]
    assert here.held() == "new"
    kept = here.backups(disk.seen / "home")
    assert kept == [] if FULL in str(outcome.told["words"]) else [here.old]


def order_page(disk: FullDisk, here: Scene) -> dict[str, str]:
    (disk.seen / OUT).write_bytes(OLD)
    return {**here.order, "job": "page", "out": str(disk.folder / OUT)}


def order_export(disk: FullDisk, here: Scene) -> dict[str, str]:
    return {**order_page(disk, here), "job": "export"}


def judge_page(disk: FullDisk, here: Scene, outcome: Outcome) -> None:
    """The page is whole and holds its draft if it was said to be written; else the old one is there."""
    page = disk.seen / OUT
    if outcome.told["saved"]:
        assert load_draft(page).form == load(here.draft).form
    else:
        assert page.read_bytes() == OLD


def order_copies(disk: FullDisk, here: Scene) -> dict[str, str]:
    return {**order_backup(disk, here), "job": "copies"}


def judge_copies(disk: FullDisk, here: Scene, outcome: Outcome) -> None:
    """The newest copy that is whole is the new one if that was said, else the one before."""
    assert here.held_copy(disk.seen / "home") in ("new", *["old"][: not outcome.told["saved"]])


CASES = (
    Case("draft", order_draft, judge_draft, pages=22, short=SIZES),
    Case("backup", order_backup, judge_backup, pages=22),
    Case("recovery copies", order_copies, judge_copies, pages=22),
    Case("PDF", order_page, judge_page, pages=100),
    Case("PDF from the command line", order_export, judge_page, pages=100, short=2),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_full_disk_leaves_the_old_one_whole(case, trial, disk):
    with trial(f"full disk at {SIZES} free sizes: {case.name}", short=case.short, release=SIZES) as run:
        if not way_to_mount():
            run.not_run("no disk may be mounted here")
        step = -(-case.pages * 5 // 4 // SIZES) * PAGE
        sizes = [number * SIZES // run.n * step for number in range(run.n)]
        told = [tried(run, disk, case, size) for size in sizes]
        assert len(told) < 3 or {"full", "well"} <= {*told}, f"not both a full disk and room: {told}"


def tried(run, disk: FullDisk, case: Case, size: int) -> str:
    """Write with so many bytes free; tells whether they were enough."""
    with scene(ROWS) as here:
        disk.clear()
        order = case.order(disk, here)
        before = {path.name for path in disk.seen.iterdir()}
        outcome = disk.server.run(order, before=lambda: disk.leave_free(size))
        run.each([f"{size} bytes free"], lambda _: judged(disk, here, case, outcome, before))
        return "full" if FULL in str(outcome.told.get("words")) else "well"


def judged(disk: FullDisk, here: Scene, case: Case, outcome: Outcome, before: set[str]) -> None:
    assert (outcome.code, outcome.told.get("fault")) == (0, None), outcome
    assert outcome.told["saved"] or FULL in str(outcome.told["words"]), outcome
    case.judge(disk, here, outcome)
    assert {path.name for path in disk.seen.iterdir()} - before <= {"filler"}
    assert not [*disk.seen.rglob(".zpb-*")]
