# SPDX-License-Identifier: MIT
"""All keys on one sheet, made from the table of actions and the keys of the cells."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.actions import BY_ID, INNER_MENUS, MENUS, Menu
from ui.menus import shown_keys

CELL_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("下一格 / 上一格", ("Tab", "Shift+Tab")),
    ("本列下一行 / 上一行", ("Return", "Shift+Return")),
    ("修改，保留原文", ("F2",)),
    ("放弃修改", ("Esc",)),
    ("格内换行", ("Alt+Return",)),
    ("行首 / 行尾", ("Home", "End")),
    ("表首 / 表尾", ("Ctrl+Home", "Ctrl+End")),
    ("选择多格", ("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down")),
    ("选择整行", ("Shift+Space",)),
    ("收起 / 展开指标组（在组名上）", ("Left", "Right")),
)
PAGE_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("放大 / 缩小", ("Ctrl++", "Ctrl+-")),
    ("页宽", ("Ctrl+0",)),
    ("翻页", ("PgUp", "PgDown")),
    ("首页 / 末页", ("Home", "End")),
    ("到框住的单元格", ("Return",)),
)
"""Keys of the printed pages, while they have the focus."""
"""Keys of the cells; they are no actions of the window, the tree and the tables handle them."""

Line = tuple[str, tuple[str, ...]]


def chapters() -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Go through the menus, each with the actions that have keys."""
    for menu in MENUS:
        lines = tuple((BY_ID[name].plain, BY_ID[name].keys) for name in _with_keys(menu))
        yield menu.text.split("(&")[0], lines
    yield "单元格", CELL_KEYS
    yield "预览页面", PAGE_KEYS


def _with_keys(menu: Menu) -> Iterator[str]:
    inner = {f"[{below.id}]": below for below in INNER_MENUS}
    for name in menu.actions:
        if name in inner:
            yield from _with_keys(inner[name])
        elif name in BY_ID and BY_ID[name].keys:
            yield name


class KeysSheet(QDialog):
    """The sheet: two columns of chapters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        columns = QHBoxLayout()
        columns.setSpacing(5 * theme.SPACE)
        made = [_chapter(self.tr(title), lines) for title, lines in chapters()]
        for part in (made[:3], made[3:]):
            column = QVBoxLayout()
            column.setSpacing(2 * theme.SPACE)
            for chapter in part:
                column.addLayout(chapter)
            column.addStretch()
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(3 * theme.SPACE,) * 4)
        whole.setSpacing(2 * theme.SPACE)
        whole.addLayout(columns)
        whole.addWidget(buttons)


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
        label = QLabel(shown_keys(keys))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        grid.addWidget(QLabel(QCoreApplication.translate("KeysSheet", words)), row, 0)
        grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid
