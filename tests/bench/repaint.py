# SPDX-License-Identifier: MIT
"""From an edit, an insertion or a scroll to the repainted window, at 70, 1,000 and 10,000 rows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from tests.bench.clock import Line, p95

SIZES = (70, 1_000, 10_000)
GOAL = 5.0  # ms, p95


def lines() -> Iterator[Line]:
    """Measure, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.bench import edits

    application = QApplication.instance() or QApplication([])
    measures: tuple[tuple[str, Callable[[int], list[float]]], ...] = (
        ("edit to repaint", edits.measure_edit_repaint),
        ("insertion to repaint", edits.measure_insert_repaint),
        ("scroll to repaint", edits.measure_scroll),
    )
    for name, measure in measures:
        yield from _at_sizes(name, measure)
    application.processEvents()


def _at_sizes(name: str, measure: Callable[[int], list[float]]) -> Iterator[Line]:
    taken = {rows: p95(measure(rows)) for rows in SIZES}
    for rows, spent in taken.items():
        note = f"{spent / taken[SIZES[0]]:.1f} × {SIZES[0]} rows; goal for an edit {GOAL:.0f} ms"
        yield Line(f"{name} (p95), {rows} rows", f"{spent:.1f} ms", note)
