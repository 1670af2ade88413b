# SPDX-License-Identifier: MIT
"""Writing a file whole or not at all: sibling file, sync, read back, old version kept, replace.

QSaveFile is not used: on a full disk it reported success and replaced a good file by a torn one.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from model import sibling as siblings
from model.errors import ChangedOnDiskError, SaveError, cause_of
from model.old_file import Old, dress, look_at
from model.patience import patiently
from model.sibling import PRIVATE, USUAL

SAME = ("st_dev", "st_ino", "st_size", "st_mtime_ns")
KEPT = "磁盘上的原文件完好，填写的内容没有丢"
UNCONFIRMED = "“{name}”已保存，但磁盘没有确认已经写牢（{cause}）；请先别关机或拔盘，过一会儿再保存一次。"
NOT_KEPT = "“{name}”已保存，但保存前的版本没能留作备份（{cause}）；这次保存的内容不受影响。"
MODE_LOST = "“{name}”已保存，但文件的权限没能照原样保留；与别人共用的，请检查权限。"
LINKED = "“{name}”已保存；这个文件还有另一个名字（硬链接），那里仍是保存前的内容。"

Keep = Callable[[bytes, datetime], object]
"""Keeps the version that will be replaced, with the time it was saved at.  Errors: OSError."""


class Stamp(NamedTuple):
    """What a file was when it was read or written; never decide by the time alone."""

    size: int
    mtime_ns: int
    sha256: str


class Written(NamedTuple):
    """The stamp of a file that is written whole, and what else did not go as it should, a sentence each."""

    stamp: Stamp
    warnings: tuple[str, ...] = ()


def stamp_of(path: Path, content: bytes) -> Stamp:
    """Return the stamp of a file whose content is known.  Errors: OSError."""
    return Stamp(len(content), path.stat().st_mtime_ns, _sha256(content))


def is_same_file(path: Path, other: Path | None) -> bool:
    """Tell whether two paths lead to one file."""
    return other is not None and (path == other or os.path.realpath(path) == os.path.realpath(other))


def changed_since(path: Path, stamp: Stamp) -> bool:
    """Tell whether a file is no longer the one that was stamped; a vanished file has changed."""
    try:
        return not _is_version(look_at(os.path.realpath(path), to_replace=False), stamp)
    except OSError:
        return True


def write_verified(
    path: Path, content: bytes, expected: Stamp | None = None, keep: Keep | None = None
) -> Written:
    """Put `content` into `path`, whole or not at all; links are followed, modes and owner kept.

    `expected` is the stamp of the version it may replace; None replaces any.  `keep` is given that version.
    Errors: ChangedOnDiskError when the file is not the expected one any more, SaveError naming the step.
    After either the old file is untouched.
    """
    minds_old = expected is not None or keep is not None
    with _step("查看原文件", path):
        target = os.path.realpath(path)
        old = patiently(lambda: look_at(target, with_content=minds_old))
    if expected is not None and not _is_version(old, expected):
        raise _changed(path)
    with _step("写入", path):
        sibling, handle = siblings.make(target, PRIVATE if old else USUAL)
    try:
        with _step("写入", path):
            has_modes = old is None or dress(handle, target, old.status)
            siblings.fill(handle, content)
        with _step("核对", path):
            mtime_ns = siblings.verify(sibling, content)
        warnings = [*_doubts_about(path, old, has_modes), *_kept(path, old, content, keep)]
        with _step("查看原文件", path):
            is_free = not minds_old or _is_untouched(target, old)
        if not is_free:
            raise _changed(path)
        with _step("替换", path):
            patiently(lambda: os.replace(sibling, target))
    except BaseException:
        siblings.drop(sibling)
        raise
    warnings += _confirmed(path, os.path.dirname(target))
    return Written(Stamp(len(content), mtime_ns, _sha256(content)), tuple(warnings))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _is_version(old: Old | None, stamp: Stamp) -> bool:
    if old is None or old.content is None or len(old.content) != stamp.size:
        return False
    return _sha256(old.content) == stamp.sha256


def _is_untouched(target: str, old: Old | None) -> bool:
    """Tell whether nobody has written the file in the moment since it was looked at.

    Only one of the same inode, size and time is not read again.  Errors: OSError.
    """
    try:
        now = os.stat(target)
        if old is not None and all(getattr(now, name) == getattr(old.status, name) for name in SAME):
            return True
        again = look_at(target, to_replace=False)
    except FileNotFoundError:
        return old is None
    return old is not None and again is not None and again.content == old.content


def _changed(path: Path) -> ChangedOnDiskError:
    return ChangedOnDiskError(f"“{path.name}”已被别的程序改动或移走；{KEPT}，请另存为新文件，或确认覆盖。")


@contextmanager
def _step(name: str, path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a name no system takes
        raise SaveError(
            f"“{path.name}”没有保存成功（{name}时：{cause_of(error)}）；{KEPT}，请另存到别处。"
        ) from error


def _doubts_about(path: Path, old: Old | None, has_modes: bool) -> Iterator[str]:
    if not has_modes:
        yield MODE_LOST.format(name=path.name)
    if old is not None and old.status.st_nlink > 1:
        yield LINKED.format(name=path.name)


def _kept(path: Path, old: Old | None, content: bytes, keep: Keep | None) -> Iterator[str]:
    """Let the version that will be replaced be kept, unless it is the same."""
    if keep is None or old is None or old.content == content:
        return
    try:
        if old.content is None:
            raise OSError("文件太大")
        keep(old.content, old.saved_at)
    except OSError as error:
        yield NOT_KEPT.format(name=path.name, cause=cause_of(error))


def _confirmed(path: Path, folder: str) -> Iterator[str]:
    try:
        siblings.sync_folder(folder)
    except OSError as error:
        yield UNCONFIRMED.format(name=path.name, cause=cause_of(error))
