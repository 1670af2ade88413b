# SPDX-License-Identifier: MIT
"""Long work in short steps, so that a window can live on between them."""

from collections.abc import Callable, Generator, Iterable, Sequence
from typing import TypeVar

A_STEP = 50  # of very many; a few ms
Source = TypeVar("Source")
Made = TypeVar("Made")
Result = TypeVar("Result")
Steps = Generator[int, None, Result]
"""Yields how far it is in percent, and returns its result; a step takes a few ms at most."""


def carried_out(steps: Steps[Result]) -> Result:
    """Do long work at one go and return its result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result


def each(sources: Sequence[Source], make: Callable[[Source], Iterable[Made]]) -> Steps[list[Made]]:
    """Collect what is made of each of very many."""
    made: list[Made] = []
    for number, source in enumerate(sources):
        if number % A_STEP == 0:
            yield 100 * number // len(sources)
        made.extend(make(source))
    return made


def part(steps: Steps[Result], first: int, last: int) -> Steps[Result]:
    """Let the percentages of some work be those from the first to the last of longer work."""
    while True:
        try:
            percent = next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
        yield first + (last - first) * percent // 100
