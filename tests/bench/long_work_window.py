# SPDX-License-Identifier: MIT
"""The editor at long work on a long form, in a process of its own.

Called as `python long_work_window.py DRAFT`; prints one JSON object: by name the time in ms until the work is
done, the longest stall of the window in ms, and how many were over 50 ms.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QMimeData, QSettings
from PySide6.QtGui import QGuiApplication

from model.places import indicator_place
from model.templates import new_form
from tests.bench.live_window import REST, SIZE, Heart, rest
from ui.app import make_application, open_window
from ui.clipboard import OWN_ROWS
from ui.indicators_page import IndicatorsPage
from ui.main_window import MainWindow
from ui.sections import INDICATORS
from ui.settings import APPEARANCE, Settings

FOLLOWS = 1_500  # ms in which repaint, lists and marks follow
STALL = 50.0  # ms, the goal
Figures = tuple[float, float, int]


class Clerk:
    """Does what takes long, by the actions of the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.rooms = window, window.rooms
        self.page: IndicatorsPage = self.rooms.pages.page(INDICATORS)  # type: ignore[assignment]
        self.found: dict[str, Figures] = {}

    def measure(self, name: str, act: Callable[[], object]) -> None:
        """Do something and note its figures."""
        rest(REST)
        heart = Heart()
        rest(20)
        heart.gaps.clear()
        begun = perf_counter()
        act()
        total = (perf_counter() - begun) * 1000
        rest(FOLLOWS)
        stalls = [gap for gap in heart.gaps if gap > STALL]
        self.found[name] = total, max(heart.gaps), len(stalls)

    def perform(self, name: str) -> None:
        """Carry out an action."""
        self.window.actions_by_id[name].trigger()

    def replace_all(self) -> None:
        """Replace what stands in every row, and take it back."""
        finding = self.rooms.finding_text
        finding.open_replace()
        finding.bar.needle.setText("（")
        finding.bar.wanted_changed.emit()
        rest(2 * REST)
        finding.bar.text.setText("〔")
        self.measure(f"replace all, {len(finding.search.hits)} hits", finding.replace_all)
        self.measure("undo of replace all", self.rooms.desk.undo)
        finding.close()

    def copy_all(self) -> None:
        """Copy the whole tree."""
        self.page.view.setFocus()
        self.page.select_all()
        self.measure("copy all", lambda: self.perform("copy"))

    def insert(self) -> None:
        """Insert one indicator, after a first one that makes what is needed."""
        for name in ("first insertion", "insertion"):
            self.page.go_to(indicator_place(0, 0, 0))
            self.measure(name, self.page.insert_indicator)
            self.page.commit()

    def save(self) -> None:
        """Save, with the version before kept; the first time finds much that later ones know."""
        for name in ("first save", "save"):
            self.page.go_to(indicator_place(0, 0, 0))
            self.page.insert_indicator()
            self.page.commit()
            rest(FOLLOWS)
            self.measure(name, lambda: self.perform("save"))

    def paste_all(self, rows: int) -> None:
        """Paste as many rows as the form had into a new one."""
        template = self.rooms.document.template
        self.rooms.document.replace(new_form(template), template)
        self.rooms.desk.show_section(INDICATORS)
        self.page.go_to(indicator_place(0, 0, 0))
        mime, text = QMimeData(), "".join(f"指标{row}\t≥{row}人\t{row}人\t1\t1\n" for row in range(rows))
        mime.setData(OWN_ROWS, text.encode())
        QGuiApplication.clipboard().setMimeData(mime)
        self.measure("paste cells", lambda: self.perform("paste"))
        self.measure("undo of the paste", self.rooms.desk.undo)


def main(path: Path) -> dict[str, Figures]:
    """Open a draft, do all of it, and return the figures."""
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder  # backups and recovery copies of nobody
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        settings.write(APPEARANCE, "light")
        window = open_window(application, settings)
        window.furnish()
        window.resize(*SIZE)
        window.rooms.filing.open(path)
        if window.rooms.docks.preview.isVisible():
            window.rooms.desk.toggle_dock("preview")
        window.rooms.desk.show_section(INDICATORS)
        rest(2 * REST)  # the words learnt are read by then
        clerk = Clerk(window)
        rows = sum(1 for _ in window.rooms.document.form.all_indicators())
        clerk.insert()
        clerk.save()
        clerk.copy_all()
        clerk.replace_all()
        clerk.paste_all(rows)
        window.rooms.document.undo_stack.setClean()
        window.close()
        QGuiApplication.clipboard().clear()  # without a screen, what was copied would outlive Python
    return clerk.found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))), flush=True)
