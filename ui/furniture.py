# SPDX-License-Identifier: MIT
"""What stands in the window besides its frame; made after the first paint, so the window is there at once."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from model.errors import FormError
from model.templates import load_template, new_form, template_ids
from ui.desk import Desk
from ui.docks import Docks
from ui.document import Document
from ui.drops import Drops
from ui.due import is_due
from ui.exported_strip import ExportedStrip
from ui.exporting import Exporting
from ui.filing import Filing
from ui.hints import Hints
from ui.locking import OUTSIDE, Locking
from ui.memory import Memory
from ui.mending import Mending
from ui.notice_bar import Notice, NoticeBar
from ui.page_stack import PageStack
from ui.press import Press
from ui.preview import PreviewPanel
from ui.printing import Printing
from ui.problems import ProblemPanel
from ui.prompter import Prompter
from ui.readiness import Readiness
from ui.recovering import FOLDER as RECOVERY
from ui.recovering import Keeper
from ui.recovery_offers import Offers
from ui.rescue import data_folder
from ui.sections import section_of
from ui.settings import Settings
from ui.status import FiguresLine, SavedLabel, figures_shown
from ui.way_out import WayOut

if TYPE_CHECKING:
    from model.aside import State
    from model.steps import Steps
    from ui.clipboard import Clipboard
    from ui.finding_text import FindingText
    from ui.history import History
    from ui.main_window import MainWindow
    from ui.manual.guide import Guide
    from ui.opening import Opened
    from ui.preferences import Preferences
    from ui.problem_filter import ProblemFilter

REMARKS = 3  # lines of a notice


class Furniture:
    """The rooms of one window: made here, wired by the window."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        self._window, self._settings = window, settings
        template = load_template(template_ids()[0])
        self.document = Document(new_form(template), template, window, self._work)
        self.press = Press(self.document, window)
        self.readiness = Readiness(self.document, self.press, window)
        self.pages = PageStack(self.document)
        self.memory = Memory(self.document, settings, window)
        self.prompter = Prompter(self.memory, window)
        finish = self.pages.finish_typing
        self.exporting = Exporting(self.document, self.press, settings, finish, window)
        self.filing = Filing(self.document, self.press, settings, finish, self.exporting.finish, window)
        self.printing = Printing(self.document, self.press, finish, window)
        self.mending = Mending(self.document, window)
        self.problems, self.preview = ProblemPanel(), PreviewPanel(self.press, settings)
        self.docks = Docks(window, self.problems, self.preview)
        self.desk = Desk(self.document, self.pages, self.docks, settings)
        self.notices = NoticeBar()
        self.desk.show_at_head(self.notices)
        self.locking = Locking(self.document, self.filing, self.notices, finish, window)
        self.keeper = Keeper(self.document, data_folder() / RECOVERY, window)
        self.offers = Offers(self.document, self.filing, self.keeper, self.notices, window)
        self.hints = Hints(self.document, self.desk, settings)
        self.figures, self.exported, self.saved = FiguresLine(), ExportedStrip(), SavedLabel()
        self.way_out, self.drops = WayOut(window, self, settings), Drops(window)
        self.drops.watch(window)
        window.setCentralWidget(self.desk)
        window.statusBar().addWidget(self.figures)
        window.statusBar().addPermanentWidget(self.exported)
        window.statusBar().addPermanentWidget(self.saved)

    def _work(self, steps: Steps[State], words: str) -> State | None:
        """Let very many edits take their time."""
        from ui.progress import carry_out

        return carry_out(steps, self._window.tr("正在{words}…").format(words=words), self._window)

    @cached_property
    def clipboard(self) -> Clipboard:
        """What carries to and from the clipboard, made when it is first used."""
        from ui.clipboard import Clipboard

        return Clipboard(self.document, self.pages, self._window)

    @cached_property
    def finding_text(self) -> FindingText:
        """Find and replace, made when it is first wanted."""
        from ui.finding_text import FindingText

        return FindingText(self.document, self.desk)

    @cached_property
    def history(self) -> History:
        """The versions of the form, looked for when they are first asked for."""
        from ui.history import History

        history = History(self.document, self.filing, self.pages.finish_typing, self._window)
        history.told.connect(self._window.tell_done)
        return history

    @cached_property
    def manual(self) -> Guide:
        """The manual, read when it is first asked for."""
        from ui.manual.guide import Guide

        return Guide(self, self._settings)

    @cached_property
    def preferences(self) -> Preferences:
        """What the clerk may choose."""
        from ui.preferences import Preferences

        return Preferences(self._window, self._settings)

    @cached_property
    def problem_filter(self) -> ProblemFilter:
        """Only rows with problems: made with the page of the indicators."""
        from ui.problem_filter import ProblemFilter

        return ProblemFilter(self.document, self.desk, self.problems.severities)

    def show_outside(self, words: str) -> None:
        """Say what others have done to the file, with the way to look at it."""
        if words:
            way = (self._window.tr("看看改了什么"), self.filing.settle)
            self.notices.show_notice(Notice(OUTSIDE, words, (way,), "save#conflict"))
        else:
            self.notices.clear(OUTSIDE)

    def show_warning(self, words: str, key: str = "saving") -> None:
        """Say what did not go as it should in a save or an export, until the next one."""
        if words:
            self.notices.show_notice(Notice(key, words, topic="save#safe"))
        else:
            self.notices.clear(key)

    def show_remarks(self, opened: Opened) -> None:
        """Say what reading a file has changed or does not show; many sentences in a dialog of their own."""
        said = opened.remarks
        first, more = said[:REMARKS], said[REMARKS:]
        words = self._window.tr("另有 {count} 条…").format(count=len(more))
        ways = ((words, partial(self._tell_remarks, said)),) if more else ()
        if opened.is_mended:
            self.saved.note_mended()
        if first:
            self.notices.show_notice(Notice("remarks", "\n".join(first), ways, "files#cleaned"))

    def _tell_remarks(self, remarks: tuple[str, ...]) -> None:
        from ui import dialogs

        dialogs.tell(self._window, FormError("\n".join(remarks)))

    def show_state(self) -> None:
        """Let lists and figures follow the form."""
        document, every = self.document, self.document.findings()
        findings = [finding for finding in every if is_due(document, finding)]
        not_begun = {section_of(finding.place) for finding in every if not is_due(document, finding)}
        self.desk.sections.show_findings(findings, not_begun)
        self.problems.show_findings(findings)
        self.hints.note_problems(findings)
        self.figures.show_figures(figures_shown(document.judge.figures, document.template))
        self.saved.show_state(document.is_modified, document.path, document.origin)
        self.saved.setVisible(self.desk.is_at_work)
        if not self._window.statusBar().currentMessage():  # it stands in the figures' place for a while
            self.figures.setVisible(self.desk.is_at_work)
