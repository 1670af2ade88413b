# SPDX-License-Identifier: MIT
"""The problem list at the right: counts, filters, and the way to every cell at fault."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from model.judge import printed_order
from model.places import Place
from model.rules.finding import SEVERITY_LABELS, Finding, Severity
from ui import sheets, theme
from ui.problem_delegate import ProblemDelegate
from ui.problem_model import MOST_SHOWN, ProblemModel

WIDTH = 304  # px; leaves the form enough room on a small screen
NARROWEST = 200  # px
BETWEEN_CHIPS = 2  # px
RARE = (Severity.HINT,)  # no chip while there is none


class ProblemPanel(QWidget):
    """The problem list; choosing a line asks to go to its cell."""

    place_chosen = Signal(object)  # Place
    fixes_wanted = Signal(object, QPoint)  # Finding, where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[Finding] = []
        self._place: Place = ()
        self.model = ProblemModel(self)
        self.chips = {severity: Chip(severity, self) for severity in SEVERITY_LABELS}  # Tab comes here first
        self.list = ProblemList(self.model, self)
        self.notice = _notice(self)
        _lay_out(self)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._ask_for_fixes)
        for chip in self.chips.values():
            chip.toggled.connect(self._filter)
        self.setFocusProxy(self.list)
        self._colour()
        self.show_findings([])

    def show_findings(self, findings: list[Finding]) -> None:
        """List the findings, in printed order, whose severity is switched on."""
        self._all = findings
        counts = Counter(finding.severity for finding in findings)
        for severity, chip in self.chips.items():
            chip.count(severity, counts[severity])
            chip.setVisible(severity not in RARE or counts[severity] > 0)
        self._fit_chips()
        self._filter()

    def note_place(self, place: Place) -> None:
        """Remember where the clerk is; the next problem is the first one after it."""
        self._place = place

    def begin(self) -> None:
        """Another form is held, and the clerk has gone nowhere yet: its first problem is the next one."""
        self._place = ()

    def step(self, direction: int) -> None:
        """Ask to go to the next (1) or the previous (-1) problem; after the last comes the first."""
        if self.model.findings:
            row = self._row_beside(direction) % len(self.model.findings)
            self.list.setCurrentIndex(self.model.index(row))
            self._choose(self.model.index(row))

    def severities(self) -> set[Severity]:
        """Return the severities that are switched on."""
        return {severity for severity, chip in self.chips.items() if chip.isChecked()}

    @property
    def current(self) -> Finding | None:
        """The problem the clerk is at: the chosen line, else the first one at the clerk's place."""
        row = self.list.currentIndex().row()
        if row >= 0:
            return self.model.findings[row]
        return next((one for one in self.model.findings if one.place == self._place), None)

    def offer_fixes(self) -> None:
        """Ask for the fixes of the current problem; without one, of the first."""
        if not self.model.findings:
            return
        here = (row for row, one in enumerate(self.model.findings) if one is self.current)
        index = self.model.index(next(here, 0))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self._want_fixes(index, self.list.visualRect(index).bottomLeft())

    def _ask_for_fixes(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            self._want_fixes(index, at)

    def _want_fixes(self, index: QModelIndex, at: QPoint) -> None:
        self.fixes_wanted.emit(self.model.findings[index.row()], self.list.viewport().mapToGlobal(at))

    def _row_beside(self, direction: int) -> int:
        findings, row = self.model.findings, self.list.currentIndex().row()
        if row >= 0 and findings[row].place == self._place:
            return row + direction
        order = [printed_order(finding) for finding in findings]
        here = printed_order(findings[0]._replace(place=self._place))
        return bisect_right(order, here) if direction > 0 else bisect_left(order, here) - 1

    def _choose(self, index: QModelIndex) -> None:
        place = self.model.findings[index.row()].place
        self.note_place(place)
        self.place_chosen.emit(place)

    def _filter(self) -> None:
        wanted = [finding for finding in self._all if self.chips[finding.severity].isChecked()]
        self.model.show_findings(wanted)
        self.notice.setText(self._words_below(len(wanted)))
        self.notice.setVisible(bool(self.notice.text()))
        self.list.setVisible(bool(wanted))

    def _words_below(self, wanted: int) -> str:
        if not self._all:
            return self.tr("没有发现问题，可以导出了。")
        if not wanted:
            return self.tr("上面关掉的类别没有列出。")
        more = wanted - MOST_SHOWN
        return self.tr("还有 {count} 条，改完前面的再列出。").format(count=more) if more > 0 else ""

    def _colour(self) -> None:
        for severity, chip in self.chips.items():
            chip.setIcon(theme.mark_icon(severity, self.palette()))

    def _fit_chips(self) -> None:
        """Let the chips say their counts only where their words have no room."""
        shown = [chip for chip in self.chips.values() if not chip.isHidden()]
        room = self.width() - 2 * theme.HALF - (len(shown) - 1) * BETWEEN_CHIPS
        for is_short in (False, True):
            for chip in shown:
                chip.shorten(is_short)
            if sum(chip.sizeHint().width() for chip in shown) <= room:
                return

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 2 * WIDTH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, NARROWEST)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._colour()
            self.list.measure_anew()
        super().changeEvent(event)


class ProblemList(QListView):
    """The list itself: its lines wrap to its width."""

    def __init__(self, model: ProblemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("问题清单"))
        self.setModel(model)
        self._delegate = ProblemDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # the sentences wrap elsewhere now

    def measure_anew(self) -> None:
        """Lay the lines out with the font as it is now."""
        self._delegate.forget_heights()
        self.scheduleDelayedItemsLayout()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.model().index(0, 0))  # else nothing shows where the keys go
        super().focusInEvent(event)


class Chip(QToolButton):
    """The switch that shows how many there are of a severity and lists them or not."""

    def __init__(self, severity: Severity, panel: QWidget) -> None:
        super().__init__(panel)
        self._words = ("", "")  # in full, short
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(theme.MARK_SIZE, theme.MARK_SIZE))
        self.setAutoRaise(True)
        self.setStyleSheet(sheets.CHIP)
        self.setCheckable(True)
        self.setChecked(True)
        self.setToolTip(self.tr("列出或不列出“{label}”").format(label=SEVERITY_LABELS[severity]))

    def count(self, severity: Severity, count: int) -> None:
        """Say how many there are."""
        self._words = f"{count} {SEVERITY_LABELS[severity]}", str(count)
        self.setText(self._words[0])
        words = self.tr("{count} 个{label}")
        self.setAccessibleName(words.format(count=count, label=SEVERITY_LABELS[severity]))

    def shorten(self, is_short: bool) -> None:
        """Show the count only, or the severity too."""
        self.setText(self._words[is_short])


def _notice(panel: QWidget) -> QLabel:
    notice = QLabel(panel)
    notice.setWordWrap(True)
    notice.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    notice.setMargin(2 * theme.SPACE)
    return notice


def _lay_out(panel: ProblemPanel) -> None:
    head, whole = QHBoxLayout(), QVBoxLayout(panel)
    head.setContentsMargins(theme.HALF, 0, theme.HALF, 0)
    head.setSpacing(BETWEEN_CHIPS)
    for chip in panel.chips.values():
        head.addWidget(chip)
    head.addStretch()
    whole.setContentsMargins(0, theme.HALF, 0, 0)
    whole.setSpacing(theme.HALF)
    whole.addLayout(head)
    whole.addWidget(panel.list, 1)
    whole.addWidget(panel.notice)
    whole.addStretch()
