# SPDX-License-Identifier: MIT
"""The live page: how soon it follows, whether the window stalls meanwhile, and what it takes of memory."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from model.drafts import to_bytes
from tests.bench.clock import Line, p95
from tests.bench.forms import long_form

CHILD = Path(__file__).with_name("live_window.py")
SIZES = (70, 1_000, 10_000)
STALL = 50.0  # ms, the goal


def lines() -> Iterator[Line]:
    """Measure times."""
    for rows in SIZES:
        found = _measured(rows)
        taken = found["latencies"]
        note = f"p95 {p95(taken):.0f} ms; goal 30 ms"
        yield Line(f"page painted after the pause (median), {rows} rows", f"{median(taken):.0f} ms", note)
        for name, gaps in (("without", found["without"]), ("with", found["with"])):
            note = f"{sum(gap > STALL for gap in gaps)} over {STALL:.0f} ms, of {len(gaps)}"
            yield Line(f"longest stall typing {name} the page, {rows} rows", f"{max(gaps):.0f} ms", note)
        note = f"longest stall {max(found['opening'], default=found['opened']):.0f} ms"
        yield Line(f"opening, {rows} rows", f"{found['opened']:.0f} ms", note)


def first_export_lines() -> Iterator[Line]:
    """Measure the first export after the start, with what the press has got ready meanwhile and without."""
    ready, unready = _measured(SIZES[0]), _measured(SIZES[0], "--unprepared")
    for name, found in (("", ready), (", nothing prepared", unready)):
        note = f"the next {found['exports'][1]:.0f} ms; goal 25 ms"
        yield Line(f"first export after the start{name}", f"{found['exports'][0]:.0f} ms", note)
    stalls = [max(found["preparing"]) for found in (ready, unready)]
    yield Line("longest stall after the start", f"{stalls[0]:.0f} ms", f"nothing prepared {stalls[1]:.0f} ms")


def memory_lines() -> Iterator[Line]:
    """Measure memory."""
    for rows in SIZES:
        found = _measured(rows)
        yield Line(f"memory after opening, {rows} rows", f"{found['memory']:.0f} MB")
        note = f"and {found['memory_aside']:.0f} MB in a process of its own" if found["memory_aside"] else ""
        yield Line(f"memory with the live page, {rows} rows", f"{found['memory_shown']:.0f} MB", note)


@cache
def _measured(rows: int, *options: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "表.json"
        path.write_bytes(to_bytes(long_form(rows)))
        call = [sys.executable, str(CHILD), str(path), *options]
        done = subprocess.run(call, capture_output=True, text=True, check=True, timeout=300)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
