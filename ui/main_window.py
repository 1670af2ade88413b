# SPDX-License-Identifier: MIT
"""The window: its frame, and the one page on which all rooms are wired to each other."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override

from ui import theme
from ui.action_icons import ActionIcons
from ui.actions import ACTIONS, BY_ID, Action
from ui.icons import program_icon
from ui.identity import FORM, PROGRAM, title
from ui.menus import list_recent, make_actions, make_menus, make_toolbar
from ui.offering import offered
from ui.screens import fit_to_screen
from ui.settings import APPEARANCE, FOLLOWS, GEOMETRY, REMEMBERING, Settings

if TYPE_CHECKING:
    from model.places import Place
    from ui.document import Document
    from ui.furniture import Furniture
    from ui.pages import Page
    from ui.start_page import StartPage

LISTS_AFTER = 30  # ms after an edit until the lists follow; the cell itself follows at once
MENUS_AFTER = 150  # ms after the start until the icons of the menus are drawn
MESSAGE_STAYS = 8000  # ms
MOST_NAMED = 3  # files named in a message


class MainWindow(QMainWindow):
    """One window, one form."""

    furnished = Signal()

    def __init__(self, settings: Settings, path: Path | None = None) -> None:
        super().__init__()
        self._settings, self._path_at_start = settings, path
        self._rooms: Furniture | None = None
        self._lists_soon = QTimer(self, singleShot=True, interval=LISTS_AFTER)
        self.actions_by_id = make_actions(self, self.perform)
        self._icons = ActionIcons(self.actions_by_id, self)
        self.menus = make_menus(self, self.actions_by_id)
        self.addToolBar(make_toolbar(self, self.actions_by_id))
        self.statusBar()
        self.setWindowIcon(program_icon())
        self._show_title()
        self._icons.wear(self.palette())
        self._offer_actions()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._wear)
        fit_to_screen(self, settings.read(GEOMETRY))

    @property
    def rooms(self) -> Furniture:
        """What stands in the frame; there once the window is furnished."""
        assert self._rooms is not None
        return self._rooms

    @property
    def document(self) -> Document | None:
        """The form in work; None while there is none."""
        return self._rooms.document if self._rooms and self._rooms.desk.has_form else None

    def furnish(self) -> None:
        """Make what is missing in the frame, once, and open the draft named at the start."""
        if self._rooms is not None:
            return
        from ui.furniture import Furniture

        self._rooms = Furniture(self, self._settings)
        self._connect(self._rooms)
        if self._path_at_start is None or not self._rooms.filing.open(self._path_at_start):
            self._rooms.desk.show_start()
        QTimer.singleShot(MENUS_AFTER, self._icons.draw_rest)
        self._rooms.offers.look_soon()
        self.furnished.emit()

    def _connect(self, rooms: Furniture) -> None:
        from ui.progress import show_in

        desk, document, filing, stack = rooms.desk, rooms.document, rooms.filing, rooms.document.undo_stack
        desk.front_changed.connect(rooms.hints.note_front)
        desk.front_changed.connect(self._show_state)
        desk.place_reached.connect(self._note_place)
        desk.start_made.connect(self._connect_start)
        desk.start_made.connect(rooms.offers.note_start)
        document.findings_changed.connect(self._lists_soon.start)
        document.findings_changed.connect(rooms.preview.note_change)
        document.saved.connect(self._note_saved)
        document.saved.connect(partial(rooms.notices.clear, "remarks"))
        document.about_to_reset.connect(rooms.preview.begin)
        document.about_to_reset.connect(rooms.notices.clear_all)
        document.refused.connect(self.tell_done)
        document.read_only_changed.connect(self._show_state)
        rooms.locking.freed.connect(self.tell_done)
        document.saved.connect(rooms.memory.learn)
        document.was_reset.connect(rooms.memory.learn_soon)
        document.was_reset.connect(rooms.offers.note_form)
        document.was_reset.connect(rooms.problems.begin)  # after the desk has entered the form
        document.was_reset.connect(rooms.saved.forget)
        rooms.exporting.begun.connect(partial(show_in, self.statusBar()))
        rooms.exporting.exported.connect(rooms.hints.note_exported)
        rooms.exporting.exported.connect(rooms.exported.show_path)
        rooms.exporting.exported.connect(self._tell_exported)
        rooms.exporting.warned.connect(partial(rooms.show_warning, key="exporting"))
        filing.warned.connect(rooms.show_warning)
        filing.was_opened.connect(rooms.show_remarks)
        filing.outside.noticed.connect(rooms.show_outside)
        rooms.drops.dropped.connect(filing.open)
        rooms.drops.left_out.connect(self._tell_left_out)
        rooms.offers.recovered.connect(self.tell_done)
        rooms.pages.page_made.connect(self._connect_page)
        rooms.pages.page_made.connect(rooms.prompter.attend)
        rooms.preview.pages.place_chosen.connect(desk.go_to)
        rooms.printing.printed.connect(self.tell_done)
        rooms.problems.fixes_wanted.connect(rooms.mending.offer)
        rooms.problems.place_chosen.connect(desk.go_to)
        stack.canRedoChanged.connect(self._offer_actions)
        stack.canUndoChanged.connect(self._offer_actions)
        stack.cleanChanged.connect(self._lists_soon.start)
        stack.redoTextChanged.connect(self._name_redo)
        stack.undoTextChanged.connect(self._name_undo)
        rooms.preview.footer.offer(self.actions_by_id["landscape"])
        self._lists_soon.timeout.connect(self._show_state)
        self.menus["recent"].aboutToShow.connect(self._list_recent)
        for name, dock in rooms.docks.by_name.items():
            dock.toggleViewAction().toggled.connect(self.actions_by_id[name].setChecked)

    def _connect_start(self, start: StartPage) -> None:
        desk, filing = self.rooms.desk, self.rooms.filing
        start.back.clicked.connect(desk.show_work)
        start.example_chosen.connect(filing.open_copy)
        start.open.clicked.connect(filing.ask_and_open)
        start.recent.form_chosen.connect(filing.open)
        start.template_chosen.connect(filing.start_new)

    def _connect_page(self, section: int, page: Page) -> None:
        from ui.kept_columns import keep_columns
        from ui.sections import INDICATORS, TARGETS

        page.place_changed.connect(self._note_place)
        if section == INDICATORS:
            self.rooms.preview.proof_changed.connect(page.view.page_marks.show_proof)
        self.rooms.drops.watch(page)
        here = [one.id for one in ACTIONS if section in TARGETS.get(one.target, ())]
        page.addActions([self.actions_by_id[name] for name in here])  # their keys act in the page only
        if section == INDICATORS:
            keep_columns(page.view, self._settings)
            self.rooms.problem_filter.wear(self.actions_by_id["only_problems"])

    # What the clerk asks for

    def perform(self, action: Action) -> None:
        """Carry out an action of the table."""
        from ui.sections import INDICATORS

        self.furnish()
        if action.target == "indicators":
            target: object = self.rooms.pages.page(INDICATORS)
        elif action.target == "grid":
            target = self.rooms.pages.currentWidget()
        else:
            target = self if action.target == "window" else getattr(self.rooms, action.target)
        getattr(target, action.method)(*action.arguments)

    def set_appearance(self, name: str) -> None:
        """Follow the system's colours, or be light or dark always."""
        self._settings.write(APPEARANCE, name)
        self._wear()

    def show_keys(self) -> None:
        """Show all keys on one sheet."""
        from ui import dialogs

        dialogs.show_keys(self)

    def show_about(self) -> None:
        """Say what the program is."""
        from ui import dialogs

        dialogs.show_about(self)

    # What has happened

    def _name_undo(self, words: str) -> None:
        self._name_step("undo", words)

    def _name_redo(self, words: str) -> None:
        self._name_step("redo", words)

    def _name_step(self, name: str, words: str) -> None:
        """Let an action say what it would undo or redo; in the toolbar it stays short."""
        plain = self.tr(BY_ID[name].plain)
        self.actions_by_id[name].setText(f"{plain} {words}".strip())
        self.actions_by_id[name].setIconText(plain)

    def _note_place(self, place: Place) -> None:
        self.rooms.desk.place = place
        self.rooms.problems.note_place(place)
        if self._settings.read(FOLLOWS):
            self.rooms.preview.follow(place)
        self.rooms.hints.note_place(place)

    def _note_saved(self) -> None:
        self.rooms.saved.note_saved(datetime.now())
        self._show_state()

    def _tell_exported(self, path: Path, public: bool) -> None:
        from export.copies import COPIES

        words = self.tr("已导出{kind}“{name}”").format(kind=COPIES[public].word, name=path.name)
        self.statusBar().showMessage(words, MESSAGE_STAYS)

    def tell_done(self, words: str) -> None:
        """Say for a while what was done."""
        self.statusBar().showMessage(words, MESSAGE_STAYS)

    def _tell_left_out(self, files: list[Path]) -> None:
        names = "、".join(file.name for file in files[:MOST_NAMED]) + ("…" if len(files) > MOST_NAMED else "")
        words = self.tr("一个窗口只编辑一张表：另外 {count} 个文件（{names}）没有打开，请逐个打开。")
        self.statusBar().showMessage(words.format(count=len(files), names=names), 2 * MESSAGE_STAYS)

    def _list_recent(self) -> None:
        list_recent(self.menus["recent"], self._settings, self.rooms.filing.open)

    # What is shown

    def _show_state(self) -> None:
        """Let lists, figures, title and actions follow the form."""
        self._lists_soon.stop()
        self.rooms.show_state()
        self._show_title()
        self._offer_actions()

    def _show_title(self) -> None:
        document = self.document
        form = document.form if document else None
        origin = document.origin if document else None
        source = self.tr("（来自“{name}”）").format(name=origin.name) if origin else ""
        source += self.tr("（只读）") if document and document.read_only else ""
        name = title(form.fiscal_year, form.project_name) if form else ""
        self.setWindowTitle(f"{name}[*]{source} — {FORM}" if form else PROGRAM)
        self.setWindowModified(document is not None and document.is_modified)

    def _offer_actions(self) -> None:
        """Offer what can be done now."""
        can_be_done = offered(self._rooms)
        for action in ACTIONS:
            self.actions_by_id[action.id].setEnabled(action.id in can_be_done)
        self.actions_by_id[f"look_{self._settings.read(APPEARANCE)}"].setChecked(True)
        self.actions_by_id["remember"].setChecked(self._settings.read(REMEMBERING))
        self.actions_by_id["landscape"].setChecked(self.document is not None and self.document.is_landscape)

    def _wear(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.wear(application, self._settings.read(APPEARANCE))

    # What Qt tells

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rooms is None:
            QTimer.singleShot(0, self.furnish)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icons"):
            self._icons.wear(self.palette())
            self._icons.draw_rest()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._rooms is not None:
            self._rooms.way_out.close(event)
