# SPDX-License-Identifier: MIT
"""The way out: the window closes when nothing is lost by it, and leaves no work behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent

from ui.faults import report_fault
from ui.settings import GEOMETRY, Settings

if TYPE_CHECKING:
    from ui.furniture import Furniture
    from ui.main_window import MainWindow


class WayOut:
    """Asks whether the window may close, once at a time."""

    def __init__(self, window: MainWindow, rooms: Furniture, settings: Settings) -> None:
        self._window, self._rooms, self._settings = window, rooms, settings
        self._is_leaving = self._has_left = False

    def close(self, event: QCloseEvent) -> None:
        """Answer the wish to close; whatever fails on the way, unsaved changes never go with the window."""
        event.ignore()
        if self._is_leaving:  # a second wish while the clerk is asked about the first
            return
        self._is_leaving = True
        try:
            may_leave = self._rooms.filing.may_leave()
        finally:
            self._is_leaving = False
        if may_leave:
            event.accept()
            self.stop_work(is_asked=True)

    def stop_work(self, *, is_asked: bool = False) -> None:
        """Remember how the window was, and end the threads, once; what fails is reported, the rest is done.

        Unless the clerk was asked, what is not saved stays in a recovery copy, to be offered next time.
        """
        if self._has_left:
            return
        self._has_left, rooms = True, self._rooms
        last: tuple[Callable[[], object], ...] = (
            rooms.desk.keep_docks,
            lambda: self._settings.write(GEOMETRY, self._window.saveGeometry()),
            rooms.readiness.stop,
            rooms.press.stop,
            rooms.filing.outside.stop,
            rooms.memory.stop,
            rooms.locking.stop,
            rooms.offers.stop,
            rooms.keeper.stop if is_asked else rooms.keeper.end,
        )
        for step in last:
            try:
                step()
            except Exception:
                report_fault()
