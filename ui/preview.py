# SPDX-License-Identifier: MIT
"""The live page: follows the form after a pause, and the clerk's cell at once."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from model.places import Place
from ui.page_footer import PageFooter
from ui.page_view import PageView
from ui.press import Press
from ui.settings import ZOOM, Settings

if TYPE_CHECKING:
    from export.print_shop import Proof

PAUSE, LONGEST_PAUSE = 80, 600  # ms without a change before the page is printed again


class PreviewPanel(QWidget):
    """The pages with their number; prints only while it is seen."""

    proof_changed = Signal(object)  # Proof now shown; None when there is none

    def __init__(self, press: Press, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press, self._settings = press, settings
        self._is_outdated = True
        self._asked_at = 0.0
        self.pages = PageView(press.draw_soon, self)
        if settings is not None:
            self.pages.set_zoom(settings.read(ZOOM))
            self.pages.zoom_changed.connect(self._keep_zoom)
        self.footer = PageFooter(self.pages, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._print)
        self.setFocusProxy(self.pages)
        press.printed.connect(self._show_proof)
        press.drawn.connect(self.pages.show_picture)
        press.failed.connect(self._show_failure)
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
        else:
            self.proof_changed.emit(None)  # nobody would print the new pages

    def begin(self) -> None:
        """Another form comes: forget the pages of the one before."""
        self.pages.clear()
        self.footer.say("")
        self.proof_changed.emit(None)

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
        self._asked_at = monotonic()
        self._press.print_soon()

    def _show_proof(self, proof: Proof) -> None:
        """Show it; the longer it took, the longer a pause is waited for before the next."""
        self._is_outdated = False
        taken = round((monotonic() - self._asked_at) * 1000)
        self._pause.setInterval(min(max(PAUSE, taken), LONGEST_PAUSE))
        self.pages.show_proof(proof)
        self.proof_changed.emit(proof)

    def _keep_zoom(self, zoom: str) -> None:
        if self._settings is not None:
            self._settings.write(ZOOM, zoom)

    def _show_failure(self, cause: str) -> None:
        self.footer.say(self.tr("页面暂时画不出来（{cause}）；填写的内容不受影响。").format(cause=cause))
