# SPDX-License-Identifier: MIT
"""Readiness: while the window rests, the press loads what the first export would have to wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.document import Document
    from ui.press import Press

REST = 1000  # ms without an edit after a form was opened
MOST_ROWS = 300  # what takes longer to note than nobody notices is printed elsewhere anyway


class Readiness(QObject):
    """Lets the press make a file of a form just opened, for nobody, so that all it takes is at hand."""

    def __init__(self, document: Document, press: Press, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._press = document, press
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._prepare)
        document.was_reset.connect(self._rest.start)
        document.about_to_apply.connect(self._wait_longer)

    @property
    def is_awaited(self) -> bool:
        """Tell whether the press is still to be asked."""
        return self._rest.isActive()

    def stop(self) -> None:
        """Ask the press for nothing."""
        self._rest.stop()

    def _wait_longer(self) -> None:
        if self.is_awaited:
            self._rest.start()

    def _prepare(self) -> None:
        rows = sum(len(level2.children) for _, level2 in self._document.form.level2_groups())
        if rows <= MOST_ROWS:
            self._press.prepare_soon()
