# SPDX-License-Identifier: MIT
"""The versions of a form: what each has changed, in words, and the ways back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from model.differences import summary
from model.form import Form
from model.versions import Kept, Version
from ui import sheets, theme
from ui.difference_list import DifferenceList
from ui.version_list import VersionList, name_of
from ui.version_reader import Compared, VersionReader

if TYPE_CHECKING:
    from ui.document import Document

SIZE = QSize(980, 580)  # px, where the screen has the room
SCREEN_SHARE = 0.9
LIST_WIDTH = 260  # px
Role = QDialogButtonBox.ButtonRole


class Chosen(NamedTuple):
    """A version the clerk wants."""

    form: Form
    name: str  # of the version: `昨天 09:10`
    is_to_stay: bool  # the form in work becomes it; else it is opened as a form without file


class HistorySheet(QDialog):
    """Left the versions, right what has changed; `chosen` is what the clerk wants in the end."""

    def __init__(
        self,
        document: Document,
        versions: Sequence[Version],
        today: date,
        save_as: Callable[[Form, QWidget], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._template = document.template.id
        self._versions, self._today, self._save_as = versions, today, save_as
        self.chosen: Chosen | None = None
        self._form: Form | None = None  # of the version in view
        self._wish = 0
        self.reader = VersionReader(versions, document.form, self)
        self.list, self.changes = VersionList(versions, today), DifferenceList()
        self.since, self.by = QRadioButton(self.tr("从它到现在(&N)")), QRadioButton(self.tr("它比上一个(&B)"))
        self.summary, self.note = QLabel(), QLabel()
        self.buttons = QDialogButtonBox()
        self.restore = self._button(self.tr("恢复这个版本(&R)"), Role.AcceptRole, self._restore)
        self.save = self._button(self.tr("另存为(&A)…"), Role.ActionRole, self._save)
        self.copy = self._button(self.tr("打开副本(&O)"), Role.ActionRole, self._open)
        self.buttons.addButton(self.tr("关闭"), Role.RejectRole).clicked.connect(self.reject)
        self._lay_out()
        self._begin()

    def _button(self, words: str, role: QDialogButtonBox.ButtonRole, act: Callable[[], None]) -> QPushButton:
        button = self.buttons.addButton(words, role)
        button.clicked.connect(act)
        button.setEnabled(False)
        return button

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("历史版本"))
        self.resize(SIZE.boundedTo(self.screen().availableSize() * SCREEN_SHARE))
        choice, right, both = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        choice.addWidget(QLabel(self.tr("改动：")))
        for radio in (self.since, self.by):
            radio.setStyleSheet(sheets.CHOICE)
            choice.addWidget(radio)
        choice.addStretch()
        for label in (self.summary, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.list.setFixedWidth(LIST_WIDTH)
        right.setSpacing(theme.SPACE)
        right.addLayout(choice)
        right.addWidget(self.summary)
        right.addWidget(self.changes, 1)
        both.setSpacing(2 * theme.SPACE)
        both.addWidget(self.list)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(2 * theme.SPACE,) * 4)
        whole.setSpacing(theme.SPACE + theme.HALF)
        whole.addLayout(both, 1)
        whole.addWidget(self.note)
        whole.addWidget(self.buttons)

    def _begin(self) -> None:
        self.note.setText(self.tr("恢复是一步操作，可以撤销；文件要等到保存才变。"))
        self.restore.setDefault(True)
        self.since.setChecked(True)
        self.reader.described.connect(self.list.describe)
        self.reader.compared.connect(self._show)
        self.list.currentRowChanged.connect(self._look)
        self.by.toggled.connect(self._look)
        self.list.setCurrentRow(min(1, len(self._versions) - 1))
        self.list.setFocus()
        self.reader.describe_all()

    @property
    def _version(self) -> Version:
        return self._versions[self.list.currentRow()]

    def _look(self) -> None:
        """Ask what the version in view has changed; until the answer is there nothing can be done with it."""
        is_window = self._version.kept is Kept.WINDOW
        self._form = None
        self._offer()
        self.since.setEnabled(not is_window)
        with_present = self.since.isChecked() and not is_window
        self._wish = self.reader.compare(self.list.currentRow(), with_present=with_present)

    def _show(self, number: int, compared: Compared) -> None:
        if number != self._wish:
            return
        self._form = compared.seen.form
        self.changes.show_differences(compared.found)
        self.summary.setText(self._words(compared))
        self._offer()

    def _words(self, compared: Compared) -> str:
        if compared.seen.form is None:
            return compared.seen.trouble
        if not compared.other:
            return self.tr("这是留下的最早的版本，没有更早的可比。")
        return f"{summary(compared.found)}。"

    def _offer(self) -> None:
        """Offer what can be done with the version in view."""
        form, is_window = self._form, self._version.kept is Kept.WINDOW
        fits = form is not None and form.template == self._template
        self.restore.setEnabled(fits and not is_window)
        self.restore.setToolTip("" if fits or form is None else self.tr("它用的是另一个模板，请打开副本。"))
        for button in (self.save, self.copy):
            button.setEnabled(form is not None)

    # What the clerk wants

    def _restore(self) -> None:
        self._choose(is_to_stay=True)

    def _open(self) -> None:
        self._choose(is_to_stay=False)

    def _choose(self, *, is_to_stay: bool) -> None:
        if self._form is not None:
            self.chosen = Chosen(self._form, name_of(self._version, self._today), is_to_stay)
            self.accept()

    def _save(self) -> None:
        if self._form is not None:
            self._save_as(self._form, self)

    @override
    def done(self, result: int) -> None:
        self.reader.stop()
        super().done(result)
