# SPDX-License-Identifier: MIT
"""Writing a file whole or not at all: sibling file, sync, read back, replace.

QSaveFile is not used: on a full disk it reported success and replaced a good file by a torn one.
"""

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from model.errors import ChangedOnDiskError, SaveError, cause_of

SIBLING = ".zpb-"  # how our temporary files begin, so that stale ones can be told
WINDOWS_BUSY = frozenset({5, 32, 33})  # access denied, sharing and lock violations pass by themselves
RETRY_FOR = 1.5  # seconds
KEPT = "磁盘上的原文件完好，填写的内容没有丢"


class Stamp(NamedTuple):
    """What a file was when it was read or written; never decide by the time alone."""

    size: int
    mtime_ns: int
    sha256: str


def stamp_of(path: Path, content: bytes) -> Stamp:
    """Return the stamp of a file whose content is known.  Errors: OSError."""
    return Stamp(len(content), path.stat().st_mtime_ns, hashlib.sha256(content).hexdigest())


def changed_since(path: Path, stamp: Stamp) -> bool:
    """Tell whether a file is no longer the one that was stamped; a vanished file has changed."""
    try:
        content = path.read_bytes()
    except OSError:
        return True
    return hashlib.sha256(content).hexdigest() != stamp.sha256


def write_verified(path: Path, content: bytes, expected: Stamp | None = None) -> Stamp:
    """Put `content` into `path`, whole or not at all; links are followed and modes kept.

    Errors: ChangedOnDiskError when the file is not the expected one any more, SaveError naming the step.
    After either the old file is untouched.
    """
    target = Path(os.path.realpath(path))
    if expected is not None and changed_since(target, expected):
        raise ChangedOnDiskError(f"“{path.name}”已被别的程序改动或移走；{KEPT}，请另存为新文件，或确认覆盖。")
    sibling = target.with_name(f"{SIBLING}{os.urandom(8).hex()}.tmp")
    try:
        _step("写入", path, lambda: _write(sibling, content, target))
        _step("核对", path, lambda: _verify(sibling, content))
        _step("替换", path, lambda: _replace(sibling, target))
    except SaveError:
        with suppress(OSError):
            sibling.unlink()
        raise
    with suppress(OSError):  # saved already; only the drive did not confirm
        _sync_folder(target.parent)
    return stamp_of(target, content)


def sweep(folder: Path, older_than: float = 3600) -> None:
    """Remove our own temporary files left behind by a crash.  Unit: seconds."""
    for stale in folder.glob(f"{SIBLING}*.tmp"):
        with suppress(OSError):
            if time.time() - stale.stat().st_mtime > older_than:
                stale.unlink()


def _step(name: str, path: Path, action: Callable[[], None]) -> None:
    try:
        action()
    except OSError as error:
        raise SaveError(
            f"“{path.name}”没有保存成功（{name}时：{cause_of(error)}）；{KEPT}，请另存到别处。"
        ) from error


def _write(sibling: Path, content: bytes, target: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(sibling, flags, 0o666)
    try:
        with suppress(FileNotFoundError, NotImplementedError):
            os.chmod(sibling, target.stat().st_mode & 0o7777)
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _verify(sibling: Path, content: bytes) -> None:
    if sibling.read_bytes() != content:
        raise OSError("读回的内容与写入的不同")


def _replace(sibling: Path, target: Path) -> None:
    until = time.monotonic() + RETRY_FOR
    while True:
        try:
            return os.replace(sibling, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in WINDOWS_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
