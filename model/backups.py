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
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from model.limits import BACKUP_DAYS as DAYS
from model.limits import MOST_BACKUP_BYTES as MOST_BYTES
from model.limits import MOST_BACKUPS as LAST
from model.private import private_folder
from model.sibling import PRIVATE, drop, make, sweep, write_all

FOLDER = "backups"  # in the application's own
LARGE = MOST_BYTES // (LAST + DAYS)  # smaller ones are not weighed: all together have no more than that again
NAME = re.compile(r"[0-9]{6} [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{6}\.json")
NUMBER, DAY, TIME = slice(6), slice(7, 17), slice(7, 24)
NOTE = "path.txt"


class Backup(NamedTuple):
    """A version that a later save has replaced."""

    file: Path
    time: datetime  # when that version was saved, in local time


def backups_of(folder: Path, draft: Path) -> list[Backup]:
    """Return what is kept of a draft, the newest first; nothing where there is nothing to read."""
    home, found = folder_of(folder, draft), []
    for name in _backups_among(_listed(home)):
        with suppress(OSError, ValueError):  # gone meanwhile, or a day that never was
            if os.path.getsize(path := os.path.join(home, name)):
                found.append(Backup(Path(path), datetime.fromisoformat(name[TIME])))
    return found


def keep(folder: Path, draft: Path, content: bytes, time: datetime) -> None:
    """Keep a version of a draft, and let go of what is too old.  Errors: OSError; nothing has changed."""
    home = folder_of(folder, draft)
    every = _listed(home)
    names = _backups_among(every)
    if not every:
        _found(home, draft)
    elif len(every) > len(names) + 1:  # more than the backups and the note: perhaps what a crash left
        sweep(Path(home))
    number = int(names[0][NUMBER]) + 1 if names else 1
    names.insert(0, f"{number:06d} {time:%Y-%m-%d %H%M%S}.json")
    _write(os.path.join(home, names[0]), content)
    for name in {*_too_old(names), *(_too_much(home, names) if len(content) > LARGE else ())}:
        with suppress(OSError):
            os.unlink(os.path.join(home, name))


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


def _listed(home: str) -> list[str]:
    try:
        return os.listdir(home)
    except OSError:
        return []


def _backups_among(names: list[str]) -> list[str]:
    """Return the names of the backups, the newest first."""
    return sorted(filter(NAME.fullmatch, names), reverse=True)


def _too_old(names: list[str]) -> list[str]:
    """Return what is neither among the last nor the last of one of the latest days."""
    last_of_day: dict[str, str] = {}
    for name in names:
        last_of_day.setdefault(name[DAY], name)
    spared = {*names[:LAST], *list(last_of_day.values())[:DAYS]}
    return [name for name in names if name not in spared]


def _too_much(home: str, names: list[str]) -> Iterator[str]:
    """Go through what has no room beside the newer ones."""
    total = 0
    for place, name in enumerate(names):
        with suppress(OSError):
            total += os.path.getsize(os.path.join(home, name))
            if place and total > MOST_BYTES:
                yield name
