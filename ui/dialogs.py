# SPDX-License-Identifier: MIT
"""Every question and message to the clerk, each behind a function: all that tests replace of ui."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from export.copies import SUFFIX as PDF_SUFFIX
from model.drafts import SUFFIX
from ui.actions import BY_ID
from ui.identity import PROGRAM, version
from ui.manual.topics import TOPIC
from ui.plain_words import as_plain

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from export.print_shop import Proof
    from model.comparing import Comparison
    from model.pasting.grid import Grid
    from model.pasting.planning import Plan
    from model.pasting.recognising import Table
    from model.recovered import Offer as Offered
    from ui.document import Document
    from ui.export_sheet import Offer, Wish
    from ui.history_sheet import Chosen, HistorySheet
    from ui.press import Press
    from ui.settings import Settings

MOST_CHANGES = 20  # lines of a preview
Icon, Role = QMessageBox.Icon, QMessageBox.ButtonRole
Choice = tuple[str, QMessageBox.ButtonRole]
Answer = TypeVar("Answer")


class Leaving(Enum):
    """What to do with changes before another form takes their place."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Conflict(Enum):
    """What to do when another program has changed the file."""

    COPY = auto()
    MERGE = auto()
    RELOAD = auto()
    OVERWRITE = auto()
    CANCEL = auto()


class Rest(Enum):
    """What to go on with where a draft is damaged."""

    BACKUP = auto()
    PART = auto()
    NOTHING = auto()


def ask_open(parent: QWidget, folder: Path) -> Path | None:
    """Ask which draft or working copy to open."""
    pattern = tr("草稿和工作稿 (*{suffix} *{pdf});;所有文件 (*)").format(suffix=SUFFIX, pdf=PDF_SUFFIX)
    dialog = QFileDialog(parent, tr("打开草稿"), str(folder), pattern)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _file_of(dialog)


def ask_save_as(parent: QWidget, suggested: Path) -> Path | None:
    """Ask under which name to save; the suffix is added, and an existing file asked about."""
    return _ask_new_file(parent, tr("保存草稿"), suggested, tr("自评表草稿"))


def ask_export(parent: QWidget, suggested: Path) -> Path | None:
    """Ask where to write the PDF."""
    return _ask_new_file(parent, tr("导出 PDF"), suggested, tr("PDF 文件"))


def ask_copy(parent: QWidget, offer: Offer) -> Wish | None:
    """Ask which PDF of the form to write, and where; say what it will be marked with or lack."""
    from ui.export_sheet import ExportSheet

    sheet = ExportSheet(offer, parent)
    return sheet.wish if _run(sheet) else None


def ask_replace(parent: QWidget, name: str) -> bool:
    """Ask whether a file that is there already may be replaced."""
    text = tr("已有文件“{name}”。").format(name=name)
    answers = {True: (tr("替换(&R)"), Role.AcceptRole), False: (tr("取消"), Role.RejectRole)}
    return _ask(parent, text, tr("替换，原来的文件就没有了。"), answers, False, "pages#export")


def ask_discard(parent: QWidget, name: str) -> Leaving:
    """Ask what to do with unsaved changes; closing the question keeps everything as it is."""
    text = tr("“{name}”还有没保存的改动。").format(name=name)
    answers = {
        Leaving.SAVE: (tr("保存(&S)"), Role.AcceptRole),
        Leaving.DISCARD: (tr("不保存(&D)"), Role.DestructiveRole),
        Leaving.CANCEL: (tr("取消"), Role.RejectRole),
    }
    return _ask(parent, text, tr("不保存，这些改动就没有了。"), answers, Leaving.CANCEL, "save#leave")


def ask_overwrite(parent: QWidget, comparison: Comparison, template: str) -> Conflict:
    """Ask what to do about a file another program has changed, line by line where it can be read."""
    from ui.conflict_sheet import ConflictSheet, ways_without

    if comparison.theirs is None:
        text, more, answers = ways_without(comparison)
        return _ask(parent, text, more, answers, Conflict.CANCEL, "save#conflict")
    sheet = ConflictSheet(comparison, template, parent)
    return sheet.answer if _run(sheet) else Conflict.CANCEL


