# SPDX-License-Identifier: MIT
"""Draws the cells of the tree and of the funds grid, and makes their editors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.cells import EDIT, SPOKEN_NAME, Cell, CellOf, Index, Look
from ui.editors import FRAME, Editor, LineEditor, TextEditor
from ui.ink import Ink, ink_of
from ui.row_heights import GUTTER, PAD_X, PAD_Y
from ui.theme import MARK_SIZE

if TYPE_CHECKING:
    from ui.live_mark import CellModel

SELECTED = QStyle.StateFlag.State_Selected.value  # plain numbers: they are tested for every cell drawn
FOCUSED = QStyle.StateFlag.State_HasFocus.value
TOP_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
TOP_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
BOTTOM_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
MIDDLE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
ENDLESS = 1 << 20  # px
MARK_INSET = 4  # px between a mark and the cell's edge
ONE_LINE = (Look.LEVEL1, Look.LEVEL2, Look.ADD)  # rows of one line: drawn in its middle

HeightOf = Callable[[Index], int]
BehindText = Callable[[QPainter, QRect, Index, Cell], None]


class CellDelegate(QStyledItemDelegate):
    """Draws each cell as `cell_of` tells it; keeps the one editor that is open."""

    def __init__(self, cell_of: CellOf, height_of: HeightOf, view: QWidget, is_grid: bool = False) -> None:
        super().__init__(view)
        self._is_grid = is_grid  # rows of one height, parted by lines
        self._cell_of, self._height_of, self._view = cell_of, height_of, view
        self._ink: Ink | None = None
        self.editor: Editor | None = None
        self.edited = QPersistentModelIndex()  # the cell of the open editor
        self.key_pressed: Callable[[QKeyEvent], bool] = lambda event: False
        self.behind_text: BehindText | None = None  # paints the ground of what was found
        self.editing_begun: Callable[[Editor, Index], None] = lambda editor, index: None

    @property
    def ink(self) -> Ink:
        """Return colours and fonts as the view has them now."""
        if self._ink is None:
            self._ink = ink_of(self._view.palette(), self._view.font(), self._view.devicePixelRatioF())
        return self._ink

    def forget_looks(self) -> None:
        """Mix colours and fonts anew: palette, font or screen have changed."""
        self._ink = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._height_of(index))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, box, state = self._cell_of(index), option.rect, option.state.value
        if state & SELECTED:
            painter.fillRect(box, self.ink.chosen)
        if self._is_grid:
            painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), self.ink.line)
        if self.behind_text is not None:
            self.behind_text(painter, box, index, cell)
        text = self._draw_text(painter, box, cell)
        if cell.severity is not None:
            self.ink.marks.draw(painter, self._mark_corner(box, cell, text), cell.severity)
        if state & FOCUSED:
            painter.setPen(QPen(self.ink.frame, FRAME, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _draw_text(self, painter: QPainter, box: QRect, cell: Cell) -> QRect:
        """Draw the text and return where it came to stand."""
        ink, loud = self.ink, cell.look in (Look.VALUE, Look.DIFFERS)
        is_name = cell.look in (Look.LEVEL1, Look.LEVEL2) and not cell.is_number
        painter.setFont(ink.fonts[cell.look])
        painter.setPen(ink.text if loud or is_name else ink.quiet)
        if cell.is_long:
            self._draw_long(painter, box.adjusted(PAD_X, PAD_Y, -GUTTER, -PAD_Y), cell.text)
            return box
        area = box.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        if cell.note:
            self._draw_note(painter, area, cell.note)
        return painter.drawText(area, _alignment(cell.is_number, self.is_in_middle(cell)), cell.text)

    def _draw_long(self, painter: QPainter, area: QRect, text: str) -> None:
        wrapping = self.ink.wrapping
        painter.drawText(area, text, wrapping)
        if self._may_overflow(area, text):
            needed = painter.boundingRect(area.adjusted(0, 0, 0, ENDLESS), text, wrapping)
            if needed.height() > area.height() + PAD_Y:
                painter.drawText(area.adjusted(0, 0, GUTTER, PAD_Y), BOTTOM_RIGHT, "…")

    def _may_overflow(self, area: QRect, text: str) -> bool:
        """Tell whether it is worth measuring."""
        lines = area.height() // self.ink.line_height
        return len(text) * self.ink.widest > area.width() * lines or text.count("\n") >= lines

    def is_in_middle(self, cell: Cell) -> bool:
        """Tell whether a cell's text stands in the middle of its height, not at its top."""
        return cell.look in ONE_LINE or (self._is_grid and not cell.note)

    def _mark_corner(self, box: QRect, cell: Cell, text: QRect) -> QPoint:
        """Numbers wear their mark before the first digit; texts at the right, beside their first line."""
        room = MARK_SIZE + MARK_INSET
        first = text.left() if cell.text else box.right() - PAD_X + MARK_INSET
        left = max(first - room, box.left() + 1) if cell.is_number else box.right() - room + 1
        height = box.height() if self.is_in_middle(cell) else self.ink.line_height + 2 * PAD_Y
        return QPoint(left, box.top() + (height - MARK_SIZE) // 2)

    def _draw_note(self, painter: QPainter, area: QRect, note: str) -> None:
        font, pen = painter.font(), painter.pen()
        painter.setFont(self.ink.note)
        painter.setPen(self.ink.quiet)
        painter.drawText(area, BOTTOM_RIGHT, note)
        painter.setFont(font)
        painter.setPen(pen)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        cell = self._cell_of(index)
        is_long = cell.is_long or cell.look is Look.ADD
        self.editor = TextEditor(parent) if is_long else LineEditor(parent, cell.is_number)
        self.edited = QPersistentModelIndex(index)
        self.editor.setAccessibleName(str(index.data(SPOKEN_NAME)))
        if cell.severity is not None and cell.look not in (Look.LEVEL1, Look.LEVEL2):
            self._mark_live(self.editor, cell)
        return self.editor

    def _mark_live(self, editor: Editor, cell: Cell) -> None:
        from ui.live_mark import LiveMark, findings_if

        model: CellModel = self.edited.model()  # type: ignore[assignment]
        LiveMark(editor, partial(findings_if, model, self.edited), cell.is_number)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineEditor | TextEditor) and editor.before is None:
            editor.begin(str(index.data(EDIT)))
            self.editing_begun(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, LineEditor | TextEditor) and editor.typed() != editor.before:
            model.setData(index, editor.typed())

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if isinstance(editor, LineEditor | TextEditor):
            editor.fit(option.rect)

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.key_pressed(event):
            return True
        if event.type() == QEvent.Type.FocusOut and isinstance(editor, LineEditor | TextEditor):
            editor.composition.finish()  # before the text goes to the model
        return super().eventFilter(editor, event)


def _alignment(is_number: bool, in_middle: bool) -> int:
    if is_number:
        return MIDDLE_RIGHT if in_middle else TOP_RIGHT
    return MIDDLE_LEFT if in_middle else TOP_LEFT
