# SPDX-License-Identifier: MIT
"""Claims about printing, on a printer that writes a PDF."""

from itertools import pairwise

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from model.edits import SetCell
from tests.ui.hands import golden
from ui import dialogs
from ui.printing import Printing, pages_chosen, print_proof, printer_for
from ui.progress import CancelledError


@pytest.fixture
def document(qapp):
    return golden("002-2")


@pytest.fixture
def proof(press):
    return press.proof()


@pytest.fixture
def printer(proof, tmp_path):
    printer = printer_for(proof, "表")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


@pytest.fixture
def printing(qtbot, document, press):
    window = QWidget()
    qtbot.addWidget(window)
    return Printing(document, press, lambda: None, window)


def test_all_pages_come_out_on_their_paper(proof, printer, press, tmp_path):
    assert print_proof(proof, printer, press, lambda done, count: None)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == len(proof.sizes)
    assert printed[0].get_size() == pytest.approx(proof.sizes[0], abs=1.5)


def test_the_picture_fills_the_page_at_300_dots_an_inch(proof, printer, press, tmp_path):
    print_proof(proof, printer, press, lambda done, count: None)
    page = pypdfium2.PdfDocument(tmp_path / "printed.pdf")[0]
    parts = list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    assert all(part.get_px_size()[0] >= proof.sizes[0][0] / 72 * 300 - 1 for part in parts)
    lefts, bottoms, rights, tops = zip(*(part.get_bounds() for part in parts), strict=True)
    edges = (min(lefts), min(bottoms), max(rights), max(tops))
    assert edges == pytest.approx((0, 0, *page.get_size()), abs=3)


def test_the_parts_of_a_page_leave_no_gap(proof, printer, press, tmp_path):
    print_proof(proof, printer, press, lambda done, count: None)
    page = pypdfium2.PdfDocument(tmp_path / "printed.pdf")[0]
    parts = [part.get_bounds() for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    for (_, above, _, _), (_, _, _, below) in pairwise(sorted(parts, key=lambda edges: -edges[3])):
        assert below > above


def test_cancelled_printing_sends_no_further_page(proof, printer, press):
    def tell(done, count):
        if done == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        print_proof(proof, printer, press, tell)
    assert printer.printerState() is not QPrinter.PrinterState.Active


def test_only_the_pages_chosen_are_printed(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert list(pages_chosen(printer, 3)) == [1]


def test_a_range_beyond_the_end_prints_what_there_is(printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert list(pages_chosen(printer, 3)) == [1, 2]


@pytest.mark.parametrize(("collate", "expected"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_are_printed_in_the_order_chosen(printer, collate, expected):
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    assert list(pages_chosen(printer, 2)) == expected


def test_the_last_page_can_come_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(pages_chosen(printer, 3)) == [2, 1, 0]


def test_one_looks_at_the_pages_before_the_printer_is_asked_for(printing, monkeypatch):
    asked = []
    monkeypatch.setattr(dialogs, "preview_print", lambda *details: asked.append(details) or False)
    monkeypatch.setattr(dialogs, "ask_print", lambda *details: pytest.fail("not wanted"))
    printing.preview()
    assert len(asked) == 1


def test_the_preview_says_what_is_not_final(printing, document, monkeypatch):
    document.do(SetCell(("project_name",), ""), "")
    asked = []
    monkeypatch.setattr(dialogs, "preview_print", lambda *details: asked.append(details) or False)
    printing.preview()
    counts, sentences = asked[0][-2:]
    assert counts == "1 待填"
    assert [sentence[0] for sentence in sentences] == ["○"]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told_in_one_sentence(printing, monkeypatch, tmp_path):
    def choose(parent, printer):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "没有" / "a.pdf"))
        return True

    told = []
    monkeypatch.setattr(dialogs, "preview_print", lambda *details: True)
    monkeypatch.setattr(dialogs, "ask_print", choose)
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: told.append(str(error)))
    printing.preview()
    assert len(told) == 1


def test_turning_the_paper_is_one_step_that_can_be_undone(printing, document, undoable):
    printing.turn()
    assert (document.is_landscape, document.undo_stack.undoText()) == (True, "改为横向")
    printing.turn()
    assert (document.is_landscape, document.undo_stack.undoText()) == (False, "改为纵向")
    assert document.undo_stack.count() == 2


def test_turned_paper_comes_out_of_the_printer_turned(printing, press, tmp_path):
    printing.turn()
    proof = press.proof()
    printer = printer_for(proof, "表")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_proof(proof, printer, press, lambda done, count: None)
    width, height = pypdfium2.PdfDocument(tmp_path / "printed.pdf")[0].get_size()
    assert width > height
