# SPDX-License-Identifier: MIT
"""What a disk without a journal may hold after the power failed in the middle of a save.

A save is a list of steps.  What was not synced may be there, missing, torn or zeros, in
any order; a change of a folder that was not synced may be there or not, and so may each half of a renaming.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product
from typing import TypeVar

Thing = TypeVar("Thing")
Contents = frozenset[tuple[str, bytes]]
"""What a disk shows after a crash: every path with its content."""

SECTOR, MOST_TEARS = 512, 64  # bytes that a drive writes at once; tears tried within one write
ALL_SUBSETS = 6  # of so many writes that were not synced; of more only those that stop or begin somewhere


@dataclass(frozen=True)
class Put:
    """A name in a folder leads to a file from now on."""

    path: str
    file: int


@dataclass(frozen=True)
class Drop:
    """A name is gone."""

    path: str


@dataclass(frozen=True)
class Write:
    """Bytes for a file."""

    file: int
    at: int
    content: bytes


@dataclass(frozen=True)
class Cut:
    """A file is empty from now on."""

    file: int


@dataclass(frozen=True)
class Sync:
    """The drive confirms what is in a file."""

    file: int


@dataclass(frozen=True)
class SyncFolder:
    """The drive confirms the names in a folder."""

    folder: str


Step = Put | Drop | Write | Cut | Sync | SyncFolder


def crash_states(before: Mapping[str, bytes], steps: Sequence[Step]) -> Iterator[tuple[bool, Contents]]:
    """Go through all a disk may show; with each, whether the save had come to its end.

    `before` is what the disk holds for certain; its files are numbered from -1 downwards.
    """
    seen: set[tuple[bool, Contents]] = set()
    for cut in range(len(steps) + 1):
        for state in _shown(before, steps[:cut]):
            if (told := (cut == len(steps), state)) not in seen:
                seen.add(told)
                yield told


def _shown(before: Mapping[str, bytes], steps: Sequence[Step]) -> Iterator[Contents]:
    """What a disk may show when these steps were taken, and no more."""
    olds = {-1 - number: content for number, content in enumerate(before.values())}
    names = {path: -1 - number for number, path in enumerate(before)}
    written = {step.file for step in steps if isinstance(step, Write | Cut)}
    files = {step.file for step in steps if isinstance(step, Put)} | written
    contents = {file: _contents(olds.get(file, b""), file, steps) for file in files | olds.keys()}
    for shown in set(_namings(names, steps)):
        held = [(path, contents[file]) for path, file in shown]
        for choice in product(*(kinds for _, kinds in held)):
            yield frozenset(zip((path for path, _ in held), choice, strict=True))


def _namings(names: Mapping[str, int], steps: Sequence[Step]) -> Iterator[frozenset[tuple[str, int]]]:
    """Which names may lead to which files."""
    changes = [(at, step) for at, step in enumerate(steps) if isinstance(step, Put | Drop)]
    certain = {at for at, step in changes if _is_synced(step.path, steps[at:])}
    doubtful = [at for at, _ in changes if at not in certain]
    for kept in _subsets(doubtful):
        held = dict(names)
        for at, step in changes:
            if at not in certain and at not in kept:
                continue
            if isinstance(step, Put):
                held[step.path] = step.file
            else:
                held.pop(step.path, None)
        yield frozenset(held.items())


def _is_synced(path: str, later: Sequence[Step]) -> bool:
    return SyncFolder(os.path.dirname(path)) in later


def _contents(old: bytes, file: int, steps: Sequence[Step]) -> set[bytes]:
    """What a file may hold: its synced bytes, and of the later writes any, whole, torn or as zeros."""
    last = max((at for at, step in enumerate(steps) if step == Sync(file)), default=-1)
    mine = [
        (at, step) for at, step in enumerate(steps) if isinstance(step, Write | Cut) and step.file == file
    ]
    base = _with(old, (step for at, step in mine if at < last))
    late = [step for at, step in mine if at > last]
    found = {base, _with(base, late)}
    for some in _subsets(late):
        for torn in _torn(some[-1]) if some else ():
            found |= {_with(base, some), _with(base, (*some[:-1], torn))}
    return found


def _torn(write: Write | Cut) -> Iterator[Write]:
    """A write of which only some sectors came to the drive; the rest is missing or zeros."""
    if isinstance(write, Cut):
        return
    whole = write.content
    step = max(SECTOR, len(whole) // MOST_TEARS // SECTOR * SECTOR)
    for cut in range(0, len(whole), step):
        yield replace(write, content=whole[:cut])
        yield replace(write, content=whole[:cut].ljust(len(whole), b"\0"))
        yield replace(write, content=bytes(cut) + whole[cut:])


def _with(content: bytes, writes: Iterable[Write | Cut]) -> bytes:
    held = bytearray(content)
    for write in writes:
        if isinstance(write, Cut):
            held.clear()
            continue
        at, more = write.at, write.content
        held.extend(bytes(max(0, at - len(held))))
        held[at : at + len(more)] = more
    return bytes(held)


def _subsets(things: Sequence[Thing]) -> Iterator[tuple[Thing, ...]]:
    if len(things) <= ALL_SUBSETS:
        return chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))
    cuts = range(len(things) + 1)
    return chain((tuple(things[:cut]) for cut in cuts), (tuple(things[cut:]) for cut in cuts))
