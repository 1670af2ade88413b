# SPDX-License-Identifier: MIT
"""Filling down in the tree and in the funds grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from model.edits import Several
from model.filling import filled_down
from ui.chosen import chosen_columns

if TYPE_CHECKING:
    from model.places import Place
    from ui.document import Document

PlaceOf = Callable[[QModelIndex], "Place | None"]
Above = Callable[[QModelIndex], QModelIndex]


def fill_down(document: Document, view: QAbstractItemView, place_of: PlaceOf, above: Above) -> None:
    """Put the top chosen cell of every column into those below it; a single chosen cell takes the one above.

    `place_of` gives None for a cell nobody types in, `above` the next cell to type in, invalid for none.
    """
    columns = chosen_columns(view)
    if len(columns) == 1 and len(columns[0]) == 1:
        columns = [[above(columns[0][0]), *columns[0]]]
    places = [[place_of(cell) if cell.isValid() else None for cell in column] for column in columns]
    typed = [[place for place in column if place] for column in places if column[0]]
    edits = filled_down(document.form, typed)
    if edits:
        words = QCoreApplication.translate("Filling", "向下填充 {count} 格")
        document.do(Several(edits), words.format(count=len(edits)))
