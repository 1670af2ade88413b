# SPDX-License-Identifier: MIT
"""Processes under strace: which system calls their work makes, and whether one of them was hurt."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
MARK = "getpgid"
CALL = re.compile(r"^\d+ +(?:<\.\.\. )?(?P<name>\w+)(?P<resumed> resumed>)?(?P<rest>.*)$")
EVERY_CALL = ("-e", "trace=all")


class Call(NamedTuple):
    """The K-th system call of a name since the tracer came, with its line of the log."""

    name: str
    number: int
    line: str


@cache
def cannot_trace() -> str:
    """Say why nothing can be traced here; empty where it can."""
    try:
        done = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True)
    except OSError:
        return "strace is not installed"
    return "" if done.returncode == 0 else "strace may not trace here"


def is_hit(log: str, call: Call) -> bool:
    """Tell from the log of a hurt work whether it was hurt within it, at this very call."""
    hurt = [one for one in between_marks(log) if one[:2] == call[:2]]
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


def between_marks(log: str) -> Iterator[Call]:
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
