# SPDX-License-Identifier: MIT
"""This computer and its processes: who writes a lock, and whether whoever wrote one still runs."""

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

RUNS = ""  # it runs; since when cannot be told
PROC = Path("/proc")
_STATE, _BEGUN = 0, 19  # fields of /proc/PID/stat behind the name
_ASKING_LITTLE = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_STILL_ACTIVE = 259


def user_name() -> str:
    """Return the name colleagues know the user by; the login name where the system has no other."""
    with suppress(ImportError, KeyError, OSError):
        import pwd

        if name := pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0].strip():
            return name
    with suppress(ImportError, KeyError, OSError):
        import getpass

        return getpass.getuser()
    return "?"


def host_name() -> str:
    """Return the computer's name."""
    import platform

    return platform.node() or "?"


def machine() -> str:
    """Tell computers of one name apart, and containers of one computer; "" where that cannot be done."""
    known = [_machine_id(), str(_user_id())]
    with suppress(OSError):
        known.append(os.readlink(PROC / "self/ns/pid"))  # processes are numbered anew in a container
    return hashlib.sha256("\n".join(known).encode()).hexdigest()[:16] if known[0] else ""


def started(process: int) -> str | None:
    """Return a mark of when a process began; None if there is none of this number, `RUNS` if unknown."""
    if process <= 0:
        return None
    if sys.platform == "win32":
        return _started_on_windows(process)
    if (PROC / "self/stat").exists():
        return _started_on_linux(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return None
    except OSError:
        return RUNS
    return RUNS


def _user_id() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def _machine_id() -> str:
    if sys.platform == "win32":
        import winreg

        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key,
        ):
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""
    for path in (Path("/etc/machine-id"), PROC / "sys/kernel/random/boot_id"):
        with suppress(OSError):
            if words := path.read_text("ascii").strip():
                return words
    return ""


def _started_on_linux(process: int) -> str | None:
    try:
        fields = (PROC / str(process) / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        boot = (PROC / "sys/kernel/random/boot_id").read_text("ascii").strip()
    except (FileNotFoundError, ProcessLookupError):
        return None
    except OSError:
        return RUNS
    return None if fields[_STATE] in "ZX" else f"{boot}/{fields[_BEGUN]}"


def _started_on_windows(process: int) -> str | None:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  not there on the systems that mypy looks at
    handle = kernel.OpenProcess(_ASKING_LITTLE, False, process)
    if not handle:
        return RUNS if kernel.GetLastError() == 5 else None  # access denied: it is there
    try:
        code, times = ctypes.c_ulong(), [ctypes.c_ulonglong() for _ in range(4)]
        if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
            return None
        if not kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times)):
            return RUNS
        return str(times[0].value)
    finally:
        kernel.CloseHandle(handle)
