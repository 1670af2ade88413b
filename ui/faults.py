# SPDX-License-Identifier: MIT
"""Faults of ours caught on the way: reported as if nobody had caught them, while the work goes on."""

from __future__ import annotations

import sys
from concurrent.futures import Future
from contextlib import suppress

from model.errors import FormError

FAILED = 2  # exit code
NOT_STARTED = "程序没有启动成功，没有改动任何文件；请把屏幕上的英文报告发给维护人员，或重新安装后再试。"


def report_fault() -> None:
    """Report the exception that is being handled."""
    kind, error, trace = sys.exc_info()
    if kind is not None and error is not None:
        sys.excepthook(kind, error, trace)


def report_of_work(work: Future[object]) -> None:
    """Report what went wrong in a thread nobody waits for."""
    if not work.cancelled() and (error := work.exception()) is not None:
        sys.excepthook(type(error), error, error.__traceback__)


def tell_start_failed() -> int:
    """Say that there will be no window; returns the exit code."""
    from PySide6.QtWidgets import QApplication

    with suppress(Exception):  # there may be nothing to write on
        print(NOT_STARTED, file=sys.stderr)
    if QApplication.instance() is not None:
        from ui import dialogs

        dialogs.tell(None, FormError(NOT_STARTED))
    return FAILED
