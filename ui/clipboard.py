# SPDX-License-Identifier: MIT
"""Cut, copy and paste: cells, rows and blocks to and from Excel, WPS and Calc, and whole indicator tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
)

from model.edits import Edit, Several
from model.errors import FormError
from model.pasting.blocks import in_one
from model.pasting.grid import Grid, Steps, grid_of
from model.pasting.html_tables import reading_html
from model.pasting.html_writing import write_html
from model.pasting.planning import Fate
from model.pasting.recognising import known_names, recognise
from model.pasting.table_edits import condensed
from model.pasting.tsv import reading_tsv, write_tsv
from ui import dialogs
from ui.funds_block import FundsBlock
from ui.funds_page import FundsPage
from ui.indicators_page import IndicatorsPage
from ui.landing import Block, Copied
from ui.slices import Slices
from ui.tree_block import TreeBlock

if TYPE_CHECKING:
    from ui.document import Document
    from ui.page_stack import PageStack

OWN_ROWS = "application/x-zipingbiao-rows"  # rows of one group as TSV: pasted as cells, without a question
TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
TextField = QLineEdit | QPlainTextEdit | QTextEdit
MESSAGE_STAYS = 8000  # ms


class Clipboard(QObject):
    """Carries between the clipboard and the page in front; text fields keep their own ways."""

    def __init__(self, document: Document, pages: PageStack, window: QMainWindow) -> None:
        super().__init__(window)
        self._document, self._pages, self._window = document, pages, window

    # Wishes

    def copy(self) -> None:
        """Copy the chosen cells, or the chosen text of a field."""
        field, block = text_field(), self._block()
        if field is not None:
            field.copy()
        elif copied := block.copied() if block else None:
            QGuiApplication.clipboard().setMimeData(mime_of(copied))
            rows, columns = len(copied.table.rows), len(copied.table.rows[0])
            self._tell(self.tr("已复制 {rows} 行 × {columns} 列").format(rows=rows, columns=columns))
        else:
            self._copy_line()

    def cut(self) -> None:
        """Copy the chosen cells and empty them, as one step."""
        field, block = text_field(), self._block()
        if field is not None:
            field.cut()
            return
        self.copy()
        edits = block.cut() if block else ()
        if edits:
            self._do(edits, self.tr("剪切 {count} 格").format(count=len(edits)))

    def paste(self) -> None:
        """Paste text into a field, a block over cells, or a whole table of indicators."""
        field, block = text_field(), self._block()
        if field is not None:
            field.paste()
        elif block is None:
            self._tell(self.tr("这里不能粘贴；请先点一下要粘贴到的单元格。"))
        else:
            self._read(lambda grid: self._paste(block, grid))

    def paste_into_cell(self) -> None:
        """Paste everything as one text, with its line breaks, into the current cell."""
        field, block = text_field(), self._block()
        if field is not None:
            field.paste()
        elif block is None:
            self._tell(self.tr("这里不能粘贴；请先点一下要粘贴到的单元格。"))
        else:
            self._read(lambda grid: self._lay(block, grid_of([[in_one(grid)]])))

    # How it is done

    def _block(self) -> Block | None:
        """Return the chosen cells of the page in front."""
        page = self._pages.currentWidget()
        if isinstance(page, IndicatorsPage):
            return TreeBlock(page)
        return FundsBlock(page) if isinstance(page, FundsPage) else None

    def _copy_line(self) -> None:
        view = QApplication.focusWidget()
        if isinstance(view, QAbstractItemView) and view.currentIndex().isValid():
            QGuiApplication.clipboard().setText(str(view.currentIndex().data() or ""))
        else:
            self._tell(self.tr("没有选中可以复制的单元格。"))

    def _read(self, paste: Callable[[Grid], None]) -> None:
        """Read the clipboard, in slices where it holds much, and go on with what it held."""
        held = held_now()
        steps = reading(held) if held is not None else reading_tsv("")
        Slices(steps, paste, self._tell_failure, self._window).start(self.tr("正在读取剪贴板…"))

    def _paste(self, block: Block, grid: Grid) -> None:
        form, template = self._document.form, self._document.template
        table = recognise(grid, known_names(form, template)) if block.takes_tables else None
        if table is None or not isinstance(block, TreeBlock) or is_own():
            self._lay(block, grid)
            return
        plan = dialogs.ask_paste(self._window, self._document, grid, table, block.home)
        if plan is not None:
            words = self.tr("粘贴 {count} 个指标").format(
                count=plan.count(Fate.NEW) + plan.count(Fate.MERGED)
            )
            self._document.do(plan.edit, words)
            self._tell(words)

    def _lay(self, block: Block, grid: Grid) -> None:
        landing = block.lay(grid) if not grid.is_blank else None
        if landing is None:
            self._tell(self.tr("剪贴板里没有可以粘贴的文字；请先复制单元格或文字。"))
            return
        if landing.edits:
            self._do(landing.edits, landing.words)
        block.choose(landing)
        self._tell("，".join(filter(None, (landing.words, landing.remark))))

    def _do(self, edits: Sequence[Edit], words: str) -> None:
        self._document.do(Several(condensed(self._document.form, edits)), words)

    def _tell(self, words: str) -> None:
        self._window.statusBar().showMessage(words, MESSAGE_STAYS)

    def _tell_failure(self, error: FormError) -> None:
        self._tell(str(error))


def text_field() -> TextField | None:
    """Return the field of text that has the keys: an open editor, too."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, TEXT_FIELDS) else None


def mime_of(copied: Copied) -> QMimeData:
    """Put a table into the forms other programs read; a single cell as its plain text."""
    mime, rows = QMimeData(), copied.table.rows
    single = rows[0][0] if len(rows) == len(rows[0]) == 1 else None
    mime.setText(write_tsv(rows) if single is None else single)
    if single is None or "\n" in single or "\t" in single:
        mime.setHtml(write_html(rows, copied.table.spans))
    if copied.own is not None:
        mime.setData(OWN_ROWS, write_tsv(copied.own).encode())
    return mime


def is_own() -> bool:
    """Tell whether the clipboard holds rows of one group copied here."""
    held = held_now()
    return held is not None and held.hasFormat(OWN_ROWS)


def held_now() -> QMimeData | None:
    """Return what the clipboard holds; None where it holds nothing, whatever PySide says of it."""
    return QGuiApplication.clipboard().mimeData()


def reading(mime: QMimeData) -> Steps[Grid]:
    """Read the clipboard: rows of our own, else the tables of its HTML, else its text."""
    if mime.hasFormat(OWN_ROWS):
        return (yield from reading_tsv(bytes(mime.data(OWN_ROWS).data()).decode()))
    found = (yield from reading_html(mime.html())) if mime.hasHtml() else None
    return found if found is not None else (yield from reading_tsv(mime.text()))
