# SPDX-License-Identifier: MIT
"""Plants faults in a copy of the program and runs the tests that must go red of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_name("planted.toml")
PARTS = ("main.py", "model", "export", "ui", "resources", "tests", "pyproject.toml")
RED = 1  # of pytest: tests ran, and some failed


class Fault(NamedTuple):
    """One thing done wrong: a text of a file that is put in the place of another."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    short: bool = False  # planted for every commit as well
    traces: bool = False  # seen by strace alone


def faults() -> tuple[Fault, ...]:
    """Read the list."""
    read = tomllib.loads(LIST.read_text(encoding="utf-8"))["fault"]
    return tuple(Fault(**{**one, "tests": tuple(one["tests"])}) for one in read)


@contextmanager
def copy_of_the_program(fault: Fault | None) -> Iterator[Path]:
    """Lay out the program and its tests somewhere else, with a fault in it."""
    with TemporaryDirectory(prefix="faults-planted-") as folder:
        root = Path(folder)
        for part in PARTS:
            _copy(ROOT / part, root / part)
        if fault is not None:
            whole = (root / fault.file).read_text(encoding="utf-8")
            assert whole.count(fault.old) == 1, (
                f"{fault.file} has become another: the list of faults is to follow"
            )
            changed = whole.replace(fault.old, fault.new)
            (root / fault.file).unlink()  # it may be one with the original
            (root / fault.file).write_text(changed, encoding="utf-8")
        yield root


def outcome_of(root: Path, tests: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Run some of a copy's tests, to the first failure."""
    call = [sys.executable, "-m", "pytest", *tests, "-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
    return subprocess.run(call, cwd=root, env=_clean(), capture_output=True, text=True, timeout=300)


def _clean() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FAULTS", "PYTEST"))}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}


def _copy(source: Path, goal: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, goal, copy_function=_link)
    else:
        _link(source, goal)


def _link(source: Path | str, goal: Path | str) -> None:
    """Let two names lead to one file, which takes no room; where that cannot be, copy it."""
    try:
        os.link(source, goal)
    except OSError:
        shutil.copy2(source, goal)
