# SPDX-License-Identifier: MIT
"""The icons of the actions: the toolbar's at once, those of the menus when nothing else is to do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QPalette

from ui.actions import BY_ID, TOOLBAR
from ui.icons import icon


class ActionIcons(QObject):
    """Draws the icons in the colours of a palette."""

    def __init__(self, actions: dict[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._palette = actions, QPalette()
        self._waiting: list[str] = []
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._draw_next)

    def wear(self, palette: QPalette) -> None:
        """Draw the toolbar's icons; the others wait for `draw_rest`."""
        self._palette = palette
        for name in TOOLBAR:
            self._draw(name)
        self._waiting = [name for name in self._actions if name not in TOOLBAR]

    def draw_rest(self) -> None:
        """Draw the icons that wait, one at each idle turn."""
        self._idle.start()

    def _draw_next(self) -> None:
        if self._waiting:
            self._draw(self._waiting.pop())
        else:
            self._idle.stop()

    def _draw(self, name: str) -> None:
        if name in self._actions:
            self._actions[name].setIcon(icon(BY_ID[name].icon, self._palette))
