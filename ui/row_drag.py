# SPDX-License-Identifier: MIT
"""Moving rows of the tree with the mouse: a grip left of the row's name, a line where the rows would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui import theme
from ui.columns import NAME
from ui.drop_goal import DropGoal, goal_at
from ui.row_heights import PAD_X
from ui.rows import LEVELS

if TYPE_CHECKING:
    from ui.row_moves import RowMoves
    from ui.rows import Rows
    from ui.tree_view import TreeView

DOT, GAP = 2, 4  # px, a dot of the grip and the step to the next one
DOTS = (2, 3)  # across, down
LINE = 3  # px, the drop line
EDGE = 3 * theme.SPACE  # px from the view's edge in which it scrolls by itself
SCROLL_EVERY = 30  # ms
SCROLL_BY = 2 * theme.SPACE  # px, where the view scrolls by pixels


class RowGrip(QWidget):
    """Shows left of the name of the row under the mouse; dragged, it moves the row and those chosen with it.

    A click on it folds a group, or chooses the whole row of an indicator.
    """

    def __init__(self, view: TreeView, moves: RowMoves) -> None:
        super().__init__(view.viewport())
        self._view, self._moves = view, moves
        self._row = QPersistentModelIndex()  # beside it
        self._mouse = QPoint()  # on the screen
        self._pressed_at: QPoint | None = None
        self._rows: list[Rows] = []  # being dragged
        self._goal: DropGoal | None = None
        self._line = DropLine(view.viewport())
        self._scrolling = QTimer(self, interval=SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        self.setToolTip(self.tr("按住拖动，移动本行和一起选中的行（键盘：Alt+↑、Alt+↓）"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.hide()
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._step_aside)
        for changed in (view.tree.rowsInserted, view.tree.rowsRemoved, view.tree.rowsMoved):
            changed.connect(self._step_aside)

    @property
    def is_dragging(self) -> bool:
        """Tell whether rows are on their way."""
        return bool(self._rows)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._cancel_by(event)
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if not event.buttons():
                self._show_at(event.position().toPoint())
        elif event.type() == QEvent.Type.Leave and not self.underMouse():
            self._step_aside()
        return False

    def _show_at(self, spot: QPoint) -> None:
        """Come to the row under the mouse; rows for new indicators cannot be moved."""
        row = self._view.indexAt(spot).siblingAtColumn(NAME)
        if not row.isValid() or self._view.tree.node(row) is None:
            self.hide()
            return
        box = self._view.visualRect(row)
        self._row = QPersistentModelIndex(row)
        self.setGeometry(QRect(0, box.top(), box.left() + PAD_X, box.height()))
        self.show()

    def _step_aside(self) -> None:
        if not self.is_dragging:
            self.hide()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._step_aside()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), theme.quiet_text(self.palette())
        is_head = self._view.tree.level(self._row) < LEVELS  # its arrow stands where others have room
        left = self.width() - PAD_X + (1 if is_head else -DOTS[0] * GAP - 2)
        top = (self.height() - DOTS[1] * GAP) // 2 + 1
        for column in range(DOTS[0]):
            for row in range(DOTS[1]):
                painter.fillRect(left + column * GAP, top + row * GAP, DOT, DOT, colour)
        painter.end()

    # Dragging

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        self._mouse = event.globalPosition().toPoint()
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if not self.is_dragging and way >= QApplication.startDragDistance():
            self._begin()
        if self.is_dragging:
            self._aim()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or event.button() != Qt.MouseButton.LeftButton:
            return
        rows, goal, was_dragging = self._rows, self._goal, self.is_dragging
        self._end()
        if was_dragging and goal is not None:
            self._moves.drop(rows, goal)
        elif not was_dragging:
            self._click()

    def _click(self) -> None:
        row = QModelIndex(self._row)
        if self._view.tree.level(row) < LEVELS:
            self._view.setExpanded(row, not self._view.isExpanded(row))
        else:
            self._moves.take_up(row)

    def _begin(self) -> None:
        self._rows = self._moves.take_up(QModelIndex(self._row))
        self._view.installEventFilter(self)
        self._scrolling.start()

    def _end(self) -> None:
        self._pressed_at, self._rows, self._goal = None, [], None
        self._view.removeEventFilter(self)
        self._scrolling.stop()
        self._line.hide()
        self.hide()
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _cancel_by(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        return True  # nothing else happens to the rows on their way

    def _aim(self) -> None:
        """Show where the rows would go."""
        spot = self._view.viewport().mapFromGlobal(self._mouse)
        goal = goal_at(self._view, len(self._rows[0]), spot.y())
        self._goal = goal if goal is not None and self._moves.fits(self._rows, goal) else None
        fits = self._goal is not None
        self.setCursor(Qt.CursorShape.ClosedHandCursor if fits else Qt.CursorShape.ForbiddenCursor)
        if self._goal is not None:
            self._line.show_at(self._goal.line)
        else:
            self._line.hide()

    def _scroll(self) -> None:
        view, port = self._view, self._view.viewport()
        y, bar = port.mapFromGlobal(self._mouse).y(), view.verticalScrollBar()
        step = SCROLL_BY if view.verticalScrollMode() is view.ScrollMode.ScrollPerPixel else 1
        before = bar.value()
        if y < EDGE:
            bar.setValue(before - step)
        elif y > port.height() - EDGE:
            bar.setValue(before + step)
        if bar.value() != before:
            self._aim()


class DropLine(QWidget):
    """The line between two rows where the dragged ones would go."""

    def __init__(self, port: QWidget) -> None:
        super().__init__(port)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, start: QPoint) -> None:
        """Begin at a point and go to the right edge."""
        width = self.parentWidget().width() - start.x()
        self.setGeometry(start.x(), start.y() - LINE // 2 - 1, width, LINE)
        self.raise_()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.accent(self.palette()))
        painter.end()
