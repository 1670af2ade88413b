# SPDX-License-Identifier: MIT
"""How the clerk looks at the tree: kept while very much of the form is exchanged at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from ui.columns import NAME
from ui.rows import LEVELS, Rows, containers

if TYPE_CHECKING:
    from ui.tree_view import TreeView


class Span(NamedTuple):
    """Chosen cells of one group."""

    group: Rows
    top: int
    bottom: int
    left: int
    right: int


class Standing(NamedTuple):
    """The current cell, the chosen ones, the folded heads, and how far the tree is scrolled."""

    rows: Rows
    column: int
    chosen: tuple[Span, ...]
    folded: tuple[Rows, ...]
    scrolled: int


def standing(view: TreeView) -> Standing:
    """Note how the tree is looked at."""
    tree, current = view.tree, view.currentIndex()
    spans = view.selectionModel().selection()
    chosen = tuple(
        Span(tree.rows_at(span.parent()), span.top(), span.bottom(), span.left(), span.right())
        for span in spans  # type: ignore[attr-defined]
    )
    folded = tuple(head for head in _heads(view) if not view.isExpanded(tree.index_at(head)))
    scrolled = view.verticalScrollBar().value()
    return Standing(tree.rows_at(current), current.column(), chosen, folded, scrolled)


def stand_again(view: TreeView, before: Standing) -> None:
    """Look at the tree as before, as far as it still has the rows."""
    tree, chosen = view.tree, QItemSelection()
    for head in before.folded:
        view.collapse(tree.index_at(head))
    for span in before.chosen:
        above = tree.index_at(span.group)
        bottom = min(span.bottom, tree.rowCount(above) - 1)
        if (above.isValid() or not span.group) and span.top <= bottom:
            chosen.select(tree.index(span.top, span.left, above), tree.index(bottom, span.right, above))
    current = tree.index_at(before.rows, max(before.column, NAME))
    if current.isValid():
        view.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
    view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    view.verticalScrollBar().setValue(before.scrolled)


def _heads(view: TreeView) -> list[Rows]:
    form = view.tree.document.form
    return [rows for level in range(2, LEVELS + 1) for rows in containers(form, level)]
