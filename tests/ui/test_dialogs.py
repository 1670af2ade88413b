# SPDX-License-Identifier: MIT
"""Claims about questions: what Enter, Escape and each button answer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from model.comparing import Comparison, State
from ui import dialogs
from ui.dialogs import Conflict, Leaving
from ui.manual.window import ManualWindow

KEY_OF = {Leaving.SAVE: Qt.Key.Key_Return, Leaving.CANCEL: Qt.Key.Key_Escape}


@pytest.fixture(autouse=True)
def no_question(qapp):
    """Here dialogs are shown, and answered by the test."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def when_shown(act):
    """Act on the dialog as soon as it is there; one left open is closed."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                act(dialog)
            finally:
                QTimer.singleShot(5000, dialog, dialog.reject)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


@pytest.mark.parametrize("answer", list(KEY_OF))
def test_enter_saves_and_escape_stays(parent, qtbot, answer):
    when_shown(lambda box: qtbot.keyClick(box, KEY_OF[answer]))
    assert dialogs.ask_discard(parent, "表.json") is answer


@pytest.mark.parametrize(("words", "answer"), [("不保存(&D)", Leaving.DISCARD), ("取消", Leaving.CANCEL)])
def test_each_button_gives_its_answer(parent, words, answer):
    def press(box):
        next(button for button in box.buttons() if button.text() == words).click()

    when_shown(press)
    assert dialogs.ask_discard(parent, "表.json") is answer


def test_the_question_names_the_form(parent, qtbot):
    texts = []
    when_shown(lambda box: (texts.append(box.text()), box.reject()))
    dialogs.ask_discard(parent, "表.json")
    assert texts == ["“表.json”还有没保存的改动。"]


def test_a_conflict_is_saved_elsewhere_by_default(parent, qtbot):
    when_shown(lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))
    assert dialogs.ask_overwrite(parent, Comparison("表.json", State.GONE), "ministry") is Conflict.COPY


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_a_file_that_is_there_is_replaced_only_when_it_may_be(parent, qtbot, key, answer):
    texts = []
    when_shown(lambda box: (texts.append(box.text()), qtbot.keyClick(box, key)))
    assert dialogs.ask_replace(parent, "页.pdf") is answer
    assert texts == ["已有文件“页.pdf”。"]


@pytest.mark.parametrize("name", ["表.json", "表.pdf"])
def test_drafts_and_working_copies_are_offered_to_open(parent, tmp_path, name):
    (tmp_path / name).write_text("", encoding="utf-8")
    filters = []

    def accept(dialog):
        filters.append(dialog.selectedNameFilter())
        dialog.selectFile(str(tmp_path / name))
        dialog.accept()

    when_shown(accept)
    assert dialogs.ask_open(parent, tmp_path) == tmp_path / name
    assert "*.json *.pdf" in filters[0]


def test_an_error_is_told_in_its_own_words(parent):
    texts = []
    when_shown(lambda box: (texts.append(box.text()), box.accept()))
    dialogs.tell(parent, ValueError("打不开；请检查。"))
    assert texts == ["打不开；请检查。"]


def test_the_report_can_be_copied(parent, qapp):
    def press(box):
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text() == "复制报告(&C)").click()

    when_shown(press)
    dialogs.show_report(parent, "Traceback", Path("/a/b.json"))
    assert qapp.clipboard().text() == "Traceback"


def test_the_file_offered_gets_its_suffix(parent, tmp_path):
    def accept(dialog):
        assert isinstance(dialog, QFileDialog)
        assert dialog.selectedFiles() == [str(tmp_path / "2024 表.json")]
        dialog.selectFile("别的名字")
        dialog.accept()

    when_shown(accept)
    assert dialogs.ask_save_as(parent, tmp_path / "2024 表.json") == tmp_path / "别的名字.json"


def test_a_draft_is_chosen_by_its_name(parent, tmp_path):
    (tmp_path / "表.json").write_text("{}", encoding="utf-8")

    def accept(dialog):
        dialog.selectFile(str(tmp_path / "表.json"))
        dialog.accept()

    when_shown(accept)
    assert dialogs.ask_open(parent, tmp_path) == tmp_path / "表.json"


def test_no_file_chosen_is_none(parent, tmp_path):
    when_shown(lambda dialog: dialog.reject())
    assert dialogs.ask_export(parent, tmp_path / "a.pdf") is None


@pytest.mark.parametrize("show", [dialogs.show_about, dialogs.show_keys])
def test_help_opens_and_closes(parent, qtbot, show):
    seen = []
    when_shown(lambda dialog: (seen.append(dialog), dialog.reject()))
    show(parent)
    assert len(seen) == 1


def test_f1_opens_the_manual_at_the_question_and_the_question_stays(parent, qtbot):
    opened = []

    def ask_for_help(box):
        box.activateWindow()
        qtbot.waitUntil(box.isActiveWindow)
        qtbot.keyClick(box, Qt.Key.Key_F1)
        manual = box.findChild(ManualWindow)
        opened.append((manual.address, manual.isVisible(), box.isVisible()) if manual else None)
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    when_shown(ask_for_help)
    assert dialogs.ask_discard(parent, "表.json") is Leaving.CANCEL
    assert opened == [("save#leave", True, True)]
