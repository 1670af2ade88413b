# SPDX-License-Identifier: MIT
"""When the program itself is at fault: save a rescue copy, show a report, keep the window."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal

from ui.fault_report import report_of, spot_of, texts_of

if TYPE_CHECKING:
    from ui.document import Document

RESCUED = "rescued"  # folder of the rescue copies in the application's own
REPORT_SUFFIX = ".txt"
MOST_KEPT = 40  # files in it: copies and their reports
AGAIN_AFTER = 60.0  # seconds until a fault at the same spot is worth another word


class Rescue(QObject):
    """Takes the place of `sys.excepthook`: no mistake of ours ends in a vanished window."""

    _came_elsewhere = Signal(object)  # an exception, out of another thread

    def __init__(
        self,
        document: Callable[[], Document | None],
        folder: Path | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._document, self._folder, self._clock = document, folder, clock
        self._is_showing = False  # a fault in painting comes again and again
        self._is_mending = False
        self._last_seen: dict[str, float] = {}  # by spot
        self._came_elsewhere.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Save and report; the dialog comes with the next turn of the event loop, outside of what failed."""
        with suppress(Exception):  # there may be nothing to write on
            sys.__excepthook__(kind, error, trace)
        if not isinstance(error, Exception):  # asked to end, which is no fault
            return
        with suppress(Exception):  # of a fault in here nobody could hear
            if threading.current_thread() is threading.main_thread():
                self._take(error)
            else:
                self._came_elsewhere.emit(error)

    def keep(self) -> Path | None:
        """Write the form as it is; None where there is none or it cannot be written."""
        try:
            from model.recovery import rescue

            document = self._document()
            return rescue(self._tidied(), document.form, datetime.now()) if document else None
        except Exception:
            return None

    def keep_unsaved(self) -> None:
        """Write the form if its file does not hold it: the program is about to end."""
        with suppress(Exception):
            document = self._document()
            if document is not None and document.is_modified:
                self.keep()

    @contextmanager
    def on_guard(self) -> Iterator[None]:
        """Hear of every fault, in whatever thread and where nothing can be raised."""
        before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self
        threading.excepthook = self._note_thread
        sys.unraisablehook = self._note_unraisable
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before

    def _note_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _note_unraisable(self, fault: sys.UnraisableHookArgs) -> None:
        if fault.exc_value is not None:
            self(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _take(self, error: Exception) -> None:
        """Save and report once; what comes again, or while a report is shown, is not worth another word."""
        self._mend_views()
        spot, now = spot_of(error), self._clock()
        is_known = now - self._last_seen.get(spot, -AGAIN_AFTER) < AGAIN_AFTER
        if self._is_showing or is_known:
            return
        self._last_seen[spot] = now
        self._is_showing = True
        report, rescued = report_of(error, self._typed()), self.keep()
        self._keep_report(report)
        QTimer.singleShot(0, self, lambda: self._show(report, rescued))

    def _typed(self) -> list[str]:
        with suppress(Exception):
            document = self._document()
            return list(texts_of(document.form.model_dump())) if document else []
        return []

    def _keep_report(self, report: str) -> None:
        """Write the report beside the copy: a dialog is soon put away."""
        with suppress(Exception):
            path = self._tidied() / f"{datetime.now():%Y-%m-%d %H%M%S}{REPORT_SUFFIX}"
            path.write_text(report, encoding="utf-8")

    def _tidied(self) -> Path:
        """Return the folder of the copies, with room for one more."""
        from model.private import private_folder

        folder = private_folder(self._folder or data_folder() / RESCUED)
        for old in sorted(folder.iterdir())[: -MOST_KEPT + 1]:
            old.unlink(missing_ok=True)
        return folder

    def _show(self, report: str, rescued: Path | None) -> None:
        from ui import dialogs

        try:
            dialogs.show_report(None, report, rescued)
        finally:
            self._is_showing = False

    def _mend_views(self) -> None:
        """Let the views look anew, once, if the fault came while they were told of an edit."""
        with suppress(Exception):
            document = self._document()
            if document is not None and document.is_telling and not self._is_mending:
                self._is_mending = True
                QTimer.singleShot(0, self, self._end_mending)

    def _end_mending(self) -> None:
        document, self._is_mending = self._document(), False
        if document is not None:
            document.show_anew()


def data_folder() -> Path:
    """Return the application's own folder."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
