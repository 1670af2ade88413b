# SPDX-License-Identifier: MIT
"""Long work in slices between which the window lives on, with progress and a way out."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from model.errors import FormError

AT_ONCE = 0.03  # s; work that is done by then shows no progress
SLICE = 0.015  # s
SHOWN_AFTER = 300  # ms
DONE = 100

Result = TypeVar("Result")
Steps = Generator[int, None, Result]


class Slices(QObject, Generic[Result]):
    """One piece of work: `done` is called with its result, `failed` with what went wrong."""

    def __init__(
        self,
        steps: Steps[Result],
        done: Callable[[Result], None],
        failed: Callable[[FormError], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._steps, self._done, self._failed = steps, done, failed
        self._percent, self._window = 0, parent
        self._progress: QProgressDialog | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def start(self, words: str) -> None:
        """Work for a moment; if that is not enough go on in slices, telling with words what is done."""
        if not self._work(AT_ONCE):
            self._progress = QProgressDialog(words, self.tr("取消"), 0, DONE, self._window)
            self._progress.setWindowModality(Qt.WindowModality.WindowModal)
            self._progress.setMinimumDuration(SHOWN_AFTER)
            self._progress.setAutoReset(False)
            self._progress.setAutoClose(False)
            self._progress.canceled.connect(self.stop)
            self._progress.setValue(0)
            self._next.start()

    def stop(self) -> None:
        """Give the work up."""
        self._next.stop()
        self._steps.close()
        self._tidy()

    def _go_on(self) -> None:
        if self._work(SLICE):
            return
        if self._progress is not None:
            self._progress.setValue(min(self._percent, DONE - 1))
        if self._progress is not None:  # showing the progress may have let the clerk cancel
            self._next.start()

    def _work(self, seconds: float) -> bool:
        """Work for a while; tell whether it is over."""
        until = perf_counter() + seconds
        try:
            while perf_counter() < until:
                self._percent = next(self._steps)
        except StopIteration as end:
            self._tidy()
            self._done(end.value)
            return True
        except FormError as error:
            self._tidy()
            self._failed(error)
            return True
        return False

    def _tidy(self) -> None:
        if self._progress is not None:
            progress, self._progress = self._progress, None
            progress.canceled.disconnect(self.stop)
            progress.close()
            progress.deleteLater()
        self.deleteLater()