def ask_sure(parent: QWidget, text: str, more: str, yes: str, topic: str) -> bool:
    """Ask whether to do what Enter alone should not do: the first answer is not to."""
    answers = {False: (tr("取消"), Role.RejectRole), True: (yes, Role.DestructiveRole)}
    return _ask(parent, text, more, answers, False, topic)


def ask_elsewhere(parent: QWidget, error: Exception) -> bool:
    """Say why the form could not be saved there; ask whether to save it elsewhere."""
    answers = {True: (tr("另存为(&A)…"), Role.AcceptRole), False: (tr("取消"), Role.RejectRole)}
    return _ask(parent, str(error), "", answers, False, "save#safe")


def ask_rest(parent: QWidget, error: Exception, offers: dict[Rest, str]) -> Rest:
    """Ask what to go on with where a draft is damaged; each offer is told in a sentence."""
    words = {Rest.BACKUP: tr("打开历史版本(&B)"), Rest.PART: tr("打开完好的部分(&P)")}
    answers = {rest: (words[rest], Role.AcceptRole) for rest in offers}
    answers[Rest.NOTHING] = (tr("取消"), Role.RejectRole)
    return _ask(parent, str(error), "\n".join(offers.values()), answers, Rest.NOTHING, "recover#torn")


def ask_fix(parent: QWidget, text: str, changes: Sequence[str]) -> bool:
    """Show what a quick fix would change, cell by cell; ask whether to do it."""
    answers = {True: (tr("修正(&F)"), Role.AcceptRole), False: (tr("取消"), Role.RejectRole)}
    listed = "\n".join((*changes[:MOST_CHANGES], *(["…"] if len(changes) > MOST_CHANGES else [])))
    return _ask(parent, text, listed, answers, False, "problems#fix")


def ask_forget_words(parent: QWidget) -> bool:
    """Ask whether to forget the words learnt from earlier drafts."""
    text = tr("清除以前输入过的单位、指标、原因等记录？")
    more = tr("草稿和常用指标不受影响；清除后不能恢复。")
    answers = {True: (tr("清除(&D)"), Role.DestructiveRole), False: (tr("取消"), Role.RejectRole)}
    return _ask(parent, text, more, answers, False, "complete#learn")


def ask_paste(
    parent: QWidget, document: Document, grid: Grid, table: Table, home: tuple[int, ...]
) -> Plan | None:
    """Show what pasting a table of indicators would do; return what the clerk wants done."""
    from ui.paste_preview import PastePreview

    preview = PastePreview(document, grid, table, home, parent)
    return preview.plan if _run(preview) else None


def choose_copy(parent: QWidget, offers: list[Offered], discard: Callable[[Offered], None]) -> Offered | None:
    """Show what can be recovered, and what of it is not in the files; return what the clerk wants back."""
    from ui.recovery_sheet import RecoverySheet

    sheet = RecoverySheet(offers, discard, parent)
    return sheet.chosen if _run(sheet) else None


def ask_version(sheet: HistorySheet) -> Chosen | None:
    """Show the versions of a form; return the one the clerk wants, and what for."""
    return sheet.chosen if _run(sheet) else None


def preview_print(parent: QWidget, press: Press, proof: Proof, counts: str, sentences: Sequence[str]) -> int:
    """Show the pages; return the number of the one in view if the clerk wants to print them, else 0."""
    from ui.print_preview import PrintPreview

    preview = PrintPreview(press, proof, counts, sentences, parent)
    return preview.number if _run(preview) else 0


def ask_print(parent: QWidget, printer: QPrinter, has_current: bool = False) -> bool:
    """Let the clerk choose printer, pages and copies in the system's dialog."""
    from ui.print_dialog import print_dialog

    return _run(print_dialog(printer, parent, has_current))


