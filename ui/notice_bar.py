# SPDX-License-Identifier: MIT
"""What lasts and should be known (read-only, not confirmed…): quietly above the page, with ways on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import sheets, theme
from ui.manual.topics import TOPIC

Policy = QSizePolicy.Policy
Way = tuple[str, Callable[[], object]]
"""What a button says, and what it does; the notice stays until it is cleared."""


class Notice(NamedTuple):
    """One thing to know; another of the same key takes its place."""

    key: str
    words: str
    ways: tuple[Way, ...] = ()
    topic: str = "save"  # place in the manual
    can_be_closed: bool = True


class NoticeBar(QFrame):
    """A line for every notice, the newest below; none of them takes the focus by itself."""

    closed = Signal(str)  # key of the notice the clerk has put away

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, QWidget] = {}  # by key
        self.setObjectName("notices")
        self.setStyleSheet(sheets.NOTICES)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("通知"))
        self.setSizePolicy(Policy.Ignored, Policy.Preferred)  # never widens the window
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, theme.HALF, theme.SPACE, theme.HALF)
        column.setSpacing(0)
        self.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the notices that stand here."""
        return tuple(self._lines)

    def show_notice(self, notice: Notice) -> None:
        """Say something until it is cleared or put away."""
        self.clear(notice.key)
        line = self._lines[notice.key] = self._line(notice)
        self.layout().addWidget(line)
        line.show()  # at once, not when the layout is next done
        self._follow(notice.topic)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self, key: str) -> None:
        """Take a notice away; one that is not there is no fault."""
        line = self._lines.pop(key, None)
        if line is not None:
            if line.isAncestorOf(self.focusWidget() or self):
                self.focusPreviousChild()
            line.hide()
            line.deleteLater()
            self._follow()

    def clear_all(self) -> None:
        """Take all notices away: another form is held."""
        for key in self.keys:
            self.clear(key)

    def _close(self, key: str) -> None:
        self.clear(key)
        self.closed.emit(key)

    def _follow(self, topic: str = "save") -> None:
        self.setProperty(TOPIC, topic)
        self.setAccessibleDescription(" ".join(line.accessibleName() for line in self._lines.values()))
        self.setVisible(bool(self._lines))

    def _line(self, notice: Notice) -> QWidget:
        line, words = QWidget(self), QLabel(notice.words, textFormat=Qt.TextFormat.PlainText)
        line.setAccessibleName(notice.words)
        words.setWordWrap(True)
        words.setSizePolicy(Policy.Expanding, Policy.Preferred)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(words, 1)
        for said, act in notice.ways:
            row.addWidget(_button(said, act))
        if notice.can_be_closed:
            row.addWidget(_button(self.tr("知道了"), lambda: self._close(notice.key)))
        return line


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setStyleSheet(sheets.LINK)
    button.clicked.connect(lambda: act())
    return button
