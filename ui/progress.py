# SPDX-License-Identifier: MIT
"""Long work: how far it is, that it can be cancelled, and that the window lives on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from model.steps import Steps
from ui import theme

SHOWN_AFTER = 300  # ms; what is done by then needs no word
SLICE = 0.01  # seconds of work in the window's thread between two turns of its event loop
BAR_WIDTH, BAR_HEIGHT = 120, 6  # px
CARD_WIDTH = 340  # px
AT_ONCE = 0.015  # seconds; work that is done by then shows nothing and lets nothing in between
ALL = 100  # percent

Done = TypeVar("Done")
Tell = Callable[[int, int], None]
Work = Callable[[Tell], Done]
"""Work in a thread; it tells how much of how much is done, and ends when telling raises."""


class CancelledError(Exception):
    """The clerk has cancelled; nothing of the work may remain."""


class Task(QObject, Generic[Done]):
    """One piece of long work.  When it has `ended`, it holds a result, or an error, or was cancelled.

    Connect bound methods of Qt objects only: a function that keeps the owner of the work alive would let the
    owner go in the middle of the task's own end, and take the task with it a second time.
    """

    told = Signal(int, int)  # how much is done, of how much; (0, 0) = unknown
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result: Done | None = None
        self.error: Exception | None = None
        self.is_cancelled = self.has_ended = False
        self._steps: Iterator[int] = iter(())
        self._finished.connect(self._end)

    _finished = Signal(object, object)  # result, error; from whatever thread

    def cancel(self) -> None:
        """End it now; what the work still brings is passed over."""
        self.is_cancelled = True
        self._end(None, None)

    def run_in(self, executor: Executor, work: Work[Done]) -> Task[Done]:
        """Do the work in a thread."""
        executor.submit(self._work, work).add_done_callback(self._note_end)
        return self

    def run_in_slices(self, steps: Steps[Done]) -> Task[Done]:
        """Do the work in the window's thread, step by step; what is done in a moment is done at once."""
        self._steps, turns = steps, QTimer(self)
        turns.timeout.connect(self._do_slice)
        self.ended.connect(turns.stop)
        turns.start(0)
        self._work_for(AT_ONCE)
        return self

    def tell(self, done: int, count: int) -> None:
        """Say how far the work is.  Errors: CancelledError when the clerk wants it no more."""
        if self.is_cancelled:
            raise CancelledError
        self.told.emit(done, count)

    def _work(self, work: Work[Done]) -> None:
        try:
            if not self.is_cancelled:
                self._finished.emit(work(self.tell), None)
        except CancelledError:
            return
        except Exception as error:
            self._finished.emit(None, error)

    def _note_end(self, future: Future[None]) -> None:
        """End also when the thread was stopped before the work, or had no memory left to tell its end."""
        if future.cancelled():
            self._finished.emit(None, None)
        elif (error := future.exception()) is not None:
            self._finished.emit(None, error)

    def _do_slice(self) -> None:
        self._work_for(SLICE)

    def _work_for(self, seconds: float) -> None:
        until, percent = perf_counter() + seconds, 0
        try:
            while perf_counter() < until:
                percent = next(self._steps)
        except StopIteration as end:
            self._end(end.value, None)
        except Exception as error:
            self._end(None, error)
        else:
            self.told.emit(percent, ALL)

    def _end(self, result: Done | None, error: Exception | None) -> None:
        if not self.has_ended:
            self.result, self.error, self.has_ended = result, error, True
            self.ended.emit()


