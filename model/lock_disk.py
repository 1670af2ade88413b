# SPDX-License-Identifier: MIT
"""The lock as a file: read with suspicion, made whole, taken away without taking another one with it."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MOST = 4096  # bytes of a lock that are read
BINARY = getattr(os, "O_BINARY", 0)
NOT_THROUGH = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # no link, no waiting for a pipe
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY | NOT_THROUGH
A_MOMENT = 60  # seconds; taking a lock over lasts far less

Clock = Callable[[], float]


@contextmanager
def alone(lock: Path, now: Clock) -> Iterator[bool]:
    """Let only one at a time take a lock over; tells whether it is us.  Errors: OSError.

    What a crash leaves behind holds nobody up for long, and is swept one day.
    """
    name = hashlib.sha256(os.fsencode(lock.name)).hexdigest()[:16]
    turn = lock.with_name(f".zpb-{name}.tmp")
    with suppress(OSError):
        if abs(time_at(lock.parent, now) - turn.lstat().st_mtime) > A_MOMENT:
            turn.unlink()
    try:
        os.close(os.open(turn, NEW, 0o600))
    except FileExistsError:
        yield False
        return
    try:
        yield True
    finally:
        with suppress(OSError):
            turn.unlink()


def mark_of(there: os.stat_result, content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}/{stat.S_IFMT(there.st_mode)}"


def read(lock: Path) -> tuple[os.stat_result, bytes]:
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


def make(lock: Path, content: bytes) -> None:
    """Make a lock that is not there yet, whole or not at all.  Errors: FileExistsError, OSError."""
    handle = os.open(lock, NEW, 0o666)
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


def take_away(lock: Path, meant: str) -> bool:
    """Take the lock of this mark out of the folder; one that came in its place meanwhile is put back.

    It is first renamed and then looked at: of two who do this at once, only one gets it.
    """
    aside = _sibling(lock.parent)
    try:
        os.rename(lock, aside)
    except FileNotFoundError:
        return True
    if mark_of(*read(aside)) == meant:
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


def time_at(folder: Path, now: Clock) -> float:
    """Return the time as the drive of a folder has it: a server's clock may differ from ours."""
    probe = _sibling(folder)
    try:
        handle = os.open(probe, NEW, 0o600)
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
