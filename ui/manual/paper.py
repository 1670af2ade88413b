# SPDX-License-Identifier: MIT
"""The quick reference on paper: one page of A4, to the printer or into a PDF."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from model.errors import SaveError
from model.safe_file import write_verified
from model.templates import load_template, template_ids
from ui import dialogs
from ui.identity import PROGRAM
from ui.manual.book import KEYS, Book
from ui.manual.looks import fitted

MARGIN = 14.0  # mm
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)  # points; the largest with which all fits
FILE_NAME = "快捷键.pdf"
STYLE = """
h1 { font-size: 150%; margin-top: 0px; margin-bottom: 6px; }
h3 { font-size: 108%; margin-top: 9px; margin-bottom: 2px; }
li { margin-bottom: 2px; line-height: 125%; }
kbd { background-color: #ececec; }
td.column { border: none; }
td.key { border: none; border-bottom: 1px solid #cccccc; vertical-align: middle; }
"""


def print_keys(parent: QWidget) -> None:
    """Ask for a printer and print the page."""
    printer = _printer()
    if dialogs.ask_print(parent, printer):
        page_for(printer).print_(printer)


def save_keys(parent: QWidget) -> None:
    """Ask for a file and write the page as PDF, whole or not at all."""
    chosen = dialogs.ask_export(parent, Path.home() / FILE_NAME)
    if chosen is None:
        return
    try:
        write_verified(chosen, as_pdf())
    except SaveError as error:
        dialogs.tell(parent, error)


def as_pdf() -> bytes:
    """Return the page as PDF."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "keys.pdf"
        printer = _printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        page_for(printer).print_(printer)
        return path.read_bytes()


def page_for(printer: QPrinter) -> QTextDocument:
    """Return the quick reference in the largest letters that leave it on one page."""
    for size in SIZES:
        page = _page(printer, size)
        if page.pageCount() == 1:
            break
    return page


def _page(printer: QPrinter, size: float) -> QTextDocument:
    page = QTextDocument()
    page.documentLayout().setPaintDevice(printer)
    font = QApplication.font()
    font.setPointSizeF(size)
    page.setDefaultFont(font)
    page.setDocumentMargin(0)
    page.setDefaultStyleSheet(f'{STYLE}kbd {{ font-family: "{font.family()}"; }}')
    page.setHtml(fitted(Book(load_template(template_ids()[0])).page(KEYS).body))
    page.setPageSize(QSizeF(printer.pageRect(QPrinter.Unit.DevicePixel).size()))
    return page


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{PROGRAM} {FILE_NAME}")
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins)
    page.setUnits(QPageLayout.Unit.Millimeter)
    page.setMargins(margins)
    printer.setPageLayout(page)
    return printer
