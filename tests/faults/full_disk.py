# SPDX-License-Identifier: MIT
"""A small disk of our own that can be filled to the last page; nobody but a saver sees it mounted."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.faults.savers import Server

SIZE = 8 << 20  # bytes
WAYS = (("unshare", "--mount"), ("unshare", "--map-root-user", "--mount"))
MOUNT = 'mount -t tmpfs -o size="$1",mode=700 none "$2" && shift 2 && exec "$@"'
FILLER = "filler"


@cache
def way_to_mount() -> tuple[str, ...]:
    """Return how a disk can be mounted for one process alone; empty where none may be."""
    return next((way for way in WAYS if _works([*_mounted(way, "/mnt"), "true"])), ())


class FullDisk:
    """A disk of memory with a server of savers that sees it; it is gone with the server."""

    def __init__(self) -> None:
        self._place = mkdtemp(prefix="faults-disk-")
        self.server = Server(_mounted(way_to_mount(), self._place))

    def close(self) -> None:
        """Let server and disk go."""
        self.server.close()
        os.rmdir(self._place)

    @property
    def folder(self) -> Path:
        """Return the disk as a saver knows it."""
        return Path(self._place)

    @property
    def seen(self) -> Path:
        """Return the disk as it is seen from here."""
        return Path(f"/proc/{self.server.process_id}/root{self._place}")

    def leave_free(self, size: int) -> None:
        """Fill the disk until so many bytes are left, in whole pages."""
        status = os.statvfs(self.seen)
        with (self.seen / FILLER).open("wb") as filler:
            os.posix_fallocate(filler.fileno(), 0, status.f_bavail * status.f_frsize - size)

    def clear(self) -> None:
        """Take everything away."""
        for thing in self.seen.iterdir():
            shutil.rmtree(thing) if thing.is_dir() else thing.unlink()


def _mounted(way: tuple[str, ...], place: str) -> list[str]:
    return [*way, "sh", "-c", MOUNT, "sh", str(SIZE), place]


def _works(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False
