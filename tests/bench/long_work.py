# SPDX-License-Identifier: MIT
"""Long work in the window: how long it takes at 10,000 rows, and how long the window stands still for it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from model.drafts import to_bytes
from tests.bench.clock import Line
from tests.bench.forms import long_form

CHILD = Path(__file__).with_name("long_work_window.py")
ROWS = 10_000
STALL = 50.0  # ms, the goal


def lines() -> Iterator[Line]:
    """Measure in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "表.json"
        path.write_bytes(to_bytes(long_form(ROWS)))
        call = [sys.executable, str(CHILD), str(path)]
        done = subprocess.run(call, capture_output=True, text=True, check=True, timeout=300)
    for name, (total, stall, over) in json.loads(done.stdout).items():
        note = f"longest stall {stall:.0f} ms, {over} over {STALL:.0f} ms"
        yield Line(f"{name}, {ROWS} rows", f"{total:.0f} ms", note)
