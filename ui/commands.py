# SPDX-License-Identifier: MIT
"""The undo commands: an edit with its inverse, or two states of the form; each with words for the menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from model.edits import Edit, SetCell, SimpleEdit
from ui.sections import place_after, place_before

if TYPE_CHECKING:
    from model.aside import State
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


class ExchangeCommand(QUndoCommand):
    """Exchange the form's state for one made aside, and back.

    Rows that stay the same are in both states; what is done to them later is undone before this is.
    """

    def __init__(self, document: Document, state: State, steps: Sequence[SimpleEdit], text: str) -> None:
        super().__init__(text)
        self._document, self._other = document, state
        self._before, self._after = place_before(steps[0]), place_after(steps[-1])

    @override
    def redo(self) -> None:
        self._other = self._document.exchange(self._other, self._after)

    @override
    def undo(self) -> None:
        self._other = self._document.exchange(self._other, self._before)
