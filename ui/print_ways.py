# SPDX-License-Identifier: MIT
"""The ways pages go: the PDF to the print service or into a file, or pictures of them to the printer.

Each is called in the press's thread, and returns what has come of it in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from model.errors import FormError
from ui.print_choices import fit_paper, in_order, with_copies
from ui.progress import CancelledError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPrintSupport import QPrinter

    from export.print_service import PrintJob
    from export.print_shop import Proof
    from ui.press import Press
    from ui.progress import Tell

DOTS_PER_INCH = 300  # of the pictures sent to the printer
BANDS, OVERLAP = 12, 2  # parts of a page sent one after the other, and px they have in common


class PrintError(FormError):
    """Nothing was printed, or not as the clerk expects; the text is a sentence for him."""


def hand_over(proof: Proof, pages: Sequence[int], job: PrintJob, press: Press, tell: Tell) -> str:
    """Hand the pages as a PDF file to the print service.

    Errors: PrintServiceError if it did not take them, PrintError if they wait in a queue that stands still.
    """
    from export.print_service import send

    content = press.part(proof, pages, tell)
    tell(0, 0)  # the last moment to cancel
    if not send(job, content, tell):
        waits = tr("打印机“{printer}”现在暂停着：任务已经排上队，恢复后会自动打印，请不要重复打印。")
        raise PrintError(waits.format(printer=job.printer))
    words = tr("已交给打印机“{printer}”：{count} 页") + (tr("，{copies} 份") if job.copies > 1 else "")
    return words.format(printer=job.printer, count=len(pages), copies=job.copies)


def write_file(proof: Proof, pages: Sequence[int], path: Path, press: Press, tell: Tell) -> str:
    """Write the pages as a PDF file.  Errors: SaveError if it could not be written."""
    from model.safe_file import write_verified

    content = press.part(proof, pages, tell)
    tell(0, 0)  # the last moment to cancel
    warnings = write_verified(path, content).warnings
    words = tr("已打印到文件“{name}”：{count} 页").format(name=path.name, count=len(pages))
    return "；".join((words, *warnings))


def send_pictures(proof: Proof, pages: Sequence[int], printer: QPrinter, press: Press, tell: Tell) -> str:
    """Send pictures of the pages to the printer.  Errors: PrintError if it did not take them."""
    if not draw(proof, with_copies(printer, in_order(printer, pages)), printer, press, tell):
        raise PrintError(tr("打印机没有接受打印任务；表的内容未受影响，请检查打印机后再试。"))
    return tr("已交给打印机“{printer}”：{count} 页").format(printer=printer.printerName(), count=len(pages))


def draw(proof: Proof, pages: Sequence[int], printer: QPrinter, press: Press, tell: Tell) -> bool:
    """Draw pages on the printer, one after the other; tells whether it took them."""
    from PySide6.QtGui import QPainter

    painter = QPainter()
    for number, page in enumerate(pages):
        fit_paper(printer, proof.sizes[page])
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


def tr(words: str) -> str:
    return QCoreApplication.translate("Printing", words)
