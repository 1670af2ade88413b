# SPDX-License-Identifier: MIT
"""The environment in .venv: built from the lock files, rebuilt when a lock or the Python version changes."""

import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from machine import SetUpError, can_install, install, last_line

LOCK = "requirements.lock"
OLD_GLIBC_LOCK = "requirements-old-glibc.lock"
DEV_LOCK = "requirements-dev.lock"
BENCH_LOCK = "requirements-bench.lock"
PIP = ("-m", "pip", "--disable-pip-version-check")
ROOMS = ("main.py", "model", "export", "ui")
# The newest Qt asks for this glibc; older systems (UOS 20, Debian 12 on ARM) get the last Qt built for them.
QT_NEEDS_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}

PREPARING = "正在准备运行环境（首次运行或版本更新时，约下载 120 MB），请稍候……"
NO_FOLDER = (
    "不能在程序所在文件夹 {root} 里建立运行环境，请换到有写入权限的文件夹或请管理员先运行一次（{error}）。"
)
NO_PIP = (
    "Python {version} 没有可用的 pip，请先安装（Debian：apt-get install python3-pip），您的文件未受影响。"
)
NOT_INSTALLED = "运行环境没有装上，您的文件未受影响：请检查网络后重新运行；详情见 {log}（{reason}）。"
NO_WHEELS = (
    "这台电脑的系统（{system}，Python {version}）没有现成的运行组件，不能运行本程序，您的文件未受影响；"
    "请换一台较新的电脑，详情见 {log}。"
)
# pip's words: no wheel for this system, which it also says when it could not reach the index.
NOTHING_MATCHES, UNREACHABLE = "No matching distribution found", "Retrying ("


@dataclass(frozen=True)
class Environment:
    """The places of one installation of the program."""

    root: Path
    version: str = f"{sys.version_info.major}.{sys.version_info.minor}"

    @property
    def folder(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def qt(self) -> Path:
        return self.folder / f"lib/python{self.version}/site-packages/PySide6/Qt"

    @property
    def log(self) -> Path:
        return self.folder / "install.log"

    @property
    def qt_mark(self) -> Path:
        """Present once Qt has been loaded; run.sh looks for it too."""
        return self.folder / "qt-loads"

    def stamp(self, lock: str) -> Path:
        """A copy of the lock file as installed, named after the Python version; run.sh compares it too."""
        return self.folder / f"{lock}-{self.version}"

    def holds(self, lock: str) -> bool:
        try:
            return self.stamp(lock).read_bytes() == (self.root / lock).read_bytes() and self.python.exists()
        except OSError:
            return False


def runtime_lock(machine: str, glibc: str) -> str:
    """The lock file for a machine; `glibc` is its version, or empty where there is none (Windows)."""
    found = tuple(int(part) for part in glibc.split(".")[:2]) if glibc else None
    needed = QT_NEEDS_GLIBC.get(machine)
    return OLD_GLIBC_LOCK if found and needed and found < needed else LOCK


def this_runtime_lock() -> str:
    library, version = platform.libc_ver()
    return runtime_lock(platform.machine(), version if library == "glibc" else "")


def ensure(environment: Environment, with_dev: bool = False, with_rivals: bool = False) -> None:
    """Build or complete the environment if a lock file or the Python version has changed.

    Errors: SetUpError if it cannot be done.
    """
    runtime = this_runtime_lock()
    locks = [runtime, *[DEV_LOCK] * with_dev, *[BENCH_LOCK] * with_rivals]
    if all(map(environment.holds, locks)):
        return
    with only_one(environment):
        if not environment.holds(runtime):
            create(environment)
        add(environment, [lock for lock in locks if not environment.holds(lock)])


@contextmanager
def only_one(environment: Environment) -> Iterator[None]:
    """Let a second start wait until the first has built the environment (not on Windows)."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        with open(environment.root / ".venv.lock", "w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise SetUpError(NO_FOLDER.format(root=environment.root, error=error.strerror)) from error


def create(environment: Environment) -> None:
    print(PREPARING, file=sys.stderr)
    command = [str(base_python()), "-m", "venv", "--clear", "--without-pip", str(environment.folder)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        raise SetUpError(NO_FOLDER.format(root=environment.root, error=last_line(made.stdout + made.stderr)))


def add(environment: Environment, locks: Sequence[str]) -> None:
    if not locks:
        return
    pip = pip_for(environment)
    options = ["install", "--quiet", "--no-input", "--only-binary", ":all:", "--require-hashes"]
    files = [part for lock in locks for part in ("-r", str(environment.root / lock))]
    with open(environment.log, "w", encoding="utf-8") as log:
        done = subprocess.run([*pip, *options, *files], stdout=log, stderr=log)
    if done.returncode:
        raise SetUpError(why_not_installed(environment))
    compile_rooms(environment)
    for lock in locks:
        environment.stamp(lock).write_bytes((environment.root / lock).read_bytes())


def why_not_installed(environment: Environment) -> str:
    log = environment.log.read_text(encoding="utf-8", errors="replace")
    if os.environ.get("CI"):
        print(log, file=sys.stderr)
    if NOTHING_MATCHES in log and UNREACHABLE not in log:
        return NO_WHEELS.format(system=platform.platform(), version=environment.version, log=environment.log)
    return NOT_INSTALLED.format(log=environment.log, reason=last_line(log))


def pip_for(environment: Environment) -> list[str]:
    """A pip that installs into the environment: that of the base Python, or the one Python carries within.

    Errors: SetUpError if there is neither and none can be installed.
    """
    outer = [str(base_python()), *PIP, "--python", str(environment.python)]
    if succeeds([*outer, "--version"]):
        return outer
    if succeeds([str(environment.python), "-m", "ensurepip"]):
        return [str(environment.python), *PIP]
    if can_install():
        install(["python3-pip"])
        if succeeds([*outer, "--version"]):
            return outer
    raise SetUpError(NO_PIP.format(version=environment.version))


def succeeds(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def base_python() -> Path:
    """The Python itself, never a link to it: a link may lead to another version after an upgrade."""
    return Path(getattr(sys, "_base_executable", sys.executable)).resolve()


def compile_rooms(environment: Environment) -> None:
    """Save the first start the time to compile our own files; a start without it works as well."""
    rooms = [str(environment.root / room) for room in ROOMS]
    succeeds([str(environment.python), "-m", "compileall", "-q", *rooms])
