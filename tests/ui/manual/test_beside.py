# SPDX-License-Identifier: MIT
"""Claims about the manual beside a dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox

from ui.keys_sheet import KeysSheet
from ui.manual.beside import show_beside
from ui.manual.topics import TOPIC


@pytest.fixture
def question(qtbot):
    box = QMessageBox()
    box.setProperty(TOPIC, "save#leave")
    qtbot.addWidget(box)
    return box


def test_a_question_has_its_page(question):
    assert show_beside(question).address == "save#leave"


def test_a_sheet_has_the_page_of_its_class(qtbot):
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    assert show_beside(sheet).address == "keys"


def test_another_dialog_opens_the_first_page(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    assert show_beside(dialog).address == "index"


def test_the_window_belongs_to_the_dialog_so_that_it_can_be_used(question):
    window = show_beside(question)
    assert window.parent() is question
    assert window.windowModality() == Qt.WindowModality.NonModal
    assert show_beside(question) is window
