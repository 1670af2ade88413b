# SPDX-License-Identifier: MIT
"""Filing: new, open, save, export and leave – all that happens between the window's form and its file."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from export.copies import COPIES
from export.copies import SUFFIX as PDF_SUFFIX
from model.drafts import SUFFIX
from model.errors import ChangedOnDiskError, FormError, SaveError
from model.report import SIGNS, UNFINISHED, counted
from model.safe_file import write_verified
from model.templates import load_template, new_form
from ui import dialogs
from ui.dialogs import Conflict, Leaving
from ui.document import Document
from ui.identity import UNNAMED, title
from ui.opening import Opened, is_large, read, read_large
from ui.press import Press
from ui.progress import Task, wait, wait_for
from ui.recent import described, remember
from ui.settings import EXPORTED_KIND, LAST_FOLDER, PUBLIC_KIND, WORKING_KIND, Settings

if TYPE_CHECKING:
    from export.print_shop import Order
    from ui.export_sheet import Wish

KEPT_WHOLE = "“{name}”是打开的工作稿，没有覆盖；文件完好，内容仍在窗口中，请换一个文件名保存。"
FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\r\t', " "))
LONGEST_NAME = 60  # characters; file systems allow 255 bytes, with all that is added


class Filing(QObject):
    """Carries forms between the window and the disk; asks before anything is lost."""

    exported = Signal(object, bool)  # Path of the PDF, and whether it is a public copy
    begun = Signal(object, str, str)  # Task that goes on in the background, its words, what it counts

    def __init__(
        self,
        document: Document,
        press: Press,
        settings: Settings,
        finish_typing: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._press, self._settings, self._window = document, press, settings, window
        self._finish_typing = finish_typing
        self._export: Task[None] | None = None
        self._wish: Wish | None = None  # what the export is of

    def start_new(self, template_id: str) -> bool:
        """Begin an empty form for last year, the year that is evaluated now."""
        if not self.may_leave():
            return False
        template = load_template(template_id)
        self._document.replace(new_form(template, date.today().year - 1), template)
        return True

    def ask_and_open(self) -> bool:
        """Ask for a draft or a working copy and open it."""
        path = dialogs.ask_open(self._window, self._folder())
        return path is not None and self.open(path)

    def open(self, path: Path) -> bool:
        """Open a draft or a working copy; what is neither is told in one sentence, and nothing changes."""
        path = path.absolute()
        opened = self._opened(path)
        if opened is None:
            return False
        held = (opened.form, opened.template)
        if opened.stamp is None:  # out of a working copy, which saving never touches
            self._document.replace(*held, judge=opened.judge, origin=path)
        else:
            self._document.replace(*held, path, opened.stamp, opened.judge)
        self._note_file()
        return True

    def open_copy(self, path: Path) -> bool:
        """Open an example as a form without a file of its own."""
        opened = self._opened(path)
        if opened is not None:
            self._document.replace(opened.form, opened.template, judge=opened.judge)
        return opened is not None

    def _opened(self, path: Path) -> Opened | None:
        """Read and judge a draft, a large one in a thread; None where it is none or not wanted any more."""
        if not self.may_leave():
            return None
        try:
            if not is_large(path):
                return read(path)
            words = self.tr("正在打开“{name}”…").format(name=path.name)
            return wait_for(self._press.task(lambda tell: read_large(path)), words, self._window)
        except FormError as error:
            dialogs.tell(self._window, error)
            return None

    def save(self) -> bool:
        """Save into the form's file, at first ask for one; tells whether the file holds the form now."""
        self._finish_typing()
        path = self._document.path
        return self.save_as() if path is None else self._write(path)

    def save_as(self) -> bool:
        """Ask for a file name and save there; what came out of a working copy is saved beside it."""
        self._finish_typing()
        here = self._document.path or self._document.origin
        folder = here.parent if here else self._folder()
        chosen = dialogs.ask_save_as(self._window, folder / (file_name(self._document) + SUFFIX))
        return chosen is not None and self._write(with_suffix(chosen, SUFFIX))

    def may_leave(self) -> bool:
        """Ask about unsaved changes; tells whether another form may take the place of this one."""
        self._finish_typing()
        self._finish_export()
        if not self._document.is_modified:
            return True
        match dialogs.ask_discard(self._window, self.name()):
            case Leaving.SAVE:
                return self.save()
            case answer:
                return answer is Leaving.DISCARD

    def export(self) -> bool:
        """Write the pages as PDF, of the kind the clerk wants; unless all is done, every page says 草稿."""
        from ui.export_sheet import Offer

        self._finish_typing()
        self._finish_export()
        document, order = self._document, self._press.order()
        counts = unfinished(document)
        remarks = wait_for(self._press.remarks_task(order), self.tr("正在检查字体…"), self._window) or ()
        names = {kind: page_name(document, public=kind, is_draft=bool(counts)) for kind in COPIES}
        public = self._settings.read(EXPORTED_KIND) == PUBLIC_KIND
        wish = dialogs.ask_copy(self._window, Offer(self._folder(), names, public, counts, remarks))
        if wish is not None:
            self._write_pages(order, wish)
        return wish is not None

    def name(self) -> str:
        """Return what questions call the form: its file, else its project."""
        path = self._document.path
        return path.name if path else self._document.form.project_name or UNNAMED

    def _write(self, path: Path, overwrite: bool = False) -> bool:
        if is_same(path, self._document.origin):
            dialogs.tell(self._window, SaveError(self.tr(KEPT_WHOLE).format(name=path.name)))
            return False
        try:
            self._document.save(path, overwrite)
        except ChangedOnDiskError as error:
            return self._settle(path, error)
        except SaveError as error:
            dialogs.tell(self._window, error)
            return False
        self._note_file()
        return True

    def _settle(self, path: Path, error: ChangedOnDiskError) -> bool:
        match dialogs.ask_overwrite(self._window, error):
            case Conflict.COPY:
                return self.save_as()
            case answer:
                return answer is Conflict.OVERWRITE and self._write(path, overwrite=True)

    def _write_pages(self, order: Order, wish: Wish) -> None:
        """Write the form as it was when the clerk asked for it; he works on meanwhile."""
        self._settings.write(EXPORTED_KIND, PUBLIC_KIND if wish.public else WORKING_KIND)
        write = partial(write_verified, wish.path)
        self._export, self._wish = self._press.file_task(order, write, public=wish.public), wish
        self._export.ended.connect(self._end_export)
        self.begun.emit(self._export, self.tr("正在导出…"), self.tr("页"))

    def _finish_export(self) -> None:
        """A page promised is a page written: wait for it."""
        if self._export is not None:
            wait(self._export, self.tr("正在导出"), self._window, self.tr("页"))

    def _end_export(self) -> None:
        task, wish, self._export = self._export, self._wish, None
        if task is None or wish is None:
            return
        task.deleteLater()
        if task.error is not None:
            dialogs.tell(self._window, _as_told(task.error))
        elif not task.is_cancelled:
            self._settings.write(LAST_FOLDER, str(wish.path.parent))
            self.exported.emit(*wish)

    def _note_file(self) -> None:
        """Remember the form and its folder for the next time."""
        document, form = self._document, self._document.form
        if document.path:
            seen = described(document.path, form, document.judge.figures, document.findings())
            remember(self._settings, seen)
        if here := document.path or document.origin:
            self._settings.write(LAST_FOLDER, str(here.parent))

    def _folder(self) -> Path:
        last = Path(self._settings.read(LAST_FOLDER) or "-")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return last if last.is_dir() else Path(documents or Path.home())


