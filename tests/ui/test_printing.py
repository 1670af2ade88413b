# SPDX-License-Identifier: MIT
"""Claims about printing: what the clerk chooses, where the pages go, and what is told."""

import pypdfium2
import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from export import print_service
from export.print_service import is_there
from model.edits import SetCell
from tests.own_cups import silent_service
from tests.ui.hands import golden
from ui import dialogs
from ui.printing import Printing


@pytest.fixture
def document(qapp):
    return golden("002-2")


@pytest.fixture
def printing(qtbot, document, press):
    window = QWidget()
    qtbot.addWidget(window)
    return Printing(document, press, lambda: None, window)


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


@pytest.fixture
def choosing(printing, monkeypatch):
    """Print with choices made for the clerk; returns what was told, and where it is said the pages went."""

    def choose(*choices, meanwhile=lambda: None):
        def answer(parent, printer, has_current):
            for name, choice in choices:
                getattr(printer, name)(choice)
            meanwhile()
            return True

        told, went = [], []
        monkeypatch.setattr(dialogs, "preview_print", lambda *details: 2)
        monkeypatch.setattr(dialogs, "ask_print", answer)
        monkeypatch.setattr(dialogs, "tell", lambda parent, error: told.append(str(error)))
        printing.printed.connect(went.append)
        printing.preview()
        return told, went

    return choose


def into(path):
    return ("setOutputFormat", QPrinter.OutputFormat.PdfFormat), ("setOutputFileName", str(path))


def test_a_printer_of_cups_gets_the_file_itself(choosing, cups, press):
    told, went = choosing(("setPrinterName", "raw"), ("setCopyCount", 2))
    job, proof = cups.next_job(), press.proof()
    assert (told, went) == ([], ["已交给打印机“raw”：3 页，2 份"])
    assert job.content == press.part(proof, range(3), lambda done, count: None)
    assert (job.copies, job.title) == ("2", "2024 上海国际门户网站运维")


def test_the_page_in_view_can_be_printed_alone(choosing, tmp_path):
    chosen = ("setPrintRange", QPrinter.PrintRange.CurrentPage)
    assert choosing(*into(tmp_path / "a.pdf"), chosen) == ([], ["已打印到文件“a.pdf”：1 页"])
    page = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0]
    assert "第 2 页 共 3 页" in page.get_textpage().get_text_bounded()


def test_a_choice_without_any_page_is_told_with_the_number_there_is(choosing, tmp_path):
    ranges = QPageRanges.fromString("7-9")
    chosen = ("setPrintRange", QPrinter.PrintRange.PageRange), ("setPageRanges", ranges)
    told, went = choosing(*into(tmp_path / "a.pdf"), *chosen)
    assert told == ["选的页码里没有可以打印的页：这张表共 3 页；请改了页码再打印。"]
    assert not went


def test_a_printer_gone_since_it_was_chosen_is_told_in_one_sentence(choosing, cups):
    cups.add("away")
    told, went = choosing(("setPrinterName", "away"), meanwhile=lambda: cups.run("lpadmin", "-x", "away"))
    assert told == ["打印机“away”已经不在；表的内容未受影响，请换一台再试。"]
    assert not went


def test_a_service_that_ends_while_the_clerk_chooses_is_told_in_one_sentence(choosing, cups):
    told, went = choosing(("setPrinterName", "raw"), meanwhile=cups.stop)
    cups.start()
    assert [words[:16] for words in told] == ["系统的打印服务没有运行，没有打印"]
    assert not went


def test_a_service_that_is_silent_is_told_before_qt_asks_it_anything(choosing, monkeypatch, tmp_path):
    if not is_there():
        pytest.skip("not run: lp is not installed")
    monkeypatch.setattr(print_service, "SHORT_PATIENCE", 0.5)
    with silent_service(tmp_path) as path:
        monkeypatch.setenv("CUPS_SERVER", str(path))
        told, went = choosing(meanwhile=lambda: pytest.fail("the dialog would hang"))
    assert [words[:14] for words in told] == ["打印服务没有回应，没有打印；"]
    assert not went


def test_a_file_can_begin_with_the_last_page(choosing, tmp_path):
    choosing(*into(tmp_path / "a.pdf"), ("setPageOrder", QPrinter.PageOrder.LastPageFirst))
    page = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0]
    assert "第 3 页 共 3 页" in page.get_textpage().get_text_bounded()


def test_a_file_that_cannot_be_written_is_told_in_one_sentence(choosing, tmp_path):
    told, went = choosing(*into(tmp_path / "没有" / "a.pdf"))
    assert [words[:14] for words in told] == ["“a.pdf”没有保存成功（"]
    assert not went


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_without_a_print_service_a_printer_that_refuses_is_told(choosing, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    told, went = choosing(("setOutputFormat", QPrinter.OutputFormat.PdfFormat))
    assert told == ["打印机没有接受打印任务；表的内容未受影响，请检查打印机后再试。"]
    assert not went


def test_turning_the_paper_is_one_step_that_can_be_undone(printing, document, undoable):
    printing.turn()
    assert (document.is_landscape, document.undo_stack.undoText()) == (True, "改为横向")
    printing.turn()
    assert (document.is_landscape, document.undo_stack.undoText()) == (False, "改为纵向")
    assert document.undo_stack.count() == 2


def test_turned_paper_comes_out_of_the_printer_turned(printing, choosing, tmp_path):
    printing.turn()
    assert choosing(*into(tmp_path / "a.pdf"))[0] == []
    width, height = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_size()
    assert width > height
