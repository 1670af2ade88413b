# SPDX-License-Identifier: MIT
"""Filing: new, open, save and leave – all that happens between the window's form and its file."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.backups import FOLDER as BACKUPS
from model.drafts import SUFFIX
from model.errors import ChangedOnDiskError, FormError, SaveError, TornFileError
from model.safe_file import is_same_file
from model.shaping import unknown_in
from model.templates import load_template, new_form
from ui import dialogs
from ui.dialogs import Leaving
from ui.document import Document, Write, written_at_once
from ui.identity import UNNAMED
from ui.naming import file_name, folder_to_use, with_suffix
from ui.opening import Opened, is_large, read, read_large
from ui.outside import Outcome, Outside
from ui.press import Press
from ui.progress import wait_for
from ui.recent import described, remember
from ui.rescue import data_folder
from ui.settings import LAST_FOLDER, Settings
from ui.writing import beside, is_long, sweep_soon

KEPT_WHOLE = "“{name}”是内容的来源，没有覆盖；它没有动，内容仍在窗口中，请换一个文件名保存。"
KEPT_NEWER = "“{name}”由较新的版本保存，没有用旧格式覆盖；文件完好，请换一个文件名保存。"
OLDER = "这份草稿由较新的版本保存。要另存一份本程序的旧格式来修改吗？"
OLDER_MORE = "{unknown}新版本里的意思，旧格式不一定说得全。原来的文件不动；最好是升级程序。"
NOTHING_UNKNOWN = "本程序认得的内容都会写进去。"


class Filing(QObject):
    """Carries forms between the window and the disk; asks before anything is lost."""

    was_opened = Signal(object)  # Opened, with what there is to say of it
    warned = Signal(str)  # what did not go as it should though the form is saved; empty when all is well

    def __init__(
        self,
        document: Document,
        press: Press,
        settings: Settings,
        finish_typing: Callable[[], None],
        finish_export: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._press, self._settings, self._window = document, press, settings, window
        self._finish_typing, self._finish_export = finish_typing, finish_export
        self.hindrance: Callable[[Path], str | None] = lambda path: None  # who else changes a file, in words
        self._newer: str | None = None  # why a draft of a newer version may not be changed
        self.outside = Outside(document, window)
        self._swept: set[Path] = set()

    def start_new(self, template_id: str) -> bool:
        """Begin an empty form for last year, the year that is evaluated now."""
        if not self.may_leave():
            return False
        template = load_template(template_id)
        self._document.replace(new_form(template, date.today().year - 1), template)
        return True

    def ask_and_open(self) -> bool:
        """Ask for a draft or a working copy and open it."""
        path = dialogs.ask_open(self._window, folder_to_use(self._settings))
        return path is not None and self.open(path)

    def open(self, path: Path) -> bool:
        """Open a draft or a working copy; what is neither is told in one sentence, and nothing changes."""
        path = path.absolute()
        opened = self._opened(path)
        if opened is None:
            return False
        form, template, judge, shut = opened.form, opened.template, opened.judge, opened.read_only
        self._newer = shut
        if opened.stamp is None:  # out of a working copy or a damaged draft, which saving never touches
            self._document.replace(form, template, judge=judge, origin=path, read_only=shut)
        else:
            self._document.replace(form, template, path, opened.stamp, judge, read_only=shut)
        if not opened.is_filed:
            self._document.undo_stack.resetClean()
        self._note_file()
        self.was_opened.emit(opened)
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
        except TornFileError as error:
            return self._rest_of(path, error)
        except FormError as error:
            dialogs.tell(self._window, error)
            return None

    def _rest_of(self, path: Path, error: TornFileError) -> Opened | None:
        """Let the clerk go on with what is left of a damaged draft."""
        from ui.torn import offer_rest

        try:
            return offer_rest(self._window, path, error)
        except FormError as worse:
            dialogs.tell(self._window, worse)
            return None

    def save(self) -> bool:
        """Save into the form's file, at first ask for one; tells whether the file holds the form now."""
        self._finish_typing()
        path = self._document.path
        is_shut = self._document.read_only is not None
        return self.save_as() if path is None or is_shut else self._write(path)

    def save_as(self) -> bool:
        """Ask for a file name and save there; what came out of a working copy is saved beside it."""
        self._finish_typing()
        if self._is_newer() and not self._may_write_older():
            return False
        here = self._document.path or self._document.origin
        folder = here.parent if here else folder_to_use(self._settings)
        chosen = dialogs.ask_save_as(self._window, folder / (file_name(self._document) + SUFFIX))
        return chosen is not None and self._write_as(chosen)

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

    def name(self) -> str:
        """Return what questions call the form: its file, else its project."""
        path = self._document.path
        return path.name if path else self._document.form.project_name or UNNAMED

    def _write_as(self, chosen: Path) -> bool:
        """Write under a new name; the dialog has asked about what is there, but not under a longer name."""
        path = with_suffix(chosen, SUFFIX)
        if path != chosen and os.path.lexists(path) and not dialogs.ask_replace(self._window, path.name):
            return self.save_as()
        return self._write(path)

    def _write(self, path: Path, overwrite: bool = False) -> bool:
        try:
            if reason := self._refusal(path):
                raise SaveError(reason)
            warnings = self._document.save(
                path, overwrite, data_folder() / BACKUPS, self._way_of_writing(path)
            )
        except ChangedOnDiskError:
            return self._settle(path)
        except SaveError as error:
            return dialogs.ask_elsewhere(self._window, error) and self.save_as()
        self.warned.emit("\n".join(warnings))
        self._note_file()
        return True

    def _refusal(self, path: Path) -> str | None:
        """Say why a file is not to be written; None where it may be."""
        document = self._document
        if is_same_file(path, document.origin):
            return self.tr(KEPT_WHOLE).format(name=path.name)
        if self._is_newer() and is_same_file(path, document.path):
            return self.tr(KEPT_NEWER).format(name=path.name)
        return self.hindrance(path)

    def _is_newer(self) -> bool:
        """Tell whether the form came out of a draft that a newer version has written."""
        return self._newer is not None and self._document.read_only == self._newer

    def _may_write_older(self) -> bool:
        """Ask whether to write a copy in this version's format, and name what could get lost."""
        unknown = "".join(unknown_in(self._document.form)) or self.tr(NOTHING_UNKNOWN)
        more = self.tr(OLDER_MORE).format(unknown=unknown)
        return dialogs.ask_sure(self._window, self.tr(OLDER), more, self.tr("另存(&A)…"), "sharing#newer")

    def _way_of_writing(self, path: Path) -> Write:
        if not is_long(self._document.form):
            return written_at_once
        return beside(self._window, self.tr("正在保存“{name}”…").format(name=path.name))

    def settle(self) -> None:
        """Compare form and file, and let the clerk choose; merging writes nothing yet."""
        self._finish_typing()
        if self._document.path is not None:
            self._settle(self._document.path, is_saving=False)

    def _settle(self, path: Path, *, is_saving: bool = True) -> bool:
        match self.outside.ask(path):
            case Outcome.COPY:
                return self.save_as()
            case Outcome.MERGED:
                return is_saving and self._write(path)
            case Outcome.WRITE:
                return self._write(path)
            case Outcome.FORCE:
                return self._write(path, overwrite=True)
            case outcome:
                return outcome is Outcome.DONE

    def _note_file(self) -> None:
        """Remember the form and its folder for the next time."""
        document, form = self._document, self._document.form
        if document.path:
            seen = described(document.path, form, document.judge.figures, document.findings())
            remember(self._settings, seen)
        if here := document.path or document.origin:
            self._settings.write(LAST_FOLDER, str(here.parent))
            if here.parent not in self._swept:
                self._swept.add(here.parent)
                sweep_soon(here.parent)
