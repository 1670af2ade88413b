# SPDX-License-Identifier: MIT
"""The pictures of one look at one scale, drawn in one process."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from model.places import place_of
from tests.builders import GOLDEN
from ui.app import make_application, open_window
from ui.main_window import MainWindow
from ui.recent import described, remember
from ui.sections import SECTIONS
from ui.settings import APPEARANCE, DOCKS, GEOMETRY, Settings

SIZE = (1366, 768)  # px, the smallest screen
README_SIZE = (1640, 980)
README_DRAFT, README_PLACE = GOLDEN / "003-1.json", place_of("/indicators/1/children/0/children/1/actual")
DRAFT, OTHERS = GOLDEN / "004-5.json", ("003-1", "002-2", "000-1")
REST = 0.15  # seconds in which everything that waits is drawn
PATIENCE = 5.0  # seconds


def draw_all(folder: Path, look: str, scale: str, readme: Path | None) -> None:
    """Draw the start page, a new form, every section and the live page."""
    application = make_application()
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(QSettings(f"{home}/settings.ini", QSettings.Format.IniFormat))
        settings.write(APPEARANCE, look)
        window = open_window(application, settings)
        window.furnish()
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*SIZE)
        for name, show in scenes(window, settings):
            show()
            rest(REST)
            window.grab().save(str(folder / f"{name}-{look}-{scale}.png"))
        window.close()
        if readme is not None:
            draw_readme(application, settings, readme)


def scenes(window: MainWindow, settings: Settings) -> list[tuple[str, Callable[[], object]]]:
    """Return the pictures in order: a name, and what brings the window there."""
    desk, filing = window.rooms.desk, window.rooms.filing
    sections = [
        (section.icon, lambda number=number: desk.show_section(number))
        for number, section in enumerate(SECTIONS)
    ]
    return [
        ("new", lambda: filing.start_new("shanghai-2024")),
        ("draft", lambda: filing.open(DRAFT)),
        *sections,
        ("preview", lambda: show_page(window)),
        ("start", lambda: show_start(window, settings)),
    ]


def show_page(window: MainWindow) -> None:
    """Show the live page, drawn."""
    window.rooms.desk.toggle_dock("preview")
    rest(PATIENCE, lambda: window.rooms.preview.is_up_to_date)
    rest(REST)


def show_start(window: MainWindow, settings: Settings) -> None:
    """Show the start page with some forms worked on lately."""
    from tests.ui.hands import golden

    for name in OTHERS:
        document = golden(name)
        judge, path = document.judge, GOLDEN / f"{name}.json"
        remember(settings, described(path, document.form, judge.figures, judge.findings()))
    window.rooms.desk.show_start()


def draw_readme(application: QApplication, settings: Settings, path: Path) -> None:
    """Draw the picture of the README: a window with room for tree, problems and page."""
    settings.write(DOCKS, DOCKS.default)
    settings.write(GEOMETRY, GEOMETRY.default)
    window = MainWindow(settings)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*README_SIZE)
    window.show()
    window.furnish()
    window.rooms.filing.open(README_DRAFT)
    window.rooms.desk.go_to(README_PLACE)
    rest(PATIENCE, lambda: window.rooms.preview.is_up_to_date)
    rest(REST)
    path.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(path))
    window.close()


def rest(seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """Let the window work for so long, or until something is there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        QApplication.processEvents()


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]) if len(sys.argv) > 4 else None)
