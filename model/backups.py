# SPDX-License-Identifier: MIT
"""Backups: the versions of a draft that later saves have replaced, in the application's own folder.

Each draft has a folder of its own with a note of where the draft is. A backup is named by its number and the
time that version was saved at; only the number says which is the newer, as clocks jump.
They are not synced: until the drive has written a backup by itself, the draft is whole as its new version.
"""

import errno
import hashlib
import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from model.private import private_folder
from model.sibling import PRIVATE, drop, make, sweep, write_all

FOLDER = "backups"  # in the application's own
LAST = 20  # versions that are kept in any case
DAYS = 30  # latest days of which the last version is kept; days without a save do not count
MOST_BYTES = 200_000_000  # of one draft's backups in all; the newest one is kept in any case
NAME = re.compile(r"([0-9]{6,15}) ([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{6})\.json")
NOTE = "path.txt"


class Backup(NamedTuple):
    """A version that a later save has replaced."""

    file: Path
    time: datetime  # when that version was saved, in local time


class _Kept(NamedTuple):
    number: int
    time: datetime
    path: str
    size: int


def backups_of(folder: Path, draft: Path) -> list[Backup]:
    """Return what is kept of a draft, the newest first; nothing where there is nothing to read."""
    return [Backup(Path(one.path), one.time) for one in _kept_in(folder_of(folder, draft)) if one.size]


def keep(folder: Path, draft: Path, content: bytes, time: datetime) -> None:
    """Keep a version of a draft, and let go of what is too old.  Errors: OSError; nothing has changed."""
    home = folder_of(folder, draft)
    if not os.path.isdir(home):
        _found(home, draft)
    kept = _kept_in(home)
    number = kept[0].number + 1 if kept else 1
    path = os.path.join(home, f"{number:06d} {time:%Y-%m-%d %H%M%S}.json")
    _write(path, content)
    for one in _passed_over([_Kept(number, time, path, len(content)), *kept]):
        with suppress(OSError):
            os.unlink(one.path)
    sweep(Path(home))


def folder_of(folder: Path, draft: Path) -> str:
    """Return where the backups of a draft are; links lead to the same folder as the draft itself."""
    place = os.path.normcase(os.path.realpath(draft))
    return os.path.join(folder, hashlib.sha256(os.fsencode(place)).hexdigest()[:20])


def _found(home: str, draft: Path) -> None:
    private_folder(Path(home))
    with suppress(OSError):  # for people who look into the folder
        Path(home, NOTE).write_bytes(os.fsencode(os.path.realpath(draft)))


def _write(path: str, content: bytes) -> None:
    """Write a backup under another name first, so that a kill in the middle tears none.  Errors: OSError."""
    sibling, handle = make(path, PRIVATE)
    try:
        try:
            write_all(handle, content)
        finally:
            os.close(handle)
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        os.rename(sibling, path)
    except BaseException:
        drop(sibling)
        raise


def _kept_in(home: str) -> list[_Kept]:
    found = []
    with suppress(OSError, ValueError), os.scandir(home) as entries:
        for entry in entries:
            if name := NAME.fullmatch(entry.name):  # else a stranger's
                size = entry.stat(follow_symlinks=False).st_size
                found.append(_Kept(int(name[1]), datetime.fromisoformat(name[2]), entry.path, size))
    return sorted(found, reverse=True)


def _passed_over(kept: list[_Kept]) -> list[_Kept]:
    """Return what need not be kept of so many, the newest first."""
    days: set[object] = set()
    over, total = [], 0
    for place, one in enumerate(kept):
        day, is_last = one.time.date(), False
        if day not in days and len(days) < DAYS:
            days.add(day)
            is_last = True
        if (place < LAST or is_last) and (place == 0 or total + one.size <= MOST_BYTES):
            total += one.size
        else:
            over.append(one)
    return over
