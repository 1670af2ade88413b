# SPDX-License-Identifier: MIT
"""The window on its screen: how large it begins, and files dropped onto it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt
from PySide6.QtWidgets import QMainWindow

SMALL_SCREEN = 1500  # px; on narrower ones the window takes all
LARGEST = QSize(1760, 1080)  # px, before the clerk has chosen a size
SCREEN_SHARE = 0.86
DRAFT_SUFFIX = ".json"


def fit_to_screen(window: QMainWindow, kept: QByteArray) -> None:
    """Give the window the size and place it had, else what suits the screen."""
    if not kept.isEmpty() and window.restoreGeometry(kept):
        return
    room = window.screen().availableSize()
    window.resize((room * SCREEN_SHARE).boundedTo(LARGEST))
    if room.width() < SMALL_SCREEN:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def dropped_file(content: QMimeData) -> Path | None:
    """Return the draft among what is dragged; None when it is something else."""
    files = [Path(address.toLocalFile()) for address in content.urls() if address.isLocalFile()]
    return next((file for file in files if file.suffix.lower() == DRAFT_SUFFIX), None)
