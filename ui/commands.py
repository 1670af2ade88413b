# SPDX-License-Identifier: MIT
"""The one undo command: an edit, its inverse, and words for the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from model.edits import Edit, SetCell

if TYPE_CHECKING:
    from ui.document import Document

SET_CELL_ID = 1
NEVER_MERGED = -1


class EditCommand(QUndoCommand):
    """Carry an edit to the document, and its inverse back."""

    def __init__(self, document: Document, edit: Edit, text: str) -> None:
        super().__init__(text)
        self._document = document
        self.edit = edit
        self._inverse: Edit | None = None

    @override
    def redo(self) -> None:
        inverse = self._document.apply(self.edit)
        self._inverse = self._inverse or inverse

    @override
    def undo(self) -> None:
        if self._inverse is not None:
            self._document.apply(self._inverse)

    @override
    def id(self) -> int:
        return SET_CELL_ID if isinstance(self.edit, SetCell) else NEVER_MERGED

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or not isinstance(other.edit, SetCell):
            return False
        if not isinstance(self.edit, SetCell) or self.edit.place != other.edit.place:
            return False
        if self.text() != other.text():  # typing, then clearing or adopting the computed figure: two steps
            return False
        self.edit = other.edit
        return True
