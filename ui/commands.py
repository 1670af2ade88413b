# SPDX-License-Identifier: MIT
"""The undo commands: an edit with its inverse, or two states of the form; each with words for the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from model.edits import Edit, SetCell
from ui.faults import report_fault

if TYPE_CHECKING:
    from model.aside import State
    from model.places import Place
    from ui.document import Document

SET_CELL_ID = 1
NEVER_MERGED = -1
ONCE = Qt.ConnectionType.SingleShotConnection


class EditCommand(QUndoCommand):
    """Carry an edit to the document, and its inverse back.

    One that fails is reported and leaves the form as it was, and the stack follows: a new step does not come
    on it, one that was undone or done again in vain stays where it was.
    """

    def __init__(self, document: Document, edit: Edit, text: str) -> None:
        super().__init__(text)
        self._document = document
        self.edit = edit
        self.has_failed = False
        self._inverse: Edit | None = None
        self._returns = False  # the next step only brings the stack back to the form

    @override
    def redo(self) -> None:
        if self._has_returned():
            return
        inverse = self._done(self.edit)
        if inverse is not None:
            self._inverse = self._inverse or inverse
        elif self._inverse is None:
            self.setObsolete(True)
        else:
            self._return_by(self._document.undo_stack.undo)

    @override
    def undo(self) -> None:
        if self._inverse is None or self._has_returned():
            return
        if self._done(self._inverse) is None:
            self._return_by(self._document.undo_stack.redo)

    def _done(self, edit: Edit) -> Edit | None:
        """Apply an edit; nothing may be raised into Qt, which would take the step for done."""
        try:
            return self._document.apply(edit)
        except Exception:
            self.has_failed = True
            report_fault()
            return None

    def _return_by(self, step: Callable[[], None]) -> None:
        """Bring the stack back as soon as it has counted the step."""
        self._returns = True
        self._document.undo_stack.indexChanged.connect(lambda: step(), ONCE)

    def _has_returned(self) -> bool:
        returned, self._returns = self._returns, False
        return returned

    @override
    def id(self) -> int:
        return SET_CELL_ID if isinstance(self.edit, SetCell) else NEVER_MERGED

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or not isinstance(other.edit, SetCell) or other.has_failed:
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

    def __init__(self, document: Document, state: State, before: Place, after: Place, text: str) -> None:
        super().__init__(text)
        self._document, self._other = document, state
        self._before, self._after = before, after  # where to look when it is taken back, and when it is done

    @override
    def redo(self) -> None:
        self._other = self._document.exchange(self._other, self._after)

    @override
    def undo(self) -> None:
        self._other = self._document.exchange(self._other, self._before)
