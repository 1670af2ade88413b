# SPDX-License-Identifier: MIT
"""What the clerk chose in the print dialog: which pages, and how the printer is to print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from export.print_service import PrintJob

FOR_CUPS = 0xFE00  # under this property Qt's dialog keeps what it has chosen for CUPS alone
RANGES, PARITY = "page-ranges", "page-set"
OURS = (RANGES, PARITY, "media", "PageSize", "PageRegion")  # what the file itself or its paper settles
FUZZY = QPageSize.SizeMatchPolicy.FuzzyMatch


def cups_options(printer: QPrinter) -> dict[str, str] | None:
    """Return what was chosen for CUPS alone; None where the printer is none of CUPS."""
    engine = printer.printEngine()
    try:
        kept = engine.property(type(engine).PrintEnginePropertyKey(FOR_CUPS))
    except (TypeError, ValueError):
        return None
    if not isinstance(kept, list) or printer.outputFormat() is not printer.OutputFormat.NativeFormat:
        return None
    return dict(zip(kept[::2], kept[1::2], strict=False))


def chosen_pages(printer: QPrinter, count: int, current: int, options: Mapping[str, str]) -> list[int]:
    """Return the indices of the pages to print, as they are numbered; `current` is the index in view."""
    if printer.printRange() is printer.PrintRange.CurrentPage:
        return [current]
    ranges = QPageRanges()
    if printer.printRange() is printer.PrintRange.PageRange:
        ranges = printer.pageRanges()
    elif RANGES in options:
        ranges = QPageRanges.fromString(options[RANGES])
    parities = {"odd": (1,), "even": (0,)}.get(options.get(PARITY, ""), (0, 1))
    return [
        page
        for page in range(count)
        if (ranges.isEmpty() or ranges.contains(page + 1)) and (page + 1) % 2 in parities
    ]


def in_order(printer: QPrinter, pages: Sequence[int]) -> list[int]:
    """Return pages in the order in which they leave the printer."""
    return list(pages)[:: -1 if printer.pageOrder() is printer.PageOrder.LastPageFirst else 1]


def with_copies(printer: QPrinter, pages: Sequence[int]) -> list[int]:
    """Repeat pages as often as the printer would not do it by itself."""
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return [*pages] * copies
    return [page for page in pages for _ in range(copies)]


def job_for(printer: QPrinter, options: Mapping[str, str], size: tuple[float, float]) -> PrintJob:
    """Return how CUPS is to print pages of this size, in points."""
    from export.print_service import PrintJob

    special = {name: wish for name, wish in options.items() if wish and name not in OURS}
    is_alone = special.get("number-up", "1") == "1"
    wishes = {
        "media": paper(size).key(),
        "sides": _sides(printer, size),
        "collate": str(printer.collateCopies()).lower(),
        "outputorder": "reverse" if printer.pageOrder() is printer.PageOrder.LastPageFirst else "normal",
        **({"print-scaling": "none"} if is_alone else {}),  # the margins are part of the page
        **_colours(printer),
        **special,
    }
    return PrintJob(printer.printerName(), printer.docName(), printer.copyCount(), tuple(wishes.items()))


def fit_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    """Give the printer the page's paper, without margins: they are part of the page."""
    printer.setPageSize(paper(size))
    printer.setPageOrientation(_orientation(size))
    printer.setFullPage(True)


def paper(size: tuple[float, float]) -> QPageSize:
    """Return the paper of a page, upright."""
    return QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", FUZZY)


def _orientation(size: tuple[float, float]) -> QPageLayout.Orientation:
    width, height = size
    return QPageLayout.Orientation.Portrait if width <= height else QPageLayout.Orientation.Landscape


def _sides(printer: QPrinter, size: tuple[float, float]) -> str:
    """Return how sheets are turned; where the printer is to choose, as a book is bound."""
    upright = _orientation(size) is QPageLayout.Orientation.Portrait
    long_edge, short_edge = "two-sided-long-edge", "two-sided-short-edge"
    return {
        printer.DuplexMode.DuplexNone: "one-sided",
        printer.DuplexMode.DuplexLongSide: long_edge,
        printer.DuplexMode.DuplexShortSide: short_edge,
        printer.DuplexMode.DuplexAuto: long_edge if upright else short_edge,
    }[printer.duplex()]


def _colours(printer: QPrinter) -> dict[str, str]:
    """Return the colours where they are not what the printer does by itself."""
    from PySide6.QtPrintSupport import QPrinterInfo

    chosen = printer.colorMode()
    if chosen is QPrinterInfo(printer).defaultColorMode():
        return {}
    return {"print-color-mode": "color" if chosen is printer.ColorMode.Color else "monochrome"}
