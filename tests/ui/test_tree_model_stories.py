# SPDX-License-Identifier: MIT
"""Claims about the tree's adapter after any chain of edits, undo and redo."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from model.drafts import to_bytes
from model.edits import Edit, Insert, Move, Remove, SetCell
from model.form import Form, Indicator, Level1Group, Level2Group
from model.suggestions import advice_in
from model.templates import load_template
from model.typed import shown
from tests.builders import complete_form, indicator
from tests.ui.hands import document_of
from ui import rows
from ui.columns import KEYS
from ui.tree_model import TreeModel

WARNINGS = QAbstractItemModelTester.FailureReportingMode.Warning  # and a warning fails the test
Branch = tuple[list[str], list["Branch"]]


class Listener:
    """Keeps the texts of a tree by what its model announces, and by nothing else."""

    def __init__(self, tree: TreeModel) -> None:
        self.tree = tree
        self.branches = branches(tree)
        tree.rowsInserted.connect(self._inserted)
        tree.rowsAboutToBeRemoved.connect(self._removed)
        tree.rowsAboutToBeMoved.connect(self._moved)
        tree.dataChanged.connect(self._changed)

    def _list(self, parent: QModelIndex) -> list[Branch]:
        found = self.branches
        for row in self.tree.rows_at(parent):
            found = found[row][1]
        return found

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self._list(parent)[first:first] = branches(self.tree, parent)[first : last + 1]

    def _removed(self, parent: QModelIndex, first: int, last: int) -> None:
        del self._list(parent)[first : last + 1]

    def _moved(self, parent: QModelIndex, first: int, last: int, goal: QModelIndex, row: int) -> None:
        source, target = self._list(parent), self._list(goal)
        target.insert(row - (source is target and row > first), source.pop(first))

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        place = self._list(first.parent())
        for row in range(first.row(), last.row() + 1):
            place[row] = (texts(self.tree, first.siblingAtRow(row)), place[row][1])


def texts(tree: TreeModel, row: QModelIndex) -> list[str]:
    return [str(tree.data(row.siblingAtColumn(column))) for column in range(len(KEYS))]


def branches(tree: TreeModel, parent: QModelIndex | None = None) -> list[Branch]:
    """Read the whole tree through the model."""
    parent = QModelIndex() if parent is None else parent
    below = (tree.index(row, 0, parent) for row in range(tree.rowCount(parent)))
    return [(texts(tree, index), branches(tree, index)) for index in below]


def names_and_cells(form: Form) -> list[list[str]]:
    """Read the rows of the form itself."""
    found = []
    for level1 in form.indicators:
        found.append([level1.name])
        for level2 in level1.children:
            found.append([level2.name])
            found += [[cell_text(form, level2, row, key) for key in KEYS] for row in level2.children]
    return found


def cell_text(form: Form, group: Level2Group, row: Indicator, key: str) -> str:
    """What a cell shows: its content; an empty score the suggestion there is."""
    text = shown(getattr(row, key))
    if text or key != "score":
        return text
    found = advice_in(form, group, row, load_template(form.template))
    return "" if found is None or found.score is None else shown(found.score)


def flattened(level: list[Branch], depth: int = 0) -> list[list[str]]:
    """Bring the model's branches into the form's order, without subtotals and rows for new indicators."""
    found = []
    for own, below in level:
        if depth == 2:
            found.append(own)
        else:
            inner = flattened(below, depth + 1)
            found += [own[:1], *(inner[:-1] if depth == 1 else inner)]
    return found


def edit_of(form: Form, kind: int, pick: int) -> Edit | None:
    """An edit that is possible in the form as it stands."""
    groups = rows.containers(form, 3)
    if not groups or kind == 0:
        return Insert(("indicators",), 0, Level1Group(name="甲", children=[Level2Group(name="乙")]))
    group, goal = groups[pick % len(groups)], groups[pick // 7 % len(groups)]
    count = rows.length(form, group)
    if kind == 1 or not count:
        return Insert(rows.list_place(group), pick % (count + 1), indicator(f"第{pick % 3}项"))
    row, room = pick % count, rows.length(form, goal)
    if kind == 2:
        return Remove(rows.list_place(group), row)
    if kind == 3:
        new = pick // 5 % (room if group == goal else room + 1)
        return Move(rows.list_place(group), row, rows.list_place(goal), new)
    if kind == 4:
        return rows.shift(
            form, [(group[0],), group, (*group, row)][pick % 3 : pick % 3 + 1], (-1, 1)[pick % 2]
        )
    if kind == 5:
        return rows.removal([group[: 1 + pick % 2]])
    value = (Decimal(pick), "八分半", None)[pick % 3] if pick % 2 else f"第{pick % 3}项"
    return SetCell((*rows.row_place((*group, row)), "score" if pick % 2 else "name"), value)


@settings(deadline=None, max_examples=60)
@given(steps=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 999)), max_size=25))
def test_model_listeners_and_form_never_part(qapp, steps):
    document = document_of(complete_form())
    tree, before = TreeModel(document), to_bytes(document.form)
    tester, listener = QAbstractItemModelTester(tree, WARNINGS), Listener(tree)
    for kind, pick in steps:
        edit = edit_of(document.form, kind, pick)
        if kind >= 7:
            (document.undo_stack.undo if kind == 7 else document.undo_stack.redo)()
        elif edit is not None:
            document.do(edit, "")
        assert listener.branches == branches(tree)
        assert flattened(branches(tree)) == names_and_cells(document.form)
    document.undo_stack.setIndex(0)
    assert to_bytes(document.form) == before
    assert listener.branches == branches(tree)
    assert tester.model() is tree
