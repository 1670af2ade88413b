# SPDX-License-Identifier: MIT
"""The scenes: what the clerk has done when a picture is taken."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from model.backups import FOLDER, keep
from model.drafts import load, to_bytes
from model.edits import Insert, Remove, SetCell
from model.form import Indicator
from model.places import place_of
from tests.builders import GOLDEN
from ui import dialogs
from ui.actions import BY_ID
from ui.conflict_sheet import ConflictSheet
from ui.export_sheet import ExportSheet
from ui.find_bar import FindBar
from ui.history_sheet import HistorySheet
from ui.main_window import MainWindow
from ui.paste_preview import PastePreview
from ui.print_preview import PrintPreview
from ui.recent import described, remember
from ui.recent_lines import SECOND_LINE
from ui.rescue import data_folder
from ui.sections import FUNDS, GOALS, HEADER, INDICATORS
from ui.settings import LAST_FOLDER, Settings

OTHERS = ("003-1", "002-2", "000-1")  # forms worked on lately
NEW_ROW, TYPED = place_of("/indicators/1/children/0"), "培训"
COPIED = (
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
    "产出指标|数量指标|举办培训班|≥6(次)|7(次)|20|20",
    "||培训人次|≥300(人次)|280(人次)|15|14",
    "|质量指标|培训合格率|≥95%|97%|15|15",
    "效益指标|社会效益指标|知晓度|提升|提升|30|30",
    "合计|||||80|79",
)
NEEDLE = "指标"
DRAFT = "004-5"  # has errors, warnings and hints
CELL = place_of("/indicators/0/children/1/children/0/actual")
README_DRAFT, README_CELL = "003-1", place_of("/indicators/1/children/0/children/1/actual")
DAY = 1_732_060_800  # 2024-11-20, when the drafts were last changed
YEAR = 2024
EARLIER = (  # what was changed before the last saves
    Remove(CELL[:5], 1),
    SetCell(("goal_actual",), "还没有写。"),
    SetCell(("funds", "total", "actual"), None),
    Insert(CELL[:5], 1, Indicator(name="举办专题培训", target="≥2(次)", points=Decimal(5))),
)
ROOT_FOLDER = "/"  # there on every machine that draws
PATIENCE = 10.0  # seconds
REST = 0.1  # seconds in which everything that waits is drawn


@dataclass(frozen=True, slots=True)
class Stage:
    """The window, and where it keeps its drafts."""

    window: MainWindow
    settings: Settings
    folder: Path

    def open(self, name: str) -> None:
        """Open one of the published drafts, as it was left on a certain day."""
        path = self.folder / f"{name}.json"
        shutil.copyfile(GOLDEN / path.name, path)
        os.utime(path, (DAY, DAY))
        self.window.rooms.filing.open(path)


def start(stage: Stage) -> None:
    """The start page with forms worked on lately."""
    for name in OTHERS:
        stage.open(name)
        document, path = stage.window.rooms.document, stage.folder / f"{name}.json"
        judge = document.judge
        remember(stage.settings, described(path, document.form, judge.figures, judge.findings()))
    stage.window.rooms.desk.show_start()


def new(stage: Stage) -> None:
    """The first section of a new form."""
    stage.window.rooms.filing.start_new("shanghai-2024")
    stage.window.rooms.document.do(SetCell(("fiscal_year",), YEAR), "")


def empty(stage: Stage) -> None:
    """The indicators of a new form, with the first hint."""
    _new_tree(stage)
    rooms = stage.window.rooms
    stage.window.perform(BY_ID["show_hints"])
    rest(until=lambda: rooms.hints.strip is not None and rooms.hints.strip.isVisible())


def _new_tree(stage: Stage) -> None:
    new(stage)
    stage.window.rooms.desk.show_section(INDICATORS)


def header(stage: Stage) -> None:
    """What the form is about."""
    stage.open(DRAFT)
    stage.window.rooms.desk.show_section(HEADER)


def funds(stage: Stage) -> None:
    """The funds, a figure typed over."""
    stage.open(DRAFT)
    stage.window.rooms.desk.show_section(FUNDS)


def goals(stage: Stage) -> None:
    """The goals side by side."""
    stage.open(DRAFT)
    stage.window.rooms.desk.show_section(GOALS)


def indicators(stage: Stage) -> None:
    """The tree, standing at a cell with a finding."""
    stage.open(DRAFT)
    stage.window.rooms.desk.go_to(CELL)


def find(stage: Stage) -> None:
    """The bar that finds and replaces, its hits marked in the tree."""
    indicators(stage)
    stage.window.perform(BY_ID["replace"])
    bar = stage.window.findChild(FindBar)
    bar.begin(NEEDLE)
    rest(until=lambda: any(letter.isdigit() for letter in bar.count.text()))


def fixes(stage: Stage) -> None:
    """The problem list with the quick fixes of its first line."""
    funds(stage)
    rooms = stage.window.rooms
    problems = rooms.problems
    rest(until=lambda: bool(problems.model.findings))
    index = problems.model.index(0)
    problems.list.setCurrentIndex(index)
    at = problems.list.viewport().mapToGlobal(problems.list.visualRect(index).bottomLeft())
    rooms.mending.menu_of(problems.model.findings[0]).popup(at)


def preview(stage: Stage) -> None:
    """The live page beside the tree."""
    indicators(stage)
    stage.window.rooms.desk.toggle_dock("preview")
    rest(until=lambda: stage.window.rooms.preview.is_up_to_date)


def print_(stage: Stage) -> None:
    """The pages before they are printed."""
    indicators(stage)
    stage.window.rooms.printing.preview()
    rest(until=lambda: any(sheet.pages.is_drawn for sheet in stage.window.findChildren(PrintPreview)))


def export(stage: Stage) -> None:
    """The kinds of PDF, with what they hold and what is to be known before."""
    indicators(stage)
    stage.settings.write(LAST_FOLDER, ROOT_FOLDER)
    stage.window.perform(BY_ID["export"])
    rest(until=lambda: any(sheet.isVisible() for sheet in stage.window.findChildren(ExportSheet)))


def keys(stage: Stage) -> None:
    """The sheet of all keys."""
    indicators(stage)
    stage.window.perform(BY_ID["keys"])


def manual(stage: Stage) -> None:
    """The manual, at the section the clerk is in."""
    indicators(stage)
    stage.window.perform(BY_ID["manual"])


def suggestions(stage: Stage) -> None:
    """What is offered below a cell while one types."""
    _new_tree(stage)
    page = stage.window.rooms.pages.page(INDICATORS)
    page.go_to(NEW_ROW)
    page.insert_indicator()
    page.view.delegate.editor.insertPlainText(TYPED)


def readme(stage: Stage) -> None:
    """The picture of the README: tree, problems and page together."""
    stage.open(README_DRAFT)
    stage.window.rooms.desk.go_to(README_CELL)
    rest(until=lambda: stage.window.rooms.preview.is_up_to_date)


def settings(stage: Stage) -> None:
    """The settings."""
    indicators(stage)
    stage.window.perform(BY_ID["settings"])


def pasting(stage: Stage) -> None:
    """The preview of a table of indicators that was copied from a spreadsheet."""
    _new_tree(stage)
    QApplication.clipboard().setText("\n".join(line.replace("|", "\t") for line in COPIED))
    stage.window.perform(BY_ID["paste"])
    rest(until=lambda: any(sheet.isVisible() for sheet in stage.window.findChildren(PastePreview)))


def history(stage: Stage) -> None:
    """The versions of a form, and what has changed since one of them."""
    os.environ["XDG_DATA_HOME"] = str(stage.folder)
    indicators(stage)
    path, form = stage.folder / f"{DRAFT}.json", load(GOLDEN / f"{DRAFT}.json").form
    for hour, edit in enumerate(EARLIER):
        edit.apply(form)
        keep(data_folder() / FOLDER, path, to_bytes(form), datetime.fromtimestamp(DAY - 3600 * (9 - hour)))
    stage.window.rooms.document.do(SetCell(CELL, "3次"), "")
    stage.window.perform(BY_ID["history"])
    sheet = stage.window.findChild(HistorySheet)
    sheet.list.setCurrentRow(3)
    rest(until=lambda: sheet.changes.count() > 0 and bool(sheet.list.item(4).data(SECOND_LINE)))


def conflict(stage: Stage) -> None:
    """The question when a save finds that others have changed the file."""
    indicators(stage)
    path, document = stage.folder / f"{DRAFT}.json", stage.window.rooms.document
    theirs = load(path).form
    for edit in (*EARLIER[:2], SetCell(CELL, "4次")):
        edit.apply(theirs)
    path.write_bytes(to_bytes(theirs))
    for place, value in ((CELL, "3次"), (("implementing_unit",), "市工商联办公室")):
        document.do(SetCell(place, value), "")
    rest(until=lambda: bool(stage.window.rooms.notices.keys))
    stage.window.perform(BY_ID["save"])
    rest(until=lambda: any(sheet.isVisible() for sheet in stage.window.findChildren(ConflictSheet)))


SCENES: dict[str, Callable[[Stage], None]] = {
    scene.__name__.strip("_"): scene
    for scene in (
        *(start, new, empty, header, funds, goals, indicators),
        *(find, fixes, preview, print_, export, keys, manual, suggestions, settings, pasting),
        *(history, conflict),
    )
}


def show_without_waiting(dialog: QDialog) -> bool:
    """Show a dialog as if the clerk had not answered yet."""
    dialog.show()
    return False


def let_dialogs_stand() -> None:
    """Take the place of the function that waits for a dialog's answer."""
    dialogs._run = show_without_waiting


def rest(until: Callable[[], bool] = lambda: True) -> None:
    """Let the window work until something is there, and a little longer."""
    end = time.monotonic() + PATIENCE
    while not until() and time.monotonic() < end:
        QApplication.processEvents()
    calm = time.monotonic() + REST
    while time.monotonic() < calm:
        QApplication.processEvents()
