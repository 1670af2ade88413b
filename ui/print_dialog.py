# SPDX-License-Identifier: MIT
"""The system's print dialog, with all it can do in view and its last English words in Chinese."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from ui.manual.topics import TOPIC

FOLDED = ">>"  # on the button that unfolds pages and copies
TITLE = 30  # px, about
PAGES, EXAMPLE = "pagesLineEdit", "1,3-5"
WORDS = {
    "Page &Set:": "单双页(&S)：",
    "Pages": "页码",
    "Pages from": "页码从",
    "Pages per sheet:": "每张纸几页：",
    "Pages &per sheet:": "每张纸几页(&P)：",
    "Page &order:": "排列顺序(&O)：",
}
"""What Qt's Chinese lacks or has wrong in its print dialogs."""


class Words(QTranslator):
    """Speaks before Qt's own Chinese."""

    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return WORDS.get(source) if context[:1] == "Q" else None


def print_dialog(printer: QPrinter, parent: QWidget, has_current: bool = False) -> QPrintDialog:
    """Return the dialog; `has_current` offers to print the page in view."""
    words = Words()
    QCoreApplication.installTranslator(words)
    dialog = QPrintDialog(printer, parent)
    words.setParent(dialog)  # and goes with it
    dialog.setProperty(TOPIC, "pages#print")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, has_current)
    for line in dialog.findChildren(QLineEdit, PAGES):
        line.setPlaceholderText(EXAMPLE)
    for button in dialog.findChildren(QAbstractButton):
        if FOLDED in button.text():
            button.click()
    _place(dialog, parent)
    layout = dialog.layout()
    if isinstance(layout, QBoxLayout) and not QPrinterInfo.availablePrinterNames():
        layout.insertWidget(0, _no_printer())
    return dialog


def _place(dialog: QPrintDialog, parent: QWidget) -> None:
    """Put the unfolded dialog before its window; Qt would hide the title of a tall one above the screen."""
    box = QRect(QPoint(), dialog.sizeHint())
    box.moveCenter(parent.window().frameGeometry().center())
    dialog.move(box.left(), max(parent.screen().availableGeometry().top() + TITLE, box.top()))


def _no_printer() -> QLabel:
    words = "没有找到打印机：现在只能打印成 PDF 文件。要用打印机，请先在系统设置里添加。"
    label = QLabel(QCoreApplication.translate("PrintDialog", words))
    label.setWordWrap(True)
    return label
