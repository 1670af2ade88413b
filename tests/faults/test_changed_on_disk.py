# SPDX-License-Identifier: MIT
"""Trial of a draft that is changed, moved or deleted behind the editor's back: nothing is lost unasked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from model.drafts import load, save
from model.errors import ChangedOnDiskError, SaveError
from tests.faults.editors import names_in
from tests.faults.interleaving import Order, switching_at, take_turns
from tests.faults.test_two_editors import drafts
from tests.faults.trials import Run

MINE = "mine "


class Case(NamedTuple):
    """What happens to the draft between opening and saving, and whether the clerk is to be asked."""

    name: str
    happens: Callable[[Path], object]
    asks: bool = True


def her_bytes(draft: Path) -> bytes:
    """Return a draft of the same length with another's update."""
    content = draft.read_bytes()
    return content.replace("合作交流".encode(), "交流合作".encode(), 1)


def written_in_place(draft: Path) -> None:
    draft.write_bytes(her_bytes(draft))


def same_size_and_time(draft: Path) -> None:
    before = draft.stat()
    written_in_place(draft)
    os.utime(draft, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (draft.stat().st_size, draft.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def touched(draft: Path) -> None:
    os.utime(draft, (1, 1))


def moved_over(draft: Path, content: bytes | None = None) -> None:
    other = draft.with_name("other")
    other.write_bytes(her_bytes(draft) if content is None else content)
    os.replace(other, draft)


def moved_over_alike(draft: Path) -> None:
    moved_over(draft, draft.read_bytes())


def made_anew(draft: Path) -> None:
    content = her_bytes(draft)
    draft.unlink()
    draft.write_bytes(content)


def folder_instead(draft: Path) -> None:
    draft.unlink()
    draft.mkdir()


def pipe_instead(draft: Path) -> None:
    draft.unlink()
    os.mkfifo(draft)


def changed_and_back(draft: Path) -> None:
    before = draft.read_bytes()
    written_in_place(draft)
    draft.write_bytes(before)


def link_led_elsewhere(draft: Path) -> None:
    shutil.copy(draft, elsewhere := draft.with_name("elsewhere.json"))
    written_in_place(elsewhere)
    draft.unlink()
    draft.symlink_to(elsewhere)


def link_to_nowhere(draft: Path) -> None:
    draft.rename(draft.with_name("moved"))
    draft.symlink_to(draft.with_name("nowhere"))


def written_by_its_other_name(draft: Path) -> None:
    os.link(draft, draft.with_name("other name"))
    written_in_place(draft.with_name("other name"))


CASES: tuple[Case, ...] = (
    Case("other bytes of the same size and time", same_size_and_time),
    Case("written in place", written_in_place),
    Case("one byte more", lambda draft: draft.write_bytes(draft.read_bytes() + b" ")),
    Case("only touched", touched, asks=False),
    Case("another file moved over it", moved_over),
    Case("a file of the same bytes moved over it", moved_over_alike, asks=False),
    Case("emptied", lambda draft: draft.write_bytes(b"")),
    Case("cut in half", lambda draft: os.truncate(draft, draft.stat().st_size // 2)),
    Case("deleted", lambda draft: draft.unlink()),
    Case("deleted and made anew", made_anew),
    Case("a folder in its place", folder_instead),
    Case("a pipe in its place", pipe_instead),
    Case("changed, and back to the old bytes", changed_and_back, asks=False),
    Case("a link that leads elsewhere now", link_led_elsewhere),
    Case("a link that leads nowhere", link_to_nowhere),
    Case("renamed, with other letter case", lambda draft: draft.rename(draft.with_name("表.JSON"))),
    Case("written by its other name", written_by_its_other_name),
    Case("its folder moved away", lambda draft: draft.parent.rename(f"{draft.parent}-moved")),
)


def test_what_another_program_did_to_the_file_is_never_written_over_unasked(trial):
    with trial("changed or deleted on disk", short=len(CASES), release=len(CASES)) as run:
        run.each(CASES, asks_as_it_should)


def asks_as_it_should(case: Case) -> None:
    with drafts() as draft:
        try:
            opened = load(draft)
            case.happens(draft)
            there = everything_in(draft.parent)
            form = opened.form.model_copy(update={"goal_actual": MINE})
            try:
                save(form, draft, opened.stamp)
                is_asked = False
            except (ChangedOnDiskError, SaveError):
                is_asked = True
            assert is_asked == case.asks
            if is_asked:
                assert everything_in(draft.parent) == there
            else:
                assert names_in(draft) == [MINE.strip()]
        finally:
            shutil.rmtree(f"{draft.parent}-moved", ignore_errors=True)
            draft.parent.mkdir(exist_ok=True)


def everything_in(folder: Path) -> dict[str, bytes | None]:
    """Return all names in a folder, with what the plain files hold."""
    if not folder.exists():
        return {}
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def test_the_moment_that_is_left_is_one_call_long(trial):
    """A program that knows nothing of locks can slip in between our last look and the replacing only."""
    with trial("changed in the middle of a save, before each of its system calls") as run:
        slipped_in = [place for place in range(steps_of_a_save()) if is_lost_when_changed_at(run, place)]
        run.count(len(slipped_in) <= 1, f"changes get lost before the calls {slipped_in}")


def steps_of_a_save() -> int:
    """Count the calls of a save."""
    counts = []
    for _ in range(2):  # at the first time something may be imported
        with drafts() as draft:
            opened = load(draft)
            counts.append(take_turns([partial(save, opened.form, draft, opened.stamp)], switching_at(())))
    return counts[-1]


def is_lost_when_changed_at(run: Run, place: int) -> bool:
    """Change the draft just before a call of a save; tell whether that change is gone unasked."""
    with drafts() as draft:
        os.utime(draft, (1, 1))  # saved long ago: the system's own clock ticks only every few ms
        opened, hers = load(draft), her_bytes(draft)
        form, outcome = opened.form.model_copy(update={"goal_actual": MINE}), []

        def save_it() -> None:
            try:
                save(form, draft, opened.stamp)
                outcome.append("saved")
            except ChangedOnDiskError:
                outcome.append("asked")

        take_turns([save_it, lambda: hold(draft, hers)], changing_before(place))
        held = draft.read_bytes()
        is_lost = outcome == ["saved"] and held != hers
        run.count(is_lost or outcome == ["asked"] or held == hers, f"call {place}: {outcome}")
        return is_lost


def hold(draft: Path, content: bytes) -> None:
    """Write in one call that takes no turn."""
    os.pwrite(handle := os.open(draft, os.O_WRONLY | os.O_TRUNC), content, 0)
    os.close(handle)


def changing_before(place: int) -> Order:
    """Let the save come to one of its calls, then the other program do all of its own, then the save end."""

    def order(step: int, left: Sequence[int]) -> int:
        return 0 if step <= place else 1 if 1 in left else 0

    return order
