# SPDX-License-Identifier: MIT
"""Claims about what was chosen in the print dialog, read from Qt's printer."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from ui.print_choices import chosen_pages, cups_options, fit_paper, in_order, job_for, with_copies

A4, LANDSCAPE = (595.28, 841.89), (841.89, 595.28)


@pytest.fixture
def printer(qapp):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("表")
    fit_paper(printer, A4)
    return printer


@pytest.fixture
def cups_printer(cups, qapp):
    """A printer of CUPS that can print on both sides."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName("direct")
    fit_paper(printer, A4)
    return printer


def options_of(printer, size=A4, **chosen):
    return dict(
        job_for(printer, {name.replace("_", "-"): wish for name, wish in chosen.items()}, size).options
    )


def chosen(printer, count, current=0, **options):
    return chosen_pages(printer, count, current, {name.replace("_", "-"): w for name, w in options.items()})


def test_all_pages_are_printed_where_nothing_is_chosen(printer):
    assert chosen(printer, 3) == [0, 1, 2]


def test_only_the_pages_chosen_are_printed(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert chosen(printer, 3) == [1]


def test_a_range_beyond_the_end_prints_what_there_is(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert chosen(printer, 3) == [1, 2]


def test_the_page_in_view_can_be_printed_alone(printer):
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen(printer, 3, current=2) == [2]


@pytest.mark.parametrize(
    ("ranges", "parity", "expected"),
    [("1,3-4", "", [0, 2, 3]), ("", "odd", [0, 2, 4]), ("2-5", "even", [1, 3]), ("9", "", [])],
)
def test_ranges_for_cups_are_cut_out_here(printer, ranges, parity, expected):
    assert chosen(printer, 5, page_ranges=ranges, page_set=parity) == expected


def test_the_last_page_can_come_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert in_order(printer, [0, 1, 2]) == [2, 1, 0]


@pytest.mark.parametrize(("collate", "expected"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_are_made_here_where_the_printer_makes_none(printer, tmp_path, collate, expected):
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    assert with_copies(printer, [0, 1]) == expected


def test_a_printer_of_cups_has_options_of_its_own(cups_printer):
    assert cups_options(cups_printer) == {}


def test_printing_into_a_file_is_no_matter_of_cups(cups_printer):
    cups_printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert cups_options(cups_printer) is None


def test_a_job_is_on_the_paper_of_the_page_and_as_large(cups_printer):
    wishes = options_of(cups_printer)
    assert (wishes["media"], wishes["print-scaling"], wishes["sides"]) == ("A4", "none", "one-sided")
    assert options_of(cups_printer, LANDSCAPE)["media"] == "A4"


def test_several_pages_to_a_sheet_are_scaled(cups_printer):
    wishes = options_of(cups_printer, number_up="2")
    assert wishes["number-up"] == "2"
    assert "print-scaling" not in wishes


def test_a_paper_the_printer_has_by_itself_does_not_replace_the_pages(cups_printer):
    assert options_of(cups_printer, PageSize="Letter", media="Letter")["media"] == "A4"


@pytest.mark.parametrize(
    ("mode", "size", "sides"),
    [
        ("DuplexLongSide", A4, "two-sided-long-edge"),
        ("DuplexShortSide", A4, "two-sided-short-edge"),
        ("DuplexAuto", A4, "two-sided-long-edge"),
        ("DuplexAuto", LANDSCAPE, "two-sided-short-edge"),
    ],
)
def test_sheets_are_turned_as_chosen(cups_printer, mode, size, sides):
    cups_printer.setDuplex(QPrinter.DuplexMode[mode])
    assert options_of(cups_printer, size)["sides"] == sides


def test_copies_collating_and_order_go_to_the_printer(cups_printer):
    cups_printer.setCopyCount(3)
    cups_printer.setCollateCopies(False)
    cups_printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    job = job_for(cups_printer, {"manualfeed": "on", "job-billing": ""}, A4)
    assert (job.printer, job.copies) == ("direct", 3)
    assert {("collate", "false"), ("outputorder", "reverse"), ("manualfeed", "on")} <= set(job.options)
    assert "job-billing" not in dict(job.options)


def test_grey_is_said_where_the_printer_would_print_in_colour(cups_printer):
    assert "print-color-mode" not in options_of(cups_printer)
    cups_printer.setColorMode(QPrinter.ColorMode.GrayScale)
    assert options_of(cups_printer)["print-color-mode"] == "monochrome"
