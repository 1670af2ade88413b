# SPDX-License-Identifier: MIT
"""What is being typed and is not in the form yet: read out of the open editor, which is not disturbed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from model.edits import Insert, SetCell
from model.form import Indicator
from model.typed import read_typed
from ui.binding import Binding
from ui.boxes import Box, LineBox, TextBox
from ui.editors import Editor, LineEditor, TextEditor

if TYPE_CHECKING:
    from model.places import Place

BOXES, EDITORS = (LineBox, TextBox), (LineEditor, TextEditor)


def open_edit(focus: QWidget | None, unit: str) -> SetCell | Insert | None:
    """Return the edit that ending the typing in a widget would make; None where nothing is being typed.

    What an input method composes counts as typed.  `unit` is the form's amount unit.
    """
    if isinstance(focus, EDITORS):
        return _edit_of_cell(focus, unit)
    return _edit_of_box(focus, unit) if isinstance(focus, BOXES) else None


def _edit_of_box(box: Box, unit: str) -> SetCell | None:
    binding = next(iter(box.findChildren(Binding)), None)  # the box of a search has none
    if binding is None or not (binding.is_typed or binding.composition.is_open):
        return None
    return SetCell(binding.place, read_typed(binding.place, _text(box, binding.composition.text), unit))


def _edit_of_cell(editor: Editor, unit: str) -> SetCell | Insert | None:
    delegate = getattr(editor.parentWidget().parentWidget(), "delegate", None)  # of the view around it
    text = _text(editor, editor.composition.text)
    if delegate is None or delegate.editor is not editor or editor.before is None or text == editor.before:
        return None
    index = QModelIndex(delegate.edited)
    place: Place | None = index.model().place_of(index) if index.isValid() else None
    if not place:
        return None
    if isinstance(place[-1], int):  # of a group: the row below it, where a new indicator is named
        return Insert((*place, "children"), index.row(), Indicator(name=text)) if text.strip() else None
    return SetCell(place, read_typed(place, text, unit))


def _text(widget: Box | Editor, composed: str) -> str:
    """Return what stands in a widget, with what is composed where it stands."""
    typed = widget.typed()
    if not composed:
        return typed
    is_line = isinstance(widget, LineBox | LineEditor)  # both count in UTF-16 units
    units = widget.cursorPosition() if is_line else widget.textCursor().position()  # type: ignore[union-attr]
    before = typed.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass")
    return before + composed + typed[len(before) :]
