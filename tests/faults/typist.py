# SPDX-License-Identifier: MIT
"""Windows that are typed into until they are killed: a server that forks one for every order.

An order is a line of JSON on the standard input, the answer the process id.  Everything is imported before,
so that a window is there in a moment.  What a window has to tell it writes into files in its own home.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from model.places import Place, pointer
from ui import furniture, indicators_page, recovery_sheet, start_page  # noqa: F401  imported before the fork
from ui.app import make_application, open_window
from ui.hints import BY_ID as HINTS
from ui.main_window import MainWindow
from ui.page_stack import MODULES
from ui.settings import HINTS_SEEN, Settings

KEY_EVERY = 100  # ms
REST = (400, 3200)  # ms; now and then there is time for the pause after which a copy is written
RESTS = 0.1  # of the letters that are followed by one
MOST_OF_A_PLACE = 200  # characters
STOP_AFTER, SAVE_AFTER = 700, 3300  # ms; there is a copy by then
ON_END = "on end"  # in a way's name: without a rest, and always in the same place
LOG, FOUND, SAVED = "typed.txt", "found.json", "saved.txt"  # in the home
GOALS = (("goal_actual",), ("goal_expected",))
Order = dict[str, str]


class Typist:
    """Types numbers into one place after the other, and writes down when which letter was typed where."""

    def __init__(self, window: MainWindow, order: Order) -> None:
        self._window, self._way, self._choose = window, order["way"], Random(order["seed"])
        self._log = os.open(Path(order["home"]) / LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._letters, self._places = self._stream(), self._ways_of_places()
        self._timer = QTimer(window, singleShot=True)
        self._timer.timeout.connect(self._type)
        self._is_on_end = ON_END in self._way
        self._composed, self._left, self._place = "", 0, GOALS[0]
        self._begin_place()
        self._timer.start(KEY_EVERY)

    def stop(self) -> None:
        """Type no more."""
        self._timer.stop()

    def _stream(self) -> Iterator[str]:
        for number in range(1, 100_000):
            yield from f"{number:04d} "

    def _ways_of_places(self) -> Iterator[Place]:
        rows = [place for place, _ in self._window.rooms.document.form.all_indicators()]
        cells: list[Place] = [(*place, key) for place in rows for key in ("reason", "name")]
        yield from GOALS if "goals" in self._way else cells

    def _begin_place(self) -> None:
        """Go to the next cell or text; what was open is finished as the clerk would."""
        place = next(self._places, None)
        if place is None:
            self._left = MOST_OF_A_PLACE
            return
        self._place = place
        self._window.rooms.desk.go_to(place)
        focus = self._focus()
        if hasattr(focus, "selectAll") and place in GOALS:
            focus.selectAll()
        self._left = MOST_OF_A_PLACE if self._is_on_end else self._choose.randint(5, MOST_OF_A_PLACE)

    def _focus(self) -> QWidget:
        focus = self._window.focusWidget()
        assert focus is not None
        return focus

    def _type(self) -> None:
        if self._left == 0 and not self._composed:
            self._begin_place()
        letter = next(self._letters)
        if self._way == "compose":
            self._compose(letter)
        else:
            QTest.keyClicks(self._focus(), letter)
        self._left = max(0, self._left - 1)
        os.write(self._log, f"{time.monotonic():.3f}\t{pointer(self._place)}\t{letter}\n".encode())
        rests = not self._is_on_end and self._choose.random() < RESTS
        self._timer.start(self._choose.randint(*REST) if rests else KEY_EVERY)

    def _compose(self, letter: str) -> None:
        """Let an input method compose four letters and hand them over at the blank."""
        focus, event = self._focus(), QInputMethodEvent(self._composed + letter, [])
        if self._window.rooms.pages.currentWidget() is not focus and not hasattr(focus, "typed"):
            QTest.keyClicks(focus, letter)  # opens the cell
            return
        self._composed += letter
        if letter == " ":
            event = QInputMethodEvent()
            event.setCommitString(self._composed)
            self._composed = ""
        QApplication.sendEvent(focus, event)


def type_on(window: MainWindow, order: Order) -> None:
    """Type until somebody ends it; one way saves after a while and rests."""
    typist = Typist(window, order)
    window.typist = typist  # type: ignore[attr-defined]
    if order["way"] == "save":
        QTimer.singleShot(STOP_AFTER, window, typist.stop)
        QTimer.singleShot(SAVE_AFTER, window, lambda: _save(window, order))


def _save(window: MainWindow, order: Order) -> None:
    assert window.rooms.filing.save()
    (Path(order["home"]) / SAVED).write_text(str(time.monotonic()), encoding="utf-8")


def recover(window: MainWindow, order: Order) -> None:
    """Take what is offered as a clerk does, tell what came of it, and leave."""

    def take() -> None:
        window.rooms.offers.shown.disconnect(take)
        bars = [window.rooms.notices, window.rooms.desk.start.notices]
        buttons = [
            one for bar in bars for one in bar.findChildren(QPushButton) if one.text().startswith("恢复")
        ]
        offers = len(window.rooms.offers._seen.offers)
        if offers and not window.rooms.document.is_modified:
            next(one for one in buttons if one.isVisible()).click()
        form = window.rooms.document.form if window.document else None
        told = {"offers": offers, "modified": bool(window.document and window.document.is_modified)}
        told["form"] = form.model_dump(mode="json") if form else None
        part = Path(order["home"]) / "found.part"
        part.write_text(json.dumps(told), encoding="utf-8")
        part.rename(Path(order["home"]) / FOUND)
        window.rooms.document.undo_stack.setClean()
        window.close()

    window.rooms.offers.shown.connect(take)


WORK: dict[str, Callable[[MainWindow, Order], None]] = {"type": type_on, "recover": recover}


def open_one(order: Order) -> None:
    """Be the editor, in a home of its own."""
    home = Path(order["home"])
    os.environ.update(HOME=str(home), XDG_DATA_HOME=str(home / "data"), XDG_CONFIG_HOME=str(home / "config"))
    application = make_application()
    settings = Settings(QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat))
    settings.write(HINTS_SEEN, list(HINTS))
    named = Path(order["path"]) if order["do"] == "type" else None
    window = open_window(application, settings, named)
    window.furnish()
    window.rooms.readiness.stop()
    if window.rooms.docks.preview.isVisible():
        window.rooms.desk.toggle_dock("preview")
    WORK[order["do"]](window, order)
    application.exec()


def serve() -> None:
    """Fork a window for every order."""
    for name in MODULES:
        __import__(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    for line in sys.stdin:
        if (child := os.fork()) == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                open_one(json.loads(line))
            finally:
                os._exit(0)
        print(child, flush=True)


if __name__ == "__main__":
    serve()
