# SPDX-License-Identifier: MIT
"""Below the pages: which one is in view, and how large they are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui import sheets, theme
from ui.page_geometry import WHOLE, WIDTH, ZOOMS
from ui.page_view import PageView

SHOWN = 9  # choices without scrolling


class PageFooter(QWidget):
    """“第 2 页，共 3 页”, the choice of the zoom, and what else is offered."""

    def __init__(self, pages: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.words, self.zoom = QLabel(), QComboBox()
        self.words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._fill()
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE + theme.HALF, theme.HALF, theme.HALF, theme.HALF)
        line.addWidget(self.words, 1)
        line.addWidget(self.zoom)
        pages.page_changed.connect(self._show_number)
        pages.zoom_changed.connect(self._show_zoom)
        self.zoom.activated.connect(self._choose)
        self._show_zoom(pages.zoom)

    def text(self) -> str:
        """Return the words shown."""
        return self.words.text()

    def say(self, words: str) -> None:
        """Show other words than the page's number."""
        self.words.setText(words)

    def offer(self, action: QAction) -> None:
        """Put a switch beside the zoom."""
        switch = QToolButton(self)
        switch.setDefaultAction(action)
        switch.setStyleSheet(sheets.CHIP)
        switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        switch.setAccessibleName(action.iconText())
        self._line.insertWidget(self._line.indexOf(self.zoom), switch)
        QWidget.setTabOrder(switch, self.zoom)

    def _fill(self) -> None:
        self.zoom.setAccessibleName(self.tr("缩放"))
        self.zoom.setToolTip(self.tr("缩放（Ctrl+滚轮；页面中按 Ctrl++、Ctrl+-、Ctrl+0）"))
        self.zoom.setMaxVisibleItems(SHOWN)
        self.zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = {WHOLE: self.tr("整页"), WIDTH: self.tr("页宽")}
        for zoom in ZOOMS:
            self.zoom.addItem(words.get(zoom, f"{zoom} %"), zoom)

    def _choose(self, row: int) -> None:
        self._pages.set_zoom(str(self.zoom.itemData(row)))

    def _show_zoom(self, zoom: str) -> None:
        self.zoom.setCurrentIndex(self.zoom.findData(zoom))

    def _show_number(self, number: int, count: int) -> None:
        words = self.tr("第 {number} 页，共 {count} 页").format(number=number, count=count)
        self.words.setText(words)
        self._pages.setAccessibleDescription(words)
