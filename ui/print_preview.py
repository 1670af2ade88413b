# SPDX-License-Identifier: MIT
"""The pages as they will leave the printer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.accepting import accept_or_cancel
from ui.page_footer import PageFooter
from ui.page_view import PageView
from ui.plain_words import as_plain
from ui.press import Press
from ui.print_choices import paper

if TYPE_CHECKING:
    from export.print_shop import Proof

SIZE = (720, 900)  # px, where the screen has the room
SCREEN_SHARE = 0.9
MOST_LISTED, MOST_IN_TIP = 4, 30  # of what is not final


class PrintPreview(QDialog):
    """The pages as they will be printed, with a word on what is not final."""

    def __init__(
        self,
        press: Press,
        proof: Proof,
        counts: str,
        sentences: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("打印预览"))
        self.resize(_fitting_size(self))
        self.pages = PageView(press.draw_soon, self)
        self.number = 1  # of the page in view
        self.pages.page_changed.connect(self._note_number)
        press.drawn.connect(self.pages.show_picture)
        self.pages.show_proof(proof)
        whole = QVBoxLayout(self)
        whole.setSpacing(theme.SPACE)
        if counts:
            words = self.tr("这张表还有 {counts}，每页会印上“草稿”字样。")
            whole.addWidget(QLabel(words.format(counts=counts)))
        if sentences:
            whole.addWidget(_listed(sentences))
        whole.addWidget(self.pages, 1)
        last = QHBoxLayout()
        last.addWidget(_quiet(_paper_words(self, proof.sizes[0])))
        last.addWidget(PageFooter(self.pages, self), 1)
        last.addWidget(accept_or_cancel(self, self.tr("打印(&P)…"))[0])
        whole.addLayout(last)
        self.pages.setFocus()

    def _note_number(self, number: int, count: int) -> None:
        self.number = number


def _listed(sentences: Sequence[str]) -> QLabel:
    """Return what is not final as a quiet list, the whole of it in the tooltip."""
    more = ["…"] if len(sentences) > MOST_LISTED else []
    label = _quiet("\n".join((*sentences[:MOST_LISTED], *more)))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setToolTip(as_plain("\n".join(sentences[:MOST_IN_TIP])))
    return label


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def _paper_words(dialog: QDialog, size: tuple[float, float]) -> str:
    """Return which paper is to lie in the printer, and which way round the pages are."""
    width, height = size
    return f"{paper(size).key()} {dialog.tr('纵向') if width <= height else dialog.tr('横向')}"


def _fitting_size(dialog: QDialog) -> QSize:
    return QSize(*SIZE).boundedTo(dialog.screen().availableSize() * SCREEN_SHARE)
