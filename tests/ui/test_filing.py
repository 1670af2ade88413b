# SPDX-License-Identifier: MIT
"""Claims about opening, saving, exporting and leaving."""

import json
import shutil
import threading
from datetime import date

import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget

from export.print_shop import PrintShop
from model.drafts import load
from model.edits import SetCell
from model.errors import ChangedOnDiskError
from tests.builders import GOLDEN, complete_form
from tests.ui.hands import document_of
from tests.working_copies import blank_pdf, with_attachment
from ui import dialogs, opening
from ui.dialogs import Conflict, Leaving
from ui.export_sheet import Wish
from ui.filing import Filing, file_name, page_name
from ui.press import Press
from ui.recent import recent_forms
from ui.settings import LAST_FOLDER

NAME = SetCell(("project_name",), "新的名称")


@pytest.fixture
def told(monkeypatch):
    sentences = []
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: sentences.append(str(error)))
    return sentences


@pytest.fixture
def press(document):
    press = Press(document)
    yield press
    press.stop()


@pytest.fixture
def filing(qtbot, document, press, settings, told):
    window = QWidget()
    qtbot.addWidget(window)
    filing = Filing(document, press, settings, lambda: None, window)
    filing.window = window
    return filing


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "003-1.json", path)
    return path


def answer(monkeypatch, question, *answers):
    """Let a question be answered; returns what it was asked with."""
    asked, left = [], list(answers)
    monkeypatch.setattr(dialogs, question, lambda *details: asked.append(details) or left.pop(0))
    return asked


def project_in(path):
    return json.loads(path.read_text(encoding="utf-8"))["project_name"]


# New and open


def test_a_new_form_is_for_last_year_and_has_no_file(filing, document):
    assert filing.start_new("shanghai-2024")
    assert (document.form.template, document.form.fiscal_year) == ("shanghai-2024", date.today().year - 1)
    assert document.path is None
    assert not document.is_modified


def test_opening_remembers_form_and_folder(filing, settings, draft):
    assert filing.open(draft)
    assert [recent.project_name for recent in recent_forms(settings)] == ["合作交流工作业务经费"]
    assert settings.read(LAST_FOLDER) == str(draft.parent)


def test_opening_what_is_no_draft_is_one_sentence_and_changes_nothing(filing, document, told, tmp_path):
    (tmp_path / "坏.json").write_text("{", encoding="utf-8")
    before = document.form
    assert not filing.open(tmp_path / "坏.json")
    assert document.form is before
    assert len(told) == 1
    assert told[0].startswith("“坏.json”")


def test_an_example_opens_as_a_form_without_file(filing, document, draft):
    assert filing.open_copy(draft)
    assert document.form.project_name == "合作交流工作业务经费"
    assert document.path is None


def test_not_choosing_a_file_opens_nothing(filing, monkeypatch):
    answer(monkeypatch, "ask_open", None)
    assert not filing.ask_and_open()


# Save


def test_the_first_save_asks_for_a_name_made_of_year_and_project(filing, document, monkeypatch, tmp_path):
    asked = answer(monkeypatch, "ask_save_as", tmp_path / "我的表")
    assert filing.save()
    assert asked[0][1].name == "2024 图书馆开放经费.json"
    assert document.path == tmp_path / "我的表.json"
    assert project_in(document.path) == "图书馆开放经费"


def test_later_saves_ask_nothing(filing, document, draft):
    filing.open(draft)
    document.do(NAME, "")
    assert filing.save()
    assert project_in(draft) == "新的名称"
    assert not document.is_modified


