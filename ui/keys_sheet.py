# SPDX-License-Identifier: MIT
"""All keys on one sheet, made from the table of actions and the keys of the cells; it can be printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.manual.keys import Line, columns

COLUMNS = (3, 2)  # as many as the screen has room for
BETWEEN_KEYS = "、"
SCREEN_SHARE = 0.92
AROUND = 8 * theme.SPACE  # px beside the sheet: margins and scroll bar
Button, Role = QDialogButtonBox.StandardButton, QDialogButtonBox.ButtonRole


class KeysSheet(QDialog):
    """The sheet: columns of chapters, and two ways to have it on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        room = self.screen().availableSize() * SCREEN_SHARE
        self.sheet = _widest_sheet(room.width() - AROUND)
        self.area = _scrolled(self.sheet)
        buttons = QDialogButtonBox(Button.Close)
        self.to_printer = buttons.addButton(self.tr("打印本页(&P)…"), Role.ActionRole)
        self.to_pdf = buttons.addButton(self.tr("另存为 PDF(&S)…"), Role.ActionRole)
        self.to_printer.clicked.connect(self._print)
        self.to_pdf.clicked.connect(self._save)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(2 * theme.SPACE,) * 4)
        whole.setSpacing(2 * theme.SPACE)
        whole.addWidget(self.area, 1)
        whole.addWidget(buttons)
        self.resize(self._fitting_size().boundedTo(room))
        self.area.setFocus()  # a sheet larger than the screen is scrolled at once

    def _fitting_size(self) -> QSize:
        """Return the size that shows the whole sheet."""
        around = self.sizeHint() - self.area.sizeHint()
        bar = self.area.verticalScrollBar().sizeHint().width()
        return self.sheet.sizeHint() + around + QSize(bar, bar)

    def _print(self) -> None:
        from ui.manual.paper import print_keys

        print_keys(self)

    def _save(self) -> None:
        from ui.manual.paper import save_keys

        save_keys(self)


def _widest_sheet(room: int) -> QWidget:
    """Return the sheet with the most columns that a width has room for."""
    sheets = (_sheet(count) for count in COLUMNS)
    return next((sheet for sheet in sheets if sheet.sizeHint().width() <= room), _sheet(COLUMNS[-1]))


def _sheet(count: int) -> QWidget:
    sheet, row = QWidget(), QHBoxLayout()
    sheet.setLayout(row)
    row.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
    row.setSpacing(4 * theme.SPACE)
    for part in columns(count):
        column = QVBoxLayout()
        column.setSpacing(2 * theme.SPACE)
        for title, lines in part:
            column.addLayout(_chapter(title, lines))
        column.addStretch()
        row.addLayout(column)
    return sheet


def _scrolled(sheet: QWidget) -> QScrollArea:
    """Let a sheet larger than the screen be scrolled, with the keys too."""
    area = QScrollArea()
    area.setAccessibleName(QCoreApplication.translate("KeysSheet", "快捷键"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    return area


def _chapter(title: str, lines: tuple[Line, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * theme.SPACE)
    grid.setVerticalSpacing(theme.HALF)
    heading = QLabel(title)
    font = heading.font()
    font.setBold(True)
    heading.setFont(font)
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (words, keys) in enumerate(lines, start=1):
        label = QLabel(BETWEEN_KEYS.join(keys))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        grid.addWidget(QLabel(QCoreApplication.translate("KeysSheet", words)), row, 0)
        grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid
