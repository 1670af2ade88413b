# SPDX-License-Identifier: MIT
"""The lock beside a draft: who is changing it, since when; taken, renewed, taken over, given back.

A lock keeps people from working against each other; that nothing is overwritten is the stamp's task.
"""

import hashlib
import os
import stat
import time
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from model.holders import Holder, holder_of, is_gone, written
from model.limits import LOCK_STALE_AFTER
from model.lock_disk import BINARY, MOST, NOT_THROUGH, Clock, alone, make, mark_of, read, take_away, time_at

STALE_AFTER = 60 * LOCK_STALE_AFTER  # seconds without a renewal: its editor crashed, sleeps, was cut off
RENEW_EVERY = 180  # seconds
ATTEMPTS = 5
A_WHILE = 1 / 100  # seconds between them
LONGEST_NAME = 255  # bytes that file systems allow
PREFIX, SUFFIX = ".~lock.", ".zpb#"


class Standing(Enum):
    """What a lock means to whoever looks."""

    FREE = auto()
    OURS = auto()
    GONE = auto()  # of a process of ours that ended without giving it back
    HELD = auto()
    STALE = auto()  # nobody has renewed it for long


CLOSED = (Standing.HELD, Standing.STALE)


class Seen(NamedTuple):
    """A lock as it was found."""

    standing: Standing
    holder: Holder | None = None  # None: there is none, or nobody can tell who
    idle: int = 0  # seconds since it was last renewed; below 0 = the clock was put back since
    mark: str = ""  # tells it from another lock


FREE = Seen(Standing.FREE)


def lock_path(draft: Path) -> Path:
    """Return where the lock of a draft lies: beside the file itself, wherever links to it are."""
    target = Path(os.path.realpath(draft))
    name = f"{PREFIX}{target.name}{SUFFIX}"
    if len(os.fsencode(name)) > LONGEST_NAME:
        name = f"{PREFIX}{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:40]}{SUFFIX}"
    return target.with_name(name)


def look(draft: Path, me: Holder, now: Clock) -> Seen:
    """Tell who holds a draft; nothing is written but, where a lock is found, a file to read the time from.

    Errors: OSError when the folder cannot be reached.
    """
    lock = lock_path(draft)
    try:
        there, content = read(lock)
    except FileNotFoundError:
        return FREE
    holder, mark = holder_of(content), mark_of(there, content)
    if holder is not None and holder.token == me.token:
        return Seen(Standing.OURS, holder, 0, mark)
    if holder is not None and is_gone(holder, me):
        return Seen(Standing.GONE, holder, 0, mark)
    idle = int(time_at(lock.parent, now) - there.st_mtime)
    return Seen(Standing.STALE if abs(idle) > STALE_AFTER else Standing.HELD, holder, idle, mark)


def trace(draft: Path) -> tuple[int, int, int]:
    """Return what changes when a lock does; zeros where there is none.  Errors: OSError."""
    try:
        there = lock_path(draft).lstat()
    except FileNotFoundError:
        return (0, 0, 0)
    return there.st_ino, there.st_mtime_ns, there.st_size


def take(draft: Path, me: Holder, now: Clock) -> Seen:
    """Take the lock unless somebody holds it; tells which.  Errors: OSError when it cannot be made."""
    for _ in range(ATTEMPTS):
        try:
            make(lock_path(draft), written(me))
        except FileExistsError:
            seen = look(draft, me, now)
            if seen.standing is Standing.GONE:
                seen = take_over(draft, me, seen, now)
            if seen.standing not in (Standing.FREE, Standing.GONE):
                return seen
            time.sleep(A_WHILE)  # it was given back just now, or another takes it over
        else:
            return Seen(Standing.OURS, me)
    raise OSError("the lock comes and goes")


def take_over(draft: Path, me: Holder, seen: Seen, now: Clock) -> Seen:
    """Take the lock that was seen from its holder; if another lies there by now, tell whose.

    Errors: OSError when it cannot be taken away or made.
    """
    with alone(lock_path(draft), now) as is_our_turn:
        return _taken_over(draft, me, seen, now) if is_our_turn else look(draft, me, now)


def _taken_over(draft: Path, me: Holder, seen: Seen, now: Clock) -> Seen:
    again = look(draft, me, now)
    has_woken = again.standing is Standing.HELD and seen.standing is not Standing.HELD
    if again.mark != seen.mark or has_woken:
        return again if again.standing is not Standing.FREE else take(draft, me, now)
    with suppress(FileExistsError):
        if take_away(lock_path(draft), seen.mark):
            make(lock_path(draft), written(me))
            return Seen(Standing.OURS, me)
    return look(draft, me, now)


def renew(draft: Path, me: Holder) -> bool:
    """Show that the holder lives; tells whether the lock is still ours.  Errors: OSError.

    The same bytes are written once more, so that nobody ever reads half a lock and the server sets the time.
    """
    lock = lock_path(draft)
    if lock.is_symlink():
        return False
    try:
        handle = os.open(lock, os.O_RDWR | NOT_THROUGH | BINARY)
    except (FileNotFoundError, IsADirectoryError):
        return False
    try:
        content = os.read(handle, MOST) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
        holder = holder_of(content)
        if holder is None or holder.token != me.token:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, content)
    finally:
        os.close(handle)
    return True


def give_back(draft: Path, me: Holder) -> None:
    """Let others have the draft; a lock that is not ours stays.  Errors: OSError."""
    lock = lock_path(draft)
    with suppress(FileNotFoundError):
        there, content = read(lock)
        holder = holder_of(content)
        if holder is not None and holder.token == me.token:
            take_away(lock, mark_of(there, content))
