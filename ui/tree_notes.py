# SPDX-License-Identifier: MIT
"""What stands around the tree: the level-1 sums above it, and what to do while it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from model.decimals import short
from ui.theme import SPACE

if TYPE_CHECKING:
    from ui.document import Document

SUFFIX = "指标"  # dropped from names in the summary


class Summary(QLabel):
    """Score and points of every level-1 group, in one line."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(self.tr("各一级指标：得分/分值"))
        document.findings_changed.connect(self.show_sums)
        document.was_reset.connect(self.show_sums)
        self.show_sums()

    def show_sums(self) -> None:
        """Follow the form."""
        judge, groups = self._document.judge, self._document.form.indicators
        tallies = ((group.name.removesuffix(SUFFIX), judge.tally(group)) for group in groups)
        begun = ((name, tally) for name, tally in tallies if tally.indicators)
        self.setText("   ".join(f"{name} {short(sums.score)}/{short(sums.points)}" for name, sums in begun))


class EmptyTree(QWidget):
    """In place of a tree without any group: what to do."""

    template_groups_wanted = Signal()
    group_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = QLabel(self.tr("还没有指标。先添加一级、二级指标，再在二级指标下填写自己的指标。"))
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text.setWordWrap(True)
        self.buttons = QPushButton(self.tr("按模板添加指标组")), QPushButton(self.tr("添加一级指标"))
        self.buttons[0].clicked.connect(self.template_groups_wanted)
        self.buttons[1].clicked.connect(self.group_wanted)
        _centre(self, text, *self.buttons)


def hint() -> QLabel:
    """Return the line above a tree whose groups are all empty."""
    label = QLabel(
        QCoreApplication.translate(
            "Tree", "在“＋ 新增指标”处直接输入指标名称；Tab 到下一格，Enter 到下一行，Ctrl+Enter 在下方新增。"
        )
    )
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setWordWrap(True)
    return label


def _centre(widget: QWidget, text: QLabel, *buttons: QPushButton) -> None:
    row, layout = QHBoxLayout(), QVBoxLayout(widget)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    layout.setSpacing(2 * SPACE)
    layout.addStretch(1)
    layout.addWidget(text)
    layout.addLayout(row)
    layout.addStretch(2)
