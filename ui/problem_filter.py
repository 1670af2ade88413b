# SPDX-License-Identifier: MIT
"""Shows only the indicators that have problems; the others are hidden, in slices where there are many."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from model.edits import Insert, SimpleEdit
from model.form import Indicator, Level2Group, Part
from model.rules.finding import Severity
from ui.filter_notes import FilterStrip, filter_button
from ui.pages import visit_before
from ui.rows import LEVELS, Rows
from ui.sections import INDICATORS

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.document import Document
    from ui.indicators_page import IndicatorsPage

SLICE = 0.012  # s of work at a time
PAUSE = 150  # ms after an edit until rows come and go
ROWS_A_STEP = 20
NEW = "new"  # the row that becomes a new indicator
MANY = 600  # rows; with more the groups are folded while rows are hidden, so that they are laid out once


class Line(NamedTuple):
    """A row of the view: by which it is remembered, where it stands, whether it is to be seen."""

    key: object
    parent: QModelIndex
    row: int
    is_seen: bool


class ProblemFilter(QObject):
    """Belongs to the indicators' page; another form begins with all rows."""

    toggled = Signal(bool)

    def __init__(self, document: Document, desk: Desk, wanted: Callable[[], Collection[Severity]]) -> None:
        super().__init__(desk)
        self._document, self._desk, self._wanted = document, desk, wanted
        self._page: IndicatorsPage = desk.pages.page(INDICATORS)  # type: ignore[assignment]
        self.is_on = False
        self._hidden: set[object] = set()
        self._kept: dict[int, Part] = {}  # new rows: they stay in view, whatever is wrong with them
        self._here: Indicator | None = None  # the row one is in stays too
        self._folded: list[QPersistentModelIndex] = []  # heads to unfold when all rows are right
        self._wrong: list[Rows] = []
        self._is_at_work = False
        self._work: Iterator[None] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._follow)
        document.about_to_apply.connect(self._interrupt)
        document.about_to_exchange.connect(self._interrupt)
        document.exchanged.connect(self._begin_anew)
        document.applied.connect(self._note_step)
        document.findings_changed.connect(self._note_change)
        document.about_to_reset.connect(self._end)
        self._page.view.selectionModel().currentChanged.connect(self._note_row)

    @cached_property
    def strip(self) -> FilterStrip:
        """The line above the tree that says what is shown."""
        strip = FilterStrip(self._page)
        strip.all_wanted.connect(self.show_all)
        layout = self._page.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self._page.frame), strip)
        visit_before(strip.all, self._page.view, self._page)
        return strip

    def wear(self, action: QAction) -> None:
        """Let an action and a button in the page's head say whether the filter is on."""
        self.toggled.connect(action.setChecked)
        button = filter_button(action, self._page)
        self._page.head.addWidget(button)
        visit_before(button, self._page.view, self._page)

    def toggle(self) -> None:
        """Show only rows with problems, or all again."""
        if self.is_on:
            self.show_all()
        else:
            self._desk.show_section(INDICATORS)
            self._page.commit()
            self._kept, self._here = {}, None
            self._switch(True)

    def show_all(self) -> None:
        """Show all rows."""
        if self.is_on:
            self._switch(False)
            self._page.view.setFocus()

    # Hiding and showing, a slice at a time

    def _switch(self, is_on: bool) -> None:
        self.is_on = is_on
        self.toggled.emit(is_on)
        rows = sum(len(level2.children) for _, level2 in self._document.form.level2_groups())
        self._begin(folds=rows > MANY, goes=is_on)

    def _begin(self, folds: bool = False, goes: bool = False) -> None:
        self._work = self._steps(folds, goes)
        self._is_at_work = True
        self._turn.start()
        self._go_on()

    def _go_on(self) -> None:
        until = perf_counter() + SLICE
        for _ in self._work:
            if perf_counter() > until:
                return
        self._turn.stop()

    def _steps(self, folds: bool, goes: bool) -> Iterator[None]:
        """Hide and show what is to be hidden and shown; one step is some rows.

        `folds` lays the rows out only once, `goes` leads to the first row with a problem.
        """
        view, self._wrong = self._page.view, []
        view.setUpdatesEnabled(False)
        if folds:
            self._fold()
        for number, line in enumerate(self._lines()):
            self._apply(line)
            if number % ROWS_A_STEP == 0:
                yield
        if self._folded:
            view.doItemsLayout()  # of the heads only; so every group is laid out by itself when it unfolds
        while self._folded:
            view.expand(QModelIndex(self._folded.pop()))
            yield
        view.setUpdatesEnabled(True)
        self._is_at_work = False
        self._say(goes)

    def _apply(self, line: Line) -> None:
        if (line.key in self._hidden) == line.is_seen:
            self._page.view.setRowHidden(line.row, line.parent, not line.is_seen)
            (self._hidden.discard if line.is_seen else self._hidden.add)(line.key)

    def _fold(self) -> None:
        tree, view = self._page.tree, self._page.view
        for first, level1 in enumerate(self._document.form.indicators):
            for second in range(len(level1.children)):
                head = tree.index_at((first, second))
                if view.isExpanded(head):
                    view.collapse(head)
                    self._folded.append(QPersistentModelIndex(head))

    def _say(self, goes: bool) -> None:
        """Say what is shown, and stand where there is something to see."""
        view, current = self._page.view, self._page.view.currentIndex()
        self.strip.show_count(len(self._wrong), self.is_on)
        goes = goes and self._page.tree.rows_at(current) not in self._wrong
        if self.is_on and self._wrong and (goes or self._is_hidden(current)):
            self._page.keys.stand_at(self._page.tree.index_at(self._wrong[0], current.column()))
        view.scrollTo(view.currentIndex())

    # What is to be seen

    def _lines(self) -> Iterator[Line]:
        """Go through all rows, those of a group before its head."""
        tree, top = self._page.tree, QModelIndex()
        for first, level1 in enumerate(self._document.form.indicators):
            head, is_needed = tree.index_at((first,)), self._is_needed((first,), level1)
            for second, level2 in enumerate(level1.children):
                below = False
                for line in self._lines_of((first, second), level2):
                    below |= line.is_seen
                    yield line
                below |= self._is_needed((first, second), level2)
                is_needed |= below
                yield Line(id(level2), head, second, below)
            yield Line(id(level1), top, first, is_needed)

    def _lines_of(self, rows: Rows, group: Level2Group) -> Iterator[Line]:
        head, judge, wanted = self._page.tree.index_at(rows), self._document.judge, self._severities()
        twins = {row for row, found in judge.of_group(group) if found.severity in wanted}
        for row, node in enumerate(group.children):
            is_wrong = row in twins or any(one.severity in wanted for one in judge.of_row(node))
            if is_wrong:
                self._wrong.append((*rows, row))
            stays = is_wrong or not self.is_on or node is self._here or id(node) in self._kept
            yield Line(id(node), head, row, stays)
        yield Line((id(group), NEW), head, len(group.children), self._is_needed(rows, group))

    def _severities(self) -> Collection[Severity]:
        """Return the severities the problem list shows; all when it shows none."""
        return self._wanted() or tuple(Severity)

    def _is_needed(self, rows: Rows, group: Part) -> bool:
        """Tell whether a group is shown for its own sake."""
        found = self._page.tree.findings(self._page.tree.index_at(rows))
        wanted = self._severities()
        return not self.is_on or id(group) in self._kept or any(one.severity in wanted for one in found)

    # What happens meanwhile

    def _interrupt(self) -> None:
        """The rows are about to change under our hands."""
        self._turn.stop()
        self._work = iter(())

    def _note_step(self, step: SimpleEdit) -> None:
        if self.is_on and isinstance(step, Insert):
            self._kept[id(step.node)] = step.node
            self._hidden -= {id(part) for part in _with_all_below(step.node)}

    def _note_change(self) -> None:
        if self.is_on or self._is_at_work:
            self._soon.start()

    def _note_row(self, now: QModelIndex, before: QModelIndex) -> None:
        """The row left goes when it is right; the one that is gone to is seen."""
        if not self.is_on or self._is_at_work:
            return
        if self._is_hidden(now) or self._is_hidden(now.parent()):
            self._reveal(now)
        if before.isValid() and (before.row(), before.parent()) != (now.row(), now.parent()):
            self._soon.start()

    def _follow(self) -> None:
        """Hide and show what an edit has made right or wrong, or what was left."""
        self._here = self._node(self._page.view.currentIndex())
        self._begin()

    def _reveal(self, index: QModelIndex) -> None:
        view = self._page.view
        while index.isValid():
            view.setRowHidden(index.row(), index.parent(), False)
            self._hidden.discard(id(self._page.tree.node(index)))
            index = index.parent()

    def _begin_anew(self) -> None:
        """Very much has changed, and all rows are in view again."""
        self._hidden, self._kept, self._folded, self._here = set(), {}, [], None
        self._page.view.setUpdatesEnabled(True)
        if self.is_on:
            self._begin(folds=True)

    def _end(self) -> None:
        """Another form begins with all rows."""
        self._interrupt()
        self._soon.stop()
        was_on, self.is_on = self.is_on or self._is_at_work, False
        self._begin_anew()
        if was_on:
            self._is_at_work = False
            self.strip.show_count(0, False)
            self.toggled.emit(False)

    def _is_hidden(self, index: QModelIndex) -> bool:
        return index.isValid() and self._page.view.isRowHidden(index.row(), index.parent())

    def _node(self, index: QModelIndex) -> Indicator | None:
        node = self._page.tree.node(index) if self._page.tree.level(index) == LEVELS else None
        return node if isinstance(node, Indicator) else None


def _with_all_below(part: Part) -> Iterator[Part]:
    yield part
    for below in getattr(part, "children", ()):
        yield from _with_all_below(below)
