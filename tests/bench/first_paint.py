# SPDX-License-Identifier: MIT
"""One start, measured from the birth of the process: a bare window, or the editor with a draft.

Called as `python first_paint.py BORN [DRAFT]`; BORN is the caller's clock in ns.  Prints the milliseconds
until the first paint and until the window can be worked with.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

sys.path.insert(0, str(Path(__file__).parents[2]))


class Watch(QObject):
    """Notes when a window was painted first, and when the event loop has nothing left to do after that."""

    def __init__(self, born: int, window: QMainWindow, furnished: bool) -> None:
        super().__init__()
        self._born, self._is_furnished = born, furnished
        self.painted: float | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ask for a turn of the event loop right after the paint, before anything the window asks for."""
        if event.type() == QEvent.Type.Paint and self.painted is None:
            self.painted = 0.0
            QTimer.singleShot(0, self._note_paint)
        return False

    def finish(self) -> None:
        """The window has all it needs: say the times when it is painted and nothing waits any more."""
        self._is_furnished = True
        if self.painted:
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, self._tell))

    def _note_paint(self) -> None:
        self.painted = self._age()
        if self._is_furnished:
            self.finish()

    def _tell(self) -> None:
        print(self.painted, self._age(), flush=True)
        QApplication.quit()

    def _age(self) -> float:
        return (time.monotonic_ns() - self._born) / 1e6


def start_bare(born: int) -> None:
    """Show a window with a label."""
    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("表"))
    watch = Watch(born, window, furnished=True)
    window.resize(1200, 700)
    window.show()
    application.exec()
    assert watch.painted


def start_editor(born: int, path: Path) -> None:
    """Show the editor with a draft."""
    from main import pass_over_plugins
    from ui.quick_start import pass_over_features

    pass_over_plugins()
    pass_over_features()
    from ui.app import make_application, open_window
    from ui.settings import APPEARANCE, Settings

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        settings.write(APPEARANCE, "light")
        window = open_window(application, settings, path)
        watch = Watch(born, window, furnished=False)
        window.furnished.connect(watch.finish)
        application.exec()
        window.close()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        start_editor(int(sys.argv[1]), Path(sys.argv[2]))
    else:
        start_bare(int(sys.argv[1]))