def tell(parent: QWidget | None, error: Exception) -> None:
    """Say in one dialog what the world refused: the error's own sentence."""
    _run(QMessageBox(Icon.Warning, PROGRAM, as_plain(str(error)), QMessageBox.StandardButton.Ok, parent))


def open_outside(path: Path) -> None:
    """Open a file or folder with the system's own program for it."""
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_report(parent: QWidget | None, report: str, rescued: Path | None) -> None:
    """Say that the program made a mistake, where the rescued copy is, and offer the report to copy."""
    from PySide6.QtGui import QGuiApplication

    safe = tr("填写的内容已另存一份：\n{path}") if rescued else tr("填写的内容仍在窗口中，请先保存。")
    box = QMessageBox(Icon.Critical, PROGRAM, tr("程序出了错，窗口没有关闭，可以继续填写。"), parent=parent)
    box.setInformativeText(as_plain(safe.format(path=rescued) + "\n" + tr("请把下面的报告发给维护人员。")))
    box.setDetailedText(report)
    copy = box.addButton(tr("复制报告(&C)"), Role.ActionRole)
    box.addButton(tr("继续"), Role.AcceptRole)
    _run(box)
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(report)


def show_about(parent: QWidget) -> None:
    """Say what the program is."""
    text = tr("<h3>{name} {version}</h3><p>填写、检查、导出财政项目支出绩效自评表。</p><p>MIT 许可证。</p>")
    box = QMessageBox(Icon.NoIcon, tr("关于"), text.format(name=PROGRAM, version=version()), parent=parent)
    box.setIconPixmap(parent.windowIcon().pixmap(64, 64))
    box.setTextFormat(Qt.TextFormat.RichText)
    _run(box)


def show_keys(parent: QWidget) -> None:
    """Show all keys on one sheet."""
    from ui.keys_sheet import KeysSheet

    _run(KeysSheet(parent))


def show_settings(parent: QWidget, settings: Settings, changed: Callable[[], None]) -> None:
    """Let the clerk choose; `changed` is called after every choice."""
    from ui.settings_sheet import SettingsSheet

    _run(SettingsSheet(settings, changed, parent))


def tr(text: str) -> str:
    """Translate a dialog's words."""
    return QCoreApplication.translate("Dialogs", text)


def _ask_new_file(parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
    dialog = QFileDialog(parent, title, str(suggested.parent), f"{kind} (*{suggested.suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    return _file_of(dialog)


def _file_of(dialog: QFileDialog) -> Path | None:
    """Show a file dialog and return what was chosen; Qt's Chinese lacks two of its words."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("位置："))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("类型："))
    return Path(dialog.selectedFiles()[0]) if _run(dialog) else None


def _run(dialog: QDialog) -> bool:
    """Show a dialog until it is answered; tells whether it was accepted.  F1 opens the manual beside it."""
    QShortcut(QKeySequence(BY_ID["manual"].keys[0]), dialog).activated.connect(partial(_show_manual, dialog))
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def _show_manual(dialog: QDialog) -> None:
    from ui.manual.beside import show_beside

    show_beside(dialog)


def _ask(
    parent: QWidget, text: str, more: str, answers: dict[Answer, Choice], escape: Answer, topic: str
) -> Answer:
    """Ask a question; Enter takes the first answer, Escape the one whose button rejects, F1 the manual."""
    box = QMessageBox(Icon.Warning, PROGRAM, as_plain(text), parent=parent)
    box.setProperty(TOPIC, topic)
    box.setInformativeText(as_plain(more))
    buttons: dict[Answer, QPushButton] = {}
    for answer, (words, role) in answers.items():
        buttons[answer] = box.addButton(words, role)
    box.setDefaultButton(next(iter(buttons.values())))
    _run(box)
    return next((answer for answer, button in buttons.items() if button is box.clickedButton()), escape)
