# SPDX-License-Identifier: MIT
"""Timing side by side: what is compared runs in turn, so that a busy machine slows both."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Action = Callable[[], object]


@dataclass(frozen=True)
class Line:
    """One result: what was measured, against what, and the figures."""

    name: str
    figure: str
    note: str = ""

    def __str__(self) -> str:
        return f"{self.name:<52}{self.figure:>24}   {self.note}".rstrip()


def seconds(action: Action) -> float:
    """Return how long an action takes."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def in_turn(actions: Sequence[Action], rounds: int) -> list[float]:
    """Return the median time of each action; they run in turn, `rounds` times, after one round unmeasured."""
    times: list[list[float]] = [[] for _ in actions]
    for turn in range(rounds + 1):
        for action, taken in zip(actions, times, strict=True):
            spent = seconds(action)
            if turn:
                taken.append(spent)
    return [median(taken) for taken in times]


def p95(times: Sequence[float]) -> float:
    """Return the time that 95 of 100 do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def ratio(name: str, taken: float, base: float, against: str) -> Line:
    """Return a line that tells a ratio and both times."""
    return Line(name, f"{taken / base:.2f} × {against}", f"{taken * 1000:.1f} ms / {base * 1000:.1f} ms")


def not_run(name: str, why: str) -> Line:
    """Return a line for what could not be measured here."""
    return Line(name, "not run", why)
