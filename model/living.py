# SPDX-License-Identifier: MIT
"""Whether a process that left something behind is still at work."""

from __future__ import annotations

import os
from typing import NamedTuple

from model.processes import RUNS, host_name, machine, started


class Process(NamedTuple):
    """A process of some machine; a number is given again, but not with the same start."""

    id: int
    host: str
    start: str  # `RUNS` where the system does not tell


def this_process() -> Process:
    """Say who we are."""
    return Process(os.getpid(), this_host(), started(os.getpid()) or RUNS)


def this_host() -> str:
    """Name the machine; the name alone is often the same in a whole office."""
    return f"{host_name()}/{machine()}"


def is_living(process: Process) -> bool | None:
    """Tell whether a process is still there; None where it is one of another machine."""
    if process.host != this_host():
        return None
    try:
        start = started(process.id)
    except OverflowError:  # no process has such a number
        return False
    return start is not None and (start == process.start or RUNS in (start, process.start))
