# SPDX-License-Identifier: MIT
"""What the places of a save are made of: links, modes, users, mounts, attributes."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

CLERK, COLLEAGUE = 65534, 65533  # user and group ids of people without rights
NEW_MOUNTS, RECURSIVELY, PRIVATELY, READ_ONLY = 0x20000, 0x4000, 1 << 18, 1  # Linux: unshare(2), mount(2)
DRAFT = "表.json"


class NotHereError(Exception):
    """A place that cannot be made here: a right or a tool is missing."""


@dataclass
class Ground:
    """A folder to lay out a place in, and the draft that lies there before."""

    folder: Path
    content: bytes
    groups: list[int] = field(default_factory=list)  # the clerk is in besides his own
    changes_files: bool = False  # somebody else changes files meanwhile

    @property
    def draft(self) -> Path:
        """Return the usual place of the draft."""
        return self.folder / DRAFT

    def write(self, path: Path | None = None, mode: int = 0o666) -> Path:
        """Put the draft somewhere."""
        path = path or self.draft
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.content)
        os.chmod(path, mode)
        return path

    def is_old(self, path: Path) -> bool:
        """Tell whether the draft as it was before is there."""
        return path.read_bytes() == self.content


class Place(NamedTuple):
    """One place: how it is laid out, what a save there comes to, and what else is to be seen."""

    name: str
    lay: Callable[[Ground], Path]
    refusal: str = ""  # words of the sentence; "" = it is saved
    warning: str = ""  # words of a warning; "" = none
    check: Callable[[Ground], str] | None = None  # says what is wrong
    as_clerk: bool = False  # root may do anything
    meanwhile: Callable[[Ground], object] | None = None  # happens between opening and saving


def only_root() -> None:
    """Errors: NotHereError for others."""
    if os.geteuid() != 0:
        raise NotHereError("only root can make this place")


def give(path: Path, owner: int, group: int, mode: int) -> Path:
    """Give a file away."""
    only_root()
    os.chown(path, owner, group)
    os.chmod(path, mode)
    return path


def mark(path: Path, attribute: str) -> Path:
    """Set an attribute of the file system: immutable, append only."""
    only_root()
    try:
        done = subprocess.run(["chattr", f"+{attribute}", path], capture_output=True, text=True)
    except OSError as error:
        raise NotHereError("chattr is not installed") from error
    if done.returncode:
        raise NotHereError(f"no such attribute here: {done.stderr.strip()}")
    return path


def clear_away(base: Path) -> None:
    """Remove a place, whatever it was made of."""
    with suppress(OSError):
        subprocess.run(["chattr", "-R", "-f", "-ia", base], capture_output=True)
    for here, _, _ in os.walk(base):
        with suppress(OSError):
            os.chmod(here, 0o700)
    shutil.rmtree(base, ignore_errors=True)


def mount_read_only(folder: Path) -> None:
    """Let a folder be read only, for this process alone."""
    only_root()
    libc = ctypes.CDLL(None, use_errno=True)
    where = os.fsencode(folder)
    if libc.unshare(NEW_MOUNTS) or libc.mount(None, b"/", None, RECURSIVELY | PRIVATELY, None):
        raise NotHereError("no mounts of one's own here")
    if libc.mount(where, where, None, 4096, None):  # bind
        raise NotHereError("nothing can be mounted here")
    if libc.mount(None, where, None, 4096 | 32 | READ_ONLY, None):  # bind, remount
        raise NotHereError("nothing can be mounted read only here")


def deep(folder: Path, length: int) -> Path:
    """Make folders until the path of one is so many bytes long, as far as it goes."""
    home = os.getcwd()
    os.chdir(folder)
    path = str(folder)
    try:
        while (left := length - len(os.fsencode(path)) - 1) > 0:
            name = "深" * min(60, left // 3) or "a" * left
            os.mkdir(name)
            os.chdir(name)
            path = f"{path}/{name}"
    finally:
        os.chdir(home)
    return Path(path)
