# SPDX-License-Identifier: MIT
"""The last words of a program that the system ends at once: kept in a file, offered at the next start."""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from model.private import private_folder
from ui.fault_report import short_paths, without_private
from ui.identity import SYSTEM_NAME, version

if TYPE_CHECKING:
    from ui.main_window import MainWindow

CRASHES = "crashes"  # folder of the logs in the application's own
SUFFIX = ".log"
KEY = "crash"  # of the notice
MOST_READ = 20_000  # characters
SCREEN_LOST = ("X11 connection broke", "Wayland connection broke", "Wayland connection experienced a fatal")


@contextmanager
def last_words(folder: Path, keep: Callable[[], object]) -> Iterator[None]:
    """Log what ends the program from below Python; `keep` saves the form where there is time for it.

    The log of a program that ends as it should is taken away; where none can be written there is none.
    """
    log: TextIO | None = None
    path = folder / f"{version()}-{os.getpid()}{SUFFIX}"
    with suppress(OSError):
        private_folder(folder)
        log = path.open("w", encoding="utf-8")
        faulthandler.enable(log)
    qInstallMessageHandler(lambda kind, context, words: _note_message(kind, context, words, log, keep))
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        if log is not None:
            faulthandler.disable()
            log.close()
            with suppress(OSError):
                path.unlink()


def reports_in(folder: Path) -> dict[Path, str]:
    """Return what programs that crashed have left, as reports; nothing that was typed is in them."""
    found: dict[Path, str] = {}
    with suppress(OSError):
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            with suppress(OSError):
                log = path.read_text(encoding="utf-8", errors="replace")[:MOST_READ]
                if log.strip():
                    head = f"{SYSTEM_NAME} {path.stem.partition('-')[0]}, {sys.platform}\n"
                    found[path] = head + short_paths(log)
    return found


def offer_reports(window: MainWindow, folder: Path) -> None:
    """Say that the program crashed the last time, and offer the report to copy."""
    from PySide6.QtGui import QGuiApplication

    from ui.notice_bar import Notice

    notices, reports = window.rooms.notices, reports_in(folder)
    if not reports:
        return

    def put_away(key: str = KEY) -> None:
        if key == KEY:
            _remove(reports)

    def copy() -> None:
        QGuiApplication.clipboard().setText("\n".join(reports.values()))
        window.statusBar().showMessage(window.tr("报告已复制，请发给维护人员。"))
        notices.clear(KEY)
        put_away()

    words = window.tr("程序上次意外中断，磁盘上的文件完好。请复制报告发给维护人员，里面没有表的内容。")
    notices.closed.connect(put_away)
    notices.show_notice(Notice(KEY, words, ((window.tr("复制报告"), copy),), "recover#rescue"))


def _remove(reports: dict[Path, str]) -> None:
    for path in reports:
        with suppress(OSError):
            path.unlink()


def _note_message(
    kind: QtMsgType, context: QMessageLogContext, words: str, log: TextIO | None, keep: Callable[[], object]
) -> None:
    """Pass on what Qt says; after a fatal word, and when the screen is gone, there is only this moment."""
    with suppress(Exception):  # there may be nothing to write on
        print(words, file=sys.stderr)
    if kind is QtMsgType.QtFatalMsg or any(one in words for one in SCREEN_LOST):
        keep()
    if kind is QtMsgType.QtFatalMsg and log is not None:
        with suppress(Exception):
            print(f"Qt: {without_private(words)}", file=log, flush=True)
