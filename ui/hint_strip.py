# SPDX-License-Identifier: MIT
"""The line a first-start hint stands in, below the form, so that it covers nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui import sheets, theme
from ui.actions import ACTIONS
from ui.hints import Hint
from ui.manual.key_words import key_words
from ui.manual.topics import TOPIC

Policy = QSizePolicy.Policy


class HintStrip(QFrame):
    """Words and two answers; Escape is the first of them."""

    noted = Signal(str)  # id of the hint
    all_noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setAccessibleName(self.tr("提示"))
        self.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # never widens the window
        self.setAutoFillBackground(True)
        self.setObjectName("hint")
        self.setStyleSheet(sheets.HINT)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(Policy.Expanding, Policy.Preferred)
        self.note = _button(self.tr("知道了(&G)"), self.tr("这一条以后不再提示"), self)
        self.never = _button(
            self.tr("不再提示(&X)"), self.tr("所有的提示都不再出来；帮助菜单里可以恢复"), self
        )
        self.note.clicked.connect(self._take_note)
        self.never.clicked.connect(self._take_note_of_all)
        self.setFocusProxy(self.note)
        self._lay_out()

    def show_hint(self, hint: Hint) -> None:
        """Say a hint; the focus stays where it is."""
        self._hint = hint.id
        self.setProperty(TOPIC, hint.topic)
        self.words.setText(spelt_out(hint))
        self.setAccessibleDescription(self.words.text())
        self.show()

    def _take_note(self) -> None:
        self._leave()
        self.noted.emit(self._hint)

    def _take_note_of_all(self) -> None:
        self._leave()
        self.all_noted.emit()

    def _leave(self) -> None:
        """Hide; the focus, if it was here, goes on to what stands before."""
        if self.isAncestorOf(self.focusWidget() or self):
            self.focusPreviousChild()
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * theme.SPACE, theme.HALF, theme.SPACE, theme.HALF)
        line.setSpacing(theme.SPACE)
        line.addWidget(self.words, 1)
        line.addWidget(self.note)
        line.addWidget(self.never)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._take_note()
        else:
            super().keyPressEvent(event)


def spelt_out(hint: Hint) -> str:
    """Return a hint's words with the keys in them."""
    keys = {action.id: key_words(action.keys[0]) for action in ACTIONS if action.keys}
    return QCoreApplication.translate("Hints", hint.text).format(**keys)


def _button(words: str, tip: str, strip: QWidget) -> QPushButton:
    button = QPushButton(words, strip)
    button.setStyleSheet(sheets.LINK)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    return button
