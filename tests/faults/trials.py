# SPDX-License-Identifier: MIT
"""Trials: one bad thing done to the program many times over, counted in the table of reliability figures."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NoReturn, TypeVar

import pytest

Case = TypeVar("Case")
MODE, WORDS, TABLE = "FAULTS", "FAULTS_WORDS", "FAULTS_TABLE"
"""How `sh run.sh faults` tells the tests what is wanted: names in the environment."""
RELEASE = "release"
HEADS = ("trial", "N", "failures", "seconds", "not run, and why")
SHOWN = 5  # failures told of one trial; the first ones say most


@dataclass
class Run:
    """One trial as it runs: how often it is to be tried, what came of it, what could not be tried."""

    name: str
    n: int | None  # None: as many as there are
    outcomes: list[str | None] = field(default_factory=list)  # of a failure, what failed
    passed_over: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def failures(self) -> list[str]:
        """Return what failed, in words."""
        return [words for words in self.outcomes if words is not None]

    def count(self, ok: bool, words: object = "") -> None:
        """Note one outcome; several threads may."""
        self.outcomes.append(None if ok else str(words) or "failed")

    def pass_over(self, why: str) -> None:
        """Note that one case cannot be tried here; it counts as not run."""
        self.passed_over.append(why)

    def not_run(self, why: str) -> NoReturn:
        """End a trial that cannot be had here: a tool or a right is missing."""
        self.pass_over(why)
        pytest.skip(f"not run: {why}")

    def each(self, cases: Iterable[Case], check: Callable[[Case], object], at_once: int = 1) -> None:
        """Try every case; a check that raises has failed.  Cases that mostly wait may run several at once."""

        def tried(case: Case) -> None:
            try:
                check(case)
            except Exception as error:
                self.count(False, f"{case}: {type(error).__name__}: {error}")
            else:
                self.count(True)

        with ThreadPoolExecutor(at_once) as pool:
            list(pool.map(tried, cases))

    def verdict(self) -> str | None:
        """Say what was wrong with a trial that came to its end; None where nothing was."""
        if failures := self.failures:
            first = "\n".join(failures[:SHOWN])
            return f"{self.name}: {len(failures)} of {len(self.outcomes)} failed\n{first}"
        return None if self.outcomes else f"{self.name}: nothing was tried"


@dataclass
class Trials:
    """All trials of one session, in the order in which they ran."""

    release: bool
    words: Sequence[str] = ()
    runs: list[Run] = field(default_factory=list)

    @contextmanager
    def __call__(self, name: str, short: int | None = None, release: int | None = None) -> Iterator[Run]:
        """Run a trial so many times for a commit, or for a release; leaving it fails if anything failed."""
        if self.words and not any(word.casefold() in name.casefold() for word in self.words):
            pytest.skip("not chosen")
        run = Run(name, release if self.release else short)
        self.runs.append(run)
        began = time.monotonic()
        try:
            yield run
        except pytest.skip.Exception as skipped:
            if not run.passed_over:
                run.pass_over(str(skipped))
            if not run.failures:
                raise
        except BaseException as error:
            run.count(False, f"{type(error).__name__}: {error}")
            raise
        finally:
            run.seconds = time.monotonic() - began
        if verdict := run.verdict():
            pytest.fail(verdict, pytrace=False)

    def table(self) -> str:
        """Lay out what was tried, a line a trial, and the sums."""
        rows = [HEADS, *map(_row, self.runs)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
        rows.insert(1, tuple("-" * width for width in widths))
        lines = [" | ".join(_aligned(row, widths)).rstrip(" |") for row in rows]
        return "\n".join([*lines, "", self.sums()])

    def sums(self) -> str:
        """Say how many trials there were, what failed, and what was not run."""
        failures = sum(len(run.failures) for run in self.runs)
        tried = sum(len(run.outcomes) for run in self.runs)
        left = sum(bool(run.passed_over) for run in self.runs)
        mode = "for a release" if self.release else "for a commit"
        sums = f"{tried:,} runs, {failures:,} failures, {left} not run or not wholly"
        return f"{len(self.runs)} trials {mode}: {sums}"


def trials_wanted() -> Trials:
    """Read from the environment which trials are wanted, and how long."""
    return Trials(os.environ.get(MODE) == RELEASE, os.environ.get(WORDS, "").splitlines())


def _row(run: Run) -> tuple[str, ...]:
    done, reasons = len(run.outcomes), list(dict.fromkeys(run.passed_over))
    tried = f"{done:,}" if run.n is None or done >= run.n else f"{done:,} of {run.n:,}"
    left = f"{len(run.passed_over)} × {'; '.join(reasons)}" if reasons else ""
    return run.name, tried, f"{len(run.failures):,}", f"{run.seconds:.1f}", left


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    words, *numbers = (
        cell.ljust(width) if column in (0, len(HEADS) - 1) else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return [words, *numbers]
