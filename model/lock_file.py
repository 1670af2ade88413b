# SPDX-License-Identifier: MIT
"""The lock beside a draft: who is changing it, since when; taken, renewed, taken over, given back.

A lock keeps people from working against each other; that nothing is overwritten is the stamp's task.
"""

import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from model.holders import Holder, holder_of, is_gone, written

STALE_AFTER = 600  # seconds without a renewal: its editor has crashed, sleeps, or was cut off
RENEW_EVERY = 180  # seconds
MOST = 4096  # bytes of a lock that are read
ATTEMPTS = 5
LONGEST_NAME = 255  # bytes that file systems allow
PREFIX, SUFFIX = ".~lock.", ".zpb#"
BINARY = getattr(os, "O_BINARY", 0)
NOT_THROUGH = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # no link, no waiting for a pipe


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
Clock = Callable[[], float]


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
        there, content = _read(lock)
    except FileNotFoundError:
        return FREE
    holder, mark = holder_of(content), _mark(there, content)
    if holder is not None and holder.token == me.token:
        return Seen(Standing.OURS, holder, 0, mark)
    if holder is not None and is_gone(holder, me):
        return Seen(Standing.GONE, holder, 0, mark)
    idle = int(_time_at(lock.parent, now) - there.st_mtime)
    return Seen(Standing.STALE if abs(idle) > STALE_AFTER else Standing.HELD, holder, idle, mark)


def take(draft: Path, me: Holder, now: Clock) -> Seen:
    """Take the lock unless somebody holds it; tells which.  Errors: OSError when it cannot be made."""
    for _ in range(ATTEMPTS):
        try:
            _make(lock_path(draft), written(me))
        except FileExistsError:
            seen = look(draft, me, now)
            if seen.standing is Standing.GONE:
                return take_over(draft, me, seen, now)
            if seen.standing is not Standing.FREE:  # else it was given back just now
                return seen
        else:
            return Seen(Standing.OURS, me)
    raise OSError("the lock comes and goes")


def take_over(draft: Path, me: Holder, seen: Seen, now: Clock) -> Seen:
    """Take the lock that was seen from its holder; if another lies there by now, tell whose.

    Errors: OSError when it cannot be taken away or made.
    """
    again = look(draft, me, now)
    has_woken = again.standing is Standing.HELD and seen.standing is not Standing.HELD
    if again.mark != seen.mark or has_woken:
        return again if again.standing is not Standing.FREE else take(draft, me, now)
    if _take_away(lock_path(draft), seen.mark):
        with suppress(FileExistsError):
            _make(lock_path(draft), written(me))
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
        there, content = _read(lock)
        holder = holder_of(content)
        if holder is not None and holder.token == me.token:
            _take_away(lock, _mark(there, content))


def _mark(there: os.stat_result, content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}/{stat.S_IFMT(there.st_mode)}"


def _read(lock: Path) -> tuple[os.stat_result, bytes]:
    """Return what a lock is and the beginning of its content; nothing of what is no plain file."""
    there = lock.lstat()
    if not stat.S_ISREG(there.st_mode):
        return there, b""
    try:
        handle = os.open(lock, os.O_RDONLY | NOT_THROUGH | BINARY)
    except FileNotFoundError:
        raise
    except OSError:  # not for us to read, or it has become a link
        return there, b""
    try:
        content = os.read(handle, MOST + 1)
        return os.fstat(handle), b"" if len(content) > MOST else content
    finally:
        os.close(handle)


def _make(lock: Path, content: bytes) -> None:
    """Make a lock that is not there yet, whole or not at all.  Errors: FileExistsError, OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY | NOT_THROUGH
    handle = os.open(lock, flags, 0o666)
    try:
        if os.write(handle, content) != len(content):
            raise OSError("the lock was written in part")
    except OSError:
        with suppress(OSError):
            lock.unlink()
        raise
    finally:
        os.close(handle)
    _hide(lock)


def _take_away(lock: Path, meant: str) -> bool:
    """Take the lock of this mark out of the folder; one that came in its place meanwhile is put back.

    It is first renamed and then looked at: of two who do this at once, only one gets it.
    """
    aside = _sibling(lock.parent)
    try:
        os.rename(lock, aside)
    except FileNotFoundError:
        return True
    if _mark(*_read(aside)) == meant:
        _remove(aside, lock)
        return True
    _put_back(aside, lock)
    return False


def _remove(aside: Path, lock: Path) -> None:
    try:
        aside.unlink()
    except OSError:  # a folder, or open elsewhere
        _put_back(aside, lock)
        raise


def _put_back(aside: Path, lock: Path) -> None:
    """Put a lock back unless there is a new one; then its holder will notice."""
    try:
        os.link(aside, lock, follow_symlinks=False)
    except FileExistsError:
        pass
    except (OSError, NotImplementedError):  # no links on this drive, or of a folder
        if not os.path.lexists(lock):
            os.rename(aside, lock)
        return
    with suppress(OSError):
        aside.unlink()


def _time_at(folder: Path, now: Clock) -> float:
    """Return the time as the drive of a folder has it: a server's clock may differ from ours."""
    probe = _sibling(folder)
    try:
        handle = os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    except OSError:
        return now()
    try:
        os.write(handle, b"?")
        return os.fstat(handle).st_mtime
    except OSError:
        return now()
    finally:
        os.close(handle)
        with suppress(OSError):
            probe.unlink()


def _sibling(folder: Path) -> Path:
    """Return a name nobody can guess; should we crash, what is left of that name is swept one day."""
    return folder / f".zpb-{os.urandom(8).hex()}.tmp"


def _hide(lock: Path) -> None:
    """Hide a file whose dot does not hide it."""
    if os.name == "nt":
        import ctypes

        getattr(ctypes, "windll").kernel32.SetFileAttributesW(str(lock), 0x2)  # noqa: B009
