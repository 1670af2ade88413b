# SPDX-License-Identifier: MIT
"""What others do to the form's file: noticed quietly, compared in words, and settled as the clerk wants."""

from __future__ import annotations

import hashlib
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from model.errors import FormError
from ui import dialogs
from ui.dialogs import Conflict

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor
    from pathlib import Path

    from model.comparing import Comparison
    from model.safe_file import Stamp
    from model.template import Template
    from ui.document import Document

PATIENCE = 1  # seconds to wait for what was read in the background
GONE = "“{name}”已不在原处：被删除、改名或移走了。窗口里的内容都还在；保存时可以存回原处，也可以另存。"
BROKEN = "“{name}”刚被别的程序改动，现在读不出来。窗口里的内容都还在；保存时会先问您。"
CHANGED = "“{name}”刚被别人改过：{summary}。"
TOUCHED = "“{name}”刚被别人改过。"


class Outcome(Enum):
    """What is to be done with the file."""

    STAY = auto()
    COPY = auto()
    MERGED = auto()  # write it, if that was what the clerk was about to do
    WRITE = auto()  # if it is still the one that was compared
    FORCE = auto()  # there is none that could be told from others
    DONE = auto()  # nothing: it holds the form


OUTCOMES: dict[Conflict, Outcome] = {
    Conflict.CANCEL: Outcome.STAY,
    Conflict.COPY: Outcome.COPY,
    Conflict.MERGE: Outcome.MERGED,
    Conflict.OVERWRITE: Outcome.WRITE,
    Conflict.RELOAD: Outcome.DONE,
}
FORGETS = (Conflict.MERGE, Conflict.OVERWRITE, Conflict.RELOAD)
"""The answers after which the file as it is now is the one known; any other is asked about again."""


class _Base(NamedTuple):
    """What the file held when it had this stamp; None in the end, if somebody was quicker."""

    stamp: Stamp
    content: bytes | Future[bytes | None]


