# SPDX-License-Identifier: MIT
"""The history of a form: its versions shown, one restored as an undo step, opened or saved elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.backups import FOLDER, backups_of
from model.drafts import SUFFIX, save
from model.errors import SaveError
from model.form import Form
from model.safe_file import is_same_file
from model.templates import load_template
from model.versions import Kept, Version
from ui import dialogs
from ui.becoming import become
from ui.document import Document
from ui.filing import Filing, with_suffix
from ui.naming import file_name
from ui.rescue import data_folder

if TYPE_CHECKING:
    from ui.history_sheet import Chosen

OWN_FILE = "“{name}”就是正在填的这张表，没有覆盖；要回到旧版本，请用“恢复这个版本”，或换一个文件名。"


class History(QObject):
    """Shows the versions of the form in work and brings one back."""

    told = Signal(str)  # what was done, in words

    def __init__(
        self, document: Document, filing: Filing, finish_typing: Callable[[], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._filing, self._window = document, filing, window
        self._finish_typing = finish_typing

    def show(self) -> None:
        """Show the versions of the form, and do what the clerk wants with one."""
        from ui.history_sheet import HistorySheet

        self._finish_typing()
        document, now = self._document, datetime.now()
        if document.path is None:
            return
        versions = versions_of(document.path, document.is_modified, now)
        sheet = HistorySheet(document, versions, now.date(), self._save_as, self._window)
        chosen = dialogs.ask_version(sheet)
        if chosen is not None:
            (self._restore if chosen.is_to_stay else self._open)(chosen)

    def _restore(self, chosen: Chosen) -> None:
        words = self.tr("恢复“{name}”的版本").format(name=chosen.name)
        if become(self._document, chosen.form, words):
            self.told.emit(self.tr("已恢复“{name}”的版本；撤销可以回到恢复之前。").format(name=chosen.name))

    def _open(self, chosen: Chosen) -> None:
        if self._filing.may_leave():
            self._document.replace(chosen.form, load_template(chosen.form.template))

    def _save_as(self, form: Form, parent: QWidget) -> None:
        """Save a version under another name; the form in work stays as it is."""
        here = self._document.path
        assert here is not None
        name = self.tr("{name}（旧版本）").format(name=file_name(self._document))
        chosen = dialogs.ask_save_as(parent, here.with_name(name + SUFFIX))
        if chosen is None:
            return
        path = with_suffix(chosen, SUFFIX)
        try:
            own = self.tr(OWN_FILE).format(name=path.name) if is_same_file(path, here) else None
            if reason := own or self._filing.hindrance(path):
                raise SaveError(reason)
            save(form, path, None, data_folder() / FOLDER)
        except SaveError as error:
            dialogs.tell(parent, error)
        else:
            self.told.emit(self.tr("旧版本已存为“{name}”。").format(name=path.name))


def versions_of(path: Path, is_modified: bool, now: datetime) -> list[Version]:
    """List the versions of a form: the window's if it is not saved, the file, and its backups."""
    window = [Version(Kept.WINDOW, path, now)] if is_modified else []
    backups = backups_of(data_folder() / FOLDER, path)
    return [*window, *_file(path), *(Version(Kept.BACKUP, one.file, one.time) for one in backups)]


def _file(path: Path) -> list[Version]:
    try:
        return [Version(Kept.FILE, path, datetime.fromtimestamp(path.stat().st_mtime))]
    except OSError:
        return []
