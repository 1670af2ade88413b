# SPDX-License-Identifier: MIT
"""The file a save would replace: what it is, whether it may be replaced, and what of it the new one keeps."""

import os
import stat
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

MOST_READ = 60_000_000  # bytes; what has more is no draft, and nobody's version to be kept
AT_ONCE = 65_536  # bytes, where no size is known
READ_ONLY = "文件是只读的"
NO_FILE = "那里不是普通文件"
WRITE_BITS = 0o222
ATTRIBUTES = ("user.", "system.posix_acl_")  # others are the system's own business
FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Old(NamedTuple):
    """A file as it was when it was looked at."""

    status: os.stat_result
    content: bytes | None = None  # None: not asked for, or too much

    @property
    def saved_at(self) -> datetime:
        """When it was written last, as far as the drive knows."""
        try:
            return datetime.fromtimestamp(self.status.st_mtime)
        except (OSError, OverflowError, ValueError):  # no clock was ever so wrong
            return datetime.fromtimestamp(0)


def look_at(target: str, *, with_content: bool = True, to_replace: bool = True) -> Old | None:
    """Look at a file that links do not lead away from; None where there is none.

    Errors: OSError if it cannot be read, or not be replaced: a folder, a device, a read-only file.
    """
    try:
        status = os.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise OSError(NO_FILE)
    if to_replace and not status.st_mode & WRITE_BITS:  # for root as well: somebody meant it
        raise OSError(READ_ONLY)
    handle = os.open(target, (os.O_RDWR if to_replace and os.name != "nt" else os.O_RDONLY) | FLAGS)
    try:
        status = os.fstat(handle)
        return Old(status, read_all(handle, status.st_size, MOST_READ) if with_content else None)
    finally:
        os.close(handle)


def read_all(handle: int, size: int, most: int) -> bytes | None:
    """Read a file of about so many bytes to its end; None if it has more than `most`.  Errors: OSError."""
    parts, left = [], most + 1
    while left > 0 and (part := os.read(handle, min(max(size, AT_ONCE) + 1, left))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts) if left > 0 else None


def dress(handle: int, target: str, old: os.stat_result) -> bool:
    """Give a new file owner, modes and attributes of the one it will replace; tells whether it has the modes.

    An owner only the administrator could give is passed over; a group we may not give has no more rights
    than anybody else.  What cannot be dressed stays the clerk's alone.
    """
    if os.name == "nt":
        return True
    with suppress(OSError):
        mode, new = stat.S_IMODE(old.st_mode), os.fstat(handle)
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            mode = _given_away(handle, old, mode)
        os.fchmod(handle, mode)
        if mode == stat.S_IMODE(old.st_mode):
            _copy_attributes(handle, target)
        return stat.S_IMODE(os.fstat(handle).st_mode) == stat.S_IMODE(old.st_mode)
    return False


def _copy_attributes(handle: int, target: str) -> None:
    with suppress(OSError, AttributeError):  # macOS has no such calls
        for name in os.listxattr(target):
            if name.startswith(ATTRIBUTES):
                with suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(target, name))


def _given_away(handle: int, old: os.stat_result, mode: int) -> int:
    """Give the file to owner and group as far as we may; return the modes it can have then."""
    for owner in (old.st_uid, -1):  # -1 = stays ours
        with suppress(OSError):
            os.fchown(handle, owner, old.st_gid)
            return mode if owner != -1 else mode & ~stat.S_ISUID
    return mode & ~(stat.S_ISUID | stat.S_ISGID | stat.S_IRWXG) | (mode & stat.S_IRWXO) << 3
