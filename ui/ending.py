# SPDX-License-Identifier: MIT
"""When the system wants the program to end (log-off, a signal): the form is kept, nobody is asked."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")  # those the system knows
KILLED = 128  # added to a signal's number it is the exit code, as a shell has it


class Ending(QObject):
    """Hears that the system wants the program to end."""

    def __init__(self, application: QGuiApplication, keep: Callable[[], object]) -> None:
        super().__init__(application)
        self._application, self._keep = application, keep
        self._heard, self._told = socket.socketpair()
        self._waker = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._waker.activated.connect(self._read)
        application.commitDataRequest.connect(self._note_session)
        self._listen()

    def _listen(self) -> None:
        for one in (self._heard, self._told):
            one.setblocking(False)
        with suppress(ValueError):  # not in the main thread: then somebody else listens
            signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
            for name in SIGNALS:
                number = getattr(signal, name, None)
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    signal.signal(number, self._note_signal)

    def stop(self) -> None:
        """Listen no more."""
        with suppress(ValueError):
            signal.set_wakeup_fd(-1)
        self._waker.setEnabled(False)
        self._heard.close()
        self._told.close()

    def _note_signal(self, number: int, frame: FrameType | None) -> None:
        """It may have come in the middle of an edit: end at the next turn of the event loop."""
        QTimer.singleShot(0, self, lambda: self._end(KILLED + number))

    def _end(self, code: int) -> None:
        self._keep()
        self._application.exit(code)

    def _note_session(self, _session: object) -> None:
        self._keep()

    def _read(self) -> None:
        """Only being here matters: Python looks for signals before it goes on."""
        with suppress(OSError):
            self._heard.recv(1024)
