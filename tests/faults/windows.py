# SPDX-License-Identifier: MIT
"""A window without a screen whose clerk adds names to a draft that another window changes, too.

Whatever the program asks is answered with “cancel”; then the clerk gives the change up, opens the draft as it
is by now, and tries again.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from model.edits import SetCell
from ui import dialogs
from ui.app import make_application
from ui.dialogs import Leaving
from ui.main_window import MainWindow
from ui.settings import Settings

GOAL = ("goal_actual",)
LONGEST_PAUSE = 0.05  # seconds


def clerk_saves(window: MainWindow, draft: Path, name: str, updates: int, seed: int) -> int:
    """Save so many updates; return how often the program kept the clerk from it."""
    random, hindered = Random(seed), 0
    for number in range(updates):
        while not adds(window, draft, f"{name}{number} ", random):
            hindered += 1
    return hindered


def adds(window: MainWindow, draft: Path, words: str, random: Random) -> bool:
    """Open the draft, type, and save; tells whether it is saved."""
    document, filing = window.rooms.document, window.rooms.filing
    if not filing.open(draft):
        return False
    pause(random)
    document.do(SetCell(GOAL, document.form.goal_actual + words), "输入")
    pause(random)
    return document.is_modified and filing.save()


def pause(random: Random) -> None:
    """Let the window live on for a moment."""
    until = time.monotonic() + random.uniform(0, LONGEST_PAUSE)
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.001)


def main(arguments: list[str]) -> None:
    """Do it, and print how often the program kept the clerk from it."""
    draft, name, updates, seed = arguments
    dialogs._run = lambda dialog: False
    dialogs.ask_discard = lambda parent, name: Leaving.DISCARD
    dialogs.ask_save_as = lambda parent, suggested: None
    with TemporaryDirectory() as home:
        os.environ |= dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), home)
        application = make_application()
        window = MainWindow(Settings(QSettings(f"{home}/settings.ini", QSettings.Format.IniFormat)))
        window.show()
        window.furnish()
        hindered = clerk_saves(window, Path(draft), name, int(updates), int(seed))
        window.close()
        application.processEvents()
    print(hindered, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