def unfinished(document: Document) -> str:
    """Count in words what keeps the form from being final; nothing when it is."""
    return counted(tuple(finding for finding in document.findings() if finding.severity in UNFINISHED))


def unfinished_sentences(document: Document) -> list[str]:
    """Say what keeps the form from being final, a line each."""
    found = (finding for finding in document.findings() if finding.severity in UNFINISHED)
    return [f"{SIGNS[finding.severity]} {finding.message}" for finding in found]


def file_name(document: Document) -> str:
    """Return the name offered for the form's file: `2024 合作交流工作业务经费`."""
    words = title(document.form.fiscal_year, document.form.project_name).translate(FORBIDDEN_IN_NAMES)
    return " ".join(words.split())[:LONGEST_NAME].strip(" .")


def page_name(document: Document, *, public: bool, is_draft: bool) -> str:
    """Return the name offered for the form's PDF: `2024 合作交流工作业务经费 绩效自评表（工作稿）.pdf`."""
    mark = "·草稿" if is_draft else ""
    return f"{file_name(document)} 绩效自评表（{COPIES[public].word}{mark}）{PDF_SUFFIX}"


def _as_told(error: Exception) -> Exception:
    """Make a sentence of what went wrong while the pages were made; what the disk refused is one."""
    if isinstance(error, FormError):
        return error
    words = QCoreApplication.translate(
        "Filing", "页面没有导出成功（{cause}）；没有写出文件，填写的内容不受影响，请再试一次。"
    )
    return FormError(words.format(cause=f"{type(error).__name__}: {error}"))


def is_same(path: Path, other: Path | None) -> bool:
    """Tell whether two paths lead to one file."""
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def with_suffix(path: Path, suffix: str) -> Path:
    """Add the suffix where it is not there yet."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
