# SPDX-License-Identifier: MIT
"""Claims about the system's print dialog: all it can do is in view, and in Chinese."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from ui.manual.topics import topic_of
from ui.print_dialog import print_dialog

ENGLISH = re.compile("[A-Za-z]{3}")
NOTE = "没有找到打印机"


@pytest.fixture
def make(qtbot):
    chinese, window = QTranslator(), QWidget()
    assert chinese.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    QCoreApplication.installTranslator(chinese)
    qtbot.addWidget(window)
    printers = []

    def make(has_current=False):
        printers.append(QPrinter(QPrinter.PrinterMode.HighResolution))
        return print_dialog(printers[-1], window, has_current)

    yield make
    QCoreApplication.removeTranslator(chinese)


def words_of(dialog):
    parts = [*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)]
    return [part.text() for part in parts if part.objectName() != "type"]


def part(dialog, name):
    return dialog.findChild(QWidget, name)


def test_no_word_of_it_is_english(cups, make):
    assert not [words for words in words_of(make()) if ENGLISH.search(words)]


def test_pages_copies_and_both_sides_are_in_view(cups, make):
    dialog = make()
    dialog.show()
    names = ("printRange", "pagesRadioButton", "pageSetCombo", "copies", "collate", "reverse", "duplex")
    absent = [name for name in names if not part(dialog, name).isEnabled()]
    assert not absent
    assert not part(dialog, "QPrintSettingsOutput").isHidden()


def test_pages_are_not_called_a_count(cups, make):
    dialog = make()
    assert (part(dialog, "printRange").text(), part(dialog, "pagesRadioButton").text()) == ("页码从", "页码")
    assert dialog.findChild(QLineEdit, "pagesLineEdit").placeholderText() == "1,3-5"


@pytest.mark.parametrize("has_current", [True, False])
def test_the_page_in_view_is_offered_where_there_is_one(cups, make, has_current):
    option = QPrintDialog.PrintDialogOption.PrintCurrentPage
    assert make(has_current).testOption(option) is has_current


def test_a_printer_is_at_hand_without_a_word(cups, make):
    assert not [words for words in words_of(make()) if NOTE in words]


def test_a_machine_without_printers_is_said_to_be_one(make, printers, print_house_with):
    house = printers(print_house_with())
    house.run("lpadmin", "-x", "raw")
    assert [words for words in words_of(make()) if NOTE in words]


def test_its_words_go_with_it(cups, make, qtbot):
    dialog = make()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
    assert QCoreApplication.translate("QPrintSettingsOutput", "Page &Set:") == "Page &Set:"


def test_f1_opens_what_the_manual_says_of_printing(cups, make):
    assert topic_of(make()) == "pages#print"
