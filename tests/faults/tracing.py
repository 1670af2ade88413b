# SPDX-License-Identifier: MIT
"""A saver under strace: which system calls its work makes, and what comes of it when one of them is hurt."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
MARK = "getpgid"
CALL = re.compile(r"^\d+ +(?:<\.\.\. )?(?P<name>\w+)(?P<resumed> resumed>)?(?P<rest>.*)$")
EVERY_CALL = ("-e", "trace=all")
KILLED = -9


class Call(NamedTuple):
    """The K-th system call of a name since the tracer came, with its line of the log."""

    name: str
    number: int
    line: str


class Outcome(NamedTuple):
    """How a saver went: its exit code, and what it told before."""

    code: int
    told: dict[str, object]


@cache
def cannot_trace() -> str:
    """Say why nothing can be traced here; empty where it can."""
    try:
        done = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True)
    except OSError:
        return "strace is not installed"
    return "" if done.returncode == 0 else "strace may not trace here"


class Savers:
    """A server of savers, one at a time; it starts with the first order.

    `around` is the beginning of a command that takes another command.
    """

    def __init__(self, around: Sequence[str] = ()) -> None:
        self._around = around

    @cached_property
    def _server(self) -> subprocess.Popen[bytes]:
        call = [*self._around, sys.executable, "-m", "tests.faults.saver"]
        quiet = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        server = subprocess.Popen(call, cwd=ROOT, env=quiet, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        word, _ = _answer(server)
        assert word == "here", word
        return server

    @property
    def process_id(self) -> int:
        """Return the server's process."""
        return self._server.pid

    def close(self) -> None:
        """Let the server go."""
        if "_server" in self.__dict__:
            self._server.communicate()

    def run(
        self,
        order: dict[str, str],
        *hurt: str,
        log: str = os.devnull,
        before: Callable[[], object] | None = None,
    ) -> Outcome:
        """Carry out an order, hurt as strace's options say; `before` is done when the saver is ready."""
        pid = self._begun(order)
        if before is not None:
            before()
        with traced(pid, *hurt, log=log) if hurt else _alone():
            self._go()
            return self._ended()

    def calls(self, order: dict[str, str], log: Path, *options: str) -> list[Call]:
        """Carry out an order; the system calls between its marks."""
        outcome = self.run(order, *(options or EVERY_CALL), log=str(log))
        assert outcome.told.get("saved"), outcome
        return list(_between_marks(log.read_text(encoding="utf-8", errors="replace")))

    def start(self, order: dict[str, str]) -> int:
        """Begin an order and let it go on; returns its process id."""
        pid = self._begun(order)
        self._go()
        return pid

    def ended(self) -> Outcome:
        """Wait for an order that was started."""
        return self._ended()

    def _begun(self, order: dict[str, str]) -> int:
        self._write(json.dumps(order).encode() + b"\n")
        word, pid = self._read()
        assert word == "ready", (word, pid)
        return int(str(pid))

    def _go(self) -> None:
        self._write(b".")

    def _ended(self) -> Outcome:
        told: dict[str, object] = {}
        while True:
            match self._read():
                case "told", dict(said):
                    told = said
                case "ended", int(code):
                    return Outcome(code, told)

    def _write(self, order: bytes) -> None:
        assert self._server.stdin is not None
        self._server.stdin.write(order)
        self._server.stdin.flush()

    def _read(self) -> tuple[str, object]:
        return _answer(self._server)


def _answer(server: subprocess.Popen[bytes]) -> tuple[str, object]:
    assert server.stdout is not None
    word, value = json.loads(server.stdout.readline())
    return word, value


def is_hit(log: str, call: Call) -> bool:
    """Tell from the log of a hurt work whether it was hurt within it, at this very call."""
    hurt = [one for one in _between_marks(log) if one[:2] == call[:2]]
    return bool(hurt) and ("INJECTED" in hurt[0].line or "killed by SIGKILL" in log)


@contextmanager
def traced(pid: int, *options: str, log: str) -> Iterator[None]:
    """Attach strace to a process and its threads; leaves when the process is gone."""
    call = ["strace", "-f", "-s", "256", *options, "-o", log, "-p", str(pid)]
    tracer = subprocess.Popen(call, stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    said = tracer.stderr.readline()
    assert "attached" in said, said
    try:
        yield
    finally:
        tracer.communicate()


@contextmanager
def _alone() -> Iterator[None]:
    yield


def _between_marks(log: str) -> Iterator[Call]:
    """Count the calls by name from the beginning, as strace does, and go through those between the marks."""
    counts: Counter[str] = Counter()
    marks = 0
    for line in log.splitlines():
        match = CALL.match(line)
        if match is None or match["resumed"] or line.split(None, 1)[1].startswith(("+++", "---")):
            continue
        name = match["name"]
        counts[name] += 1
        marks += name == MARK
        if marks == 1 and name != MARK:
            yield Call(name, counts[name], line)
