# SPDX-License-Identifier: MIT
"""When the program itself is at fault: save a rescue copy, show a report, keep the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer, qVersion

from ui.identity import SYSTEM_NAME, version

if TYPE_CHECKING:
    from ui.document import Document

RESCUED = "rescued"  # folder of the rescue copies in the application's own


class Rescue:
    """Takes the place of `sys.excepthook`: no mistake of ours ends in a vanished window."""

    def __init__(self, document: Callable[[], Document | None], folder: Path | None = None) -> None:
        self._document = document
        self._folder = folder or data_folder() / RESCUED
        self._is_showing = False  # a fault in painting comes again and again

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Save and report; the dialog comes with the next turn of the event loop, outside of what failed."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt) or self._is_showing:
            return
        self._is_showing = True
        report, rescued = report_of(error), self._rescue()
        QTimer.singleShot(0, lambda: self._show(report, rescued))

    def _rescue(self) -> Path | None:
        """Write the form as it is; None where there is none or it cannot be written."""
        from model.drafts import SUFFIX, to_bytes
        from model.private import private_folder
        from model.safe_file import write_verified

        try:
            document = self._document()
            if document is None:
                return None
            path = private_folder(self._folder) / f"{datetime.now():%Y-%m-%d %H%M%S}{SUFFIX}"
            write_verified(path, to_bytes(document.form))
        except Exception:
            return None
        return path

    def _show(self, report: str, rescued: Path | None) -> None:
        from ui import dialogs

        try:
            dialogs.show_report(None, report, rescued)
        finally:
            self._is_showing = False


def report_of(error: BaseException) -> str:
    """Describe a fault for the maintainers; nothing of the form's content is in it."""
    import platform
    import traceback

    machine = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{SYSTEM_NAME} {version()}, {machine}\n{''.join(traceback.format_exception(error))}"


def data_folder() -> Path:
    """Return the application's own folder."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
