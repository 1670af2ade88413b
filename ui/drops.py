# SPDX-License-Identifier: MIT
"""Draft files dropped onto the window open, also over text fields, which would take their path as text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

DRAFT_SUFFIX = ".json"
DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Drops(QObject):
    """Watches widgets for a draft dragged over them."""

    dropped = Signal(object)  # Path

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
        path = dropped_file(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path)
        return True


def dropped_file(content: QMimeData) -> Path | None:
    """Return the draft among what is dragged; None when it is something else."""
    files = [Path(address.toLocalFile()) for address in content.urls() if address.isLocalFile()]
    return next((file for file in files if file.suffix.lower() == DRAFT_SUFFIX), None)