def test_saving_finishes_what_is_being_typed(qtbot, document, press, settings, monkeypatch, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    filing = Filing(document, press, settings, lambda: document.do(NAME, ""), window)
    answer(monkeypatch, "ask_save_as", tmp_path / "a.json")
    filing.save()
    assert project_in(tmp_path / "a.json") == "新的名称"


def test_a_save_that_fails_is_told_and_nothing_is_saved(filing, document, told, monkeypatch, tmp_path):
    document.do(NAME, "")
    answer(monkeypatch, "ask_save_as", tmp_path / "没有" / "a.json")
    assert not filing.save()
    assert document.is_modified
    assert "没有保存成功" in told[0]


@pytest.mark.parametrize(
    ("choice", "expected"), [(Conflict.OVERWRITE, "新的名称"), (Conflict.CANCEL, "别人的改动")]
)
def test_nobodys_change_is_overwritten_without_a_question(
    filing, document, draft, monkeypatch, choice, expected
):
    filing.open(draft)
    document.do(NAME, "")
    draft.write_text(draft.read_text("utf-8").replace("合作交流工作业务经费", "别人的改动"), "utf-8")
    asked = answer(monkeypatch, "ask_overwrite", choice)
    assert filing.save() is (choice is Conflict.OVERWRITE)
    assert isinstance(asked[0][1], ChangedOnDiskError)
    assert project_in(draft) == expected


def test_a_conflict_can_be_saved_as_a_copy(filing, document, draft, monkeypatch, tmp_path):
    filing.open(draft)
    document.do(NAME, "")
    draft.unlink()
    answer(monkeypatch, "ask_overwrite", Conflict.COPY)
    answer(monkeypatch, "ask_save_as", tmp_path / "另一份.json")
    assert filing.save()
    assert document.path == tmp_path / "另一份.json"


# Leave


def test_an_unchanged_form_is_left_without_a_question(filing):
    assert filing.may_leave()


@pytest.mark.parametrize(("choice", "leaves"), [(Leaving.DISCARD, True), (Leaving.CANCEL, False)])
def test_changes_are_asked_about(filing, document, monkeypatch, choice, leaves):
    document.do(NAME, "")
    asked = answer(monkeypatch, "ask_discard", choice)
    assert filing.may_leave() is leaves
    assert asked[0][1] == "新的名称"
    assert document.is_modified


def test_the_question_names_the_file(filing, document, draft, monkeypatch):
    filing.open(draft)
    document.do(NAME, "")
    asked = answer(monkeypatch, "ask_discard", Leaving.CANCEL)
    filing.may_leave()
    assert asked[0][1] == "表.json"


def test_saving_first_leaves_only_when_it_was_saved(filing, document, draft, monkeypatch):
    document.do(NAME, "")
    answer(monkeypatch, "ask_discard", Leaving.SAVE)
    answer(monkeypatch, "ask_save_as", None)
    assert not filing.open(draft)
    assert document.form.project_name == "新的名称"


# Export


def test_a_finished_form_is_exported_without_a_question(filing, document, monkeypatch, qtbot, tmp_path):
    asked = answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf"))
    with qtbot.waitSignal(filing.exported):
        assert filing.export()
    offer = asked[0][1]
    assert offer.names == {
        False: "2024 图书馆开放经费 绩效自评表（工作稿）.pdf",
        True: "2024 图书馆开放经费 绩效自评表（公开稿）.pdf",
    }
    assert (offer.counts, list(offer.remarks)) == ("", [])
    assert (tmp_path / "页.pdf").read_bytes().startswith(b"%PDF-")


def test_an_unfinished_form_says_what_is_left_and_is_named_a_draft(filing, document, monkeypatch, tmp_path):
    document.do(SetCell(("goal_actual",), ""), "")
    asked = answer(monkeypatch, "ask_copy", Wish(tmp_path / "a.pdf"))
    assert filing.export()
    offer = asked[0][1]
    assert offer.counts == "1 待填"
    assert offer.names[False] == "2024 图书馆开放经费 绩效自评表（工作稿·草稿）.pdf"
    assert offer.names[True] == "2024 图书馆开放经费 绩效自评表（公开稿·草稿）.pdf"


def test_going_back_to_mend_exports_nothing(filing, document, monkeypatch):
    document.do(SetCell(("goal_actual",), ""), "")
    answer(monkeypatch, "ask_copy", None)
    assert not filing.export()


def test_a_second_export_waits_for_the_first(filing, monkeypatch, tmp_path, qtbot):
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "a.pdf"), Wish(tmp_path / "b.pdf"))
    filing.export()
    with qtbot.waitSignal(filing.exported, check_params_cb=lambda path, public: path.name == "b.pdf"):
        filing.export()
    assert (tmp_path / "a.pdf").exists()


def test_a_page_that_cannot_be_written_is_told(filing, monkeypatch, told, tmp_path, qtbot):
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "没有" / "a.pdf"))
    with qtbot.assertNotEmitted(filing.exported):
        filing.export()
        qtbot.waitUntil(lambda: len(told) == 1)


