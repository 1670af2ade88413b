# SPDX-License-Identifier: MIT
"""Backups: the versions of a draft that later saves have replaced, in the application's own folder.

Each draft has a folder of its own with a note of where the draft is. A backup is named by its number, by the
time that version was saved at, and by its size; only the number says which is the newer, as clocks jump.
They are not synced: until the drive has written a backup by itself, the draft is whole as its new version.
One that a crash has torn has not the size it is named by, and is not offered.
"""

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
from model.sibling import NEW, PRIVATE, drop, write_all

FOLDER = "backups"  # in the application's own
LARGE = MOST_BYTES // (LAST + DAYS)  # smaller ones are not weighed: all together have no more than that again
NAME = re.compile(r"[0-9]{6} [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{6} [0-9]+\.json")
NUMBER, DAY, TIME, SIZE = slice(6), slice(7, 17), slice(7, 24), slice(25, -len(".json"))
NOTE = "path.txt"


class Backup(NamedTuple):
    """A version that a later save has replaced."""

    file: Path
    time: datetime  # when that version was saved, in local time


def backups_of(folder: Path, draft: Path) -> list[Backup]:
    """Return what is kept of a draft, the newest first; nothing where there is nothing to read."""
    home, found = folder_of(folder, draft), []
    for name in _names_in(home):
        with suppress(OSError, ValueError):  # gone meanwhile, or a day that never was
            if os.path.getsize(path := os.path.join(home, name)) == int(name[SIZE]):
                found.append(Backup(Path(path), datetime.fromisoformat(name[TIME])))
    return found


def keep(folder: Path, draft: Path, content: bytes, time: datetime) -> None:
    """Keep a version of a draft, and let go of what is too old.  Errors: OSError; nothing has changed."""
    home = folder_of(folder, draft)
    names = _names_in(home)
    if not names and not os.path.isdir(home):
        _found(home, draft)
    number = int(names[0][NUMBER]) + 1 if names else 1
    names.insert(0, f"{number:06d} {time:%Y-%m-%d %H%M%S} {len(content)}.json")
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
    handle = os.open(path, NEW, PRIVATE)
    try:
        write_all(handle, content)
    except BaseException:
        drop(path)
        raise
    finally:
        os.close(handle)


def _names_in(home: str) -> list[str]:
    """Return the names of the backups, the newest first, and no stranger's."""
    try:
        return sorted(filter(NAME.fullmatch, os.listdir(home)), reverse=True)
    except OSError:
        return []


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
