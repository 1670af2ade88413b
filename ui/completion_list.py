# SPDX-License-Identifier: MIT
"""The list of suggestions below a cell or field: lies over the window, never takes the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from model.completing import Offer
from ui.cells import DISPLAY, SPOKEN_NAME, TOOL_TIP
from ui.completion_lines import CompletionLines, widest_line
from ui.plain_words import as_plain
from ui.theme import HALF, SPACE

MOST_LINES = 8
WIDEST = 80 * SPACE  # px

NOWHERE = QModelIndex()


class Offers(QAbstractListModel):
    """The lines of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offers: Sequence[Offer] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Hold other lines."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.offers)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        if not index.isValid() or role not in (DISPLAY, TOOL_TIP, SPOKEN_NAME):
            return None
        offer = self.offers[index.row()]
        words = spoken(offer) if role == SPOKEN_NAME else offer.text
        return as_plain(words) if role == TOOL_TIP else words


class CompletionList(QFrame):
    """At most eight lines and a line on the keys; a plain child of the window, no input method minds it."""

    chosen = Signal(object)  # the Offer clicked

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.user: QObject | None = None  # who shows it at the moment
        self.keys_before, self.keys_inside = "", ""  # what the keys do, before and in the list
        self.lines, self.hint = Offers(self), QLabel(textFormat=Qt.TextFormat.PlainText)
        self.view = QListView()
        self._set_up()
        self.view.clicked.connect(self._choose)
        self.hide()

    def _set_up(self) -> None:
        self.setObjectName("completion")
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setForegroundRole(QPalette.ColorRole.Mid)  # of the frame
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("填写建议"))
        self._set_up_view(self.view)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hint.setContentsMargins(SPACE, HALF, SPACE, HALF)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.view)
        layout.addWidget(self.hint)

    def _set_up_view(self, view: QListView) -> None:
        view.setModel(self.lines)
        view.setItemDelegate(CompletionLines(self.lines, view))
        view.setAccessibleName(self.tr("填写建议"))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> Offer | None:
        """Return the line the clerk has gone to."""
        index = self.view.currentIndex()
        return self.lines.offers[index.row()] if index.isValid() else None

    def show_offers(self, user: QObject, offers: Sequence[Offer], anchor: QRect) -> None:
        """Show lines beside what is being typed, never over it.  `anchor` is in pixels of the window."""
        self.user = user
        if list(offers) != list(self.lines.offers):
            self.lines.show(offers)
        self.view.scrollToTop()
        self._go_to(NOWHERE)
        self.place(anchor)

    def place(self, anchor: QRect) -> None:
        """Lie below what is being typed; above it where there is no room; else not at all."""
        line = self.view.sizeHintForRow(0)
        around = self.parentWidget().rect().adjusted(HALF, HALF, -HALF, -HALF)
        below, above = around.bottom() - anchor.bottom(), anchor.top() - around.top()
        rest = self.hint.sizeHint().height() + 2 * self.frameWidth() + 2
        wanted = min(len(self.lines.offers), MOST_LINES)
        goes_below = below >= wanted * line + rest or below >= above
        lines = min(wanted, ((below if goes_below else above) - rest) // line)
        width, height = min(self._width(anchor.width()), around.width()), lines * line + rest
        left = max(around.left(), min(anchor.left(), around.right() - width))
        top = anchor.bottom() + 1 if goes_below else anchor.top() - height
        self.setGeometry(left, top, width, height)
        self.setVisible(lines > 0)
        self.raise_()

    def step(self, delta: int) -> None:
        """Go a line down or up; up from the first line leaves the list."""
        row = min(self.view.currentIndex().row() + delta, len(self.lines.offers) - 1)
        self._go_to(self.lines.index(row) if row >= 0 else NOWHERE)

    def _width(self, least: int) -> int:
        widest = widest_line(self.lines.offers, self.view.fontMetrics())
        keys = self.hint.fontMetrics().horizontalAdvance(self.keys_inside) + 3 * SPACE
        return max(min(max(widest + 4 * SPACE, least), WIDEST), keys)

    def _go_to(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        self.hint.setText(self.keys_inside if index.isValid() else self.keys_before)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.lines.offers[index.row()])


def spoken(offer: Offer) -> str:
    """Say a line: `按计划完成率，=100%，常用指标`."""
    return "，".join(filter(None, (offer.text, offer.note, offer.origin)))


def list_of(window: QWidget) -> CompletionList:
    """Return the window's list; one serves all its fields."""
    found = window.findChild(CompletionList, "completion", Qt.FindChildOption.FindDirectChildrenOnly)
    return found or CompletionList(window)
