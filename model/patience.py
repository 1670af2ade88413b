# SPDX-License-Identifier: MIT
"""Doing once more what another program is in the way of for a moment: a virus scanner, a backup, a signal."""

import os
import time
from collections.abc import Callable
from typing import TypeVar

WINDOWS_BUSY = frozenset({5, 32, 33})  # access denied, sharing and lock violations pass by themselves
RETRY_FOR, RETRY_EVERY = 1500, 50  # ms

Done = TypeVar("Done")


def patiently(action: Callable[[], Done]) -> Done:
    """Do something, again and again if need be.  Errors: OSError when what is in the way stays there."""
    until = time.monotonic_ns() + RETRY_FOR * 1_000_000
    while True:
        try:
            return action()
        except OSError as error:
            if not may_pass(error) or time.monotonic_ns() > until:
                raise
            time.sleep(RETRY_EVERY / 1000)


def may_pass(error: OSError) -> bool:
    """Tell whether a refusal may pass by itself."""
    if os.name == "nt" and isinstance(error, PermissionError):  # opening a file tells no more there
        return True
    return isinstance(error, InterruptedError) or getattr(error, "winerror", None) in WINDOWS_BUSY
