# SPDX-License-Identifier: MIT
"""A scheduler: several pieces of work take turns at every call to the system, in an order that is chosen.

The code is the program's own; Python tells before each call, and only whose turn it is goes on.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from types import FrameType

STEPS = frozenset({"open", "write", "rename", "replace", "unlink", "link", "stat", "lstat", "read", "mkdir"})
PATIENCE = 20  # seconds; a worker that does not come back has a fault
Work = Callable[[], object]
Order = Callable[[int, Sequence[int]], int]
"""Says who goes on: given the number of the step and the workers still at work."""


class Worker:
    """One piece of work, which waits for its turn at every step."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._turn, self._paused = threading.Semaphore(0), threading.Semaphore(0)
        self.is_done = False
        self.fault: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def step(self) -> None:
        """Let it go on up to its next call."""
        self._turn.release()
        if not self._paused.acquire(timeout=PATIENCE):
            raise AssertionError("a worker waits for something that is not its turn")

    def _run(self) -> None:
        self._turn.acquire()
        sys.setprofile(self._before_call)
        try:
            self._work()
        except BaseException as fault:
            self.fault = fault
        finally:
            sys.setprofile(None)
            self.is_done = True
            self._paused.release()

    def _before_call(self, frame: FrameType, event: str, what: object) -> None:
        if event == "c_call" and is_step(what) and "posixpath" not in frame.f_code.co_filename:
            self._paused.release()
            self._turn.acquire()


def is_step(what: object) -> bool:
    """Tell whether a function of C's asks the system about files."""
    name, module = getattr(what, "__name__", ""), getattr(what, "__module__", "")
    return name in STEPS and module in (os.name, "io", "_io")


def take_turns(works: Sequence[Work], order: Order) -> int:
    """Do several pieces of work in turns; return how many steps it took.  Errors: what the works raised."""
    workers, steps = [Worker(work) for work in works], 0
    while left := [number for number, worker in enumerate(workers) if not worker.is_done]:
        chosen = order(steps, left)
        workers[chosen if chosen in left else left[0]].step()
        steps += 1
    for worker in workers:
        if worker.fault is not None:
            raise worker.fault
    return steps


def switching_at(places: Sequence[int], first: int = 0) -> Order:
    """Let one work until a step of these numbers, then the next one, and so on around."""

    def order(step: int, left: Sequence[int]) -> int:
        turn = first + sum(place <= step for place in places)
        return left[turn % len(left)]

    return order
