# SPDX-License-Identifier: MIT
"""Keeps the lock of one draft in a thread of its own: a drive that hangs never holds the window up."""

import os
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

from model import lock_file
from model.holders import Holder
from model.lock_disk import Clock
from model.lock_file import FREE, RENEW_EVERY, Seen, Standing
from model.safe_file import Stamp, changed_since

WATCH_EVERY = 5  # seconds, while another holds the draft
CLOSELY_EVERY = 30  # seconds, at a lock that stays as it is
AFTER_THE_KEY = 3 / 100  # seconds; by then the window has shown the change that the lock is taken for
PATIENCE = 2  # seconds that the window waits for a drive at most


Pauses = Mapping[Standing, float]
PAUSES: Pauses = {
    Standing.OURS: RENEW_EVERY,
    Standing.HELD: WATCH_EVERY,
    Standing.STALE: WATCH_EVERY,
}
"""Seconds until a lock is looked after again."""


class Wish(Enum):
    """What the window wants of the lock."""

    LOOK = auto()  # who holds it?
    TAKE = auto()
    TAKE_OVER = auto()
    GIVE_BACK = auto()
    STOP = auto()


class News(NamedTuple):
    """What has come of a wish, or happened by itself."""

    draft: Path
    wish: Wish
    seen: Seen
    changed: bool = False  # the draft is no longer the one that was read
    writable: bool = True  # file and folder


Tell = Callable[[News], None]


class Keeper:
    """Looks, takes, renews and gives back; `tell` is called in the thread.

    Where a lock cannot be made – a folder that is read-only, a drive that is gone – nothing is told:
    the clerk works on, and saving compares the file.
    """

    def __init__(
        self, draft: Path, me: Holder, tell: Tell, now: Clock = time.time, pauses: Pauses = PAUSES
    ) -> None:
        self.draft, self._me, self._tell, self._now, self._pauses = draft, me, tell, now, pauses
        self._wishes: SimpleQueue[tuple[Wish, Stamp | None, Seen]] = SimpleQueue()
        self._at_it, self._ended = threading.Lock(), threading.Event()
        self._seen = FREE
        self._trace, self._looked = (-1, -1, -1), time.monotonic()  # of the lock, and when it was looked at
        self._stamp: Stamp | None = None  # of the draft as it was read
        threading.Thread(target=self._run, name="lock", daemon=True).start()  # not waited for at the exit

    def wish(self, wish: Wish, stamp: Stamp | None = None, seen: Seen = FREE) -> None:
        """Ask for something; the answer is told."""
        self._wishes.put((wish, stamp, seen))

    def hindrance(self) -> Seen | None:
        """Take the lock at once, before writing; return who hinders it, None where nobody does."""
        if not self._at_it.acquire(timeout=PATIENCE):
            return None
        try:
            self._seen = seen = lock_file.take(self.draft, self._mine(), self._now)
        except OSError:
            return None
        finally:
            self._at_it.release()
        return None if seen.standing is Standing.OURS else seen

    def stop(self, patience: float = PATIENCE) -> bool:
        """Give the lock back and end; tells whether that was done within so many seconds."""
        self.wish(Wish.GIVE_BACK)
        self.wish(Wish.STOP)
        return self._ended.wait(patience)

    # In the thread

    def _run(self) -> None:
        wish: Wish | None = None
        while wish is not Wish.STOP:
            try:
                wish, stamp, seen = self._wishes.get(timeout=self._pauses.get(self._seen.standing))
            except Empty:
                wish, stamp, seen = None, self._stamp, FREE
            if wish is Wish.TAKE:
                with suppress(OSError):  # a clock that jumps in just this moment
                    time.sleep(AFTER_THE_KEY)
            with self._at_it, suppress(OSError, RuntimeError):  # the window may be gone already
                self._stamp = stamp or self._stamp
                self._look_after() if wish is None else self._carry_out(wish, seen)
        self._ended.set()

    def _carry_out(self, wish: Wish, seen: Seen) -> None:
        if wish is Wish.LOOK:
            self._note(wish, lock_file.look(self.draft, self._me, self._now))
        elif wish is Wish.TAKE:
            self._note(wish, lock_file.take(self.draft, self._mine(), self._now))
        elif wish is Wish.TAKE_OVER:
            self._note(wish, lock_file.take_over(self.draft, self._mine(), seen, self._now))
        elif wish is Wish.GIVE_BACK:
            if self._seen.standing is Standing.OURS:  # another's is watched on
                self._seen = FREE
            lock_file.give_back(self.draft, self._me)

    def _look_after(self) -> None:
        """Renew our lock; or see whether another's is still there."""
        before = self._seen
        if before.standing is not Standing.OURS:
            if not self._is_worth_looking():
                return
            seen = lock_file.look(self.draft, self._me, self._now)
            if (seen.standing, seen.mark) != (before.standing, before.mark):
                self._note(Wish.LOOK, seen)
        elif not lock_file.renew(self.draft, self._me):
            seen = lock_file.take(self.draft, self._mine(), self._now)  # again, if it was merely removed
            if seen.standing is not Standing.OURS:
                self._note(Wish.TAKE, seen)

    def _is_worth_looking(self) -> bool:
        """Tell whether the lock has changed, or time has passed: looking closely writes a little file."""
        trace, moment = lock_file.trace(self.draft), time.monotonic()
        if trace == self._trace and moment - self._looked < CLOSELY_EVERY:
            return False
        self._trace, self._looked = trace, moment
        return True

    def _mine(self) -> Holder:
        return self._me._replace(since=datetime.fromtimestamp(self._now()))

    def _note(self, wish: Wish, seen: Seen) -> None:
        self._seen = seen
        changed = self._stamp is not None and changed_since(self.draft, self._stamp)
        writable = os.access(self.draft, os.W_OK) and os.access(self.draft.parent, os.W_OK)
        self._tell(News(self.draft, wish, seen, changed, writable))
