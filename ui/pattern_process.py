# SPDX-License-Identifier: MIT
"""Matches patterns in a process of their own, so that one that takes for ever can be ended."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from model import matching
from model.matching import Span, Wanted, request

PATIENCE = 2000  # ms for one lot of texts; sound patterns need a hundredth of it
WAIT_FOR_END = 1000  # ms


class PatternProcess(QObject):
    """Asks another process for the matches in lots of texts; begun with the first lot, ended by `stop`."""

    answered = Signal(object)  # list of lists of Span, one for each text of the lot
    failed = Signal(str)  # a sentence

    def __init__(self, wanted: Wanted, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._break_off)
        self._process.finished.connect(self._break_off)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._give_up)

    def ask(self, texts: list[str]) -> None:
        """Ask for the matches in a lot of texts; one lot at a time."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.start(sys.executable, ["-I", "-S", matching.__file__])
            self._write(request(self._wanted))
        self._write(json.dumps(texts))
        self._patience.start()

    def stop(self) -> None:
        """End the process."""
        self._patience.stop()
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(WAIT_FOR_END)

    def _write(self, line: str) -> None:
        self._process.write(line.encode() + b"\n")

    def _read(self) -> None:
        if self._process.canReadLine():
            self._patience.stop()
            answer: list[list[Span]] = json.loads(self._process.readLine().data())
            self.answered.emit(answer)

    def _give_up(self) -> None:
        self.stop()
        words = self.tr("这个正则表达式太费时，查找已停止；表格没有改动，请改得简单一些。")
        self.failed.emit(words)

    def _break_off(self, *_why: object) -> None:
        self.stop()
        self.failed.emit(self.tr("正则表达式的查找没能进行；表格没有改动，请关掉“正则表达式”再试。"))
