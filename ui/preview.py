# SPDX-License-Identifier: MIT
"""The live page: follows the form after a pause, and the clerk's cell at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from model.places import Place
from ui import theme
from ui.page_view import PageView
from ui.press import Press, Proof

PAUSE = 150  # ms without a change before the page is printed again


class PreviewPanel(QWidget):
    """The pages with their number; prints only while it is seen."""

    def __init__(self, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self._is_outdated = True
        self.pages = PageView(press.draw_soon, self)
        self.footer = _footer(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._print)
        self.setFocusProxy(self.pages)
        press.printed.connect(self._show_proof)
        press.drawn.connect(self.pages.show_picture)
        press.failed.connect(self._show_failure)
        self.pages.page_changed.connect(self._show_number)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.footer)

    def note_change(self) -> None:
        """The form has changed: print it when the clerk pauses."""
        self._is_outdated = True
        if self.isVisible():
            self._pause.start()

    def begin(self) -> None:
        """Another form has come: forget the pages of the one before."""
        self.pages.clear()
        self.footer.clear()

    @property
    def is_up_to_date(self) -> bool:
        """Tell whether the pages in view are the form's as it is now."""
        return not self._is_outdated and self.pages.is_drawn

    def follow(self, place: Place) -> None:
        """Bring the cell of a place into view."""
        self.pages.follow(place)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_outdated:
            self._pause.start()

    def _print(self) -> None:
        self._press.print_soon()

    def _show_proof(self, proof: Proof) -> None:
        self._is_outdated = False
        self.pages.show_proof(proof)

    def _show_number(self, number: int, count: int) -> None:
        self.footer.setText(self.tr("第 {number} 页，共 {count} 页").format(number=number, count=count))

    def _show_failure(self, cause: str) -> None:
        self.footer.setText(self.tr("页面暂时画不出来（{cause}）；填写的内容不受影响。").format(cause=cause))


def _footer(panel: QWidget) -> QLabel:
    footer = QLabel(panel)
    footer.setAlignment(Qt.AlignmentFlag.AlignCenter)
    footer.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    footer.setMargin(theme.HALF)
    footer.setWordWrap(True)
    footer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return footer
