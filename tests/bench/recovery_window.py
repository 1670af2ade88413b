# SPDX-License-Identifier: MIT
"""Keys typed into a window that keeps recovery copies, and into one that does not, in a process of its own.

Called as `python recovery_window.py DRAFT`; prints one JSON object, times in ms.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from tests.bench.live_window import Heart, rest
from ui.app import make_application, open_window
from ui.main_window import MainWindow
from ui.settings import APPEARANCE, Settings

GOAL = ("goal_actual",)
KEYS = 60
BETWEEN = 20  # ms
COPIES = 12
REST = 2_000  # ms in which what was begun at the start comes to an end


def key(window: MainWindow) -> float:
    """Type a letter and return how long the window was busy with it."""
    focus, begun = window.focusWidget(), perf_counter()
    QTest.keyClicks(focus, "a")
    return (perf_counter() - begun) * 1000


def key_that_meets_a_copy(window: MainWindow) -> float:
    """Type a letter at the very moment a copy is due."""
    begun = perf_counter()
    window.rooms.keeper.write()
    return (perf_counter() - begun) * 1000 + key(window)


def typed(window: MainWindow) -> dict[str, list[float]]:
    """Type in turn without any keeper, with one that waits, and with one that writes."""
    keeper, box = window.rooms.keeper, window.focusWidget()
    found: dict[str, list[float]] = {"without": [], "waiting": [], "writing": []}
    for _ in range(KEYS):
        keeper._watch(box, None)
        found["without"].append(key(window))
        rest(BETWEEN)
        keeper._watch(None, box)
        found["waiting"].append(key(window))
        rest(BETWEEN)
        found["writing"].append(key_that_meets_a_copy(window))
        while keeper._is_writing:
            rest(BETWEEN)
        rest(BETWEEN)
    return found


def work(window: MainWindow) -> dict[str, list[float]]:
    """Return the processor time a copy takes in the window's thread and in its own: nobody else's counts."""
    keeper, aside = window.rooms.keeper, list[float]()
    keep, found = keeper._keep, dict[str, list[float]](window=[], thread=aside)

    def timed(*what: Any) -> None:
        begun = thread_time()
        keep(*what)
        aside.append((thread_time() - begun) * 1000)

    keeper._keep = timed  # type: ignore[method-assign]
    for _ in range(COPIES):
        key(window)
        begun = thread_time()
        keeper.write()
        found["window"].append((thread_time() - begun) * 1000)
        rest(300)
    keeper._keep = keep  # type: ignore[method-assign]
    return found


def stalls(window: MainWindow) -> list[float]:
    """Return the gaps of the window's heart while copies are written in the thread."""
    heart = Heart()
    for _ in range(COPIES):
        key(window)
        window.rooms.keeper.write()
        rest(250)
    return heart.gaps


def main(path: Path) -> dict[str, object]:
    """Open a draft, type, and return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        application = make_application()
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        settings.write(APPEARANCE, "light")
        window = open_window(application, settings)
        window.furnish()
        window.rooms.filing.open(path)
        window.rooms.readiness.stop()
        if window.rooms.docks.preview.isVisible():
            window.rooms.desk.toggle_dock("preview")
        window.rooms.desk.go_to(GOAL)
        rest(REST)
        found: dict[str, object] = {**typed(window), "stalls": stalls(window), **work(window)}
        window.rooms.document.undo_stack.setClean()
        window.close()
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))), flush=True)
