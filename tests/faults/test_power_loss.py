# SPDX-License-Identifier: MIT
"""Trial of a save whose power fails: whatever the disk shows, the draft is whole, and safe once told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.faults.power_loss import Contents, Cut, Drop, Put, Step, Sync, SyncFolder, Write, crash_states
from tests.faults.saver import COPIES
from tests.faults.savers import Savers
from tests.faults.scenes import Scene, scene
from tests.faults.step_log import ALL_BYTES, WATCHED, StepLog
from tests.faults.tracing import MARK, cannot_trace

DRAFT, BESIDE = "work/a.json", "work/b.tmp"
OLD, NEW = b"old" * 300, b"new" * 400


def test_a_save_survives_a_power_cut_at_every_step(trial, savers):
    with trial("power loss during a save: every state a disk may show") as run:
        if why := cannot_trace():
            run.not_run(why)
        with scene(70 if trial.release else 1) as here:
            path = str(here.draft)
            steps = steps_of(savers, here, "save", here.draft.parent, {path: here.old})
            for saved, state in crash_states({path: here.old}, steps):
                wrong = verdict(state, path, (here.old, here.new), saved)
                run.count(wrong == "", f"{wrong}, saved: {saved}, {sorted(name for name, _ in state)}")


def test_recovery_copies_survive_a_power_cut_at_every_step(trial, savers):
    with trial("power loss during recovery copies: every state a disk may show") as run:
        if why := cannot_trace():
            run.not_run(why)
        with scene(70 if trial.release else 1) as here:
            folder, before = here.folder / "home" / COPIES, {}
            noted = partial(note, before, folder)
            steps = steps_of(savers, here, "copies", folder, before, noted)
            run.each(crash_states(before, steps), lambda shown: holds_a_copy(here, folder, *shown))


def note(contents: dict[str, bytes], folder: Path) -> None:
    """Take down what is in a folder."""
    contents.update({str(path): path.read_bytes() for path in folder.iterdir()})


def holds_a_copy(here: Scene, folder: Path, written: bool, state: Contents) -> None:
    """What a disk shows after a power cut is put back into the folder, and the next start looks there."""
    for path in folder.iterdir():
        path.unlink()
    for name, content in state:
        Path(name).write_bytes(content)
    assert here.held_copy() in ("new", *["old"][: not written])


def steps_of(
    savers: Savers,
    here: Scene,
    job: str,
    folder: Path,
    before: dict[str, bytes],
    ready: Callable[[], object] | None = None,
) -> list[Step]:
    """Do a job and look on: what it does in a folder, step by step; `ready` is called before it begins."""
    order = {**here.order, "job": job}
    calls = savers.calls(order, here.log, "-e", f"{WATCHED},{MARK}", *ALL_BYTES, before=ready)
    return StepLog(str(folder), before).read("\n".join(call.line for call in calls))


def verdict(state: Contents, path: str, versions: tuple[bytes, bytes], saved: bool) -> str:
    """Say what is wrong with what the disk shows: nothing if the draft is whole, and new once it is saved."""
    held = dict(state).get(path)
    if held is None:
        return "the draft is gone"
    if held not in versions:
        return f"the draft is torn: {len(held)} bytes"
    return "saved, but not there" if saved and held != versions[1] else ""


def verdicts(*steps: Step) -> set[str]:
    found = crash_states({DRAFT: OLD}, steps)
    wrong = {verdict(state, DRAFT, (OLD, NEW), saved).split(":")[0] for saved, state in found}
    return wrong - {""}


FILL = (Put(BESIDE, 1), Write(1, 0, NEW[:500]), Write(1, 500, NEW[500:]))
REPLACE = (Put(DRAFT, 1), Drop(BESIDE))
CONFIRM = SyncFolder("work")


def test_a_whole_protocol_survives_in_the_model():
    assert verdicts(*FILL, Sync(1), *REPLACE, CONFIRM) == set()


@pytest.mark.parametrize(
    ("steps", "wrong"),
    [
        ((*FILL, *REPLACE, CONFIRM), "the draft is torn"),
        ((*FILL[:2], Sync(1), FILL[2], *REPLACE, CONFIRM), "the draft is torn"),
        ((*FILL, Sync(1), *REPLACE), "saved, but not there"),
        ((*FILL, Sync(1), Drop(DRAFT), *REPLACE, CONFIRM), "the draft is gone"),
        ((Write(-1, 0, NEW), Sync(-1)), "the draft is torn"),
    ],
    ids=["no sync", "synced too early", "folder not synced", "old one removed first", "written in place"],
)
def test_a_careless_protocol_fails_in_the_model(steps, wrong):
    assert wrong in verdicts(*steps)


def test_both_names_or_the_old_one_may_stay_after_a_renaming_that_was_not_synced():
    states = {
        frozenset(dict(state)) for _, state in crash_states({"a/x": b"1"}, [Put("a/y", -1), Drop("a/x")])
    }
    assert states == {frozenset({"a/x"}), frozenset({"a/y"}), frozenset({"a/x", "a/y"}), frozenset()}


LOG = r"""
7 openat(AT_FDCWD, "\x77\x2f\x62", O_WRONLY|O_CREAT|O_EXCL, 0666) = 3
7 write(3, "\x6e\x65\x77", 3) = 2
7 fsync(3) = 0
7 close(3) = 0
7 write(3, "\x6e", 1) = 1
7 rename("\x77\x2f\x62", "\x77\x2f\x61") = 0
7 openat(AT_FDCWD, "\x77", O_RDONLY|O_CLOEXEC) = 3
7 fsync(3) = 0
"""


def test_a_log_is_read_as_steps():
    read = StepLog("w", {"w/a": b"old"}).read(LOG)
    assert read[:3] == [Put("w/b", 1), Write(1, 0, b"ne"), Sync(1)]
    assert read[3:] == [Put("w/a", 1), Drop("w/b"), SyncFolder("w")]


def test_a_file_that_is_cut_off_may_be_whole_empty_or_new_until_it_is_synced():
    cut = [Cut(-1), Write(-1, 0, b"n"), Sync(-1)]
    shown = {dict(state)["a/x"] for saved, state in crash_states({"a/x": b"old"}, cut[:2])}
    assert shown >= {b"old", b"", b"n", b"nld"}
    assert {dict(state)["a/x"] for saved, state in crash_states({"a/x": b"old"}, cut) if saved} == {b"n"}


def test_a_call_that_the_model_does_not_know_is_no_pass():
    with pytest.raises(ValueError, match="ftruncate"):
        StepLog("w", {}).read("7 ftruncate(3, 0) = 0")
