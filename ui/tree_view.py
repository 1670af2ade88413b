# SPDX-License-Identifier: MIT
"""The view of the indicator tree: quiet heads, wrapped rows, columns that share the width."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from model.form import Indicator
from model.typed import shown
from ui.cells import Index
from ui.chosen import command_for
from ui.columns import NAME, TREE_COLUMNS
from ui.delegate import CellDelegate
from ui.flat_header import FlatHeader
from ui.page_marks import PageMarks
from ui.row_heights import PAD_X, RowHeights
from ui.theme import HALF, SPACE
from ui.tree_model import TreeModel
from ui.tree_standing import stand_again, standing
from ui.tree_walk import cursor_goal

INDENTATION = 2 * SPACE
LEVELS = 3
WIDEST_NUMBER = "100.00"
NARROWEST = 7 * SPACE  # px, a column the clerk has narrowed
LEAST_NAME, LEAST_TEXT = 18 * SPACE, 84  # px, before; where even that has no room, the tree scrolls
SMALL_VIEW, SMALL_INDENTATION = 640, 12  # px
MANY_ROWS = 200  # from here on scrolling goes by rows: measuring all of them would take too long
MOST_MEASURED = 1000  # rows; in longer forms all are two lines high
CLEAR = QColor(0, 0, 0, 0)

Scroll, Trigger = QAbstractItemView.ScrollMode, QAbstractItemView.EditTrigger


class TreeView(QTreeView):
    """Shows the tree; cells are entered with keys and mouse as in a spreadsheet."""

    def __init__(self, model: TreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = model
        self._heights = RowHeights(self.font())
        self._shares = {column: one.share for column, one in enumerate(TREE_COLUMNS) if one.share}
        self._least = {at: LEAST_NAME if at == NAME else LEAST_TEXT for at in self._shares}
        self._widths: list[tuple[int, int]] = []  # of the columns whose text wraps, without indentation
        self._is_fitting = False
        self.delegate = CellDelegate(model.cell, self._height_of, self)
        self.setItemDelegate(self.delegate)
        self.page_marks = PageMarks(self, LEVELS * INDENTATION)
        self._set_up()
        self.setModel(model)
        model.rowsInserted.connect(self._show_inserted)
        model.modelReset.connect(self.show_all)
        model.document.about_to_exchange.connect(self._note_standing)
        model.document.exchanged.connect(self._stand_again)
        self._fit_columns()
        self.show_all()

    def show_all(self) -> None:
        """Expand everything and stand at the first row."""
        rows = sum(len(level2.children) for _, level2 in self.tree.document.form.level2_groups())
        self.setVerticalScrollMode(Scroll.ScrollPerItem if rows > MANY_ROWS else Scroll.ScrollPerPixel)
        self.setUniformRowHeights(rows > MOST_MEASURED)
        self._expand_heads()
        first, chosen = self.tree.index(0, NAME), QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(first, chosen)

    def _expand_heads(self) -> None:
        """Expand all groups, and lay the rows out once."""
        self.scheduleDelayedItemsLayout()
        heads = [self.tree.index(row, NAME) for row in range(self.tree.rowCount())]
        for head in heads:
            self.expand(head)
            for row in range(self.tree.rowCount(head)):
                self.expand(self.tree.index(row, NAME, head))

    def _note_standing(self) -> None:
        self._standing = standing(self)

    def _stand_again(self) -> None:
        stand_again(self, self._standing)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("绩效指标"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(INDENTATION)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(Scroll.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(False)
        self._set_up_header(FlatHeader(Qt.Orientation.Horizontal, self))

    def _set_up_header(self, header: FlatHeader) -> None:
        header.setMinimumSectionSize(NARROWEST)
        header.setStretchLastSection(True)
        header.sectionResized.connect(self._column_resized)
        header.released.connect(self._keep_widths)
        self.setHeader(header)

    # Rows

    def _height_of(self, index: Index) -> int:
        if index.column() != NAME:
            return 0
        if self.uniformRowHeights() or not self.isVisible():  # hidden rows are measured when they are shown
            return self._heights.single + self._heights.line
        node = self.tree.node(index)
        if not isinstance(node, Indicator):
            return self._heights.single + (HALF if self.tree.level(index) == 1 else 0)
        texts = ((shown(getattr(node, TREE_COLUMNS[at].key)), width) for at, width in self._widths)
        return self._heights.row(texts)

    @override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        ink, box = self.delegate.ink, options.rect
        tint = ink.tints.get(self.tree.level(index))
        if tint is not None:
            painter.fillRect(box, tint)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), ink.line)
        options.palette.setColor(QPalette.ColorRole.Highlight, CLEAR)  # the delegate tints chosen cells
        super().drawRow(painter, options, index)
        if self.page_marks.numbers:
            self.page_marks.draw(painter, box, self.tree.rows_at(index), ink)

    def _show_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """Expand groups that came, by hand or by undo."""
        for row in range(first, last + 1) if self.tree.level(parent) < LEVELS - 1 else ():
            head = self.tree.index(row, NAME, parent)
            self.expand(head)
            for below in range(self.tree.rowCount(head) if not parent.isValid() else 0):
                self.expand(self.tree.index(below, NAME, head))

    # Columns

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():  # laying all rows out anew takes its time
            self._fit_columns()
        super().resizeEvent(event)

    def _fit_columns(self) -> None:
        """Give number columns what their numbers need and share the rest out among the texts."""
        metrics = QFontMetrics(self.font())
        number = metrics.horizontalAdvance(WIDEST_NUMBER) + 2 * PAD_X + HALF
        numbers = sum(column.is_number for column in TREE_COLUMNS)
        room = max(self.viewport().width() - numbers * number, sum(self._least.values()))
        spare, whole = room - sum(self._least.values()), sum(self._shares.values())
        shares = {at: least + spare * self._shares[at] // whole for at, least in self._least.items()}
        self.setIndentation(SMALL_INDENTATION if self.viewport().width() < SMALL_VIEW else INDENTATION)
        self._is_fitting = True
        for at in range(len(TREE_COLUMNS)):
            self.setColumnWidth(at, shares.get(at, number))
        self._is_fitting = False
        self._columns_fitted()

    def _column_resized(self, column: int, before: int, now: int) -> None:
        if not self._is_fitting:
            self._columns_fitted()

    @property
    def shares(self) -> tuple[int, ...]:
        """The shares of the width the text columns have, from the left."""
        return tuple(self._shares.values())

    def share_out(self, shares: Iterable[int]) -> None:
        """Give the text columns these shares of the width, as the clerk once set them."""
        self._shares = dict(zip(self._shares, shares, strict=True))
        self._least = dict.fromkeys(self._shares, 0)
        self._fit_columns()

    def _keep_widths(self) -> None:
        """From now on share the width out as the clerk has set it."""
        self._shares = {at: self.columnWidth(at) for at in self._shares}
        self._least = dict.fromkeys(self._shares, 0)

    def _columns_fitted(self) -> None:
        inset = LEVELS * self.indentation()
        self._widths = [(at, self.columnWidth(at) - (inset if at == NAME else 0)) for at in self._shares]
        if not self.uniformRowHeights():  # else no height has changed, and long forms have many rows
            self.scheduleDelayedItemsLayout()

    # Looks and keys

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.delegate.forget_looks()
            self._heights = RowHeights(self.font())
            self._fit_columns()
        super().changeEvent(event)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        by_qt = partial(super().moveCursor, action, modifiers)
        return cursor_goal(self, action, bool(modifiers & Qt.KeyboardModifier.ControlModifier), by_qt)

    @override
    def selectionCommand(
        self, index: QModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        return command_for(event, super().selectionCommand(index, event))

    @override
    def edit(  # type: ignore[override]
        self, index: QModelIndex, trigger: Trigger | None = None, event: QEvent | None = None
    ) -> bool | None:
        """Open a cell's editor; the name of a group only on purpose, never by a stray character."""
        if trigger is Trigger.AnyKeyPressed and self.tree.level(index) < LEVELS:
            return False
        if trigger is None:
            return super().edit(index)
        return super().edit(index, trigger, event)  # type: ignore[arg-type]

    @override
    def keyboardSearch(self, search: str) -> None:
        """Typing fills cells in; it never leads elsewhere."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._fold(current, event):
            return
        super().keyPressEvent(event)

    def _fold(self, index: QModelIndex, event: QKeyEvent) -> bool:
        """Left on a group's name collapses it, Right expands it; tell whether there was something to do.

        Left on a collapsed group goes to the group above it.
        """
        opens = event.key() == Qt.Key.Key_Right
        is_head = index.column() == NAME and 0 < self.tree.level(index) < LEVELS
        if event.modifiers().value or not is_head:
            return False
        if self.isExpanded(index) != opens and self.tree.hasChildren(index):
            self.setExpanded(index, opens)
        elif not opens and index.parent().isValid():
            self.setCurrentIndex(index.parent())
        else:
            return False
        return True
