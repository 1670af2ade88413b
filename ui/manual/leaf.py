# SPDX-License-Identifier: MIT
"""One page of the manual in view: its text in the interface font, its pictures as wide as the view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from ui import theme
from ui.manual.book import PICTURES, Page
from ui.manual.looks import fitted, style_sheet

MARGIN = 3 * theme.SPACE
PICTURE = "<img "
LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)


class Leaf(QTextBrowser):
    """Shows a page; links are told by `anchorClicked` and lead nowhere by themselves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self.setAccessibleName(self.tr("手册正文"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(MARGIN)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def show_page(self, page: Page, anchor: str = "") -> None:
        """Show a page from its top, or from an anchor."""
        self._page = page
        self._write()
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def _write(self) -> None:
        if self._page is None:
            return
        self.document().setDefaultStyleSheet(style_sheet(self.font(), self.palette()))
        self.setHtml(fitted(self._page.body))
        self.setAccessibleDescription(self._page.title)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture in the width of the view, sharp on this screen."""
        image = QImage(str(PICTURES / QUrl(name).fileName()))
        if image.isNull():
            return None
        ratio = self.devicePixelRatioF()
        width = min(image.width(), max(1, round((self.viewport().width() - 2 * MARGIN) * ratio)))
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page and PICTURE in self._page.body and event.size().width() != event.oldSize().width():
            self._write_in_place(self._top())

    @override
    def changeEvent(self, event: QEvent) -> None:
        at = self._top()
        super().changeEvent(event)
        if event.type() in LOOKS:
            self._write_in_place(at)

    def _top(self) -> int:
        """Return the position in the text at the top of the view."""
        return self.cursorForPosition(QPoint(0, 0)).position()

    def _write_in_place(self, at: int) -> None:
        """Write the page anew; the text at a position comes to the top of the view."""
        if self._page is None:
            return
        self._write()
        self.document().size()  # lays all of it out; before that the view does not scroll so far
        top, bar = self.textCursor(), self.verticalScrollBar()
        top.setPosition(min(at, self.document().characterCount() - 1))
        bar.setValue(bar.value() + self.cursorRect(top).top() - MARGIN)