class Gauge(QWidget):
    """Words, a thin bar and the way to cancel, for one task."""

    def __init__(self, task: Task[Done], words: str, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._unit = words, unit
        self.label, self.bar = QLabel(words, textFormat=Qt.TextFormat.PlainText), QProgressBar()
        self.button = QPushButton(self.tr("取消"))
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(BAR_HEIGHT)
        self.bar.setMinimumWidth(BAR_WIDTH)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.button.setAccessibleDescription(words)
        self.button.clicked.connect(task.cancel)
        task.told.connect(self.show_share)

    def show_share(self, done: int, count: int) -> None:
        """Show how far the task is."""
        self.bar.setRange(0, count)
        self.bar.setValue(done)
        if count and self._unit:
            pattern = self.tr("{words} 第 {done}/{count} {unit}")  # 正在导出… 第 120/800 页
            self.label.setText(pattern.format(words=self._words, done=done, count=count, unit=self._unit))


class Strip(Gauge):
    """Stands in the status line while a task goes on in the background; the clerk works on."""

    def __init__(self, task: Task[Done], words: str, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(task, words, unit, parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        line.setSpacing(theme.SPACE)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.button.setFlat(True)
        self.button.setMaximumHeight(self.label.sizeHint().height() + theme.SPACE)
        for part in (self.label, self.bar, self.button):
            line.addWidget(part)
        self.hide()
        task.ended.connect(self.deleteLater)
        QTimer.singleShot(SHOWN_AFTER, self, self.show)


def show_in(status: QStatusBar, task: Task[Done], words: str, unit: str) -> None:
    """Show in the status line that a task goes on."""
    status.addPermanentWidget(Strip(task, words, unit, status))


class Card(QDialog):
    """Stands before the window while the clerk waits."""

    def __init__(
        self, task: Task[Done], words: str, unit: str, parent: QWidget, can_cancel: bool = True
    ) -> None:
        super().__init__(parent)
        self._task, self._can_cancel = task, can_cancel
        self.setWindowTitle(words)
        self.setModal(True)
        self.setMinimumWidth(CARD_WIDTH)
        gauge = Gauge(task, words, unit, self)
        whole, line = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(*(3 * theme.SPACE,) * 4)
        whole.setSpacing(2 * theme.SPACE)
        line.addStretch()
        line.addWidget(gauge.button)
        gauge.button.setVisible(can_cancel)
        whole.addWidget(gauge.label)
        whole.addWidget(gauge.bar)
        whole.addLayout(line)

    @override
    def reject(self) -> None:
        """Escape cancels what may be cancelled."""
        if self._can_cancel:
            self._task.cancel()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._can_cancel or self._task.has_ended)
        self.reject()


def wait_for(
    task: Task[Done], words: str, window: QWidget, unit: str = "", can_cancel: bool = True
) -> Done | None:
    """Wait for a task; return its result, None if the clerk has cancelled.  Errors: what the work raised."""
    wait(task, words, window, unit, can_cancel)
    if task.error is not None:
        raise task.error
    return task.result


def carry_out(steps: Steps[Done], words: str, window: QWidget) -> Done | None:
    """Do long work in the window's thread; return its result, None if the clerk has cancelled.

    The window lives on meanwhile, but what it shows must not be changed.  Errors: what the work raised.
    """
    return wait_for(Task[Done](window).run_in_slices(steps), words, window)


def wait(task: Task[Done], words: str, window: QWidget, unit: str = "", can_cancel: bool = True) -> None:
    """Let the window live on until a task has ended.

    Keys pressed in the first moments come after it, and so does the wish to close the window; from then on a
    card says what is going on.
    """
    loop, patience = QEventLoop(), Patience(window.window())
    task.ended.connect(loop.quit)
    QTimer.singleShot(SHOWN_AFTER, loop, lambda: loop.exit(1))
    if not task.has_ended and loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents):
        card = Card(task, words, unit, window, can_cancel)
        card.show()
        if not task.has_ended:
            loop.exec()
        card.done(0)
        card.deleteLater()
    patience.end()
    task.deleteLater()


class Patience(QObject):
    """Lets a window's wish to close wait."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._is_asked = window, False
        window.installEventFilter(self)

    def end(self) -> None:
        """Wait no longer."""
        self._window.removeEventFilter(self)
        if self._is_asked:
            QTimer.singleShot(0, self._window, self._window.close)
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Close:
            return False
        self._is_asked = True
        event.ignore()
        return True
