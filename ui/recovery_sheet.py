# SPDX-License-Identifier: MIT
"""All recovery copies on one sheet: whose they are, what they hold, what to do with each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.manual.topics import TOPIC
from ui.recovery_words import name_of, sentence_of, when

if TYPE_CHECKING:
    from model.recovered import Offer

SIZE = (720, 420)  # px
MOST_LINES = 500
Role = QDialogButtonBox.ButtonRole
Discard = Callable[["Offer"], None]


class RecoverySheet(QDialog):
    """A list of copies, and the changes of the one in it that is chosen."""

    def __init__(self, offers: list[Offer], discard: Discard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers, self._discard = list(offers), discard
        self.setWindowTitle(self.tr("恢复副本"))
        self.setProperty(TOPIC, "recover#recovery")
        self.copies, self.sentence, self.changes = QListWidget(), QLabel(), QPlainTextEdit(readOnly=True)
        buttons = QDialogButtonBox()
        self.recover = buttons.addButton(self.tr("恢复(&R)"), Role.AcceptRole)
        self.discard = buttons.addButton(self.tr("不要了(&D)"), Role.DestructiveRole)
        self.later = buttons.addButton(self.tr("以后再说(&L)"), Role.RejectRole)
        self.recover.setDefault(True)
        self.recover.clicked.connect(self.accept)
        self.discard.clicked.connect(self._discard_chosen)
        self.later.clicked.connect(self.reject)
        self._lay_out(buttons)
        for offer in offers:
            self.copies.addItem(f"{name_of(offer)}\n{when(offer)}")
        self.copies.currentRowChanged.connect(self._show_changes)
        self.copies.setCurrentRow(0)
        self.copies.setFocus()

    @property
    def chosen(self) -> Offer | None:
        """The copy the clerk stands at."""
        row = self.copies.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        self.copies.setAccessibleName(self.tr("恢复副本"))
        self.changes.setAccessibleName(self.tr("副本中的改动"))
        self.changes.setTabChangesFocus(True)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)  # names of files and projects stand in it
        beside, whole = QSplitter(Qt.Orientation.Horizontal), QVBoxLayout(self)
        beside.addWidget(self.copies)
        beside.addWidget(self.changes)
        beside.setStretchFactor(1, 2)
        beside.setChildrenCollapsible(False)
        whole.setContentsMargins(*(2 * theme.SPACE,) * 4)
        whole.setSpacing(2 * theme.SPACE)
        whole.addWidget(self.sentence)
        whole.addWidget(beside, 1)
        whole.addWidget(buttons)
        self.resize(*SIZE)

    def _show_changes(self) -> None:
        offer = self.chosen
        self.sentence.setText(sentence_of(offer) if offer else "")
        self.changes.setPlainText("\n".join(lines_of(offer)) if offer else "")

    def _discard_chosen(self) -> None:
        offer, row = self.chosen, self.copies.currentRow()
        if offer is None:
            return
        self._discard(offer)
        del self._offers[row]
        self.copies.takeItem(row)
        self._show_changes()
        if not self._offers:
            self.reject()


def lines_of(offer: Offer) -> list[str]:
    """Say what a copy holds that its file does not, a line each."""
    lines = [one.words for one in offer.differences]
    return lines if len(lines) <= MOST_LINES else [*lines[:MOST_LINES], "…"]
