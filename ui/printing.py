# SPDX-License-Identifier: MIT
"""Printing: the pages as they will be, then the system's dialog, then the printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from model.orientation import turned
from ui import dialogs
from ui.document import Document
from ui.filing import file_name, unfinished, unfinished_sentences
from ui.press import Press
from ui.progress import CancelledError, wait_for

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPrintSupport import QPrinter

    from export.print_shop import Proof
    from ui.progress import Tell

DOTS_PER_INCH = 300  # of the pictures sent to the printer
BANDS, OVERLAP = 12, 2  # parts of a page sent one after the other, and px they have in common


class Printing(QObject):
    """Shows the pages and sends them to a printer."""

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
        if proof and self._is_wanted(proof):
            self._print(proof)

    def turn(self) -> None:
        """Lay the paper on its side, or upright again."""
        self._finish_typing()
        document = self._document
        words = self.tr("改为纵向") if document.is_landscape else self.tr("改为横向")
        document.do(turned(document.form, document.template), words)

    def _is_wanted(self, proof: Proof) -> bool:
        """Show the pages with all that is not final; tell whether the clerk wants to print them."""
        counts, sentences = unfinished(self._document), unfinished_sentences(self._document)
        return dialogs.preview_print(self._window, self._press, proof, counts, sentences)

    def _print(self, proof: Proof) -> None:
        printer = printer_for(proof, file_name(self._document))
        if not dialogs.ask_print(self._window, printer):
            return
        task = self._press.task(lambda tell: print_proof(proof, printer, self._press, tell))
        taken = wait_for(task, self.tr("正在打印…"), self._window, self.tr("页"))
        if not taken and not task.is_cancelled:
            refused = self.tr("打印机没有接受打印任务；表的内容未受影响，请检查打印机后再试。")
            dialogs.tell(self._window, PrintError(refused))


class PrintError(Exception):
    """The printer refused; the text is a sentence for the clerk."""


def printer_for(proof: Proof, name: str) -> QPrinter:
    """Return the default printer, set to the paper of the pages; `name` is what its queue shows."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFromTo(1, len(proof.sizes))
    _fit_paper(printer, proof.sizes[0])
    return printer


def print_proof(proof: Proof, printer: QPrinter, press: Press, tell: Tell) -> bool:
    """Send the chosen pages to the printer, as often as was chosen; tells whether it took them.

    Called in the press's thread: packing a page for the printer would hold up the window.
    """
    from PySide6.QtGui import QPainter

    pages = list(pages_chosen(printer, len(proof.sizes)))
    painter = QPainter()
    for number, page in enumerate(pages):
        _fit_paper(printer, proof.sizes[page])
        if not (printer.newPage() if number else painter.begin(printer)):
            return False
        try:
            tell(number + 1, len(pages))
            picture = press.picture(proof, page, DOTS_PER_INCH)
        except CancelledError:
            printer.abort()
            raise
        _draw_in_bands(painter, QRectF(printer.pageLayout().fullRectPixels(printer.resolution())), picture)
    return painter.end()


def _draw_in_bands(painter: QPainter, paper: QRectF, picture: QImage) -> None:
    """Draw a picture as large as the paper, part by part: packing one lets nothing else run.

    Each reaches a little below the next, so that rounding leaves no gap between them.
    """
    scale = paper.height() / picture.height()
    step = picture.height() // BANDS + 1
    for top in range(0, picture.height(), step):
        rows = min(step + OVERLAP, picture.height() - top)
        target = QRectF(paper.left(), paper.top() + top * scale, paper.width(), rows * scale)
        painter.drawImage(target, picture, QRectF(0, top, picture.width(), rows))


def pages_chosen(printer: QPrinter, count: int) -> Iterator[int]:
    """Go through the indices of the pages to print, in the order in which they leave the printer."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    if printer.printRange() is not printer.PrintRange.PageRange:
        first, last = 1, count
    pages = list(range(first - 1, min(last, count)))
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        yield from pages * copies
    else:
        yield from (page for page in pages for _ in range(copies))


def _fit_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    """Give the printer the page's paper, without margins: they are part of the page."""
    from PySide6.QtGui import QPageLayout, QPageSize

    width, height = size
    portrait = width <= height
    orientation = QPageLayout.Orientation.Portrait if portrait else QPageLayout.Orientation.Landscape
    points = QSizeF(min(size), max(size))
    printer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(orientation)
    printer.setFullPage(True)
