# SPDX-License-Identifier: MIT
"""The system's print dialog, with all it can do in view and its last English words in Chinese."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLabel, QLineEdit, QWidget

FOLDED = ">>"  # on the button that unfolds pages and copies
ENGLISH = {"pageSetLabel": "单双页(&S)：", "pagesRadioButton": "页码"}
"""Words Qt's Chinese lacks or has wrong, by the names of the widgets that bear them."""

PAGES, EXAMPLE = "pagesLineEdit", "1,3-5"


def print_dialog(printer: QPrinter, parent: QWidget, has_current: bool = False) -> QPrintDialog:
    """Return the dialog; `has_current` offers to print the page in view."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, has_current)
    for name, words in ENGLISH.items():
        for widget in dialog.findChildren(QWidget, name):
            if isinstance(widget, (QAbstractButton, QLabel)):
                widget.setText(_tr(words))
    for line in dialog.findChildren(QLineEdit, PAGES):
        line.setPlaceholderText(EXAMPLE)
    for button in dialog.findChildren(QAbstractButton):
        if FOLDED in button.text():
            button.click()
    layout = dialog.layout()
    if isinstance(layout, QBoxLayout) and not QPrinterInfo.availablePrinterNames():
        layout.insertWidget(0, _no_printer(dialog))
    return dialog


def _no_printer(dialog: QObject) -> QLabel:
    words = _tr("没有找到打印机：现在只能打印成 PDF 文件。要用打印机，请先在系统设置里添加。")
    label = QLabel(words)
    label.setWordWrap(True)
    return label


def _tr(words: str) -> str:
    return QCoreApplication.translate("PrintDialog", words)
