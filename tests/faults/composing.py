# SPDX-License-Identifier: MIT
"""Composing with an input method in every place that takes text, and what may come in the middle of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from model.drafts import load, to_bytes
from model.places import Place, at, place_of
from tests.builders import complete_form
from tests.ui.hands import accept, compose
from ui import dialogs
from ui.dialogs import Leaving
from ui.hints import BY_ID as HINTS
from ui.main_window import MainWindow
from ui.settings import HINTS_SEEN, REMEMBERING, Settings

GROUP = "/indicators/0/children/0/children"
BEYOND = "𠮷𪚥"  # two characters of four bytes each
LONG = "从这里开始很长" * 800
KEYS = (
    *("Return", "Escape", "Up", "Down", "Left", "Right", "Home", "PgDown", "Del", "F2", "F3"),
    *("Ctrl+S", "Ctrl+Z", "Ctrl+N", "Ctrl+P", "Ctrl+F", "Ctrl+Return", "Ctrl+D", "Alt+Up", "Ctrl+PgDown"),
)


class Box(NamedTuple):
    """A place that takes text, and what is composed there."""

    name: str
    pointer: str
    text: str = "编写的文字"
    is_cell: bool = False

    @property
    def place(self) -> Place:
        """The place in the form."""
        return place_of(self.pointer)


BOXES = (
    Box("header field", "/project_name"),
    Box("goals text", "/goal_expected"),
    Box("tree text", f"{GROUP}/0/name", is_cell=True),
    Box("tree number", f"{GROUP}/0/points", "17", is_cell=True),
    Box("name of a group", "/indicators/0/children/0/name", "数量指标二", is_cell=True),
    Box("new row", f"{GROUP}/1/name", is_cell=True),
    Box("funds cell", "/funds/fiscal_appropriation/annual_budget", "17", is_cell=True),
    Box("total", "/stated/total_score", "17"),
)


@dataclass
class Desk:
    """A window with a draft of its own, on which every case begins anew."""

    folder: Path
    actions: list[str] = field(default_factory=list)  # that were carried out

    def __post_init__(self) -> None:
        settings = Settings(QSettings(str(self.folder / "settings.ini"), QSettings.Format.IniFormat))
        settings.write(HINTS_SEEN, list(HINTS))
        settings.write(REMEMBERING, False)
        self.draft = self.folder / "draft.json"
        self.window = MainWindow(settings)
        self.window.show()
        self.window.furnish()
        for name, action in self.window.actions_by_id.items():
            action.triggered.connect(lambda _checked=False, name=name: self.actions.append(name))

    def begin(self) -> None:
        """Open the draft as it was at first."""
        self.draft.write_bytes(to_bytes(complete_form()))
        self.window.document and self.window.document.undo_stack.setClean()
        self.window.rooms.filing.open(self.draft)
        self.window.activateWindow()

    def end(self) -> None:
        """Close without a question."""
        self.window.rooms.document.undo_stack.setClean()
        self.window.close()
        self.window.deleteLater()
        for other in QApplication.topLevelWidgets():  # the manual, say: it would stand before later windows
            other.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def reach(self, box: Box) -> QWidget:
        """Go where the text is typed, with an open editor; all there is chosen."""
        rooms = self.window.rooms
        rooms.desk.go_to(box.place)
        if not box.is_cell:
            widget = QApplication.focusWidget()
            widget.selectAll()
            return widget
        page = rooms.pages.currentWidget()
        page.keys.edit(self._index(page, box), keeps_text=False)
        return page.view.delegate.editor

    def _index(self, page: QWidget, box: Box) -> object:
        model = page.tree if hasattr(page, "tree") else page.grid
        if box.name != "new row":
            return model.index_of(box.place)
        group = model.index_of(box.place[:4])
        return model.index(model.rowCount(group) - 1, 0, group)

    def holds(self, box: Box, text: str) -> bool:
        """Tell whether the form holds a text at a place."""
        return text in _held(self.window.document.form, box.place)

    def file_holds(self, box: Box, text: str) -> bool:
        """Tell whether the file does, and the window knows it."""
        saved = _held(load(self.draft).form, box.place)
        return text in saved and not self.window.document.is_modified

    def act(self, name: str) -> None:
        """Carry out an action of the menus."""
        self.window.actions_by_id[name].trigger()


def _held(form: object, place: Place) -> str:
    try:
        return str(at(form, place))
    except (IndexError, KeyError):
        return ""


Doing = Callable[[Desk, Box, QWidget], bool]
"""What comes in the middle of composing; tells whether all is as it should be then."""


def save(desk: Desk, box: Box, widget: QWidget) -> bool:
    """Save, whose answer is that all is in the file."""
    desk.act("save")
    return desk.file_holds(box, box.text)


def close(desk: Desk, box: Box, widget: QWidget) -> bool:
    """Close the window, and save when asked."""
    desk.window.closeEvent(QCloseEvent())
    return desk.file_holds(box, box.text)


def undo(desk: Desk, box: Box, widget: QWidget) -> bool:
    """Undo takes back what was composed, redo brings it again."""
    desk.window.rooms.desk.undo()
    is_gone = not desk.holds(box, box.text)
    desk.window.rooms.desk.redo()
    return is_gone and desk.holds(box, box.text)


def switch(desk: Desk, box: Box, widget: QWidget) -> bool:
    """Go to another section."""
    desk.window.rooms.desk.show_section((desk.window.rooms.desk.section + 1) % 4)
    return desk.holds(box, box.text)


def lose_focus(desk: Desk, box: Box, widget: QWidget) -> bool:
    """Put the focus elsewhere; the page then still holds what was typed, and gives it to a save."""
    desk.window.rooms.desk.sections.setFocus(Qt.FocusReason.MouseFocusReason)
    desk.act("save")
    return desk.file_holds(box, box.text)


def cancel(desk: Desk, box: Box, widget: QWidget) -> bool:
    """The input method takes back what it composed."""
    compose(widget, "")
    desk.window.rooms.pages.finish_typing()
    return not desk.holds(box, box.text)


def press_keys(desk: Desk, box: Box, widget: QWidget) -> bool:
    """Keys that reach the window while something is composed do nothing; then it is accepted."""
    before = to_bytes(desk.window.document.form), desk.window.rooms.desk.section
    for key in KEYS:
        stroke = QKeySequence(key)[0]
        QTest.keyClick(widget, stroke.key(), stroke.keyboardModifiers())
    same = before == (to_bytes(desk.window.document.form), desk.window.rooms.desk.section)
    accept(widget, box.text)
    desk.window.rooms.pages.finish_typing()
    return same and not desk.actions and desk.holds(box, box.text)


def accept_in_parts(desk: Desk, box: Box, widget: QWidget) -> bool:
    """One event hands a part over and composes the next."""
    half = len(box.text) // 2
    event = QInputMethodEvent(box.text[half:], [])
    event.setCommitString(box.text[:half])
    QApplication.sendEvent(widget, event)
    desk.window.rooms.pages.finish_typing()
    return desk.holds(box, box.text)


def replace(desk: Desk, box: Box, widget: QWidget) -> bool:
    """The input method replaces what it handed over before."""
    accept(widget, "99")
    event = QInputMethodEvent()
    event.setCommitString(box.text, -2, 2)
    QApplication.sendEvent(widget, event)
    desk.window.rooms.pages.finish_typing()
    return desk.holds(box, box.text) and not desk.holds(box, "99")


def _accept(text: str) -> Doing:
    def act(desk: Desk, box: Box, widget: QWidget) -> bool:
        accept(widget, text)
        desk.act("save")
        return desk.file_holds(box, text)

    return act


def _wish(name: str) -> Doing:
    def act(desk: Desk, box: Box, widget: QWidget) -> bool:
        desk.act(name)
        return desk.holds(box, box.text)

    return act


DOINGS: dict[str, Doing] = {
    "save": save,
    "print": _wish("print"),
    "export": _wish("export"),
    "close": close,
    "undo": undo,
    "switch of section": switch,
    "find bar": _wish("find"),
    "focus elsewhere": lose_focus,
    "cancel": cancel,
    "keys": press_keys,
    "accept in parts": accept_in_parts,
    "replace": replace,
    "surrogate pairs": _accept(BEYOND),
    "long text": _accept(LONG),
}
WORDS_ONLY = {"surrogate pairs", "long text"}  # a number takes them too, as a text that is no number


def answer_questions(patch: Callable[[object, str, object], None]) -> None:
    """Answer what the window asks meanwhile: save before leaving, print and export nothing."""
    patch(dialogs, "ask_discard", lambda *asked: Leaving.SAVE)
    patch(dialogs, "ask_copy", lambda *asked: None)
    patch(dialogs, "preview_print", lambda *asked: 0)
