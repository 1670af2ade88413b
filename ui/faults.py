# SPDX-License-Identifier: MIT
"""Reporting a fault of ours that was caught on the way, so that the work can go on."""

import sys


def report_fault() -> None:
    """Report the exception that is being handled, as if nobody had caught it."""
    kind, error, trace = sys.exc_info()
    if kind is not None and error is not None:
        sys.excepthook(kind, error, trace)
