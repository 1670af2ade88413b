# SPDX-License-Identifier: MIT
"""Cut, copy and paste: cells, rows and blocks to and from Excel, WPS and Calc, and whole indicator tables."""

from __future__ import annotations

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

from model.edits import Several
from model.errors import FormError
from model.pasting.blocks import in_one
from model.pasting.copying import CopiedTable
from model.pasting.grid import Grid, grid_of
from model.pasting.html_tables import reading_html
from model.pasting.html_writing import writing_html
from model.pasting.planning import Fate
from model.pasting.recognising import known_names, recognise
from model.pasting.tsv import reading_tsv, writing_tsv
from model.steps import Result, Steps, part
from ui import dialogs
from ui.funds_block import FundsBlock
from ui.funds_page import FundsPage
from ui.indicators_page import IndicatorsPage
from ui.landing import Block
from ui.progress import carry_out
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
        else:
            self._copy(block)

    def cut(self) -> None:
        """Copy the chosen cells and empty them, as one step."""
        field, block = text_field(), self._block()
        if field is not None:
            field.copy() if field.isReadOnly() else field.cut()
            return
        if self._document.refuses() or not self._copy(block) or block is None:
            return
        if edits := self._carry_out(block.cutting(), self.tr("正在剪切…")):
            self._document.do(Several(tuple(edits)), self.tr("剪切 {count} 格").format(count=len(edits)))

    def paste(self) -> None:
        """Paste text into a field, a block over cells, or a whole table of indicators."""
        if (block := self._goal()) is not None:
            self._paste(block, self._read())

    def paste_into_cell(self) -> None:
        """Paste everything as one text, with its line breaks, into the current cell."""
        if (block := self._goal()) is not None:
            grid = self._read()
            self._lay(block, grid and grid_of([[in_one(grid)]]))

    # How it is done

    def _block(self) -> Block | None:
        """Return the chosen cells of the page in front."""
        page = self._pages.currentWidget()
        if isinstance(page, IndicatorsPage):
            return TreeBlock(page)
        return FundsBlock(page) if isinstance(page, FundsPage) else None

    def _goal(self) -> Block | None:
        """Return the cells to paste at; a text field that has the keys takes its text by itself."""
        field, block = text_field(), self._block()
        if field is not None:
            if not (field.isReadOnly() and self._document.refuses()):
                field.paste()
            return None
        if block is None:
            self._tell(self.tr("这里不能粘贴；请先点一下要粘贴到的单元格。"))
        return block if block is None or not self._document.refuses() else None

    def _copy_line(self) -> None:
        view = QApplication.focusWidget()
        if isinstance(view, QAbstractItemView) and view.currentIndex().isValid():
            QGuiApplication.clipboard().setText(str(view.currentIndex().data() or ""))
        else:
            self._tell(self.tr("没有选中可以复制的单元格。"))

    def _copy(self, block: Block | None) -> bool:
        """Copy chosen cells, else a line of a list; tells whether cells were copied."""
        copied = self._carry_out(making_mime(block), self.tr("正在复制…")) if block else (QMimeData(), None)
        if copied is None:
            return False
        mime, table = copied
        if table is None:
            self._copy_line()
            return False
        QGuiApplication.clipboard().setMimeData(mime)
        rows, columns = len(table.rows), len(table.rows[0])
        self._tell(self.tr("已复制 {rows} 行 × {columns} 列").format(rows=rows, columns=columns))
        return True

    def _read(self) -> Grid | None:
        """Read the clipboard; None where that cannot be done or is not wanted any more."""
        held = held_now()
        steps = reading(held) if held is not None else reading_tsv("")
        return self._carry_out(steps, self.tr("正在读取剪贴板…"))

    def _carry_out(self, steps: Steps[Result], words: str) -> Result | None:
        try:
            return carry_out(steps, words, self._window)
        except FormError as error:
            self._tell(str(error))
            return None

    def _paste(self, block: Block, grid: Grid | None) -> None:
        if grid is None:
            return
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
            if self._document.do(plan.edit, words):
                self._tell(words)

    def _lay(self, block: Block, grid: Grid | None) -> None:
        if grid is None:
            return
        if grid.is_blank:
            self._tell(self.tr("剪贴板里没有可以粘贴的文字；请先复制单元格或文字。"))
            return
        landing = self._carry_out(block.laying(grid), self.tr("正在粘贴…"))
        if landing is None:
            self._tell(self.tr("没有粘贴，表中没有改动；请点一下要粘贴到的单元格再试。"))
        elif not landing.edits or self._document.do(Several(landing.edits), landing.words):
            block.choose(landing)
            self._tell("，".join(filter(None, (landing.words, landing.remark))))

    def _tell(self, words: str) -> None:
        self._window.statusBar().showMessage(words, MESSAGE_STAYS)


def text_field() -> TextField | None:
    """Return the field of text that has the keys: an open editor, too."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, TEXT_FIELDS) else None


def making_mime(block: Block) -> Steps[tuple[QMimeData, CopiedTable | None]]:
    """Put what is chosen into the forms other programs read; a single cell as its plain text."""
    mime, copied = QMimeData(), (yield from part(block.copying(), 0, 40))
    if copied is None:
        return mime, None
    rows = copied.table.rows
    single = rows[0][0] if len(rows) == len(rows[0]) == 1 else None
    mime.setText((yield from part(writing_tsv(rows), 40, 50)) if single is None else single)
    if single is None or "\n" in single or "\t" in single:
        mime.setHtml((yield from part(writing_html(rows, copied.table.spans), 50, 90)))
    if copied.own is not None:
        mime.setData(OWN_ROWS, (yield from part(writing_tsv(copied.own), 90, 100)).encode())
    return mime, copied.table


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
    html, text = mime.html() if mime.hasHtml() else "", mime.text()  # now: the clipboard may change meanwhile
    found = (yield from reading_html(html)) if html else None
    return found if found is not None else (yield from reading_tsv(text))