def subject_in(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf.get_metadata_value("Subject")


@pytest.mark.parametrize(("public", "word"), [(False, "（工作稿）"), (True, "（公开稿）")])
def test_the_kind_that_was_wanted_is_written_and_remembered(
    filing, monkeypatch, tmp_path, qtbot, public, word
):
    asked = answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf", public), None)
    with qtbot.waitSignal(filing.exported) as exported:
        filing.export()
    assert exported.args == [tmp_path / "页.pdf", public]
    assert word in subject_in(tmp_path / "页.pdf")
    filing.export()
    assert [offer.public for _, offer in asked] == [False, public]


# Working copies


@pytest.fixture
def copy(tmp_path, draft):
    """A working copy of the draft."""
    path = tmp_path / "表.pdf"
    path.write_bytes(with_attachment(draft.read_bytes()))
    return path


def test_a_working_copy_opens_as_a_form_without_draft_file(filing, document, copy, draft):
    assert filing.open(copy)
    assert document.form == load(draft).form
    assert (document.path, document.origin) == (None, copy)
    assert not document.is_modified


def test_a_working_copy_is_not_among_the_drafts_but_its_folder_is_remembered(filing, settings, copy):
    filing.open(copy)
    assert recent_forms(settings) == []
    assert settings.read(LAST_FOLDER) == str(copy.parent)


def test_the_first_save_of_a_working_copy_is_a_draft_beside_it(filing, document, copy, monkeypatch):
    before = copy.read_bytes()
    filing.open(copy)
    document.do(NAME, "")
    asked = answer(monkeypatch, "ask_save_as", copy)  # the clerk names the PDF itself
    assert filing.save()
    assert asked[0][1] == copy.parent / "2024 新的名称.json"
    assert (document.path, document.origin) == (copy.with_name("表.pdf.json"), None)
    assert copy.read_bytes() == before


def test_a_working_copy_is_never_overwritten_whatever_its_name(filing, copy, monkeypatch, told):
    misnamed = copy.rename(copy.with_suffix(".JSON"))
    before = misnamed.read_bytes()
    filing.open(misnamed)
    answer(monkeypatch, "ask_save_as", misnamed)
    assert not filing.save()
    assert misnamed.read_bytes() == before
    assert "没有覆盖" in told[0]


def test_changes_to_a_working_copy_are_asked_about(filing, document, copy, monkeypatch):
    filing.open(copy)
    document.do(NAME, "")
    answer(monkeypatch, "ask_discard", Leaving.CANCEL)
    assert not filing.may_leave()


def test_a_pdf_without_draft_is_one_sentence_and_changes_nothing(filing, document, told, tmp_path):
    (tmp_path / "a.pdf").write_bytes(blank_pdf())
    before = document.form
    assert not filing.open(tmp_path / "a.pdf")
    assert document.form is before
    assert len(told) == 1
    assert told[0].startswith("“a.pdf”不是本程序导出的工作稿")


# Names


def test_names_offered_fit_every_file_system(qapp):
    document = document_of(complete_form(project_name="甲/乙:“丙”\n<丁>" + "长" * 200))
    assert file_name(document).startswith("2024 甲 乙 “丙” 丁 长长长")
    assert len(page_name(document, public=False, is_draft=True).encode()) < 255


def test_a_form_without_name_is_called_so(qapp):
    assert file_name(document_of(complete_form(project_name="", fiscal_year=None))) == "未命名的自评表"


# Long work


@pytest.fixture
def large(monkeypatch):
    """Let every draft count as large."""
    monkeypatch.setattr("ui.opening.LARGE", 0)


def test_a_large_draft_is_read_beside_the_window(filing, document, draft, large, monkeypatch):
    threads = []
    read = opening.read
    monkeypatch.setattr(
        opening, "read", lambda path: threads.append(threading.current_thread()) or read(path)
    )
    assert filing.open(draft)
    assert document.form.project_name == "合作交流工作业务经费"
    assert threads[0] is not threading.current_thread()


def test_a_working_copy_is_read_beside_the_window(filing, copy, monkeypatch):
    threads = []
    read = opening.read
    monkeypatch.setattr(
        opening, "read", lambda path: threads.append(threading.current_thread()) or read(path)
    )
    assert filing.open(copy)
    assert threads[0] is not threading.current_thread()


def test_a_large_file_that_is_no_draft_is_one_sentence(filing, document, told, tmp_path, large):
    (tmp_path / "坏.json").write_text("{", encoding="utf-8")
    assert not filing.open(tmp_path / "坏.json")
    assert told[0].startswith("“坏.json”")


def test_a_draft_read_beside_the_window_is_judged_the_same(draft):
    here, beside = opening.read(draft), opening.read_large(draft)
    assert here.judge.findings() == beside.judge.findings()
    assert here.form == beside.form


@pytest.fixture
def held(monkeypatch):
    """Hold up the making of a PDF until it is let go."""
    gate, make = threading.Event(), PrintShop.pdf
    monkeypatch.setattr(PrintShop, "pdf", lambda *details: gate.wait(5) and make(*details))
    return gate


@pytest.fixture
def exporting(filing, monkeypatch, tmp_path):
    """Begin an export that has not come far; returns its task and its path."""
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf"))
    tasks = []
    filing.begun.connect(lambda task, words, unit: tasks.append(task))
    assert filing.export()
    return tasks[0], tmp_path / "页.pdf"


def test_an_export_holds_the_form_as_it_was_when_asked_for(exporting, filing, document, qtbot):
    with qtbot.waitSignal(filing.exported):
        document.do(SetCell(("project_name",), "后来的名称"), "")
    text = pypdfium2.PdfDocument(exporting[1])[0].get_textpage().get_text_range()
    assert "图书馆开放经费" in text
    assert "后来的名称" not in text


def test_a_cancelled_export_leaves_no_file(held, exporting, filing, press, qtbot):
    task, path = exporting
    with qtbot.assertNotEmitted(filing.exported):
        task.cancel()
        held.set()
        press.stop()  # waits for what it is at
    assert list(path.parent.glob("*.pdf")) == list(path.parent.glob(".zpb*")) == []


def test_leaving_waits_for_an_export(exporting, filing):
    assert filing.may_leave()
    assert exporting[1].exists()


def test_a_fault_while_exporting_is_told_in_one_sentence(filing, press, monkeypatch, told, tmp_path, qtbot):
    answer(monkeypatch, "ask_copy", Wish(tmp_path / "页.pdf"))
    monkeypatch.setattr(PrintShop, "pdf", lambda *details: 1 / 0)
    filing.export()
    qtbot.waitUntil(lambda: bool(told))
    assert "没有写出文件" in told[0]
