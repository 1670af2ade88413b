# SPDX-License-Identifier: MIT
"""The program as a process of its own, so that it may be killed, crash or be left without a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import indent

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os
import signal
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells ignore it for what is in the background
sys.path.insert(0, {root!r})
from ui import app, dialogs

def show_report(parent, report, rescued):
    print("REPORT", rescued and rescued.name, flush=True)
    if "end-at-faults" in sys.argv:  # where nobody would close the window
        os._exit(9)

def act(window):
    from model.edits import SetCell
    document = window.document
    type_in = lambda text: document.do(SetCell(("project_name",), text), "改")
{code}

def open_window(*arguments):
    window = opened(*arguments)
    window.furnished.connect(lambda: QTimer.singleShot(0, lambda: act(window)))
    return window

opened, app.open_window, dialogs.show_report = app.open_window, open_window, show_report
sys.exit(app.run({draft}))
"""
LEAVE = "document.undo_stack.setClean(); window.close()"


def program(code: str, draft: Path | None = None) -> str:
    """Return a program that opens a draft in the window and does something there."""
    named = f"Path({str(draft)!r})" if draft else "None"
    return PROGRAM.format(root=str(ROOT), code=indent(code, "    "), draft=named)


@dataclass
class Child:
    """A program with a home of its own."""

    home: Path
    surroundings: dict[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The program's own folder."""
        return self.home / "share" / "zipingbiao" / "zipingbiao"

    def files(self, folder: str, suffix: str) -> list[Path]:
        """What it keeps in one of its folders."""
        return sorted((self.folder / folder).glob(f"*{suffix}"))

    def begin(self, code: str, draft: Path | None = None, *before: str) -> subprocess.Popen[str]:
        """Open a copy of a draft in the window and do something there; the call goes through `before`."""
        if draft is not None:
            draft = Path(shutil.copy(draft, self.home))  # its lock and its changes are the child's
        own = {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "share"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",  # a bare machine has none: libdbus aborts
        }
        call = [*before, sys.executable, "-c", program(code, draft)]
        pipe = subprocess.PIPE
        surroundings = {**os.environ, **own, **self.surroundings}
        return subprocess.Popen(call, env=surroundings, stdout=pipe, stderr=pipe, text=True)

    def run(self, code: str, draft: Path | None = None, *before: str) -> tuple[int, str, str]:
        """Do it and wait for the end: exit code, what was printed, what was said."""
        process = self.begin(code, draft, *before)
        try:
            said = process.communicate(timeout=60)
        finally:
            process.kill()
        return process.returncode, *said
