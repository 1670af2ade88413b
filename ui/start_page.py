# SPDX-License-Identifier: MIT
"""The start page: a new form by template, the forms worked on lately, and examples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from model.drafts import SUFFIX
from model.template import Template
from model.templates import load_template, template_ids
from ui import sheets, theme
from ui.card import Card
from ui.notice_bar import NoticeBar
from ui.pages import heading, in_reading_order
from ui.recent import recent_forms
from ui.recent_list import RecentList
from ui.settings import Settings

EXAMPLES = Path(__file__).resolve().parent.parent / "resources" / "examples"
WIDEST = 1080  # px; longer lines are hard to follow
CARDS_A_ROW, FEW_CARDS_A_ROW = 4, 2
NARROW, LOW = 780, 560  # px; a narrower page has fewer cards in a row, a lower one no words beside examples
MANY = 8  # forms; more can be searched
SUFFIX_OF_GROUPS = "指标"
EXAMPLE_WORDS = {
    "ministry": "虚构的图书馆项目，各栏写法可以照着学",
    "shanghai-2022": "公开的原表，照录了其中的差错",
    "shanghai-2023": "公开的原表，看看检查能发现什么",
    "shanghai-2024": "公开的原表，成本指标在前",
}
"""What each example shows, by the name of its file."""


class StartPage(QWidget):
    """What is shown while there is no form, and for a new one."""

    template_chosen = Signal(str)  # id
    example_chosen = Signal(object)  # Path

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.cards = [self._card(load_template(name)) for name in template_ids()]
        self.examples = [self._example(path) for path in sorted(EXAMPLES.glob(f"*{SUFFIX}"))]
        self.search, self.recent = SearchLine(self), RecentList(settings, self)
        self.notices = NoticeBar(self)
        first = self.tr("还没有打开过表。选一个模板新建，或先看看下面的示例；草稿和工作稿也可以拖进窗口。")
        self.nothing_yet, self.nothing_like = _quiet(first, self), _quiet("", self)
        self.back = _link(self.tr("回到正在填的表"), self)
        self.open = _link(self.tr("打开其他草稿…"), self)
        self._grid = QGridLayout()
        self._lay_out()
        self.recent.emptied.connect(self.refresh)
        self.recent.search_wanted.connect(self._begin_search)
        self.search.textChanged.connect(self._search)
        self.search.list_wanted.connect(self.recent.setFocus)

    def refresh(self, has_form: bool | None = None) -> None:
        """Show the list as it is now; `has_form` tells whether there is a form to go back to."""
        known = len(recent_forms(self._settings))
        self.search.setVisible(known > MANY)
        self.search.clear()
        self._search("")
        self.nothing_yet.setVisible(not known)
        if has_form is not None:
            self.back.setVisible(has_form)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cards[0].setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards(FEW_CARDS_A_ROW if event.size().width() < NARROW else CARDS_A_ROW)
        self._place_examples(event.size().height() < LOW)

    def _search(self, wanted: str) -> None:
        self.recent.list_forms(wanted)
        found = self.recent.topLevelItemCount()
        self.recent.setVisible(found > 0)
        self.nothing_like.setText(self.tr("没有与“{text}”相符的表。").format(text=wanted))
        self.nothing_like.setVisible(bool(wanted) and not found)

    def _begin_search(self, text: str) -> None:
        """The clerk types while standing in the list."""
        if self.search.isVisible():
            self.search.setFocus()
            self.search.setText(text)

    def _card(self, template: Template) -> Card:
        card = Card("form", template.name, summary(template), self)
        card.setToolTip(template.source)
        card.setAccessibleName(self.tr("新建：{name}").format(name=template.name))
        card.clicked.connect(partial(self.template_chosen.emit, template.id))
        return card

    def _example(self, path: Path) -> QPushButton:
        link = _link(load_template(path.stem).name if path.stem in template_ids() else path.stem, self)
        link.setAccessibleDescription(self.tr(EXAMPLE_WORDS.get(path.stem, "")))
        link.clicked.connect(partial(self.example_chosen.emit, path))
        link.setAccessibleName(self.tr("示例：{name}").format(name=link.text()))
        return link

    def _place_cards(self, a_row: int) -> None:
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // a_row, number % a_row)

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setSpacing(2 * theme.SPACE)
        self._grid.setSpacing(2 * theme.SPACE)
        self._place_cards(CARDS_A_ROW)
        body.addWidget(self.notices)
        body.addLayout(_row([heading(self.tr("新建")), None, self.back]))
        body.addLayout(self._grid)
        body.addLayout(_row([heading(self.tr("最近的表")), None, self.search, self.open]))
        body.addWidget(self.recent, 1000)
        body.addWidget(self.nothing_yet)
        body.addWidget(self.nothing_like)
        body.addLayout(self._make_shelf())
        body.addStretch(1)
        frame = QFrame(self)
        frame.setMaximumWidth(WIDEST)
        frame.setLayout(body)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*(4 * theme.SPACE, 3 * theme.SPACE) * 2)
        whole.addStretch(1)
        whole.addWidget(frame, 100)
        whole.addStretch(1)
        in_reading_order((self.back, *self.cards, self.search, self.open, self.recent, *self.examples))

    def _place_examples(self, is_low: bool) -> None:
        """Put the examples two in a row with what they show; where there is little room, all in one row."""
        for number, (link, words) in enumerate(zip(self.examples, self._words, strict=True)):
            row, column = (0, number) if is_low else divmod(number, 2)
            self._shelf.addWidget(link, row, 1 + 2 * column, Qt.AlignmentFlag.AlignLeft)
            self._shelf.addWidget(words, row, 2 + 2 * column)
            words.setVisible(not is_low)

    def _make_shelf(self) -> QGridLayout:
        self._shelf, self._words = QGridLayout(), []
        self._shelf.setVerticalSpacing(0)
        self._shelf.addWidget(_quiet(self.tr("示例："), self), 0, 0)
        for number, link in enumerate(self.examples):
            words = _quiet(link.accessibleDescription(), self)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            link.setToolTip(words.text())
            self._words.append(words)
            self._shelf.setColumnStretch(2 + 2 * (number % 2), 1)
        self._place_examples(False)
        return self._shelf


class SearchLine(QLineEdit):
    """Searches the list of recent forms; Down and Enter lead into it, Escape clears the line."""

    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("在最近的表中找"))
        self.setAccessibleName(self.placeholderText())
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(28 * theme.SPACE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


def summary(template: Template) -> str:
    """Say which groups a template has: `成本、产出、效益、满意度`."""
    return "、".join(group.name.removesuffix(SUFFIX_OF_GROUPS) for group in template.groups)


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


def _quiet(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setWordWrap(True)
    return label


def _link(words: str, parent: QWidget) -> QPushButton:
    """Make a button that looks like a link and is reached by Tab."""
    link = QPushButton(words, parent)
    link.setStyleSheet(sheets.LINK)
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    return link
