# SPDX-License-Identifier: MIT
"""Processes: who one is, so that what it left behind can be told from what it is still at work on."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")
START_FIELD = 19  # of /proc/PID/stat, behind the name: when the process began, in ticks since the boot


class Process(NamedTuple):
    """A process of some machine; a number is given again, but not with the same start."""

    id: int
    host: str
    start: str  # "" where the system does not tell


def this_process() -> Process:
    """Say who we are."""
    return Process(os.getpid(), this_host(), _start_of(os.getpid()) or "")


def is_living(process: Process) -> bool | None:
    """Tell whether a process is still there; None where it is one of another machine."""
    if process.host != this_host():
        return None
    return process.id > 0 and _start_of(process.id) == process.start


def this_host() -> str:
    """Name the machine; the name alone is often the same in a whole office."""
    return f"{platform.node()}/{_text_of(Path('/etc/machine-id'))}"


def _start_of(number: int) -> str | None:
    """Return what no other process of this number has; None where there is no such process."""
    if os.name == "nt":
        return _start_on_windows(number)
    if not (PROC / "self" / "stat").exists():
        return "" if _answers(number) else None
    fields = _text_of(PROC / str(number) / "stat").rpartition(")")[2].split()
    boot = _text_of(PROC / "sys" / "kernel" / "random" / "boot_id")
    is_dead = not fields or fields[0] in "ZX"  # ended, and nobody has taken note yet
    return None if is_dead else f"{boot}/{fields[START_FIELD]}"


def _answers(number: int) -> bool:
    try:
        os.kill(number, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _start_on_windows(number: int) -> str | None:
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = wintypes.HANDLE(kernel.OpenProcess(0x1000, False, number))  # only to ask about it
        times = [wintypes.FILETIME() for _ in range(4)]  # began, ended, and two of its work
        told = kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
        kernel.CloseHandle(handle)
        began, ended = ((time.dwHighDateTime << 32) | time.dwLowDateTime for time in times[:2])
        return None if not told or ended else str(began)
    return None


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except (OSError, ValueError):
        return ""
