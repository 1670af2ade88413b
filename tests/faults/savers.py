# SPDX-License-Identifier: MIT
"""Servers of savers: the program's own saving in processes of their own, carried out, hurt or killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from queue import Empty, LifoQueue
from typing import NamedTuple

from tests.faults.tracing import EVERY_CALL, ROOT, Call, between_marks, traced

Hook = Callable[[], object] | None
KILLED = -signal.SIGKILL if os.name == "posix" else 0


class Outcome(NamedTuple):
    """How a saver went: its exit code, and what it told before."""

    code: int
    told: dict[str, object]


def cannot_fork() -> str:
    """Say why no saver can be had here; empty where one can."""
    return "" if hasattr(os, "fork") else "this system has no fork"


class Server:
    """A server of savers, one at a time; it starts with the first order.

    `around` is the beginning of a command that takes another command.
    """

    def __init__(self, around: Sequence[str] = ()) -> None:
        self._around = around

    @cached_property
    def _process(self) -> subprocess.Popen[bytes]:
        call = [*self._around, sys.executable, "-m", "tests.faults.saver"]
        quiet = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        process = subprocess.Popen(call, cwd=ROOT, env=quiet, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        word, _ = _answer(process)
        assert word == "here", word
        return process

    @property
    def process_id(self) -> int:
        """Return the server's process."""
        return self._process.pid

    def close(self) -> None:
        """Let the server go."""
        if "_process" in self.__dict__:
            self._process.communicate()

    def run(self, order: dict[str, str], *hurt: str, log: str = os.devnull, before: Hook = None) -> Outcome:
        """Carry out an order, hurt as strace's options say; `before` is done when the saver is ready."""
        pid = self._begun(order)
        if before is not None:
            before()
        with traced(pid, *hurt, log=log) if hurt else nullcontext():
            self._write(b".")
            return self._ended()

    def kill_after(self, seconds: float, order: dict[str, str]) -> Outcome:
        """Carry out an order, and kill it in the middle."""
        pid = self._begun(order)
        self._write(b".")
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        return self._ended()

    def _begun(self, order: dict[str, str]) -> int:
        self._write(json.dumps(order).encode() + b"\n")
        word, pid = _answer(self._process)
        assert word == "ready", (word, pid)
        return int(str(pid))

    def _ended(self) -> Outcome:
        told: dict[str, object] = {}
        while True:
            match _answer(self._process):
                case "told", dict(said):
                    told = said
                case "ended", int(code):
                    return Outcome(code, told)

    def _write(self, order: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(order)
        self._process.stdin.flush()


class Savers:
    """As many servers as are asked at once."""

    def __init__(self) -> None:
        self._idle: LifoQueue[Server] = LifoQueue()

    def close(self) -> None:
        """Let all go; nobody may be at work."""
        while not self._idle.empty():
            self._idle.get().close()

    def run(self, order: dict[str, str], *hurt: str, log: str = os.devnull, before: Hook = None) -> Outcome:
        """Carry out an order, hurt as strace's options say; `before` is done when the saver is ready."""
        with self._one() as server:
            return server.run(order, *hurt, log=log, before=before)

    def kill_after(self, seconds: float, order: dict[str, str]) -> Outcome:
        """Carry out an order, and kill it in the middle."""
        with self._one() as server:
            return server.kill_after(seconds, order)

    def calls(self, order: dict[str, str], log: Path, *options: str, before: Hook = None) -> list[Call]:
        """Carry out an order; the system calls between its marks."""
        outcome = self.run(order, *(options or EVERY_CALL), log=str(log), before=before)
        assert outcome.told.get("saved"), outcome
        return list(between_marks(log.read_text(encoding="utf-8", errors="replace")))

    @contextmanager
    def _one(self) -> Iterator[Server]:
        try:
            server = self._idle.get_nowait()
        except Empty:
            server = Server()
        try:
            yield server
        finally:
            self._idle.put(server)


def _answer(process: subprocess.Popen[bytes]) -> tuple[str, object]:
    assert process.stdout is not None
    word, value = json.loads(process.stdout.readline())
    return word, value
