# SPDX-License-Identifier: MIT
"""Garbage is collected in the window's thread only, a little at a time.

Python collects wherever the limit happens to be passed, so also in the thread that prints; there it would
destroy dialogs and tasks of Qt behind the window's back, and the program would crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

PAUSE = 1000  # ms
FEW = 700  # new objects; not worth a look
MANY = 100_000  # new objects; looking through more would hold the window up, so they stay until it is left


class Garbage(QObject):
    """Looks for garbage among what is new every second, among everything when the clerk goes elsewhere."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(collect_new)
        application.applicationStateChanged.connect(self._note_state)

    def begin(self) -> None:
        """Begin; what was made at the start stays."""
        gc.freeze()
        self._timer.start()

    def _note_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationInactive and self._timer.isActive():
            gc.unfreeze()
            gc.collect()
            gc.freeze()


def collect_new() -> None:
    """Look through what has been made since the last time."""
    if gc.get_count()[0] > MANY:
        gc.freeze()
    elif gc.get_count()[0] > FEW:
        gc.collect(1)
