# SPDX-License-Identifier: MIT
"""Trial of a window killed while it is typed into: what is offered back lacks ten seconds at most."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from threading import Lock
from typing import NamedTuple

from model.places import place_of
from model.recovery import found
from tests.builders import GOLDEN
from tests.faults.typist import FOUND, LOG, ON_END, SAVED

TYPIST = Path(__file__).with_name("typist.py")
MOST_LOST = 10.0  # seconds, as promised
WAYS = (
    *("goals " + ON_END, "cells", "compose", "goals", "save"),
    *("cells " + ON_END, "goals", "compose", "cells", "goals"),
)
SHORT, LONG = (0.4, 5.0), (11.0, 12.5)  # seconds from the first key to the kill
PATIENCE = 60.0  # seconds
AT_ONCE = 16
APPLICATION = "zipingbiao/zipingbiao"


class Typed(NamedTuple):
    """A letter, when it was typed, and where."""

    time: float
    place: str
    letter: str


class Typists:
    """The server that forks windows."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._server = subprocess.Popen(
            [sys.executable, str(TYPIST)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def start(self, order: dict[str, str]) -> int:
        """Start a window; returns its process id."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        with self._lock:
            self._server.stdin.write(json.dumps(order) + "\n")
            self._server.stdin.flush()
            return int(self._server.stdout.readline())

    def close(self) -> None:
        """End the server."""
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(10)


@contextmanager
def typists() -> Iterator[Typists]:
    """A server of windows, as long as it is needed."""
    server = Typists()
    try:
        yield server
    finally:
        server.close()


def test_at_most_ten_seconds_of_typing_are_lost(trial):
    with trial("kill -9 while typing, then recover", short=50, release=500) as run, typists() as windows:
        run.each(range(run.n), lambda number: is_recovered(windows, number), at_once=AT_ONCE)


def is_recovered(windows: Typists, number: int) -> None:
    """Type, kill, start again, take what is offered."""
    with tempfile.TemporaryDirectory() as folder:
        home, way, choose = Path(folder), WAYS[number % len(WAYS)], Random(number)
        draft = home / "表.json"
        shutil.copy(GOLDEN / "002-1.json", draft)
        order = {"home": folder, "path": str(draft), "way": way, "seed": str(number)}
        window = windows.start({**order, "do": "type"})
        before, killed = killed_while_typing(window, home, way, choose)
        window = windows.start({**order, "do": "recover"})
        told = json.loads(waited_for(home / FOUND).read_text(encoding="utf-8"))
        waited_until(lambda: not Path(f"/proc/{window}").exists(), "the window to close")
        check_offer(told, way, typed_in(home), killed)
        assert draft.read_bytes() == before, "the clerk's own file was touched"
        assert not any(copies_of(home).glob("*")), "copies stay though the question is answered"


def killed_while_typing(window: int, home: Path, way: str, choose: Random) -> tuple[bytes, float]:
    """Kill a window at a random moment; returns what its file held, and the time."""
    waited_for(home / (SAVED if way == "save" else LOG))
    time.sleep(choose.uniform(*(LONG if ON_END in way else SHORT)))
    assert found(copies_of(home), datetime.now()).copies == [], "a living window's copy was offered"
    before = (home / "表.json").read_bytes()
    os.kill(window, signal.SIGKILL)
    return before, time.monotonic()


def check_offer(told: dict[str, object], way: str, typed: list[Typed], killed: float) -> None:
    """One offer that lacks little, or none where there is nothing to recover."""
    if way == "save":
        assert told["offers"] == 0, "what is saved was offered"
        return
    assert told["offers"] in (0, 1)
    assert told["modified"] == bool(told["offers"])
    lost = next((letter.time for letter in lacking(typed, told["form"])), killed)
    assert killed - lost <= MOST_LOST, f"{way}: {killed - lost:.1f} s lost"


def lacking(typed: list[Typed], form: object) -> Iterator[Typed]:
    """Go through the letters that a form does not hold, in the order they were typed."""
    seen: dict[str, int] = {}
    for letter in typed:
        at = seen[letter.place] = seen.get(letter.place, -1) + 1
        if text_at(form, letter.place)[at : at + 1] != letter.letter:
            yield letter


def text_at(form: object, place: str) -> str:
    """Return what a form of plain values holds; nothing where there is no form."""
    if form is None:
        return ""
    for step in place_of(place):
        form = form[step]  # type: ignore[index]
    return str(form)


def typed_in(home: Path) -> list[Typed]:
    """Read what was typed; the last line may have been cut."""
    lines = (line.split("\t") for line in (home / LOG).read_text(encoding="utf-8").split("\n"))
    return [Typed(float(line[0]), line[1], line[2]) for line in lines if len(line) == 3 and line[2]]


def copies_of(home: Path) -> Path:
    """Return the folder of the recovery copies."""
    return home / "data" / APPLICATION / "recovery"


def waited_for(path: Path) -> Path:
    """Wait until there is something in a file."""
    waited_until(lambda: path.exists() and path.stat().st_size > 0, path.name)
    return path


def waited_until(look, what: str) -> None:
    """Look again and again."""
    until = time.monotonic() + PATIENCE
    while not look():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.02)
