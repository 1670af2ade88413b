# SPDX-License-Identifier: MIT
"""First-start hints: one calm line below the form, at its moment, until the clerk has taken note of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from model.decimals import is_blank
from model.places import Place, at
from model.rules.finding import Finding, Severity
from model.suggestions import advice_at
from ui.settings import HINTS_SEEN, Settings

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.document import Document
    from ui.hint_strip import HintStrip


class Hint(NamedTuple):
    """One thing worth knowing; `{action}` in its words stands for that action's first key."""

    id: str
    text: str
    topic: str  # page of the manual


HINTS: tuple[Hint, ...] = (
    Hint(
        "tree",
        "Tab 到下一格，最后一格之后自动新增一行；随时按 {manual} 看手册。",
        "indicators",
    ),
    Hint(
        "problems",
        "{next_problem} 到下一个问题，{fix} 列出现成的改法；检查从不妨碍填写和保存。",
        "problems",
    ),
    Hint(
        "score",
        "灰色的是建议得分，停一下看算式：{accept} 采用，{accept_all} 全部采用。",
        "scores",
    ),
    Hint(
        "draft",
        "PDF 每页印着“草稿”：错误和待填都改完再导出，就是正式的一页。",
        "pages#draft-mark",
    ),
)
BY_ID: dict[str, Hint] = {hint.id: hint for hint in HINTS}
SOON = 400  # ms from its moment to the hint: the page comes first, and a clerk passing by is left alone
GRAVE = (Severity.ERROR, Severity.WARNING)


class Hints(QObject):
    """Knows the moments; shows one hint at a time, none that the clerk has taken note of."""

    def __init__(self, document: Document, desk: Desk, settings: Settings) -> None:
        super().__init__(desk)
        self._document, self._desk, self._settings = document, desk, settings
        self._waiting = self._not_seen()
        self.strip: HintStrip | None = None  # made for the first hint
        self._wanted = ""
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._show)

    def note_front(self) -> None:
        """Something else is in front: a hint on what was there goes, to come back another time."""
        from ui.sections import INDICATORS

        self._soon.stop()
        if self.strip is not None:
            self.strip.hide()
        if self._desk.is_at_work and self._desk.section == INDICATORS:
            self._want("tree")

    def note_problems(self, findings: Iterable[Finding]) -> None:
        """The problem list has changed."""
        is_wanted = "problems" in self._waiting and self._desk.is_at_work
        if is_wanted and any(finding.severity in GRAVE for finding in findings):
            self._want("problems")

    def note_place(self, place: Place) -> None:
        """The clerk has come to a cell: an empty score that a number is suggested for has its hint."""
        if "score" in self._waiting and place[-1:] == ("score",) and place[:1] == ("indicators",):
            form, template = self._document.form, self._document.template
            found = advice_at(form, place, template) if is_blank(at(form, place)) else None
            if found is not None and found.score is not None:
                self._want("score")

    def note_exported(self) -> None:
        """A PDF was written; when its pages say 草稿 the clerk hears how to be rid of it."""
        from ui.naming import unfinished

        if "draft" in self._waiting and unfinished(self._document):
            self._want("draft")

    def take_note(self, name: str) -> None:
        """Show a hint never again."""
        self._forget([name])

    def take_note_of_all(self) -> None:
        """Show no hint ever again."""
        self._forget(list(BY_ID))

    def begin_again(self) -> None:
        """Forget which hints the clerk has taken note of; the one for what is in front comes at once."""
        self._settings.write(HINTS_SEEN, HINTS_SEEN.default)
        self._waiting = self._not_seen()
        self.note_front()

    def _want(self, name: str) -> None:
        """Show a hint soon, unless another is there or about to come."""
        is_taken = self._soon.isActive() or (self.strip is not None and self.strip.isVisibleTo(self._desk))
        if name in self._waiting and not is_taken:
            self._wanted = name
            self._soon.start()

    def _show(self) -> None:
        """Show the hint wanted; the strip is made for the first one."""
        if self.strip is None:
            from ui.hint_strip import HintStrip

            self.strip = HintStrip()
            self.strip.noted.connect(self.take_note)
            self.strip.all_noted.connect(self.take_note_of_all)
            self._desk.show_at_foot(self.strip)
        self.strip.show_hint(BY_ID[self._wanted])

    def _forget(self, names: list[str]) -> None:
        seen = dict.fromkeys((*self._settings.read(HINTS_SEEN), *names))
        self._settings.write(HINTS_SEEN, list(seen))
        self._waiting = self._not_seen()

    def _not_seen(self) -> frozenset[str]:
        return frozenset(BY_ID) - set(self._settings.read(HINTS_SEEN))
