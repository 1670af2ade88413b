# SPDX-License-Identifier: MIT
"""The window on its screen: how large it begins, and that it comes back where it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtWidgets import QMainWindow

SMALL_SCREEN = 1500  # px; on narrower ones the window takes all
LARGEST = QSize(1760, 1080)  # px, before the clerk has chosen a size
SCREEN_SHARE = 0.86


def fit_to_screen(window: QMainWindow, kept: QByteArray) -> None:
    """Give the window the size and place it had, else what suits the screen."""
    if not kept.isEmpty() and window.restoreGeometry(kept):
        if not window.isMaximized():
            window.setGeometry(inside(window.geometry(), window.screen().availableGeometry()))
        return
    room = window.screen().availableSize()
    window.resize((room * SCREEN_SHARE).boundedTo(LARGEST))
    if room.width() < SMALL_SCREEN:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def inside(window: QRect, room: QRect) -> QRect:
    """Return the window's place, moved and cut so that it lies on the screen: it may have become smaller."""
    placed = QRect(window.topLeft(), window.size().boundedTo(room.size()))
    placed.moveRight(min(placed.right(), room.right()))
    placed.moveBottom(min(placed.bottom(), room.bottom()))
    placed.moveLeft(max(placed.left(), room.left()))
    placed.moveTop(max(placed.top(), room.top()))
    return placed
