# SPDX-License-Identifier: MIT
"""Start-up: the editor with a draft against a bare Qt window, process by process in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from model.drafts import to_bytes
from tests.bench.clock import Line, ratio
from tests.bench.forms import long_form

CHILD = Path(__file__).with_name("first_paint.py")
ROWS = 70
ROUNDS = 9


@dataclass(frozen=True)
class Start:
    """Median times from the birth of the process, in seconds."""

    bare: float  # a window with a label, painted
    painted: float  # the editor's frame
    usable: float  # the draft is shown and the window waits for the clerk


def lines() -> Iterator[Line]:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "表.json"
        path.write_bytes(to_bytes(long_form(ROWS)))
        start = measure_start(path)
    yield ratio(f"first paint, {ROWS} rows", start.painted, start.bare, "bare window")
    yield ratio(f"usable, {ROWS} rows", start.usable, start.bare, "bare window")


def measure_start(path: Path, rounds: int = ROUNDS) -> Start:
    """Start a bare window and the editor with a draft in turn; the first round only fills the caches."""
    bare, painted, usable = [], [], []
    with tempfile.TemporaryDirectory() as cache:
        for _ in range(rounds + 1):
            bare.append(_times(cache)[0])
            times = _times(cache, str(path))
            painted.append(times[0])
            usable.append(times[1])
    return Start(median(bare[1:]), median(painted[1:]), median(usable[1:]))


def _times(cache: str, *arguments: str) -> tuple[float, float]:
    """Start one process; seconds until its first paint and until it is usable."""
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    call = [sys.executable, str(CHILD), str(time.monotonic_ns()), *arguments]
    done = subprocess.run(call, env=surroundings, capture_output=True, text=True, check=True, timeout=60)
    painted, usable = map(float, done.stdout.split())
    return painted / 1000, usable / 1000
