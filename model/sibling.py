# SPDX-License-Identifier: MIT
"""The file beside the one that is saved, which takes its place in the end: written, synced and read back."""

import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path

from model.old_file import read_all

OURS = re.compile(r"\.zpb-[0-9a-f]{16}\.tmp")  # so that what a crash leaves can be told
STALE_AFTER = 3600  # seconds
PRIVATE, USUAL = 0o600, 0o666  # until it has the modes of the old file; the usual ones less the clerk's mask
MOST_NAMES = 3  # tried; a name that is taken is no accident
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def make(target: str, mode: int) -> tuple[str, int]:
    """Make an empty file in the same folder, of a name nobody can guess; return its path and its handle.

    Errors: OSError; a file or link that is there already is never written.
    """
    for names_left in reversed(range(MOST_NAMES)):
        path = os.path.join(os.path.dirname(target), f".zpb-{os.urandom(8).hex()}.tmp")
        try:
            return path, os.open(path, NEW, mode)
        except FileExistsError:
            if not names_left:
                raise
    raise AssertionError


def fill(handle: int, content: bytes) -> None:
    """Write all bytes, have the drive confirm them, and close.  Errors: OSError."""
    try:
        write_all(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def write_all(handle: int, content: bytes) -> None:
    """Write all bytes, however few the system takes at a time.  Errors: OSError."""
    left = memoryview(content)
    while left:
        taken = os.write(handle, left)
        if taken <= 0:
            raise OSError("磁盘不再接收内容")
        left = left[taken:]
    if os.fstat(handle).st_size != len(content):
        raise OSError("写出的字节数不对")


def verify(sibling: str, content: bytes) -> int:
    """Compare what the drive holds with what was written; return its time in ns.  Errors: OSError.

    The system is asked to forget its own copy first, so that the drive itself is read where that is possible.
    """
    handle = os.open(sibling, READ)
    try:
        with suppress(OSError, AttributeError):  # Windows and macOS have no such call
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        if read_all(handle, len(content), len(content)) != content:
            raise OSError("读回的内容与写入的不同")
        return os.fstat(handle).st_mtime_ns
    finally:
        os.close(handle)


def drop(sibling: str) -> None:
    """Remove a file that did not come into its place."""
    with suppress(OSError):
        os.unlink(sibling)


def sync_folder(folder: str) -> None:
    """Have the drive confirm the names in a folder.  Errors: OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path, now: float | None = None) -> None:
    """Remove our own temporary files that a crash left behind an hour ago or earlier; nobody else's."""
    before = (time.time() if now is None else now) - STALE_AFTER
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if OURS.fullmatch(entry.name):
                with suppress(OSError):
                    if _is_stale(entry.stat(follow_symlinks=False), before):
                        os.unlink(entry.path)


def _is_stale(status: os.stat_result, before: float) -> bool:
    is_ours = os.name == "nt" or status.st_uid == os.geteuid()
    return is_ours and stat.S_ISREG(status.st_mode) and status.st_mtime < before
