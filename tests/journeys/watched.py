# SPDX-License-Identifier: MIT
"""Starts the editor with a heartbeat in its event loop, and writes down every time the heart stood still."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEAT = 5  # ms
WORTH_TELLING = 10.0  # ms
LOG = "JOURNEY_HEARTBEAT"  # names the file


class Heart:
    """Beats while the event loop turns.

    A stall is counted in the window's own processor time: what other programs take of a shared machine
    is none of its doing.  The time by the clock is written beside it.
    """

    def __init__(self, log: Path) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._log = log.open("a", encoding="utf-8", buffering=1)
        self._clock, self._worked = time.monotonic(), time.thread_time()
        self._timer = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        clock, worked = time.monotonic(), time.thread_time()
        busy, past = (worked - self._worked) * 1000, (clock - self._clock) * 1000
        if busy > WORTH_TELLING:
            self._log.write(f"{clock:.3f} {busy:.1f} {past:.1f}\n")
        self._clock, self._worked = time.monotonic(), time.thread_time()


def run_watched() -> None:
    """Let the heart beat from the first turn of the event loop on."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    import main

    run, hearts = QApplication.exec, []

    def run_with_heart(*arguments: object) -> int:
        hearts.append(Heart(Path(os.environ[LOG])))
        return run()

    QApplication.exec = run_with_heart  # type: ignore[assignment, method-assign]
    sys.exit(main.main(sys.argv[1:]))


if __name__ == "__main__":
    run_watched()
