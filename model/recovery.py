# SPDX-License-Identifier: MIT
"""Recovery copies: what is typed and not saved yet, kept beside the clerk's own file and never in it.

Every open document has two files, written in turn, so that a crash while one is written leaves the other.
A copy is a line with the checksum of all that follows, a line about it, and the bytes of a draft.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from model.drafts import parse
from model.errors import DraftError
from model.form import Form
from model.limits import MAX_BYTES
from model.living import Process, is_living
from model.private import private_folder
from model.reading import SUFFIX
from model.safe_file import write_verified
from model.snapshots import draft_bytes, snapshot

FORMAT = "zipingbiao-recovery"
VERSION = 1
ENDING = ".copy"  # of the files' names
LONGEST_PATH = 3 * 4096 + 3  # characters, when every byte is spelt out
HEAD_BYTES = 3 * LONGEST_PATH  # the two lines before the draft
MOST_BYTES = MAX_BYTES + HEAD_BYTES
MOST_FILES = 200  # looked at; nobody has as many forms open
MOST_ALTOGETHER = 5 * MAX_BYTES  # read in one look
REST_ELSEWHERE = timedelta(minutes=10)  # untouched for so long, a copy of another machine is nobody's
MOST_SEQUENCE = 2**53
SAFE = "副本还在原处"
Lives = Callable[[Process], bool | None]


class About(BaseModel):
    """What a copy is of, and who wrote it."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    sequence: int = Field(ge=0, le=MOST_SEQUENCE)  # orders copies: clocks jump
    time: str = Field(max_length=40)  # for people, ISO 8601
    parent: str | None = Field(default=None, max_length=LONGEST_PATH)  # the draft file; None = none yet
    parent_sha256: str | None = Field(default=None, max_length=64)  # of what was loaded or saved last
    origin: str | None = Field(default=None, max_length=LONGEST_PATH)  # the working copy it was read out of
    project_name: str = Field(default="", max_length=200)
    process_id: int
    host: str = Field(max_length=400)
    process_start: str = Field(max_length=200)

    @property
    def process(self) -> Process:
        """Who wrote it."""
        return Process(self.process_id, self.host, self.process_start)

    @property
    def parent_path(self) -> Path | None:
        """The draft file it is of; None for a form not saved yet."""
        return _path_of(self.parent)

    @property
    def origin_path(self) -> Path | None:
        """The working copy the form was read out of."""
        return _path_of(self.origin)

    @property
    def written_at(self) -> datetime | None:
        """When it was written; None where that is not told."""
        try:
            return datetime.fromisoformat(self.time).replace(tzinfo=None)
        except ValueError:
            return None


class Copy(NamedTuple):
    """The newest whole copy of one document, and all files of its pair."""

    about: About
    file: Path
    files: tuple[Path, ...]


class Found(NamedTuple):
    """What lies in the folder and belongs to no living process."""

    copies: list[Copy]  # newest first
    too_new: list[Path]  # written by a later version; they are kept


class _Whole(NamedTuple):
    """A file whose checksum is right."""

    version: int
    about: bytes
    draft: bytes


class Pair:
    """The two files of one open document; the older one is written next."""

    def __init__(self, folder: Path, mark: str = "") -> None:
        mark = mark or os.urandom(8).hex()
        self._folder, self._next, self._sequence = folder, 0, -1
        self.files = tuple(folder / f"{mark}-{number}{ENDING}" for number in (0, 1))

    def write(self, about: About, draft: bytes) -> None:
        """Write the next copy; its sequence is given here.  Errors: OSError; then the last copy stays."""
        private_folder(self._folder)  # each time: somebody may have tidied up
        if self._sequence < 0:
            self._sequence = _last_sequence(self._folder)
        told = about.model_copy(update={"sequence": self._sequence + 1})
        path = self.files[self._next]
        try:
            _write(path, packed(told, draft))
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
        self._sequence, self._next = told.sequence, 1 - self._next

    def touch(self) -> None:
        """Show other machines that somebody is still at work."""
        with suppress(OSError):
            os.utime(self.files[1 - self._next])

    def remove(self) -> None:
        """Take the copies away: what they held is saved, or not wanted."""
        remove(self.files)


def spelt(path: Path | None) -> str | None:
    """Write a path, whatever bytes it is made of, as text for `About`."""
    return None if path is None else quote(os.fsencode(path))


def packed(about: About, draft: bytes) -> bytes:
    """Return the bytes of a copy."""
    rest = about.model_dump_json().encode() + b"\n" + draft
    return f"{FORMAT} {VERSION} {hashlib.sha256(rest).hexdigest()}\n".encode() + rest


