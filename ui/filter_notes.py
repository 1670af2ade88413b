# SPDX-License-Identifier: MIT
"""What tells of the filter: the switch in the page's head, and the line above the tree."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui import sheets, theme


class FilterStrip(QWidget):
    """Says which rows are shown, and leads back to all; the keys may stay in the tree."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.all = QLabel(self), QPushButton(self.tr("显示全部"), self)
        self.words.setForegroundRole(QPalette.ColorRole.Text)
        self.all.setStyleSheet(sheets.LINK)
        self.all.setCursor(Qt.CursorShape.PointingHandCursor)
        self.all.clicked.connect(self.all_wanted)
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        self.setAutoFillBackground(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.HALF, theme.SPACE, theme.HALF)
        layout.addWidget(self.words)
        layout.addWidget(self.all)
        layout.addStretch()

    def show_count(self, rows: int, is_on: bool) -> None:
        """Say how many rows have problems; nothing while all rows are shown."""
        some = self.tr("只显示 {count} 行有问题的指标").format(count=rows)
        self.words.setText(some if rows else self.tr("✓ 指标都没有问题了，这里没有要显示的行"))
        self.all.setAccessibleDescription(self.words.text())
        self.setVisible(is_on)


def filter_button(action: QAction, parent: QWidget) -> QToolButton:
    """Return the switch for the page's head."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setStyleSheet(sheets.CHIP)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.iconText())
    return button
