# SPDX-License-Identifier: MIT
"""What the clerk may choose: carried out at once, remembered for the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui import dialogs
from ui.fonts import scale_interface
from ui.settings import APPEARANCE, REMEMBERING, TEXT_SIZE, Settings

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Preferences:
    """Shows the settings and lets the window follow them."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        self._window, self._settings = window, settings

    def show(self) -> None:
        """Let the clerk choose."""
        dialogs.show_settings(self._window, self._settings, self.follow)

    def follow(self) -> None:
        """Let the window look as the settings say now."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        look = self._window.actions_by_id[f"look_{self._settings.read(APPEARANCE)}"]
        if not look.isChecked():
            look.trigger()
        remembers = self._window.actions_by_id["remember"]
        if remembers.isChecked() != self._settings.read(REMEMBERING):
            remembers.setChecked(not remembers.isChecked())
            self._window.rooms.memory.begin()
        self._window.statusBar().clearMessage()  # another font would show the figures beneath it
        scale_interface(application, self._settings.read(TEXT_SIZE))
