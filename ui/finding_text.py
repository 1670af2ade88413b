# SPDX-License-Identifier: MIT
"""Find and replace: what the bar asks for, the search that answers, and the way to every hit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from model.matching import Wanted
from model.places import Place
from model.searching import Hit, printed_order, replacing
from ui.find_bar import FindBar
from ui.hit_marks import HitMarks
from ui.progress import carry_out
from ui.sections import section_of
from ui.text_search import TextSearch

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.document import Document

PAUSE = 180  # ms without a key until the search begins
LONGEST_NEEDLE = 60  # characters of a selection that is taken to search for
PARAGRAPH = "\u2029"


class FindingText(QObject):
    """Made when the clerk first wants to find something; then it follows the form."""

    def __init__(self, document: Document, desk: Desk) -> None:
        super().__init__(desk)
        self._document, self._desk = document, desk
        self.search, self.marks = TextSearch(document, self), HitMarks(desk.pages)
        self._current: Hit | None = None
        self._from: tuple[Place, int] = ((), 0)  # where the next hit is looked for
        self._next: Callable[[], None] | None = None  # what waits for the search to be done
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        self.search.advanced.connect(self._say_count)
        self.search.finished.connect(self._show_hits)
        self.search.failed.connect(self._show_failure)
        document.findings_changed.connect(self._note_change)
        document.was_reset.connect(self._forget)
        if (application := QApplication.instance()) is not None:
            application.aboutToQuit.connect(self.search.stop)

    @cached_property
    def bar(self) -> FindBar:
        """The bar, at the foot of the page."""
        bar = FindBar(self._desk)
        bar.wanted_changed.connect(self._want)
        bar.step_wanted.connect(self.step)
        bar.replace_wanted.connect(self.replace_one)
        bar.replace_all_wanted.connect(self.replace_all)
        bar.closed.connect(self.close)
        self._desk.show_at_foot(bar)
        return bar

    def open_find(self) -> None:
        """Show the bar and take the keys."""
        self._open(False)

    def open_replace(self) -> None:
        """Show the bar with its line to replace."""
        self._open(True)

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) hit; after the last comes the first."""
        if not self.bar.needle.text():
            self.open_find()
            return
        self.bar.show()
        self._note_place()
        self._when_done(partial(self._go, direction))

    def replace_one(self) -> None:
        """Replace the current hit and go to the next; without one, go to the first."""
        self._when_done(self._replace_current)

    def replace_all(self) -> None:
        """Replace every hit, as one undo step."""
        self._when_done(self._replace_every)

    def close(self) -> None:
        """Take the bar away and give the keys back to the cell."""
        self._pause.stop()
        self.search.stop()
        self.bar.hide()
        self.marks.show([])
        page, hit = self._desk.pages.currentWidget(), self._current
        if hit is not None and section_of(hit.place) == self._desk.section:
            self._desk.go_to(hit.place)
            _select(hit)
        elif page is not None:
            page.setFocus()

    # The search

    def _open(self, is_replacing: bool) -> None:
        needle = selected_text()
        self._desk.pages.finish_typing()
        self._note_place()
        self.bar.offer_replacing(is_replacing)
        was_open = self.bar.isVisible()
        self.bar.show()
        self.bar.begin(needle)
        if not was_open and not needle:
            self._want()

    def _want(self) -> None:
        self._next = self._show_first
        self._current = None
        self.bar.say("")
        self._pause.start()

    def _begin(self) -> None:
        bar, here = self.bar, self._desk.section
        wanted = Wanted(
            bar.needle.text(),
            bar.is_on("is_pattern"),
            bar.is_on("is_case_sensitive"),
            bar.is_on("joins_widths"),
        )
        only_here = bar.is_on("is_in_section")
        self._pause.stop()
        self.search.begin(wanted, lambda place: not only_here or section_of(place) == here)

    def _when_done(self, act: Callable[[], None]) -> None:
        """Do something with the hits, as soon as they are those of the form as it is."""
        self._next = act
        if self.search.is_done and not self._pause.isActive():
            self._do_next()
        elif not self.search.is_running or self._pause.isActive():
            self._begin()

    def _do_next(self) -> None:
        act, self._next = self._next, None
        if act is not None:
            act()

    def _note_change(self) -> None:
        """The form has changed: count again, after a pause; nothing moves."""
        if self.bar.isVisible() and not self.search.is_done:
            self._pause.start()

    def _forget(self) -> None:
        """Another form is there."""
        self._current, self._from, self._next = None, ((), 0), None
        self.marks.show([])

    # What is shown

    def _show_hits(self) -> None:
        self.marks.show(self.search.hits)
        self._do_next()
        self._show_count()

    def _show_first(self) -> None:
        """While the clerk types: show the first hit from the cell on; the keys stay in the bar."""
        if self.search.hits and not self.bar.is_composing:
            self._show_hit(self._row_from() % len(self.search.hits))

    def _show_count(self) -> None:
        self.marks.show_current(self._current)
        self._say_count()

    def _say_count(self) -> None:
        self.bar.show_count(self._words(), can_step=bool(self.search.hits))

    def _words(self) -> str:
        count, hit = len(self.search.hits), self._current
        if not self.bar.needle.text():
            return ""
        if self.search.is_running:
            return self.tr("已找到 {count} 处…").format(count=count)
        if not count:
            return self.tr("没有找到")
        row = self._row_of(hit) if hit else None
        if row is None:
            return self.tr("共 {count} 处").format(count=count)
        return self.tr("第 {row} 处，共 {count} 处").format(row=row + 1, count=count)

    def _show_failure(self, sentence: str) -> None:
        self._next = self._current = None
        self.marks.show([])
        self.bar.show_count("", can_step=False)
        self.bar.say(sentence)

    # From hit to hit

    def _note_place(self) -> None:
        """The next hit is looked for from the clerk's cell on, unless the hit shown is there."""
        place = self._desk.place
        if self._current is None or self._current.place != place:
            self._current, self._from = None, (place, 0)

    def _go(self, direction: int) -> None:
        hits, row = self.search.hits, self._row_of(self._current) if self._current else None
        if not hits:
            return
        if row is None:
            row = self._row_from() - (direction < 0)
        else:
            row += direction
        self._show_hit(row % len(hits))

    def _show_hit(self, row: int) -> None:
        hit = self.search.hits[row]
        keeper = self.bar.window().focusWidget()
        self._current, self._from = hit, (hit.place, hit.start)
        self._desk.go_to(hit.place)
        if keeper is not None and self.bar.isAncestorOf(keeper):
            keeper.setFocus()
        else:
            _select(hit)
        self._show_count()

    def _row_of(self, hit: Hit) -> int | None:
        row = self._row_at(hit.place, hit.start)
        hits = self.search.hits
        return row if row < len(hits) and hits[row] == hit else None

    def _row_from(self) -> int:
        return self._row_at(*self._from)

    def _row_at(self, place: Place, start: int) -> int:
        """Return the row of the first hit at or after a spot."""
        order = printed_order(self._document.template)
        return bisect_left(
            self.search.hits, (order(place), start), key=lambda one: (order(one.place), one.start)
        )

    # Replacing

    def _replace_current(self) -> None:
        hit = self._current
        if hit is None or self._row_of(hit) is None:
            self._go(1)
            return
        self._from, self._current = (hit.place, hit.start + len(self.bar.text.text())), None
        self._replace([hit])
        self._when_done(self._show_first)

    def _replace_every(self) -> None:
        self._current = None
        self._replace(self.search.hits)

    def _replace(self, hits: list[Hit]) -> None:
        document, text = self._document, self.bar.text.text()
        if document.refuses():
            return
        steps = replacing(document.form, document.template, hits, text)
        edit = carry_out(steps, self.tr("正在替换…"), self._desk.window())
        places = {one.place for one in edit.edits} if edit else set()
        done = sum(hit.place in places for hit in hits)
        if edit is None or (
            edit.edits and not document.do(edit, self.tr("替换 {count} 处").format(count=done))
        ):
            self.bar.say(self.tr("已取消，一处也没有替换。"))
        else:
            self.bar.say(self._report(done, len(hits) - done))

    def _report(self, done: int, left: int) -> str:
        said = self.tr("已替换 {count} 处。").format(count=done) if done else ""
        kept = self.tr("{count} 处没有替换：替换后与原文相同，或不再是四位数的年份。").format(count=left)
        return said + (kept if left else "")


def selected_text() -> str:
    """Return the words selected in a box or editor, to search for them; all of a box is no choice."""
    box = QApplication.focusWidget()
    if isinstance(box, QLineEdit):
        chosen, whole = box.selectedText(), box.text()
    elif isinstance(box, QPlainTextEdit):
        chosen, whole = box.textCursor().selectedText(), box.toPlainText()
    else:
        return ""
    is_fit = chosen != whole and len(chosen) <= LONGEST_NEEDLE and PARAGRAPH not in chosen
    return chosen if is_fit else ""


def _select(hit: Hit) -> None:
    """Select a hit in the box that has the keys."""
    from ui.boxes import LineBox

    box = QApplication.focusWidget()
    if isinstance(box, LineBox):
        box.setSelection(hit.start, hit.end - hit.start)
