# SPDX-License-Identifier: MIT
"""Looks again, in the background, at forms whose files another hand has changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from ui.recent import RecentForm, looked_at_again


class SecondLook(QObject):
    """Reads and judges one file after the other in a thread that ends with the last."""

    seen = Signal(object, object)  # RecentForm as it was described, and as it is now

    def look_at(self, forms: Iterable[RecentForm]) -> None:
        """Look at those of the forms whose file is another one now."""
        outdated = [recent for recent in forms if recent.is_outdated]
        if not outdated:
            return
        from concurrent.futures import ThreadPoolExecutor

        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="second look")
        for recent in outdated:
            thread.submit(self._look, recent)
        thread.shutdown(wait=False)

    def _look(self, recent: RecentForm) -> None:
        now = looked_at_again(recent)
        if now != recent:
            self.seen.emit(recent, now)
