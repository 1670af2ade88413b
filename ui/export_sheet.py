# SPDX-License-Identifier: MIT
"""What a PDF of the form is asked for with: its kind, its name, and what it will be marked with or lack."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from export.copies import COPIES, doubt_about
from export.copies import SUFFIX as PDF_SUFFIX
from model.report import SIGNS
from model.rules.finding import Severity
from ui import dialogs, sheets, theme
from ui.accepting import accept_or_cancel
from ui.composition import Composition
from ui.plain_words import as_plain

NARROWEST = 78 * theme.SPACE
NO_NAMES = ("", "..")  # of files
MOST_LISTED, MOST_IN_TIP = 4, 30  # remarks
KEYS = {False: "W", True: "G"}  # of the kinds


class Wish(NamedTuple):
    """A PDF that is wanted: where, and of which kind."""

    path: Path
    public: bool = False


class Offer(NamedTuple):
    """What the form lets expect of its PDF, and where it would go."""

    folder: Path
    names: dict[bool, str]  # of the file, by kind
    public: bool  # as it was the last time
    counts: str  # what keeps the form from being final, in words
    remarks: Sequence[str]  # what the page will lack


class ExportSheet(QDialog):
    """Both kinds with what they hold, the file's name, and whatever is to be said before."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer, self._folder = offer, offer.folder
        self._agreed: Path | None = None  # file that may be replaced
        self.kinds = {public: QRadioButton(self) for public in COPIES}
        self.name, self.place, self.doubts = QLineEdit(self), _quiet(self), QLabel(self)
        self._composition = Composition(self.name)
        self.elsewhere = QPushButton(self.tr("文件夹(&F)…"), self)
        self.elsewhere.setAutoDefault(False)
        self.buttons, self.accepting = accept_or_cancel(self, self.tr("导出(&E)"))
        self._lay_out()
        self.kinds[offer.public].setChecked(True)
        self.kinds[offer.public].setFocus()
        self.name.setText(offer.names[offer.public])
        self._judge()
        self._connect()

    @property
    def wish(self) -> Wish:
        """What is asked for as things stand."""
        return Wish(with_suffix(self._folder / self.name.text().strip()), self._public)

    @property
    def _public(self) -> bool:
        return self.kinds[True].isChecked()

    @override
    def accept(self) -> None:
        self._composition.finish()
        path = self.wish.path
        if not os.path.exists(path) or path == self._agreed or dialogs.ask_replace(self, path.name):
            super().accept()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("导出 PDF"))
        self.setStyleSheet(sheets.CHOICE)
        self.setMinimumWidth(NARROWEST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(3 * theme.SPACE,) * 4)
        whole.setSpacing(2 * theme.SPACE)
        for public in COPIES:
            whole.addLayout(self._kind(public))
        whole.addLayout(self._file())
        self.doubts.setWordWrap(True)
        self.doubts.setTextFormat(Qt.TextFormat.PlainText)
        whole.addWidget(self.doubts)
        whole.addWidget(self.buttons)

    def _kind(self, public: bool) -> QVBoxLayout:
        """Return a kind's choice, with what it holds and what it is for below."""
        copy, choice, note = COPIES[public], self.kinds[public], _quiet(self)
        choice.setText(f"{self.tr(copy.word)}(&{KEYS[public]})")
        note.setText(self.tr("{holds}；{use}。").format(holds=copy.holds, use=copy.use))
        note.setIndent(3 * theme.SPACE)
        choice.setAccessibleDescription(note.text())
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(choice)
        column.addWidget(note)
        return column

    def _file(self) -> QGridLayout:
        grid, label = QGridLayout(), QLabel(self.tr("文件名(&N)："))
        label.setBuddy(self.name)
        self.name.setAccessibleName(self.tr("文件名"))
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(theme.HALF)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.elsewhere, 0, 2)
        grid.addWidget(self.place, 1, 1, 1, 2)
        return grid

    def _connect(self) -> None:
        self.kinds[True].toggled.connect(self._follow_kind)
        self.name.textChanged.connect(self._judge)
        self.elsewhere.clicked.connect(self._look_elsewhere)

    def _follow_kind(self) -> None:
        """Let the name say the kind that is chosen; one of the clerk's own only changes its word."""
        before, now, text = COPIES[not self._public].word, COPIES[self._public].word, self.name.text()
        is_ours = text == self._offer.names[not self._public]
        self.name.setText(self._offer.names[self._public] if is_ours else text.replace(before, now))
        self._judge()

    def _look_elsewhere(self) -> None:
        """Let the clerk choose folder and name; a file chosen there may be replaced."""
        self._composition.finish()
        chosen = dialogs.ask_export(self, self.wish.path)
        if chosen is not None:
            self._folder, self._agreed = chosen.parent, with_suffix(chosen)
            self.name.setText(self._agreed.name)
            self._judge()

    def _judge(self) -> None:
        """Say where it goes and what the clerk should know before, as kind and name are now."""
        self.place.setText(self.tr("放在：{folder}").format(folder=self.wish.path.parent))
        said = sentences(self._offer, self.name.text(), self._public)
        more = ["…"] if len(said) > MOST_LISTED else []
        self.doubts.setText("\n".join((*said[:MOST_LISTED], *more)))
        self.doubts.setToolTip(as_plain("\n".join(said[:MOST_IN_TIP])) if more else "")
        self.doubts.setVisible(bool(said))
        self.accepting.setEnabled(Path(self.name.text().strip()).name not in NO_NAMES)


def sentences(offer: Offer, name: str, public: bool) -> list[str]:
    """Say what is to be known of a PDF before it is written, the gravest first."""
    told = [doubt_about(name, public=public)]
    if offer.counts:
        marked = _tr("这张表还有 {counts}，每页会印上“草稿”字样{public}。")
        told.append(marked.format(counts=offer.counts, public=_tr("，不宜公开") if public else ""))
    sign = SIGNS[Severity.WARNING]
    return [f"{sign} {sentence}" for sentence in (*told, *offer.remarks) if sentence]


def with_suffix(path: Path) -> Path:
    """Add the suffix of a PDF where it is not there yet, and there is a name to add it to."""
    is_whole = path.name in NO_NAMES or path.suffix.lower() == PDF_SUFFIX
    return path if is_whole else path.with_name(path.name + PDF_SUFFIX)


def _quiet(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportSheet", text)
