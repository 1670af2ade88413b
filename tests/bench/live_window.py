# SPDX-License-Identifier: MIT
"""The editor at work on a long form, in a process of its own: how the live page keeps up, what it costs.

Called as `python live_window.py DRAFT [--unprepared]`; prints one JSON object, times in ms, memory in MB.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer

from model.edits import SetCell
from ui.app import make_application, open_window
from ui.main_window import MainWindow
from ui.press import Press
from ui.settings import APPEARANCE, Settings

SIZE = (1640, 900)  # px, with room for the page
EDITS, EVERY = 24, 250  # edits while typing, and ms between two
PRINTS = 20
PATIENCE = 15_000  # ms
REST = 2_000  # ms in which what was begun at the start comes to an end


class Heart:
    """Beats every millisecond, if the window lets it."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


class Clerk:
    """Types scores into rows of the middle of the form."""

    def __init__(self, window: MainWindow) -> None:
        self.document, self.preview = window.rooms.document, window.rooms.preview
        places = [place for place, _ in self.document.form.all_indicators()]
        self._places = places[len(places) // 2 :][:8]
        self._step = 0
        window.rooms.desk.go_to((*self._places[0], "score"))

    def edit(self) -> None:
        """Type the next score."""
        self._step += 1
        place = self._places[self._step % len(self._places)]
        self.document.do(SetCell((*place, "score"), Decimal(self._step % 7)), "输入得分")

    def print_once(self) -> float:
        """Type a score and return how long after the pause its page is painted."""
        pause, begun = self.preview._pause.interval(), perf_counter()
        self.edit()
        rest(PATIENCE, self.preview)
        self.preview.pages.viewport().repaint()
        return (perf_counter() - begun) * 1000 - pause


def rest(ms: int, preview: object = None) -> None:
    """Let the window work for so long, or until its page is up to date."""
    loop, look = QEventLoop(), QTimer(interval=1)
    QTimer.singleShot(ms, loop, loop.quit)
    look.timeout.connect(lambda: preview is not None and preview.is_up_to_date and loop.quit())  # type: ignore[attr-defined]
    look.start()
    loop.exec()


def typing(clerk: Clerk) -> list[float]:
    """Return the gaps of the heart while the clerk types."""
    timer = QTimer(interval=EVERY)
    timer.timeout.connect(clerk.edit)
    heart = Heart()
    timer.start()
    rest(EDITS * EVERY)
    return heart.gaps


def export(press: Press) -> float:
    """Return how long the form takes to become a file."""
    order, begun = press.order(), perf_counter()
    press._thread.submit(press._with_shop, order, lambda shop: shop.pdf(order, lambda *_: None)).result()
    return (perf_counter() - begun) * 1000


def memory(child: int | None = None) -> float:
    """Return what this process, or its child, holds in memory, in MB; 0 where nobody tells."""
    try:
        words = Path(f"/proc/{child or os.getpid()}/status").read_text("utf-8").split("VmRSS:")[1].split()
    except (OSError, IndexError):
        return 0.0
    return int(words[0]) / 1024


def at_work(window: MainWindow) -> dict[str, object]:
    """Type without and with the live page, and return the figures."""
    clerk = Clerk(window)
    found: dict[str, object] = {"without": typing(clerk)}
    window.rooms.desk.toggle_dock("preview")
    rest(PATIENCE, clerk.preview)
    clerk.print_once()
    heart = Heart()
    found["latencies"] = [clerk.print_once() for _ in range(PRINTS)]
    found["with"] = [*heart.gaps, *typing(clerk)]
    shop = window.rooms.press._shops.get(True)
    found["memory_shown"], found["memory_aside"] = memory(), memory(shop.process_id) if shop else 0
    return found


def main(path: Path, is_prepared: bool) -> dict[str, object]:
    """Open a draft, export it, work in it, and return the figures; `is_prepared` lets the press get ready."""
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        settings.write(APPEARANCE, "light")
        window = open_window(application, settings)
        window.furnish()
        window.resize(*SIZE)
        heart, begun = Heart(), perf_counter()
        window.rooms.filing.open(path)
        opened, opening = (perf_counter() - begun) * 1000, heart.gaps
        if not is_prepared:
            window.rooms.readiness.stop()
        if window.rooms.docks.preview.isVisible():
            window.rooms.desk.toggle_dock("preview")
        heart = Heart()
        rest(REST)
        found: dict[str, object] = {"opened": opened, "opening": opening, "memory": memory()}
        found["preparing"], found["exports"] = heart.gaps, [export(window.rooms.press) for _ in range(3)]
        if is_prepared:
            found |= at_work(window)
        window.rooms.document.undo_stack.setClean()
        window.close()
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), "--unprepared" not in sys.argv)), flush=True)
