# SPDX-License-Identifier: MIT
"""Reads and compares versions of a form in a thread, one after the other; the window never waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from model.differences import Difference
from model.errors import FormError
from model.form import Form
from model.versions import Seen, Version, changes, look_at
from ui.opening import LARGE

if TYPE_CHECKING:
    from concurrent.futures import Future


class Compared(NamedTuple):
    """What was asked for: a version, and what differs between it and another state."""

    seen: Seen
    found: tuple[Difference, ...]
    other: bool  # whether there is another state it could be compared with


class VersionReader(QObject):
    """Answers by signals, which come in the order of the wishes; large versions are read when asked for.

    The form in the window is not copied: nothing may change it meanwhile.
    """

    described = Signal(int, object, object)  # row, Seen, differences from the version before or None
    compared = Signal(int, object)  # number of the wish, Compared

    def __init__(self, versions: Sequence[Version], present: Form, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from concurrent.futures import ThreadPoolExecutor

        self._versions, self._present = versions, present
        self._threads = [ThreadPoolExecutor(1, name) for name in ("versions", "comparison")]
        self._asked: list[Future[None]] = []
        self._number = 0

    def describe_all(self) -> None:
        """Read all versions, the newest first, but for large ones."""
        self._threads[0].submit(self._describe, [_is_large(version) for version in self._versions])

    def compare(self, row: int, *, with_present: bool) -> int:
        """Compare a version with the form as it is, or with the version before; return the wish's number."""
        for wish in self._asked:
            wish.cancel()  # nobody looks at it any more
        self._number += 1
        self._asked = [self._threads[1].submit(self._compare, self._number, row, with_present)]
        return self._number

    def stop(self) -> None:
        """End; what is waiting is not read any more."""
        self._versions = ()
        for thread in self._threads:
            thread.shutdown(wait=True, cancel_futures=True)

    # In the threads

    def _describe(self, large: Sequence[bool]) -> None:
        newer: tuple[int, Seen] | None = None
        for row, version in enumerate(self._versions):
            if not self._versions:
                return
            if large[row]:
                newer = self._describe_last(newer)
                continue
            seen = look_at(version, self._present)
            if seen.form is None:
                self.described.emit(row, seen, None)
                continue
            if newer is not None:
                self.described.emit(*newer, _between(seen.form, newer[1].form))
            newer = row, seen
        self._describe_last(newer)

    def _describe_last(self, newer: tuple[int, Seen] | None) -> None:
        if newer is not None:
            self.described.emit(*newer, None)

    def _compare(self, number: int, row: int, with_present: bool) -> None:
        versions = self._versions
        if not versions:
            return
        seen, other = look_at(versions[row], self._present), None
        if seen.form is not None and with_present:
            other = self._present
            found = _between(seen.form, other)
        elif seen.form is not None:
            older = (look_at(version, self._present).form for version in versions[row + 1 :])
            other = next((form for form in older if form is not None), None)
            found = _between(other, seen.form) if other else ()
        else:
            found = ()
        self.compared.emit(number, Compared(seen, found, other is not None))


def _between(before: Form, after: Form | None) -> tuple[Difference, ...]:
    try:
        return changes(before, after) if after is not None else ()
    except FormError:
        return ()


def _is_large(version: Version) -> bool:
    try:
        return version.file.stat().st_size > LARGE
    except OSError:
        return False
