# SPDX-License-Identifier: MIT
"""Drafts and working copies dropped onto the window open, also over text fields: else their path is taken."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

SUFFIXES = (".json", ".pdf")  # of drafts and working copies; a draft goes before
DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Drops(QObject):
    """Watches widgets for a draft dragged over them."""

    dropped = Signal(object)  # Path
    left_out = Signal(object)  # list of Paths that came with it: a window holds one form

    def watch(self, whole: QWidget) -> None:
        """Watch a widget and all in it that takes drops by itself."""
        whole.setAcceptDrops(True)
        for widget in (whole, *whole.findChildren(QWidget)):
            if widget.acceptDrops():
                widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in DRAGS or not isinstance(event, QDropEvent):
            return False
        files = dropped_files(event.mimeData())
        path = draft_among(files)
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path)
            if others := [file for file in files if file != path]:
                self.left_out.emit(others)
        return True


def dropped_files(content: QMimeData) -> list[Path]:
    """Return the files of this machine among what is dragged."""
    return [Path(address.toLocalFile()) for address in content.urls() if address.isLocalFile()]


def draft_among(files: Iterable[Path]) -> Path | None:
    """Return the first draft, else the first PDF; None when there is neither."""
    listed = list(files)
    return next((file for suffix in SUFFIXES for file in listed if file.suffix.lower() == suffix), None)
