# SPDX-License-Identifier: MIT
"""The start page: a new form by template, the forms worked on lately, and examples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from model.drafts import SUFFIX
from model.template import Template
from model.templates import load_template, template_ids
from ui import sheets, theme
from ui.card import Card
from ui.pages import heading, in_reading_order
from ui.recent_list import RecentList
from ui.settings import Settings

EXAMPLES = Path(__file__).resolve().parent.parent / "resources" / "examples"
WIDEST = 1080  # px; longer lines are hard to follow
CARDS_A_ROW = 4


class StartPage(QWidget):
    """What is shown while there is no form, and for a new one."""

    template_chosen = Signal(str)  # id
    example_chosen = Signal(object)  # Path

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = [self._card(load_template(name)) for name in template_ids()]
        self.examples = [self._example(path) for path in sorted(EXAMPLES.glob(f"*{SUFFIX}"))]
        self.recent = RecentList(settings, self)
        self.nothing_yet = _quiet(self.tr("还没有打开过表。新建一张，或打开下面的示例看看。"), self)
        self.back = _link(self.tr("回到正在填的表"), self)
        self.open = _link(self.tr("打开其他草稿…"), self)
        self.recent.emptied.connect(self.refresh)
        self._lay_out()

    def refresh(self, has_form: bool | None = None) -> None:
        """Show the list as it is now; `has_form` tells whether there is a form to go back to."""
        self.recent.list_forms()
        is_empty = not self.recent.topLevelItemCount()
        self.recent.setVisible(not is_empty)
        self.nothing_yet.setVisible(is_empty)
        if has_form is not None:
            self.back.setVisible(has_form)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cards[0].setFocus()

    def _card(self, template: Template) -> Card:
        card = Card("form", template.name, template.title, self)
        card.setToolTip(template.source)
        card.setAccessibleName(self.tr("新建：{name}").format(name=template.name))
        card.clicked.connect(partial(self.template_chosen.emit, template.id))
        return card

    def _example(self, path: Path) -> QPushButton:
        link = _link(load_template(path.stem).name if path.stem in template_ids() else path.stem, self)
        link.clicked.connect(partial(self.example_chosen.emit, path))
        link.setAccessibleName(self.tr("示例：{name}").format(name=link.text()))
        return link

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setSpacing(2 * theme.SPACE)
        body.addLayout(_row([heading(self.tr("新建")), None, self.back]))
        body.addLayout(_grid(self.cards))
        body.addSpacing(2 * theme.SPACE)
        body.addLayout(_row([heading(self.tr("最近的表")), None, self.open]))
        body.addWidget(self.recent, 1000)
        body.addWidget(self.nothing_yet)
        body.addLayout(_row([_quiet(self.tr("示例："), self), *self.examples, None]))
        body.addStretch(1)
        frame = QFrame(self)
        frame.setMaximumWidth(WIDEST)
        frame.setLayout(body)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*(4 * theme.SPACE, 3 * theme.SPACE) * 2)
        whole.addStretch(1)
        whole.addWidget(frame, 100)
        whole.addStretch(1)
        in_reading_order((self.back, *self.cards, self.open, self.recent, *self.examples))


def _row(widgets: Sequence[QWidget | None]) -> QHBoxLayout:
    """Put widgets side by side; None takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(2 * theme.SPACE)
    for widget in widgets:
        if widget is None:
            row.addStretch()
        else:
            row.addWidget(widget)
    return row


def _grid(cards: Sequence[Card]) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(2 * theme.SPACE)
    for number, card in enumerate(cards):
        grid.addWidget(card, number // CARDS_A_ROW, number % CARDS_A_ROW)
    return grid


def _quiet(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _link(words: str, parent: QWidget) -> QPushButton:
    """Make a button that looks like a link and is reached by Tab."""
    link = QPushButton(words, parent)
    link.setStyleSheet(sheets.LINK)
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    return link
