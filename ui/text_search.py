# SPDX-License-Identifier: MIT
"""A search through the form that goes on while the clerk works: in slices, patterns in another process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from model.matching import Matcher, PatternError, Span, Wanted
from model.searching import Hit, cells_of

if TYPE_CHECKING:
    from model.places import Place
    from ui.document import Document
    from ui.pattern_process import PatternProcess

SLICE = 0.012  # s of work at a time
LOT = 2000  # texts sent to the other process at a time

Within = Callable[["Place"], bool]


class TextSearch(QObject):
    """Collects the hits in printed order; any edit makes them outdated, and the search stops."""

    advanced = Signal()  # some more were found
    finished = Signal()
    failed = Signal(str)  # a sentence

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cells: Iterator[tuple[Place, str]] = iter(())
        self._matcher: Matcher | None = None
        self._process: PatternProcess | None = None
        self._lot: list[Place] = []  # the cells whose texts the other process looks at
        self.hits: list[Hit] = []
        self.is_done = False  # and the hits are those of the form as it is now
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._work)
        document.about_to_apply.connect(self.stop)
        document.about_to_exchange.connect(self.stop)
        document.about_to_reset.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Tell whether more hits may come."""
        return self._turn.isActive() or self._process is not None

    def begin(self, wanted: Wanted, within: Within) -> None:
        """Search anew, in the cells whose place is within what is asked for."""
        self.stop()
        self.hits = []
        try:
            self._matcher = Matcher(wanted)
        except PatternError as error:
            self.failed.emit(str(error))
            return
        cells = cells_of(self._document.form, self._document.template)
        self._cells = (cell for cell in cells if within(cell[0]))
        if wanted.is_pattern and wanted.text:
            self._begin_process(wanted)
        else:
            self._turn.start()
            self._work()

    def stop(self) -> None:
        """Search no further; what was found may be outdated."""
        self.is_done = False
        self._turn.stop()
        if self._process is not None:
            self._process.stop()
            self._process.deleteLater()
            self._process = None

    def _work(self) -> None:
        until = perf_counter() + SLICE
        assert self._matcher is not None
        while perf_counter() < until:
            lot = list(islice(self._cells, 50))
            if not lot:
                self._finish()
                return
            for place, text in lot:
                self._add(place, self._matcher.spans(text))
        self.advanced.emit()

    def _begin_process(self, wanted: Wanted) -> None:
        from ui.pattern_process import PatternProcess

        self._process = PatternProcess(wanted, self)
        self._process.answered.connect(self._take_answer)
        self._process.failed.connect(self._fail)
        self._ask_on()

    def _ask_on(self) -> None:
        lot = list(islice(self._cells, LOT))
        self._lot = [place for place, _ in lot]
        if not lot or self._process is None:
            self._finish()
        else:
            self._process.ask([text for _, text in lot])

    def _take_answer(self, answer: list[list[Span]]) -> None:
        for place, spans in zip(self._lot, answer, strict=True):
            self._add(place, spans)
        self.advanced.emit()
        self._ask_on()

    def _add(self, place: Place, spans: Iterable[Span]) -> None:
        self.hits.extend(Hit(place, start, end) for start, end in spans)

    def _finish(self) -> None:
        self.stop()
        self.is_done = True
        self.finished.emit()

    def _fail(self, words: str) -> None:
        self.stop()
        self.hits = []
        self.failed.emit(words)