def found(folder: Path, now: datetime, lives: Lives = is_living) -> Found:
    """Find what a crash has left: of every pair the newest whole copy; what is damaged is passed over."""
    pairs: dict[str, list[Copy]] = {}
    too_new: list[Path] = []
    for path in _files_in(folder):
        whole = _whole(path)
        if whole is not None and whole.version > VERSION:
            too_new.append(path)
        elif (
            whole is not None
            and (about := _about(whole.about))
            and not _is_in_work(lives(about.process), path, now)
        ):
            pairs.setdefault(_mark(path), []).append(Copy(about, path, ()))
    newest = [max(pair, key=_sequence) for pair in pairs.values()]
    with_pairs = (copy._replace(files=_pair_of(copy.file)) for copy in newest)
    return Found(sorted(with_pairs, key=_sequence, reverse=True), too_new)


def form_of(copy: Copy) -> Form:
    """Read the form out of a copy, by the rules of any draft.  Errors: DraftError."""
    whole = _whole(copy.file)
    if whole is None:
        raise DraftError(f"恢复副本“{copy.file.name}”读不出来了；{SAFE}，请从自己保存的文件继续。")
    return parse(whole.draft, copy.file.name)


def remove(files: tuple[Path, ...]) -> None:
    """Take the files of a copy away: the question about it is answered."""
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def rescue(folder: Path, form: Form, now: datetime) -> Path:
    """Write a form at once as a draft of its own, for the moment the program itself is at fault.

    Any form can be written, also one that saving would refuse.  Errors: OSError, SaveError.
    """
    path = private_folder(folder) / f"{now:%Y-%m-%d %H%M%S}{SUFFIX}"
    write_verified(path, draft_bytes(snapshot(form)))
    return path


def _write(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    is_new = not path.exists()
    handle = os.open(path, flags, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if is_new and os.name != "nt":
        with suppress(OSError):  # not every drive does
            _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _files_in(folder: Path) -> Iterator[Path]:
    """Go through the copies, the newest first by the clock, until it is enough."""
    known: list[tuple[int, int, Path]] = []
    with suppress(OSError):
        for entry in os.scandir(folder):
            with suppress(OSError):
                there = entry.stat(follow_symlinks=False)
                if entry.name.endswith(ENDING) and stat.S_ISREG(there.st_mode):
                    known.append((there.st_mtime_ns, there.st_size, Path(entry.path)))
    left = MOST_ALTOGETHER
    for _, size, path in sorted(known, reverse=True)[:MOST_FILES]:
        left -= size if size <= MOST_BYTES else 0
        if size <= MOST_BYTES and left >= 0:
            yield path


def _whole(path: Path) -> _Whole | None:
    """Read a copy; None where it is none, or damaged."""
    content = _content(path, MOST_BYTES)
    first, _, rest = content.partition(b"\n")
    words = first.split(b" ")
    if len(words) != 3 or words[0] != FORMAT.encode() or not words[1].isdigit() or len(words[1]) > 9:
        return None
    if hashlib.sha256(rest).hexdigest().encode() != words[2]:
        return None
    about, _, draft = rest.partition(b"\n")
    return _Whole(int(words[1]), about, draft)


def _content(path: Path, most: int) -> bytes:
    """Read a file's beginning; nothing where it is no plain file, or cannot be read."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            return file.read(most) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    except OSError:
        return b""


def _path_of(text: str | None) -> Path | None:
    found = unquote_to_bytes(text) if text else b""
    return Path(os.fsdecode(found)) if found and b"\0" not in found else None


def _about(line: bytes) -> About | None:
    try:
        return About.model_validate_json(line)
    except ValidationError:
        return None


def _is_in_work(living: bool | None, path: Path, now: datetime) -> bool:
    """Tell whether a copy is somebody's; where nobody knows whether he lives, the file itself must tell."""
    if living is not None:
        return living
    try:
        return abs(now.timestamp() - path.stat().st_mtime) < REST_ELSEWHERE.total_seconds()
    except OSError:
        return True


def _last_sequence(folder: Path) -> int:
    """Return the highest sequence of all copies: what is written from now on is newer."""
    heads = (_content(path, HEAD_BYTES).split(b"\n", 2) for path in _files_in(folder))
    known = (_about(head[1]) for head in heads if len(head) > 2)
    return max(
        (about.sequence for about in known if about and about.sequence < MOST_SEQUENCE // 2), default=0
    )


def _sequence(copy: Copy) -> int:
    return copy.about.sequence


def _mark(path: Path) -> str:
    return path.name.removesuffix(ENDING).rpartition("-")[0]


def _pair_of(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(f"{_mark(path)}-{number}{ENDING}") for number in (0, 1))
