# SPDX-License-Identifier: MIT
"""Offers what a crash has left: quietly, on the start page and above the page, until it is answered."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from ui.notice_bar import Notice, NoticeBar, Way
from ui.recovering import Bell
from ui.recovery_words import name_of, sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from model.recovered import Offer
    from ui.document import Document
    from ui.filing import Filing
    from ui.recovering import Keeper
    from ui.start_page import StartPage

LOOK_AFTER = 300  # ms; the start is over by then
OFFER, UNWANTED, TROUBLE = "recovery", "recovery.unwanted", "recovery.failed"  # keys of the notices
TOPIC = "recover#recovery"
PROJECT = ("project_name",)
MOST_NAMED = 3  # forms


class Seen(NamedTuple):
    """What was found in the folder of the copies."""

    offers: list[Offer]
    unreadable: int  # copies that are kept for a later version


class Offers(QObject):
    """What can be recovered; every copy stays until the clerk has answered."""

    shown = Signal()  # what can be recovered is known
    recovered = Signal(str)  # that it is done, in words

    def __init__(
        self, document: Document, filing: Filing, keeper: Keeper, notices: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._filing, self._keeper, self._window = document, filing, keeper, window
        self._bars = [notices]
        self._unwanted: list[Offer] = []
        self._seen = Seen([], 0)
        self._put_off: set[Path] = set()  # files of copies
        self._answered: set[Path] = set()
        self._soon = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._soon.timeout.connect(self.look)
        self._bell = Bell()
        self._bell.rung.connect(self._show_found)
        self._has_warned = False
        notices.closed.connect(self._remove_unwanted)
        keeper.failed.connect(self._warn)
        keeper.written.connect(self._note_written)

    def look_soon(self) -> None:
        """Look when the start is over."""
        self._soon.start()

    def look(self) -> None:
        """Look for copies; what is found is offered."""
        self._keeper.thread_at_work.submit(self._look)

    def note_start(self, start: StartPage) -> None:
        """Offer on the start page too."""
        self._bars.append(start.notices)
        start.notices.closed.connect(self._remove_unwanted)
        self._show()

    def note_form(self) -> None:
        """Another form is held: what was put off is offered again with its own file."""
        held = {self._document.path, self._document.origin} - {None}
        self._put_off -= {offer.copy.file for offer in self._seen.offers if offer.file in held}
        self._show()  # the notices went with the form before
        self.look_soon()  # another editor may have crashed meanwhile

    def stop(self) -> None:
        """Look no more; the clerk leaves."""
        self._soon.stop()
        self._remove_unwanted()

    # What the clerk wants

    def recover(self, offer: Offer) -> None:
        """Open the file as it is, and put the recovered form on it as one step that can be undone."""
        from model.aside import State

        if not offer.copy.file.exists() or not self._has_begun(offer):  # another window may have it by now
            self.look()
            return
        place = next((one.place for one in offer.differences if one.place), PROJECT)
        state, sha256 = State(offer.form, offer.judge), offer.copy.about.parent_sha256
        self._document.take_on(state, place, self.tr("恢复"), sha256)
        self._keeper.adopt(offer.copy.files)
        self._forget(offer)
        self.recovered.emit(self.tr("“{name}”已恢复，还没有保存。").format(name=name_of(offer)))

    def discard(self, offer: Offer) -> None:
        """Offer a copy no more; it goes when the clerk can no longer think better of it."""
        self._unwanted.append(offer)
        self._forget(offer)
        self._show_unwanted()

    def view(self) -> None:
        """Show every copy with what it has that its file has not."""
        from ui import dialogs

        offer = dialogs.choose_copy(self._window, self._seen.offers, self.discard)
        if offer is not None:
            self.recover(offer)

    def put_off(self) -> None:
        """Ask again at the next start, or with the form itself."""
        self._put_off |= {offer.copy.file for offer in self._seen.offers}
        self._show()

    def take_back(self) -> None:
        """Offer again what was not wanted."""
        self._answered -= {offer.copy.file for offer in self._unwanted}
        self._seen = self._seen._replace(offers=self._unwanted + self._seen.offers)
        self._unwanted = []
        self._show_unwanted()
        self._show()

    def _has_begun(self, offer: Offer) -> bool:
        from model.templates import new_form

        if offer.file is not None and offer.file.exists():
            return self._filing.open(offer.file)
        if not self._filing.may_leave():
            return False
        self._document.replace(new_form(offer.template, offer.form.fiscal_year), offer.template)
        return True

    def _forget(self, offer: Offer) -> None:
        self._answered.add(offer.copy.file)
        left = [one for one in self._seen.offers if one.copy.file != offer.copy.file]
        self._seen = self._seen._replace(offers=left)
        self._show()

    def _remove_unwanted(self, key: str = "") -> None:
        from model.recovery import remove

        if key in ("", UNWANTED):
            for offer in self._unwanted:
                remove(offer.copy.files)
            self._unwanted = []

    # What is shown

    def _show_unwanted(self) -> None:
        names = "、".join(f"“{name_of(offer)}”" for offer in self._unwanted)
        words = self.tr("{names}的恢复副本不要了。").format(names=names)
        for bar in self._bars:
            bar.clear(UNWANTED)
            if self._unwanted:
                bar.show_notice(Notice(UNWANTED, words, ((self.tr("撤销(&U)"), self.take_back),), TOPIC))

    def _show_found(self, seen: Seen) -> None:
        self._seen = seen._replace(offers=[one for one in seen.offers if one.copy.file not in self._answered])
        self._show()
        self.shown.emit()

    def _show(self) -> None:
        offers = [offer for offer in self._seen.offers if offer.copy.file not in self._put_off]
        notice = self._notice(offers) if offers else self._kept_notice() if self._seen.unreadable else None
        for bar in self._bars:
            bar.clear(OFFER) if notice is None else bar.show_notice(notice)

    def _notice(self, offers: list[Offer]) -> Notice:
        later: Way = (self.tr("以后再说(&L)"), self.put_off)
        if len(offers) > 1:
            names = "、".join(f"“{name_of(offer)}”" for offer in offers[:MOST_NAMED])
            names += "…" if len(offers) > MOST_NAMED else ""
            words = self.tr("上次没有正常退出：{count} 张表有没保存的内容，可以恢复（{names}）。")
            ways = ((self.tr("逐份查看(&W)…"), self.view), later)
            return Notice(OFFER, words.format(names=names, count=len(offers)), ways, TOPIC, False)
        one = offers[0]
        ways = (
            (self.tr("恢复(&R)"), partial(self.recover, one)),
            (self.tr("看看改了什么(&W)"), self.view),
            (self.tr("不要了(&D)"), partial(self.discard, one)),
            later,
        )
        words = self.tr("上次没有正常退出：{sentence}").format(sentence=sentence_of(one))
        return Notice(OFFER, words, ways, TOPIC, False)

    def _kept_notice(self) -> Notice:
        words = self.tr(
            "有 {count} 份恢复副本读不出来，可能由较新的版本写成；副本没有动，请升级程序后再打开。"
        )
        ways: tuple[Way, ...] = (
            (self.tr("打开所在文件夹"), self._open_folder),
            (self.tr("知道了"), self._put_unreadable_off),
        )
        return Notice(OFFER, words.format(count=self._seen.unreadable), ways, TOPIC, False)

    def _open_folder(self) -> None:
        from ui import dialogs

        dialogs.open_outside(self._keeper.folder)

    def _put_unreadable_off(self) -> None:
        self._seen = self._seen._replace(unreadable=0)
        self._show()

    def _warn(self, cause: str) -> None:
        """Say once that there are no copies; typing and saving go on."""
        if not self._has_warned:
            self._has_warned = True
            words = self.tr("恢复副本写不进去（{cause}）：停电或死机时，没保存的内容会找不回来；请随时保存。")
            self._bars[0].show_notice(Notice(TROUBLE, words.format(cause=cause), (), TOPIC))

    def _note_written(self) -> None:
        if self._has_warned:
            self._has_warned = False
            self._bars[0].clear(TROUBLE)

    # In the thread

    def _look(self) -> None:
        from export.collector import collector_paused

        with collector_paused():
            self._bell.rung.emit(seen_in(self._keeper.folder, datetime.now()))


def seen_in(folder: Path, now: datetime) -> Seen:
    """Read and weigh what a crash has left in a folder; copies of what the files hold go."""
    from model import recovery

    found = recovery.found(folder, now)
    if not found.copies:  # nearly always; what weighing them takes is not even imported
        return Seen([], len(found.too_new))

    from export.working_copy import load_draft
    from model import recovered
    from model.errors import FormError

    offers, unreadable = [], len(found.too_new)
    for copy in found.copies:
        try:
            offer = recovered.weighed(copy, load_draft)
        except FormError:
            unreadable += 1
            continue
        if offer is None:
            recovery.remove(copy.files)
        else:
            offers.append(offer)
    return Seen(offers, unreadable)