class Outside(QObject):
    """Keeps what the file held when it was read or written, so that it is known who has changed what."""

    noticed = Signal(str)  # what has happened to the file, in words; nothing when it is as it was
    _seen = Signal(object, str)  # Stamp it was compared with, words; out of the thread

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._base: _Base | None = None
        self._said = ""
        self._is_looking = False
        self._seen.connect(self._hear)
        document.was_reset.connect(self._keep)
        document.saved.connect(self._keep)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._note_state)

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        """The thread, begun when it is first needed."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="outside")

    def stop(self) -> None:
        """End the thread."""
        thread = self.__dict__.pop("_thread", None)
        if thread is not None:
            thread.shutdown(wait=True, cancel_futures=True)

    def look(self) -> None:
        """See in the background whether the file is still the same; `noticed` says if not."""
        document = self._document
        path, stamp = document.path, document.stamp
        if path is None or stamp is None or document.read_only is not None or self._is_looking:
            return
        self._is_looking = True
        self._thread.submit(self._look, path, stamp, self._kept_base(0), document.template)

    def ask(self, path: Path) -> Outcome:
        """Show who has changed what and do what the clerk wants with the form; the file stays as it is."""
        from model.comparing import State

        comparison = self._compared(path)
        if comparison is None:
            return Outcome.STAY
        answer = Conflict.OVERWRITE  # with what it holds already
        if comparison.state is not State.SAME:
            answer = dialogs.ask_overwrite(self._window, comparison, self._document.template.id)
        outcome = self._done(answer, comparison)
        is_back = outcome is Outcome.FORCE and comparison.state is State.GONE and path.exists()
        return self.ask(path) if is_back else outcome

    def _compared(self, path: Path) -> Comparison | None:
        from model.comparing import compare
        from ui.opening import is_large
        from ui.progress import Task, wait_for

        document, base = self._document, self._kept_base()
        if not is_large(path):
            return compare(path, base, document.form, document.template)
        words = self.tr("正在比较“{name}”…").format(name=path.name)
        form, template = document.form, document.template
        task = Task["Comparison"](self).run_in(self._thread, lambda tell: compare(path, base, form, template))
        return wait_for(task, words, self._window)

    def _done(self, answer: Conflict, comparison: Comparison) -> Outcome:
        """Merge or take over what is on the disk, if that is wanted, and know the file as it is now."""
        from model.drafts import to_bytes
        from ui.becoming import become

        theirs, stamp = comparison.theirs, comparison.stamp
        form, words = {
            Conflict.MERGE: (comparison.merged, self.tr("合并磁盘上的改动")),
            Conflict.RELOAD: (theirs, self.tr("换成磁盘上的内容")),
        }.get(answer, (None, ""))
        if words and (form is None or not become(self._document, form, words)):
            return Outcome.STAY
        if answer in FORGETS and stamp is not None:
            self._document.settle(stamp, is_clean=answer is Conflict.RELOAD)
            self._base = None if theirs is None else _Base(stamp, to_bytes(theirs))
            self._say("")
        is_unknown = answer is Conflict.OVERWRITE and stamp is None
        return Outcome.FORCE if is_unknown else OUTCOMES[answer]

    # What the file held

    def _keep(self) -> None:
        """Keep what the file holds now: what the form says, or for a long form what is read in the thread."""
        from model.drafts import to_bytes
        from ui.opening import LARGE

        path, stamp = self._document.path, self._document.stamp
        self._say("")
        if path is None or stamp is None:
            self._base = None
        elif stamp.size > LARGE:
            self._base = _Base(stamp, self._thread.submit(_content, path, stamp))
        else:
            self._base = _Base(stamp, to_bytes(self._document.form))

    def _kept_base(self, seconds: float = PATIENCE) -> bytes | None:
        """Return what the file held when the form was read or written; None where that is not known."""
        base = self._base
        if base is None or base.stamp != self._document.stamp:
            return None  # the form goes back to another version of the file
        if isinstance(base.content, bytes):
            return base.content
        try:
            return base.content.result(seconds)
        except TimeoutError:
            return None

    # Looking

    def _note_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _hear(self, stamp: Stamp, words: str) -> None:
        self._is_looking = False
        if stamp == self._document.stamp:  # otherwise it was saved meanwhile, or is another one
            self._say(words)

    def _say(self, words: str) -> None:
        """Say it once; what the clerk has put away does not come again."""
        if words != self._said:
            self._said = words
            self.noticed.emit(words)

    # In the thread

    def _look(self, path: Path, stamp: Stamp, base: bytes | None, template: Template) -> None:
        self._seen.emit(stamp, _words(path, stamp, base, template))


def _content(path: Path, stamp: Stamp) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if _is_of(content, stamp) else None


def _is_of(content: bytes, stamp: Stamp) -> bool:
    return len(content) == stamp.size and hashlib.sha256(content).hexdigest() == stamp.sha256


def _words(path: Path, stamp: Stamp, base: bytes | None, template: Template) -> str:
    """Say what has happened to a file; nothing where it is the same, or out of reach for the moment."""
    from model.comparing import changes_outside
    from model.differences import summary
    from ui.opening import LARGE

    name = path.name
    try:
        status = path.stat()
        if (status.st_size, status.st_mtime_ns) == (stamp.size, stamp.mtime_ns):
            return ""
        content = path.read_bytes()
    except FileNotFoundError:
        return GONE.format(name=name)
    except OSError:
        return ""
    if _is_of(content, stamp):
        return ""
    is_long = len(content) > LARGE  # reading it would hold the window up, also from a thread
    try:
        found = () if base is None or is_long else changes_outside(base, content, name, template)
    except FormError:
        return BROKEN.format(name=name)
    return (CHANGED if found else TOUCHED).format(name=name, summary=summary(found))
