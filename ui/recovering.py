# SPDX-License-Identifier: MIT
"""The keeper of recovery copies: writes what is not saved yet, soon after the last key, in a thread."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from model.limits import RECOVERY_AFTER, RECOVERY_EVERY
from ui.faults import report_fault

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from model.edits import Insert, SetCell
    from model.recovery import About, Pair
    from model.snapshots import Plain
    from ui.document import Document

FOLDER = "recovery"  # in the application's own
PAUSE = 1000 * RECOVERY_AFTER  # ms after the last key
AT_MOST = 1000 * (RECOVERY_EVERY - 2)  # ms from the first key that is in no copy; writing takes its time
TOUCH = 240_000  # ms; other machines believe a copy to be nobody's after ten minutes
LONGEST_NAME = 200  # characters
AT_ONCE = 20_000  # bytes of a draft, some 70 rows, 0.2 ms of work
BREATH = 0.004  # seconds; a key takes less


class Bell(QObject):
    """Rings out of a thread; nobody's child, so that it is there until the thread has rung it."""

    rung = Signal(object)


class Keeper(QObject):
    """Keeps a copy of the document as it stands, with what is being typed; never in the clerk's file."""

    failed = Signal(str)  # why a copy could not be written
    written = Signal()

    def __init__(self, document: Document, folder: Path, window: QWidget, pause: int = PAUSE) -> None:
        super().__init__(window)
        self._document, self.folder, self._window = document, folder, window
        self._pair: Pair | None = None
        self._outdated: tuple[Path, ...] = ()  # copies whose content is held now, until it is in a new one
        self._is_writing = self._is_stale = False
        self._watched: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._latest = QTimer(self, singleShot=True, interval=AT_MOST)
        self._touching = QTimer(self, interval=TOUCH)
        for timer in (self._pause, self._latest):
            timer.timeout.connect(self.write)
        self._touching.timeout.connect(self._touch)
        self._bell = Bell()
        self._bell.rung.connect(self._note_end)
        document.findings_changed.connect(self.note)
        document.saved.connect(self._note_saved)
        document.about_to_reset.connect(self.forget)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    @cached_property
    def thread_at_work(self) -> ThreadPoolExecutor:
        """The thread, begun when it is first needed."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="recovery")

    @property
    def is_waiting(self) -> bool:
        """Tell whether something is still to be written."""
        return self._latest.isActive() or self._is_writing

    def note(self) -> None:
        """Something was typed; this stands on the key path."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def write(self) -> None:
        """Write a copy of the form, with what is being typed; the window does not wait for it."""
        from model.snapshots import put, snapshot

        self._pause.stop()
        self._latest.stop()
        if self._is_writing:  # a slow disk: the next one follows
            self._is_stale = True
            return
        edit = self._open_edit()
        if edit is None and not self._document.is_modified and not self._document.doubts:
            self.forget()
            return
        taken = snapshot(self._document.form)
        if edit is not None:
            with suppress(LookupError):  # of a row that has just gone
                put(taken, edit)
        self._is_writing = True
        self._submit(taken)

    def _open_edit(self) -> SetCell | Insert | None:
        """What is being typed; whatever is wrong with an editor, the form itself is kept."""
        from ui.open_typing import open_edit

        try:
            return open_edit(self._window.focusWidget(), self._document.amount_unit)
        except Exception:
            report_fault()
            return None

    def adopt(self, files: tuple[Path, ...]) -> None:
        """Take the place of copies that were put into the document: they go when it is in one of its own."""
        self._outdated += files
        self.write()

    def forget(self) -> None:
        """Take the copies away: what they hold is saved, or the clerk wants it no more."""
        self._pause.stop()
        self._latest.stop()
        self._touching.stop()
        self._is_stale = False
        pair, self._pair = self._pair, None
        files, self._outdated = (pair.files if pair else ()) + self._outdated, ()
        if files:
            self.thread_at_work.submit(_remove, files)

    def stop(self) -> None:
        """Take the copies away, since the clerk leaves, and end the thread; what is in doubt stays."""
        if self._document.is_modified or not self._document.doubts:
            self.forget()
        thread = self.__dict__.pop("thread_at_work", None)
        if thread is not None:
            thread.shutdown(wait=True)

    def end(self) -> None:
        """Write the last copy and end the thread: the system ends the program, and nobody was asked."""
        self._is_writing = False  # this one follows in any case
        self.write()
        thread = self.__dict__.pop("thread_at_work", None)
        if thread is not None:
            thread.shutdown(wait=True)

    def _note_saved(self) -> None:
        """What the drive has not confirmed may be gone after a power cut."""
        if self._document.doubts:
            self.write()
            return
        self.forget()
        if self._document.is_modified:  # typed while it was written
            self.note()

    def _submit(self, taken: Plain) -> None:
        from model.recovery import Pair

        self._pair = self._pair or Pair(self.folder)
        self.thread_at_work.submit(self._keep, self._pair, self._about(taken), taken)

    def _about(self, taken: Plain) -> partial[About]:
        from model.recovery import About, spelt

        document, name = self._document, str(taken["project_name"])[:LONGEST_NAME]
        return partial(
            About,
            sequence=0,
            time=datetime.now().isoformat(timespec="seconds"),
            parent=spelt(document.path),
            parent_sha256=document.stamp.sha256 if document.stamp else None,
            origin=spelt(document.origin),
            project_name=name.encode("utf-8", "replace").decode(),
        )

    def _note_end(self, cause: str) -> None:
        self._is_writing = False
        if cause:
            self.failed.emit(cause)
            self._latest.start()  # there may be room by then
        else:
            self._touching.start()
            self.written.emit()
            files, self._outdated = self._outdated, ()
            if files:
                self.thread_at_work.submit(_remove, files)
        if self._is_stale:
            self._is_stale = False
            self.note()

    def _touch(self) -> None:
        if self._pair is not None:
            self.thread_at_work.submit(self._pair.touch)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Follow the widget that is typed into: its text counts before it is in the form."""
        from ui.boxes import LineBox, TextBox
        from ui.editors import LineEditor, TextEditor

        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.textChanged.disconnect(self.note)
            self._watched.destroyed.disconnect(self._lose)
            self._watched = None
        if isinstance(new, LineBox | TextBox | LineEditor | TextEditor) and self._window.isAncestorOf(new):
            self._watched = new
            new.installEventFilter(self)
            new.textChanged.connect(self.note)
            new.destroyed.connect(self._lose)

    def _lose(self) -> None:
        self._watched = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod:
            self.note()
        return False

    # In the thread

    def _keep(self, pair: Pair, about: partial[About], taken: Plain) -> None:
        """Write, and ring with the reason why it could not be done; with nothing when it is done."""
        from model.errors import cause_of

        try:
            pair.write(about(**self._writer), _bytes_of(taken))
        except Exception as error:  # whatever it is, the clerk is to know that there is no copy
            self._bell.rung.emit(cause_of(error) or type(error).__name__)
        else:
            self._bell.rung.emit("")

    @cached_property
    def _writer(self) -> dict[str, Any]:
        from model.living import this_process

        us = this_process()
        return {"process_id": us.id, "host": us.host, "process_start": us.start}


def _bytes_of(taken: Plain) -> bytes:
    """Write a snapshot, with pauses: while Python works here, the window's thread waits for it."""
    from model.snapshots import draft_pieces

    pieces, at_once = list[bytes](), 0
    for piece in draft_pieces(taken):
        pieces.append(piece)
        at_once += len(piece)
        if at_once > AT_ONCE:
            at_once = 0
            sleep(BREATH)
    return b"".join(pieces)


def _remove(files: tuple[Path, ...]) -> None:
    from model.recovery import remove

    remove(files)
