# SPDX-License-Identifier: MIT
"""The mark in an open editor: once a cell is wrong, it is judged again at every key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from model.edits import SetCell
from model.typed import read_typed
from ui.cells import sentences
from ui.marks import MarkLabel
from ui.plain_words import as_plain

if TYPE_CHECKING:
    from model.places import Place
    from model.rules import Finding
    from ui.cells import Index
    from ui.document import Document
    from ui.editors import Editor

Judged = Callable[[str], "tuple[Finding, ...]"]


class CellModel(Protocol):
    """What the models of tree and funds grid have in common."""

    document: Document

    def place_of(self, index: Index) -> Place | None:
        """Return the place a cell holds."""

    def findings(self, index: Index) -> tuple[Finding, ...]:
        """Return the findings of a cell."""


def findings_if(model: CellModel, index: Index, text: str) -> tuple[Finding, ...]:
    """Return the findings a cell would have with another text; nothing is changed."""
    place = model.place_of(index)
    if place is None:
        return ()
    typed = read_typed(place, text, model.document.amount_unit)
    return model.document.tried(SetCell(place, typed), partial(model.findings, index))


class LiveMark(MarkLabel):
    """Stands in the editor where the cell has its mark, and goes the moment the text is right."""

    def __init__(self, editor: Editor, judged: Judged, is_number: bool) -> None:
        super().__init__(editor)
        self._editor, self._judged, self._is_number = editor, judged, is_number
        editor.installEventFilter(self)
        editor.textChanged.connect(self._judge_again)

    def _judge_again(self) -> None:
        """Judge what is typed; what is still being composed is not typed yet."""
        if self._editor.composition.is_open:
            return
        found = self._judged(self._editor.typed())
        self.show_findings(found)
        self._editor.setToolTip(as_plain(sentences(found)))
        self._editor.setAccessibleDescription(sentences(found))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            left = 1 if self._is_number else self._editor.width() - self.width() - 1
            self.move(left, min((self._editor.height() - self.height()) // 2, self.height()))
            self.raise_()
        return False
