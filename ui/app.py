# SPDX-License-Identifier: MIT
"""The application: what has to be set before the first window, and the window itself."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.crash_log import CRASHES, last_words, offer_reports
from ui.ending import Ending
from ui.faults import report_fault, tell_start_failed
from ui.fonts import interface_font, scale_interface
from ui.garbage import Garbage
from ui.identity import SYSTEM_NAME
from ui.main_window import MainWindow
from ui.rescue import Rescue, data_folder
from ui.settings import APPEARANCE, REOPENS, TEXT_SIZE, Settings

CHINESE = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
TURN = 0.0005  # seconds until a thread at work lets the window go on; Python's own is ten times that
INPUT_VARIABLES = ("QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE")


def run(path: Path | None) -> int:
    """Open the editor, with a draft if one is named, and return the exit code when its window is closed."""
    windows: list[MainWindow] = []
    rescue = Rescue(lambda: windows[0].document if windows else None)
    with rescue.on_guard():
        try:
            application = make_application()
            settings = Settings(QSettings())
            windows.append(open_window(application, settings, path or form_to_reopen(settings)))
        except Exception:
            report_fault()
            return tell_start_failed()
        return _run(application, windows[0], rescue)


def _run(application: QApplication, window: MainWindow, rescue: Rescue) -> int:
    """Let the window live until it is closed, or the system wants it to end."""
    folder = data_folder() / CRASHES
    window.furnished.connect(partial(offer_reports, window, folder))
    ending = Ending(application, partial(keep_all, window, rescue))
    atexit.register(rescue.keep_unsaved)  # the system may be asked to end the program at any line
    with last_words(folder, partial(keep_at_once, window, rescue)):
        code = application.exec()
    atexit.unregister(rescue.keep_unsaved)
    ending.stop()
    if window.document is not None:
        window.rooms.way_out.stop_work()
    return code


def keep_all(window: MainWindow, rescue: Rescue) -> None:
    """Keep the form with what is being typed; what fails on the way is reported."""
    try:
        if window.document is not None:
            window.rooms.pages.finish_typing()
    except Exception:
        report_fault()
    rescue.keep_unsaved()


def keep_at_once(window: MainWindow, rescue: Rescue) -> None:
    """Keep the form in the moment before the program ends, to be offered at the next start."""
    try:
        if window.document is not None and threading.current_thread() is threading.main_thread():
            window.rooms.keeper.end()
    except Exception:
        report_fault()
    rescue.keep_unsaved()


def make_application() -> QApplication:
    """Make the application, in Chinese, with our looks."""
    sys.setswitchinterval(TURN)
    gc.disable()  # ui/garbage.py looks for it, after the start
    choose_input_module()
    QApplication.setOrganizationName(SYSTEM_NAME)
    QApplication.setApplicationName(SYSTEM_NAME)
    application = QApplication(sys.argv[:1])
    QLocale.setDefault(CHINESE)
    _speak_chinese(application)
    theme.dress(application)
    application.setFont(interface_font(application.font()))
    return application


def open_window(application: QApplication, settings: Settings, path: Path | None = None) -> MainWindow:
    """Show the window; what is in it follows after its first paint."""
    theme.wear(application, settings.read(APPEARANCE))
    scale_interface(application, settings.read(TEXT_SIZE))
    window, garbage = MainWindow(settings, path), Garbage(application)
    window.furnished.connect(garbage.begin)
    window.show()
    return window


def form_to_reopen(settings: Settings) -> Path | None:
    """Return the form worked on last, if the clerk wants it opened at the start and it is there."""
    if not settings.read(REOPENS):
        return None
    from ui.recent import last_form

    return last_form(settings)


def choose_input_module() -> None:
    """Let Qt talk to fcitx by the ibus interface where its own plugin for fcitx is missing."""
    asked = " ".join(os.environ.get(name, "") for name in INPUT_VARIABLES)
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    if "fcitx" in asked and not any(folder.glob("*fcitx*")):
        os.environ["QT_IM_MODULE"] = "ibus"
        os.environ.pop("QT_IM_MODULES", None)


def _speak_chinese(application: QApplication) -> None:
    """Load Qt's own words for its dialogs."""
    words = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(CHINESE, "qtbase", "_", folder):
        application.installTranslator(words)
