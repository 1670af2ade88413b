# SPDX-License-Identifier: MIT
"""Recovery copies: what they take of a key, and whether the window stalls while one is written."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from model.drafts import to_bytes
from tests.bench.clock import Line, p95
from tests.bench.forms import long_form
from tests.bench.live import SIZES, STALL

CHILD = Path(__file__).with_name("recovery_window.py")
GOAL = 2.0  # ms


def lines() -> Iterator[Line]:
    """Measure times; keys without a keeper, with one that waits, and with one that writes come in turn."""
    for rows in SIZES:
        found = _measured(rows)
        without, waiting, writing = (found[name] for name in ("without", "waiting", "writing"))
        delay, worst = median(writing) - median(without), p95(writing) - p95(without)
        note = f"p95 {worst:+.2f} ms; a key {median(without):.2f} ms; goal {GOAL:.0f} ms"
        yield Line(f"autosave delays a key by (median), {rows} rows", f"{delay:+.2f} ms", note)
        note = f"and {median(found['thread']):.2f} ms in its own thread"
        taken = median(found["window"])
        yield Line(f"processor time a copy takes of the window, {rows} rows", f"{taken:.2f} ms", note)
        note = f"{median(waiting):.2f} ms / {median(without):.2f} ms"
        yield Line(
            f"a key that meets no copy, {rows} rows", f"{median(waiting) / median(without):.2f} ×", note
        )
        gaps = found["stalls"]
        note = f"{sum(gap > STALL for gap in gaps)} over {STALL:.0f} ms, of {len(gaps)}"
        yield Line(f"longest stall while a copy is written, {rows} rows", f"{max(gaps):.0f} ms", note)


def _measured(rows: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "表.json"
        path.write_bytes(to_bytes(long_form(rows)))
        call = [sys.executable, str(CHILD), str(path)]
        done = subprocess.run(call, capture_output=True, text=True, check=True, timeout=300)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
