# SPDX-License-Identifier: MIT
"""The indicator tree for Qt: an adapter that reads the form, announces edits and owns nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from typing_extensions import override

from model.edits import Insert, Move, Remove, SetCell, SimpleEdit
from model.form import Indicator, Level1Group, Level2Group
from model.places import Place, rows_of
from model.typed import read_typed
from ui import cells
from ui.cells import EDITABLE, NO_CELL, NO_FLAGS, READ_ONLY, Cell, Index, sentences
from ui.columns import COLUMN_OF, KEYS, NAME, TREE_COLUMNS
from ui.group_ids import TOP, Group, GroupIds
from ui.plain_words import as_plain
from ui.rows import Rows, list_place, row_place
from ui.tree_cells import TreeCells
from ui.tree_news import TreeNews

if TYPE_CHECKING:
    from model.rules import Finding
    from ui.document import Document

NEVER_CHILDREN = Qt.ItemFlag.ItemNeverHasChildren
LEAF = EDITABLE | NEVER_CHILDREN
IDLE = Qt.ItemFlag.ItemIsEnabled | NEVER_CHILDREN
NOWHERE = QModelIndex()
LAST = len(KEYS) - 1


class TreeModel(QAbstractItemModel):
    """Level-1 and level-2 groups and their indicators; every level-2 group ends in the row for a new one."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._cells = TreeCells(document)
        self._ids = GroupIds(lambda: document.form)
        self._forget_last()
        self._news = TreeNews(self, self._cells.marks)
        document.about_to_apply.connect(self._before)
        document.applied.connect(self._after)
        document.findings_changed.connect(self._announce_groups)
        for coming in (document.about_to_exchange, document.about_to_reset):
            coming.connect(self._before_reset)
        for done in (document.exchanged, document.was_reset):
            done.connect(self._after_reset)

    # Where things are

    @override
    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        head = (parent.internalId(), parent.row(), parent.column())
        if head != self._last_head:  # Qt asks for row after row of one group
            self._look_into(parent)
            self._last_head = head
        if 0 <= row < self._last_length and 0 <= column <= LAST:
            return self.createIndex(row, column, self._last_id)
        return QModelIndex()

    @override
    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:  # type: ignore[override]
        if index is None:
            return super().parent()
        rows = self._ids.rows(index.internalId())
        if not rows:
            return QModelIndex()
        holder = None if len(rows) == 1 else self.document.form.indicators[rows[0]]
        return self.createIndex(rows[-1], NAME, TOP if holder is None else self._ids.id_of(holder))

    @override
    def sibling(self, row: int, column: int, index: Index) -> QModelIndex:
        if row == index.row() and 0 <= column <= LAST:  # no need to look the parent up
            return self.createIndex(row, column, index.internalId())
        return super().sibling(row, column, index)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.document.form.indicators)
        group = self._group_at(parent)
        return 0 if group is None else _length(group)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(KEYS)

    @override
    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        return self.rowCount(parent) > 0

    def index_at(self, rows: Rows, column: int = NAME) -> QModelIndex:
        """Return the index of a row; invalid for the whole tree or where no such row is."""
        index = QModelIndex()
        for row in rows[:-1]:
            index = self.index(row, NAME, index)
        return self.index(rows[-1], column, index) if rows else index

    def index_of(self, place: Place) -> QModelIndex:
        """Return the index of the cell or row at a place; invalid where there is none."""
        return self.index_at(rows_of(place), COLUMN_OF.get(str(place[-1]), NAME))

    def rows_at(self, index: Index) -> Rows:
        """Return where an index's row stands; for the row of a new indicator where that will stand."""
        return (*self._ids.rows(index.internalId()), index.row()) if index.isValid() else ()

    def place_of(self, index: Index) -> Place:
        """Return the place of a cell; of the row where it has no such cell, of the group for a new row."""
        rows, node = self.rows_at(index), self.node(index)
        if node is None:
            return row_place(rows[:-1])
        has_cell = isinstance(node, Indicator) or index.column() == NAME
        return (*row_place(rows), KEYS[index.column()]) if has_cell else row_place(rows)

    def node(self, index: Index) -> Group | Indicator | None:
        """Return the group or indicator at an index; None for the row of a new indicator."""
        holder, row = self._ids.group(index.internalId()), index.row()
        children = self.document.form.indicators if holder is None else holder.children
        return children[row] if row < len(children) else None

    def level(self, index: Index) -> int:
        """Return the level of an index's row: 1 and 2 groups, 3 indicators; 0 for the whole tree."""
        if not index.isValid():
            return 0
        holder = self._ids.group(index.internalId())
        return 1 if holder is None else 2 if isinstance(holder, Level1Group) else 3

    # What is there

    def cell(self, index: Index) -> Cell:
        """Return what a cell shows."""
        holder, column = self._ids.group(index.internalId()), index.column()
        if isinstance(holder, Level2Group):
            return self._cells.of_indicator(holder, index.row(), column)
        node = self.node(index)
        if not isinstance(node, Level1Group | Level2Group):
            return NO_CELL
        return self._cells.of_group(node, self.rows_at(index), column)

    def findings(self, index: Index) -> tuple[Finding, ...]:
        """Return the findings of a cell."""
        return self._cells.findings(self._ids.group(index.internalId()), self.rows_at(index), index.column())

    @override
    def data(self, index: Index, role: int = cells.DISPLAY) -> object:
        if not index.isValid():
            return None
        if role == cells.DISPLAY:
            return self.cell(index).text
        if role == cells.EDIT:
            return self._cells.typed(self.node(index), index.column())
        if role in (cells.TOOL_TIP, cells.SPOKEN_DESCRIPTION):
            words = "\n".join(filter(None, (sentences(self.findings(index)), self._remark(index)))) or None
            return as_plain(words) if words and role == cells.TOOL_TIP else words
        return self._spoken(index) if role == cells.SPOKEN_NAME else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = cells.DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= LAST:
            return None
        if role == cells.ALIGNMENT:
            return cells.HEAD_RIGHT if TREE_COLUMNS[section].is_number else cells.HEAD_LEFT
        return self._cells.labels[section] if role in (cells.DISPLAY, cells.TOOL_TIP) else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = self._flags(index)
        return flags if self.document.read_only is None else flags & ~Qt.ItemFlag.ItemIsEditable

    def _flags(self, index: Index) -> Qt.ItemFlag:
        holder = self._ids.group(index.internalId())
        if type(holder) is Level2Group:
            return LEAF if index.column() == NAME or index.row() < len(holder.children) else IDLE
        if not index.isValid():
            return NO_FLAGS
        return EDITABLE if index.column() == NAME else READ_ONLY

    @override
    def setData(self, index: Index, value: object, role: int = cells.EDIT) -> bool:
        if role != cells.EDIT or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        text, node = str(value), self.node(index)
        if node is not None:
            self._type(self.place_of(index), text, node)
        elif text.strip():
            group = list_place(self._ids.rows(index.internalId()))
            self.document.do(Insert(group, index.row(), Indicator(name=text)), self.tr("新增指标"))
        return True

    def _type(self, place: Place, text: str, node: Group | Indicator) -> None:
        if not isinstance(node, Indicator):
            self.document.do(SetCell(place, text), self.tr("重命名指标组"))
            return
        typed = read_typed(place, text, self.document.amount_unit)
        words = self.tr("输入{label}") if text else self.tr("清除{label}")
        label = TREE_COLUMNS[COLUMN_OF[str(place[-1])]].field.label
        self.document.do(SetCell(place, typed), words.format(label=label))

    def _remark(self, index: Index) -> str:
        group = self._ids.group(index.internalId())
        return self._cells.remark(group, self.node(index), self.rows_at(index), index.column())

    def _spoken(self, index: Index) -> str:
        group, column = self._ids.group(index.internalId()), index.column()
        return self._cells.spoken(group, self.node(index), self.rows_at(index), column, self.cell(index))

    # What changes

    def _before(self, step: SimpleEdit) -> None:
        self._has_begun = False
        if not isinstance(step, SetCell):
            self._news.tell()
        match step:
            case Insert(parent, row):
                self.beginInsertRows(self._index_of_list(parent), row, row)
            case Remove(parent, row):
                self.beginRemoveRows(self._index_of_list(parent), row, row)
            case Move(parent, row, goal, new_row) if not stays(step):
                below = new_row + (parent == goal and new_row > row)  # Qt counts with the row still there
                self.beginMoveRows(self._index_of_list(parent), row, row, self._index_of_list(goal), below)
        self._has_begun = True

    def _after(self, step: SimpleEdit) -> None:
        if isinstance(step, SetCell):
            if step.place[0] == "indicators":
                self._news.note(rows_of(step.place))
            return
        self._ids.forget_places()
        self._forget_last()
        if not self._has_begun:  # it has failed, and Qt crashes at an end without a beginning
            self._before_reset()
            self._after_reset()
            return
        match step:
            case Insert():
                self.endInsertRows()
            case Remove():
                self.endRemoveRows()
            case Move(_, _, goal) if not stays(step):
                self.endMoveRows()
                self._news.tell_around((*rows_of(goal), 0))
        self._news.tell_around((*rows_of(step.parent), 0))

    def _announce_groups(self) -> None:
        self._news.tell()
        for rows in self._cells.marks.refresh():
            self._news.tell_row(rows)

    def _before_reset(self) -> None:
        self.beginResetModel()

    def _after_reset(self) -> None:
        self._cells.begin()
        self._ids.forget()
        self._forget_last()
        self._news.forget()
        self.endResetModel()

    def _forget_last(self) -> None:
        self._last_head: tuple[int, ...] = ()

    def _look_into(self, parent: Index) -> None:
        """Remember the id of the group whose head an index is, and how many rows it has."""
        group = self._group_at(parent) if parent.isValid() else None
        self._last_id = TOP if group is None else self._ids.id_of(group)
        self._last_length = self.rowCount(parent)

    def _group_at(self, index: Index) -> Group | None:
        """Return the group whose head an index is."""
        node = self.node(index) if index.column() == NAME else None
        return None if isinstance(node, Indicator) else node

    def _index_of_list(self, parent: Place) -> QModelIndex:
        return self.index_at(rows_of(parent))


def _length(group: Group) -> int:
    """Count the rows below a group, the one for a new indicator included."""
    return len(group.children) + (type(group) is Level2Group)


def stays(step: Move) -> bool:
    """Tell whether a move leaves the row where it is."""
    return step.parent == step.new_parent and step.row == step.new_row
