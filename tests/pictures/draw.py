# SPDX-License-Identifier: MIT
"""`python -m tests.pictures.draw GOAL APPEARANCE PERCENT`: the pictures of one look, drawn in one process.

The goal is a folder for all of them, or a file for the README's picture.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.pictures.looks import PICTURES, Look, file_name
from tests.pictures.scenes import SCENES, Stage, let_dialogs_stand, readme, rest
from ui.app import make_application
from ui.fonts import FILE
from ui.hints import BY_ID as HINTS
from ui.main_window import MainWindow
from ui.settings import APPEARANCE, HINTS_SEEN, Settings
from ui.theme import wear

POINTS = 10  # of the interface font
COLOURS = 256  # of a picture; few enough for small files, and none is off by more than a shade
README_ROOM = (1640, 980)  # px, of the README's picture: room for tree, problems and page


def draw_all(goal: Path, look: Look) -> None:
    """Draw the pictures of a look, each in a window of its own."""
    application = make_application()
    application.setCursorFlashTime(0)
    application.setFont(bundled_font())
    let_dialogs_stand()
    if goal.suffix:
        take(application, look, README_ROOM, readme, goal)
        return
    for scene in PICTURES[look]:
        take(application, look, look.room, SCENES[scene], goal / file_name(scene, look))


def bundled_font() -> QFont:
    """Return the font that is the same on every machine."""
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FILE)))
    font = QFont(families[0], POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def take(
    application: QApplication,
    look: Look,
    room: tuple[int, int],
    scene: Callable[[Stage], None],
    path: Path,
) -> None:
    """Set a scene in a new window and write its picture."""
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(QSettings(f"{home}/settings.ini", QSettings.Format.IniFormat))
        settings.write(APPEARANCE, look.appearance)
        settings.write(HINTS_SEEN, list(HINTS))
        wear(application, look.appearance)
        window = MainWindow(settings)
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*room)
        window.move(0, 0)
        window.show()
        window.furnish()
        scene(Stage(window, settings, Path(home)))
        write(settled_picture(window), path)
        clear_away(window)


def settled_picture(window: QWidget) -> QPixmap:
    """Return the picture of a window that no longer changes."""
    seen = [picture_of(window)]
    rest(until=lambda: _is_settled(seen, window))
    return seen[-1]


def _is_settled(seen: list[QPixmap], window: QWidget) -> bool:
    rest()
    seen.append(picture_of(window))
    return seen[-1].toImage() == seen[-2].toImage()


def picture_of(window: QWidget) -> QPixmap:
    """Return the window with the dialogs and menus that stand on it."""
    picture = window.grab()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            shot, at = other.grab(), at_window(other, window)
            painter.drawPixmap(at, shot)
            painter.setPen(other.palette().color(QPalette.ColorRole.Dark))
            painter.drawRect(QRect(at, other.size()).adjusted(-1, -1, 0, 0))  # the system's frame
    painter.end()
    return picture


def at_window(other: QWidget, window: QWidget) -> QPoint:
    """Return where a dialog or menu stands on the window."""
    return other.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())


def write(picture: QPixmap, path: Path) -> None:
    """Write a picture in few colours, none of them far from what was drawn."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    with Image.open(BytesIO(bytes(buffer.data().data()))) as drawn:
        few = drawn.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def clear_away(window: MainWindow) -> None:
    """Close everything without a question."""
    window.rooms.pages.finish_typing()
    window.rooms.document.undo_stack.setClean()
    for other in QApplication.topLevelWidgets():
        other.close()
    window.deleteLater()


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]), Look(sys.argv[2], int(sys.argv[3])))
