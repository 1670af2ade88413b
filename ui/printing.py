# SPDX-License-Identifier: MIT
"""Printing: the pages as they will be, then the system's dialog, then the way to the printer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.errors import FormError
from model.orientation import turned
from ui import dialogs
from ui.document import Document
from ui.naming import file_name, unfinished, unfinished_sentences
from ui.press import Press
from ui.print_choices import chosen_pages, cups_options, fit_paper, in_order, job_for
from ui.print_ways import PrintError, hand_over, send_pictures, write_file
from ui.progress import Tell, wait_for

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from export.print_shop import Proof

    Way = Callable[[Tell], str]


class Printing(QObject):
    """Shows the pages and brings them to a printer."""

    printed = Signal(str)  # where they went, in words

    def __init__(
        self, document: Document, press: Press, finish_typing: Callable[[], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._press, self._window = document, press, window
        self._finish_typing = finish_typing

    def preview(self) -> None:
        """Show the pages; from there the clerk prints."""
        self._finish_typing()
        words = self.tr("正在排版…")
        proof = wait_for(self._press.proof_task(self._press.order()), words, self._window)
        if proof and (number := self._number_wanted(proof)):
            self._print(proof, number - 1)

    def turn(self) -> None:
        """Lay the paper on its side, or upright again."""
        self._finish_typing()
        document = self._document
        words = self.tr("改为纵向") if document.is_landscape else self.tr("改为横向")
        document.do(turned(document.form, document.template), words)

    def _number_wanted(self, proof: Proof) -> int:
        """Show the pages and what is not final; return the number in view if the clerk prints, else 0."""
        counts, sentences = unfinished(self._document), unfinished_sentences(self._document)
        return dialogs.preview_print(self._window, self._press, proof, counts, sentences)

    def _print(self, proof: Proof, current: int) -> None:
        """Print as the clerk chooses; what the world refuses is told in one sentence."""
        try:
            words = self._printed(proof, current)
        except FormError as error:
            dialogs.tell(self._window, error)
        except Exception as error:
            words = self.tr("没有打印成功（{cause}）；表的内容未受影响，请再试一次，或先导出 PDF 再打印。")
            dialogs.tell(self._window, PrintError(words.format(cause=f"{type(error).__name__}: {error}")))
        else:
            if words:
                self.printed.emit(words)

    def _printed(self, proof: Proof, current: int) -> str | None:
        """Ask for printer, pages and copies and print; return where the pages went, None if cancelled."""
        from export.print_service import ensure_it_answers, is_there

        searching = self.tr("正在找打印机…")
        if is_there() and not wait_for(self._press.task(ensure_it_answers), searching, self._window):
            return None
        printer = printer_for(proof, file_name(self._document))
        if not dialogs.ask_print(self._window, printer, has_current=True):
            return None
        way = self._way(proof, printer, current, cups_options(printer) if is_there() else None)
        return wait_for(self._press.task(way), self.tr("正在打印…"), self._window, self.tr("页"))

    def _way(self, proof: Proof, printer: QPrinter, current: int, options: dict[str, str] | None) -> Way:
        """Return how the pages chosen go to the printer chosen.  Errors: PrintError if no page was chosen."""
        pages = chosen_pages(printer, len(proof.sizes), current, options or {})
        if not pages:
            words = self.tr("选的页码里没有可以打印的页：这张表共 {count} 页；请改了页码再打印。")
            raise PrintError(words.format(count=len(proof.sizes)))
        if options is not None:
            job = job_for(printer, options, proof.sizes[0])
            return lambda tell: hand_over(proof, pages, job, self._press, tell)
        if printer.outputFileName() and printer.outputFormat() is printer.OutputFormat.PdfFormat:
            path, pages = Path(printer.outputFileName()).absolute(), in_order(printer, pages)
            return lambda tell: write_file(proof, pages, path, self._press, tell)
        return partial(send_pictures, proof, pages, printer, self._press)


def printer_for(proof: Proof, name: str) -> QPrinter:
    """Return the default printer, set to the paper of the pages; `name` is what its queue shows."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFromTo(1, len(proof.sizes))
    fit_paper(printer, proof.sizes[0])
    return printer
