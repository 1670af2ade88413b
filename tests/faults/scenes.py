# SPDX-License-Identifier: MIT
"""A scene of a save: a draft in a folder of its own, what it holds before, and what it holds afterwards."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from export.working_copy import load_draft
from model.backups import FOLDER as BACKUPS
from model.backups import backups_of, keep
from model.drafts import parse, to_bytes
from model.recovery import form_of, found
from model.sibling import sweep
from tests.bench.forms import long_form
from tests.faults.saver import COPIES, NEW_NAME

DRAFT = "草稿 1.json"
QUICK = Path("/dev/shm")  # a disk of memory: nothing waits for a drive
LONG = 7200  # seconds; no save takes as long
NOON = datetime(2026, 3, 5, 12)
OLD_PAGE = b"the page of last year"


class Scene(NamedTuple):
    """One draft that is about to be saved."""

    folder: Path
    old: bytes
    new: bytes

    @property
    def draft(self) -> Path:
        """Return the draft's place."""
        return self.folder / "work" / DRAFT

    @property
    def out(self) -> Path:
        """Return where its PDF goes."""
        return self.folder / "out" / "表.pdf"

    @property
    def order(self) -> dict[str, str]:
        """Return the order to change the draft and to save it."""
        return {
            "job": "save",
            "path": str(self.draft),
            "home": str(self.folder / "home"),
            "out": str(self.out),
        }

    @property
    def log(self) -> Path:
        """Return where strace may write."""
        return self.folder / "strace.log"

    def held(self) -> str:
        """Say which version the file holds; anything but one of the two whole ones fails."""
        content = self.draft.read_bytes()
        parse(content, DRAFT)
        assert content in (self.old, self.new), f"torn: {len(content)} bytes"
        return "new" if content == self.new else "old"

    def backups(self, home: Path | None = None) -> list[bytes]:
        """Return the versions that are kept; one that is no whole draft fails."""
        folder = (home or self.folder / "home") / BACKUPS
        kept = [backup.file.read_bytes() for backup in backups_of(folder, self.draft)]
        for content in kept:
            parse(content, "backup")
        return kept

    def held_copy(self, home: Path | None = None) -> str:
        """Say which version the newest recovery copy holds; none, or one of neither, fails."""
        copy = found((home or self.folder / "home") / COPIES, datetime.now(), lambda process: False).copies[0]
        content = to_bytes(form_of(copy))
        assert content in (self.old, self.new)
        return "new" if content == self.new else "old"

    def held_page(self) -> str:
        """Say which PDF is there: the one of last year or one that holds the draft; any other fails."""
        if self.out.read_bytes() == OLD_PAGE:
            return "old"
        assert to_bytes(load_draft(self.out).form) == self.old
        return "new"

    def left_over(self) -> list[Path]:
        """Name the temporary files of ours, wherever they are."""
        return sorted(self.folder.rglob(".zpb-*"))

    def sweep(self) -> list[Path]:
        """Let the next start sweep, long after; what is left then."""
        for path in self.left_over():
            sweep(path.parent, time.time() + LONG)
        return self.left_over()


@contextmanager
def scene(rows: int, *, earlier: int = 0, on_usual_disk: bool = False) -> Iterator[Scene]:
    """Lay out a scene of a form of so many rows, with so many earlier versions kept; it goes afterwards."""
    quick = os.access(QUICK, os.W_OK) and not on_usual_disk
    folder = Path(mkdtemp(prefix="faults-", dir=QUICK if quick else None))
    try:
        for name in ("work", "home", "out"):
            (folder / name).mkdir()
        laid = Scene(folder, *versions(rows))
        laid.draft.write_bytes(laid.old)
        laid.out.write_bytes(OLD_PAGE)
        for number in range(earlier):
            keep(folder / "home" / BACKUPS, laid.draft, versions(1)[0], NOON + timedelta(seconds=number))
        yield laid
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def versions(rows: int) -> tuple[bytes, bytes]:
    """Return a draft's bytes before and after it is changed."""
    form = long_form(rows)
    old = to_bytes(form)
    form.project_name = NEW_NAME
    return old, to_bytes(form)
