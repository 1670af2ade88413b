# SPDX-License-Identifier: MIT
"""Claims about exporting."""

import errno
import threading

import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget

from export.print_shop import PrintShop
from model import sibling as siblings
from model.edits import SetCell
from tests.ui.hands import answer
from ui.export_sheet import Wish
from ui.exporting import Exporting


@pytest.fixture
def exporting(qtbot, document, press, settings, told):
    window = QWidget()
    qtbot.addWidget(window)
    exporting = Exporting(document, press, settings, lambda: None, window)
    exporting.window = window
    return exporting


def test_a_finished_form_is_exported_without_a_question(exporting, document, monkeypatch, qtbot, tmp_path):
    asked = answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf"))
    with qtbot.waitSignal(exporting.exported):
        assert exporting.export()
    offer = asked[0][1]
    assert offer.names == {
        False: "2024 图书馆开放经费 绩效自评表（工作稿）.pdf",
        True: "2024 图书馆开放经费 绩效自评表（公开稿）.pdf",
    }
    assert (offer.counts, list(offer.remarks)) == ("", [])
    assert (tmp_path / "页.pdf").read_bytes().startswith(b"%PDF-")


def test_an_unfinished_form_says_what_is_left_and_is_named_a_draft(
    exporting, document, monkeypatch, tmp_path
):
    document.do(SetCell(("goal_actual",), ""), "")
    asked = answer(monkeypatch, "ask_copy", Wish(tmp_path / "a.pdf"))
    assert exporting.export()
    offer = asked[0][1]
    assert offer.counts == "1 待填"
    assert offer.names[False] == "2024 图书馆开放经费 绩效自评表（工作稿·草稿）.pdf"
    assert offer.names[True] == "2024 图书馆开放经费 绩效自评表（公开稿·草稿）.pdf"


def test_what_the_drive_did_not_confirm_is_told_of_a_pdf_too(exporting, monkeypatch, qtbot, tmp_path):
    def refuse(folder):
        raise OSError(errno.EIO, "error")

    monkeypatch.setattr(siblings, "sync_folder", refuse)
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf"))
    with qtbot.waitSignal(exporting.warned) as warned:
        exporting.export()
    assert "“页.pdf”已保存，但磁盘没有确认" in warned.args[0]


def test_going_back_to_mend_exports_nothing(exporting, document, monkeypatch):
    document.do(SetCell(("goal_actual",), ""), "")
    answer(monkeypatch, "ask_copy", None)
    assert not exporting.export()


def test_a_second_export_waits_for_the_first(exporting, monkeypatch, tmp_path, qtbot):
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "a.pdf"), Wish(tmp_path / "b.pdf"))
    exporting.export()
    with qtbot.waitSignal(exporting.exported, check_params_cb=lambda path, public: path.name == "b.pdf"):
        exporting.export()
    assert (tmp_path / "a.pdf").exists()


def test_a_page_that_cannot_be_written_is_told(exporting, monkeypatch, told, tmp_path, qtbot):
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "没有" / "a.pdf"))
    with qtbot.assertNotEmitted(exporting.exported):
        exporting.export()
        qtbot.waitUntil(lambda: len(told) == 1)


def subject_in(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf.get_metadata_value("Subject")


@pytest.mark.parametrize(("public", "word"), [(False, "（工作稿）"), (True, "（公开稿）")])
def test_the_kind_that_was_wanted_is_written_and_remembered(
    exporting, monkeypatch, tmp_path, qtbot, public, word
):
    asked = answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf", public), None)
    with qtbot.waitSignal(exporting.exported) as exported:
        exporting.export()
    assert exported.args == [tmp_path / "页.pdf", public]
    assert word in subject_in(tmp_path / "页.pdf")
    exporting.export()
    assert [offer.public for _, offer in asked] == [False, public]


@pytest.fixture
def held(monkeypatch):
    """Hold up the making of a PDF until it is let go."""
    gate, make = threading.Event(), PrintShop.pdf
    monkeypatch.setattr(PrintShop, "pdf", lambda *details: gate.wait(5) and make(*details))
    return gate


@pytest.fixture
def begun(exporting, monkeypatch, tmp_path):
    """Begin an export that has not come far; returns its task and its path."""
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf"))
    tasks = []
    exporting.begun.connect(lambda task, words, unit: tasks.append(task))
    assert exporting.export()
    return tasks[0], tmp_path / "页.pdf"


def test_an_export_holds_the_form_as_it_was_when_asked_for(begun, exporting, document, qtbot):
    with qtbot.waitSignal(exporting.exported):
        document.do(SetCell(("project_name",), "后来的名称"), "")
    text = pypdfium2.PdfDocument(begun[1])[0].get_textpage().get_text_range()
    assert "图书馆开放经费" in text
    assert "后来的名称" not in text


def test_a_cancelled_export_leaves_no_file(held, begun, exporting, press, qtbot):
    task, path = begun
    with qtbot.assertNotEmitted(exporting.exported):
        task.cancel()
        held.set()
        press.stop()  # waits for what it is at
    assert list(path.parent.glob("*.pdf")) == list(path.parent.glob(".zpb*")) == []


def test_finishing_waits_for_an_export(begun, exporting):
    exporting.finish()
    assert begun[1].exists()


def test_a_fault_while_exporting_is_told_in_one_sentence(
    exporting, press, monkeypatch, told, tmp_path, qtbot
):
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf"))
    monkeypatch.setattr(PrintShop, "pdf", lambda *details: 1 / 0)
    exporting.export()
    qtbot.waitUntil(lambda: bool(told))
    assert "没有写出文件" in told[0]
