# SPDX-License-Identifier: MIT
"""The question when a save finds another file: who has changed what, line by line, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMessageBox, QVBoxLayout, QWidget

from model.comparing import Comparison, Side, State
from ui import theme
from ui.dialogs import Choice, Conflict
from ui.difference_list import DifferenceList

SIZE = QSize(820, 520)  # px, where the screen has the room
SCREEN_SHARE = 0.9
SIDES: dict[Side, str] = {
    Side.THEIRS: "【他人改了】",
    Side.MINE: "【您改了】",
    Side.BOTH: "【两边都改了】",
}
QUESTIONS: dict[State, tuple[str, str]] = {
    State.GONE: (
        "“{name}”已不在原处：被删除、改名或移走了，没有保存。",
        "您填的内容都在窗口里：可以存回原处，也可以另存。",
    ),
    State.UNREADABLE: (
        "“{name}”在您打开以后被别的程序改动，现在读不出来了，没有保存。",
        "您填的内容都在窗口里，建议另存；覆盖的话，磁盘上的那份先留进历史版本。",
    ),
    State.NEWER: (
        "“{name}”在您打开以后被较新的版本保存过，没有覆盖。",
        "您填的内容都在窗口里，请另存一份；升级程序以后再把两份对起来。",
    ),
}
"""What to ask, and what is safe."""
Role = QDialogButtonBox.ButtonRole


class ConflictSheet(QDialog):
    """Shows the changes of both sides; `answer` is what the clerk wants."""

    def __init__(self, comparison: Comparison, template: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = Conflict.CANCEL
        self._comparison, self._template = comparison, template
        self.head, self.changes, self.note = QLabel(said_of(comparison)), DifferenceList(), QLabel()
        self.buttons = QDialogButtonBox()
        self._lay_out()
        self._offer()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("文件被别人改过"))
        self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))
        lines = self._comparison.lines
        heads = [_tr(SIDES.get(line.side, "")) for line in lines]
        self.changes.show_differences([line.difference for line in lines], heads)
        for label in (self.head, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(2 * theme.SPACE,) * 4)
        whole.setSpacing(theme.SPACE + theme.HALF)
        whole.addWidget(self.head)
        whole.addWidget(self.changes, 1)
        whole.addWidget(self.note)
        whole.addWidget(self.buttons)

    def _offer(self) -> None:
        """Offer the ways there are; Enter takes the one by which nothing is lost."""
        theirs = self._comparison.theirs
        fits = theirs is not None and theirs.template == self._template
        has_only = has_only_theirs(self._comparison)
        self._first = Conflict.RELOAD if has_only and fits else Conflict.COPY  # what Enter does
        self._add(self.tr("另存为(&A)…"), Role.AcceptRole, Conflict.COPY)
        if not has_only:
            is_possible = self._comparison.merged is not None
            self._add(self.tr("合并(&M)"), Role.AcceptRole, Conflict.MERGE, is_possible)
        self._add(self.tr("用磁盘上的(&D)"), Role.AcceptRole, Conflict.RELOAD, fits)
        self._add(self.tr("覆盖(&O)"), Role.DestructiveRole, Conflict.OVERWRITE)
        self.buttons.addButton(self.tr("取消"), Role.RejectRole).clicked.connect(self.reject)
        merging = _tr("合并：两边的改动都要。") if self._comparison.merged else why_not(self._comparison)
        if has_only:
            merging = ""
        rest = _tr("用磁盘上的：窗口变成磁盘上的样子，可以撤销。覆盖：磁盘上的那份先留进历史版本。")
        self.note.setText(merging + rest)

    def _add(
        self, words: str, role: QDialogButtonBox.ButtonRole, answer: Conflict, is_possible: bool = True
    ) -> None:
        button = self.buttons.addButton(words, role)
        button.setEnabled(is_possible)
        button.clicked.connect(lambda: self._choose(answer))
        if answer is self._first and is_possible:
            button.setDefault(True)
            button.setFocus()

    def _choose(self, answer: Conflict) -> None:
        self.answer = answer
        self.accept()


def ways_without(comparison: Comparison) -> tuple[str, str, dict[Conflict, Choice]]:
    """Return what to ask when the file on the disk holds nothing to compare with."""
    text, more = (words.format(name=comparison.name) for words in map(_tr, QUESTIONS[comparison.state]))
    back = _tr("存回原处(&O)") if comparison.state is State.GONE else _tr("覆盖(&O)")
    answers = {Conflict.COPY: (_tr("另存为(&A)…"), QMessageBox.ButtonRole.AcceptRole)}
    if comparison.state is not State.NEWER:  # what a newer version has written, this one may not keep whole
        answers[Conflict.OVERWRITE] = (back, QMessageBox.ButtonRole.DestructiveRole)
    answers[Conflict.CANCEL] = (_tr("取消"), QMessageBox.ButtonRole.RejectRole)
    return text, f"{more}\n{comparison.cause}".strip(), answers


def has_only_theirs(comparison: Comparison) -> bool:
    """Tell whether the clerk has changed nothing."""
    return comparison.count(Side.THEIRS) == len(comparison.lines)


def said_of(comparison: Comparison) -> str:
    """Say how much which side has changed."""
    both = comparison.count(Side.BOTH)
    mine, theirs = (both + comparison.count(side) for side in (Side.MINE, Side.THEIRS))
    if comparison.count(Side.UNKNOWN):
        pattern = _tr(
            "“{name}”在您打开以后被别人改过，与窗口里的有 {count} 处不同；两边的内容都还在，请选择。"
        )
        return pattern.format(name=comparison.name, count=len(comparison.lines))
    same = _tr("，其中 {both} 处是同一个地方").format(both=both) if both else ""
    pattern = _tr("“{name}”在您打开以后被别人改过：他人改了 {theirs} 处，您改了 {mine} 处{same}。")
    if has_only_theirs(comparison):
        pattern = _tr("“{name}”在您打开以后被别人改过：他人改了 {theirs} 处，您没有改动。")
    said = pattern.format(name=comparison.name, theirs=theirs, mine=mine, same=same)
    return said + _tr("两边的内容都还在，请选择。")


def why_not(comparison: Comparison) -> str:
    """Say why the changes cannot be merged."""
    if comparison.count(Side.UNKNOWN):
        return _tr("打开时的内容已经不在了，分不出是谁改的，不能合并。")
    return _tr("两边动了同一个地方，不能自动合并；可以先另存一份，再对照着改。")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ConflictSheet", text)
