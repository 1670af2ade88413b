# SPDX-License-Identifier: MIT
"""The manual's own window: pages at the left, the page in view, search, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.composition import Composition
from ui.icons import drawn
from ui.identity import PROGRAM
from ui.manual.book import Book
from ui.manual.contents import Contents
from ui.manual.leaf import Leaf
from ui.manual.markup import SUFFIX
from ui.settings import MANUAL_GEOMETRY, Settings

SIZE, SIDE = QSize(960, 680), 250  # px
SCREEN_SHARE = 0.9
STEPS = (("back", "后退", -1, "Alt+Left"), ("forward", "前进", 1, "Alt+Right"))


class ManualWindow(QWidget):
    """Stands beside the form's window and never keeps it from being closed; settings remember its size."""

    def __init__(self, book: Book, settings: Settings | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._book, self._settings = book, settings
        self._trail: list[str] = []  # addresses, the oldest first
        self._at = -1
        self.leaf, self.contents, self.search = Leaf(self), Contents(book, self), _search_box(self)
        self.steps = {name: self._step_button(words, step, keys) for name, words, step, keys in STEPS}
        self._composition = Composition(self.search)
        self._lay_out()
        self._connect()
        self._colour()
        self._fit(settings.read(MANUAL_GEOMETRY) if settings else MANUAL_GEOMETRY.default)

    @property
    def address(self) -> str:
        """The page in view, with the anchor it was opened at."""
        return self._trail[self._at] if self._trail else ""

    def open(self, address: str, book: Book | None = None) -> None:
        """Show `page` or `page#anchor`; a book of another template takes the place of the one before."""
        if book is not None and book.template is not self._book.template:
            self._book = book
        if address != self.address:
            self._trail[self._at + 1 :] = [address]
            self._at = len(self._trail) - 1
        self._show()

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) among the pages seen."""
        self._at = min(max(self._at + by, 0), len(self._trail) - 1)
        self._show()

    def _show(self) -> None:
        name, _, anchor = self.address.partition("#")
        page = self._book.page(name)
        self.leaf.show_page(page, anchor)
        self.contents.mark(name)
        self.setWindowTitle(f"{page.title} — {PROGRAM}")
        self.steps["back"].setEnabled(self._at > 0)
        self.steps["forward"].setEnabled(self._at + 1 < len(self._trail))

    def _follow(self, link: QUrl) -> None:
        name = link.path().removesuffix(SUFFIX) or self.address.partition("#")[0]
        self.open(f"{name}#{link.fragment()}" if link.hasFragment() else name)

    def _search(self, asked: str) -> None:
        self.contents.search(self._book, asked)

    def _escape(self) -> None:
        """End the search, then close; while composing the key is the input method's."""
        if self._composition.is_open:
            return
        if self.search.text():
            self.search.clear()
        else:
            self.close()

    def _connect(self) -> None:
        self.leaf.anchorClicked.connect(self._follow)
        self.contents.address_chosen.connect(self.open)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self.contents.open_first)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._ask)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._escape)
        for _, _, step, keys in STEPS:
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.step, step))

    def _ask(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _step_button(self, words: str, step: int, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setAccessibleName(self.tr(words))
        button.setToolTip(self.tr("{words}（{keys}）").format(words=self.tr(words), keys=keys))
        button.clicked.connect(partial(self.step, step))
        return button

    def _lay_out(self) -> None:
        bar, whole, halves = QHBoxLayout(), QVBoxLayout(self), QSplitter(self)
        bar.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        for button in self.steps.values():
            bar.addWidget(button)
        bar.addWidget(self.search, 1)
        halves.addWidget(self.contents)
        halves.addWidget(self.leaf)
        halves.setStretchFactor(1, 1)
        halves.setSizes([SIDE, SIZE.width() - SIDE])
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(halves, 1)
        self.leaf.setFocus()

    def _fit(self, kept: QByteArray) -> None:
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))

    def _colour(self) -> None:
        for name, button in self.steps.items():
            button.setIcon(drawn(name, self.palette().buttonText().color(), theme.ICON_SIZE))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "steps"):
            self._colour()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._settings:
            self._settings.write(MANUAL_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)


def _search_box(window: QWidget) -> QLineEdit:
    box = QLineEdit(window)
    box.setAccessibleName(window.tr("搜索手册"))
    box.setPlaceholderText(window.tr("搜索手册（Ctrl+F）"))
    box.setClearButtonEnabled(True)
    return box
