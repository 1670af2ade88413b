# SPDX-License-Identifier: MIT
"""One draft, several people: takes the lock at the first change, and says who holds it otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from model.lock_file import CLOSED, Standing
from model.safe_file import is_same_file
from ui import dialogs
from ui.notice_bar import Notice, NoticeBar, Way

if TYPE_CHECKING:
    from pathlib import Path

    from model.holders import Holder
    from model.lock_file import Seen
    from model.lock_keeper import Keeper, News
    from ui.document import Document
    from ui.filing import Filing

KEY, OUTSIDE, TOPIC = "lock", "outside", "sharing#lock"


class Locking(QObject):
    """Keeps the lock of the form's file while there are changes; what may take long is done in a thread."""

    freed = Signal(str)  # the file may be changed again, in words
    _told = Signal(object)  # News, out of the keeper's thread

    def __init__(
        self,
        document: Document,
        filing: Filing,
        notices: NoticeBar,
        finish_typing: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._filing, self._notices, self._window = document, filing, notices, window
        self._finish_typing = finish_typing
        self._keeper: Keeper | None = None
        self._reason: str | None = None  # why the form is read-only, if it is because of a lock
        self._holder_named = ""  # as the notice names who holds the file
        self._waits = False  # the clerk wants the file as soon as it is free
        filing.hindrance = self.hindrance
        document.was_reset.connect(self._begin)
        document.saved.connect(self._note_saved)
        document.undo_stack.cleanChanged.connect(self._follow)
        self._told.connect(self._hear)

    @cached_property
    def me(self) -> Holder:
        """This editor, as locks name it."""
        from model.holders import this_editor

        return this_editor(datetime.now())

    @property
    def is_shut(self) -> bool:
        """Tell whether somebody else's lock keeps the form from being changed."""
        return self._reason is not None

    def stop(self) -> None:
        """Give the lock back: the window closes, or another form is held."""
        if self._keeper is not None:
            self._keeper.stop()
        self._keeper = None

    def look_again(self) -> None:
        """See who holds the file now."""
        from model.lock_keeper import Wish

        if self._keeper is not None:
            self._keeper.wish(Wish.LOOK, self._document.stamp)

    def hindrance(self, path: Path) -> str | None:
        """Say why a file is not to be written: somebody else changes it; None where nobody does."""
        from ui import lock_words as words

        seen, name = self._in_the_way(path), words.ELSEWHERE
        if seen is None or seen.standing not in CLOSED:
            return None
        if self._keeps(path):
            self._show_holder(seen)
            name = words.TAKEN
        return words.tr(name).format(name=path.name, held=words.held(seen, self.me, datetime.now()))

    def _keeps(self, path: Path) -> bool:
        return self._keeper is not None and is_same_file(path, self._keeper.draft)

    def _in_the_way(self, path: Path) -> Seen | None:
        """Take the lock before writing; of a file that is not the form's just look at it."""
        if self._keeper is not None and self._document.is_modified and self._keeps(path):
            return self._keeper.hindrance()
        return self._look_at(path)

    def _look_at(self, path: Path) -> Seen | None:
        import time

        from model.lock_file import look

        try:
            return look(path, self.me, time.time)
        except OSError:
            return None  # writing will say so

    # What happens to the form

    def _begin(self) -> None:
        """Another form is held: look who changes its file."""
        self._reason, self._waits = None, False
        self._keep()
        if self._document.read_only is not None:
            self._say(self._document.read_only, ((self.tr("另存一份来改"), self._filing.save_as),))
        elif self._keeper is not None:
            self._follow(not self._document.is_modified)
            self.look_again()

    def _note_saved(self) -> None:
        self._keep()
        self._reason, self._waits, self._document.read_only = None, False, None
        self._notices.clear(KEY)
        self._follow(not self._document.is_modified)  # more may have been typed while it was written

    def _keep(self) -> None:
        """Keep the lock of the form's file, and of no other."""
        from model.lock_keeper import Keeper

        path = self._document.path
        if self._keeper is not None and self._keeper.draft == path:
            return
        self.stop()
        if path is not None:
            self._keeper = Keeper(path, self.me, self._told.emit)

    def _follow(self, is_clean: bool) -> None:
        """Take the lock at the first change; give it back when file and window are the same again."""
        from model.lock_keeper import Wish

        if self._keeper is None or self.is_shut:
            return
        if is_clean:
            self._keeper.wish(Wish.GIVE_BACK)
        else:
            self._keeper.wish(Wish.TAKE, self._document.stamp)

    # What the keeper tells

    def _hear(self, news: News) -> None:
        if self._keeper is None or news.draft != self._keeper.draft:
            return
        if news.seen.standing in CLOSED:
            self._show_holder(news.seen)
        elif self.is_shut:
            self._open_up(news)
        elif news.seen.standing is Standing.OURS and news.changed:
            self._say_changed()
        elif not news.writable:
            self._say_only_to_read()

    def _show_holder(self, seen: Seen) -> None:
        """Let nothing be changed, and say who does; what was changed already stays in the window."""
        from ui import lock_words as words

        if self._document.read_only is not None and not self.is_shut:
            return  # for another reason, which lasts
        self._finish_typing()
        said = words.held(seen, self.me, datetime.now())
        self._holder_named = words.who(seen.holder, self.me)
        self._reason = words.tr(words.READ_HERE).format(held=said)
        self._document.read_only = self._reason
        pattern = words.MINE_STAYS if self._document.is_modified else words.READ_HERE
        pattern = words.WAITING if self._waits else pattern
        self._say(words.tr(pattern).format(held=said), self._ways(seen))

    def _ways(self, seen: Seen) -> tuple[Way, ...]:
        copy = (self.tr("另存一份来改"), self._filing.save_as)
        wait = (self.tr("等存好后再打开"), lambda: self._wait(seen))
        over = (self.tr("接手"), lambda: self._take_over(seen))
        return (copy, over) if self._document.is_modified or self._waits else (copy, wait, over)

    def _wait(self, seen: Seen) -> None:
        self._waits = True
        self._show_holder(seen)

    def _take_over(self, seen: Seen) -> None:
        """Take the lock: at once from one who gives no sign of life, from others after a question."""
        from model.lock_keeper import Wish
        from ui import lock_words as words

        more = words.tr(words.SURE_MORE).format(held=words.held(seen, self.me, datetime.now()))
        sure = (words.tr(words.SURE), more, self.tr("接手(&T)"), TOPIC)
        is_alive = seen.standing is Standing.HELD
        if self._keeper is not None and (not is_alive or dialogs.ask_sure(self._window, *sure)):
            self._keeper.wish(Wish.TAKE_OVER, self._document.stamp, seen)

    def _open_up(self, news: News) -> None:
        """The file is free: let it be changed, or read what was saved into it."""
        from ui import lock_words as words

        is_asked = QApplication.activeModalWidget() is not None
        if not news.changed or self._document.is_modified:
            self._let_change(news)
        elif (self._waits or news.seen.standing is Standing.OURS) and not is_asked:
            self._read_again()
        else:
            said = words.tr(words.DONE).format(who=self._holder_named)
            self._say(said, ((self.tr("重新打开"), self._read_again),))

    def _let_change(self, news: News) -> None:
        from ui import lock_words as words

        self._reason, self._waits, self._document.read_only = None, False, None
        self._notices.clear(KEY)
        if news.seen.standing is not Standing.OURS:
            self._follow(not self._document.is_modified)
        if news.changed:
            self._say_changed()
        else:
            self.freed.emit(words.tr(words.FREE_AGAIN))

    def _read_again(self) -> None:
        if self._document.path is not None:
            self._filing.open(self._document.path)

    def _say_changed(self) -> None:
        from ui import lock_words as words

        if OUTSIDE in self._notices.keys:  # it says the same, and how much
            return
        ways = (
            (self.tr("看看改了什么"), self._filing.settle),
            (self.tr("另存一份"), self._filing.save_as),
        )
        self._say(words.tr(words.CHANGED), ways, can_be_closed=True)

    def _say_only_to_read(self) -> None:
        from ui import lock_words as words

        ways = ((self.tr("另存为"), self._filing.save_as),)
        self._say(words.tr(words.ONLY_TO_READ), ways, can_be_closed=True)

    def _say(self, words: str, ways: tuple[Way, ...], can_be_closed: bool = False) -> None:
        self._notices.show_notice(Notice(KEY, words, ways, TOPIC, can_be_closed))
