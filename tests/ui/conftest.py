# SPDX-License-Identifier: MIT
"""Fixtures of the window's tests."""

from __future__ import annotations

import ctypes
import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from model.drafts import to_bytes
from tests.builders import GOLDEN, complete_form
from tests.own_cups import OwnCups
from tests.ui.hands import document_of
from ui import dialogs
from ui.document import Document
from ui.fonts import interface_font
from ui.hints import BY_ID as HINTS
from ui.main_window import MainWindow
from ui.press import Press
from ui.settings import HINTS_SEEN, Settings

OFFSCREEN_ONLY = "This plugin does not support"  # propagateSizeHints, raise, grabbing the keyboard


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Any Qt warning fails a test, but for those that any window without a screen gives."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_ONLY, extend=True))


@pytest.fixture(scope="session", autouse=True)
def interface_letters(qapp: QApplication) -> None:
    """The window's letters are Chinese also where the system has none, as in the program."""
    qapp.setFont(interface_font(qapp.font()))


@pytest.fixture(autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Backups and copies of nobody; where the folder is not the system's to choose, they stay as they are."""
    home = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    return home


@pytest.fixture
def document(qapp: QApplication) -> Document:
    """A faultless form of five indicators."""
    return document_of(complete_form())


@pytest.fixture
def undoable(document: Document) -> Iterator[None]:
    """After the test, undoing everything and redoing everything gives the same bytes of the draft."""
    stack, before = document.undo_stack, to_bytes(document.form)
    yield
    after = to_bytes(document.form)
    stack.setIndex(0)
    assert to_bytes(document.form) == before
    stack.setIndex(stack.count())
    assert to_bytes(document.form) == after


@pytest.fixture(autouse=True)
def garbage_of_this_thread(qapp: QApplication) -> Iterator[None]:
    """Garbage is collected here and never in another thread, as in the program."""
    was_enabled = gc.isenabled()
    gc.disable()
    yield
    gc.collect(1)
    if was_enabled:
        gc.enable()


@pytest.fixture(autouse=True)
def no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that a test does not answer fails it, instead of waiting for ever."""

    def refuse(dialog: QDialog) -> bool:
        raise AssertionError(f"nobody answers: {dialog.windowTitle()} {getattr(dialog, 'text', str)()}")

    monkeypatch.setattr(dialogs, "_run", refuse)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of nobody."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def make_window(qtbot: QtBot, settings: Settings) -> Callable[..., MainWindow]:
    """Make windows without hints that close without a question when the test is over."""
    settings.write(HINTS_SEEN, list(HINTS))

    def forgo_changes(window: MainWindow) -> None:
        window.furnish()
        window.rooms.document.undo_stack.setClean()

    def make(path: Path | None = None) -> MainWindow:
        window = MainWindow(settings, path)
        qtbot.addWidget(window, before_close_func=forgo_changes)
        return window

    return make


@pytest.fixture
def window(make_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    """A furnished window at the start page."""
    window = make_window()
    with qtbot.waitExposed(window):
        window.show()
    window.furnish()
    return window


@pytest.fixture
def at_work(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with a copy of a golden draft that has errors; its lock is nobody else's."""
    assert window.rooms.filing.open(Path(shutil.copy(GOLDEN / "002-1.json", tmp_path)))
    return window


@pytest.fixture
def press(document: Document) -> Iterator[Press]:
    """Print a document's pages in the background, until the test is over."""
    press = Press(document)
    yield press
    press.stop()


@pytest.fixture
def printers(print_house: OwnCups, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[OwnCups], OwnCups]]:
    """Let Qt show the printers of a service; its library keeps the first one it has found."""
    library = ctypes.CDLL("libcups.so.2")

    def show(house: OwnCups) -> OwnCups:
        for name, path in house.surroundings.items():
            monkeypatch.setenv(name, path)
        library.cupsSetServer(None)
        return house

    yield show
    library.cupsSetServer(None)


@pytest.fixture
def cups(print_house: OwnCups, printers: Callable[[OwnCups], OwnCups]) -> OwnCups:
    """A print service whose printers Qt shows."""
    return printers(print_house)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that are told in dialogs."""
    sentences: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: sentences.append(str(error)))
    return sentences
