# SPDX-License-Identifier: MIT
"""The words the clerk has used: learnt in the background from drafts, kept on this machine only."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from model.errors import SaveError
from ui.faults import report_of_work
from ui.settings import FORMER_NAMES, REMEMBERING

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from model.learning import Texts
    from model.lexicon import Lexicon
    from ui.document import Document
    from ui.settings import Settings

WORDS_FILE = "words.json"
READ_AFTER = 1500  # ms after the first page; the start is over by then


class Memory(QObject):
    """Learns when a draft is opened or saved; a lexicon is always at hand, never waited for."""

    def __init__(self, document: Document, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._settings, self._window = document, settings, window
        self._lexicon: Lexicon | None = None
        self._path = settings.folder / WORDS_FILE
        self._soon = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._soon.timeout.connect(self.begin)
        self._later = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._later.timeout.connect(self.learn)

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        """The thread, begun when it is first needed."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="memory")

    @property
    def is_on(self) -> bool:
        """Tell whether words are learnt and own words offered."""
        return self._settings.read(REMEMBERING)

    @property
    def lexicon(self) -> Lexicon:
        """The words that can be offered; the library's alone until the own ones are read."""
        if self._lexicon is None:
            from model.lexicon import Lexicon

            self._lexicon = Lexicon()
            self.begin()
        return self._lexicon

    def begin_soon(self) -> None:
        """Read the own words when the start is over."""
        if self._lexicon is None:
            self._soon.start()

    def begin(self) -> None:
        """Read the own words."""
        self._soon.stop()
        self._submit(self._take_former_names() if self.is_on else None)

    def learn_soon(self) -> None:
        """Learn the words of a form just opened, when the start is over."""
        self._later.start()

    def learn(self) -> None:
        """Learn the words of the form, if it is a draft of the clerk's own."""
        if self.is_on and self._document.path is not None:
            from model.learning import texts_of

            self._submit(texts_of(self._document.form))

    def switch(self) -> None:
        """Learn from now on, or no longer; what was learnt stays until it is cleared."""
        self._settings.write(REMEMBERING, not self.is_on)
        self.begin()

    def clear(self) -> None:
        """Forget all words, if the clerk agrees."""
        from ui import dialogs

        if dialogs.ask_forget_words(self._window):
            self._take_former_names()
            self._thread.submit(self._forget).result()

    def finish(self) -> None:
        """Wait until what was to be learnt is learnt."""
        self._thread.submit(bool).result()

    def stop(self) -> None:
        """Finish, and end the thread."""
        self._soon.stop()
        self._later.stop()
        thread = self.__dict__.pop("_thread", None)
        if thread is not None:
            thread.shutdown(wait=True)

    def _take_former_names(self) -> Texts:
        """Take over the departments and units that versions before 0.2 kept among the settings."""
        from model.learning import Texts

        kept = [(key, self._settings.read(setting)) for key, setting in FORMER_NAMES.items()]
        for setting in FORMER_NAMES.values():
            self._settings.write(setting, [])
        return Texts(tuple((key, text) for key, every in kept for text in every), (), ())

    def _submit(self, texts: Texts | None) -> None:
        self._thread.submit(self._study, texts, self.is_on).add_done_callback(report_of_work)

    # In the thread

    def _study(self, texts: Texts | None, is_on: bool) -> None:
        """Read the own words and add those of a form; if they are not wanted, offer the library alone."""
        from model.learning import learn, read_words, spell, uses_in, write_words
        from model.lexicon import Lexicon

        known = read_words(self._path) if is_on else {}
        words = spell(learn(known, uses_in(texts), date.today().toordinal())) if texts else known
        self._lexicon = Lexicon(words.values())
        if words != known:
            with suppress(OSError, SaveError):  # the next draft is learnt as well
                write_words(self._path, words)

    def _forget(self) -> None:
        from model.lexicon import Lexicon

        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        self._lexicon = Lexicon()
