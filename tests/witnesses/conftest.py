# SPDX-License-Identifier: MIT
"""What the witnesses share: the files they look at, written once, and whether they are there at all."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from export.fonts import Fonts
from tests.witnesses.corpus import write_all


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return Fonts()


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory, fonts: Fonts) -> dict[str, Path]:
    """Both copies of every form, by name."""
    return write_all(tmp_path_factory.mktemp("papers"), fonts)


def needs(*programs: str) -> pytest.MarkDecorator:
    """A test that is not run where one of these programs is missing."""
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not run: {' '.join(missing)} is not installed")


def told(*call: str | Path) -> str:
    """Run a program; what it complains of, with its exit code if that is a complaint too."""
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, errors="replace")
    complaint = "\n".join(
        line for line in done.stderr.splitlines() if "ICC support" not in line
    )  # its build's
    return f"{complaint}\nexit {done.returncode}" if done.returncode else complaint


def complaints(papers: dict[str, Path], ask: Callable[[Path], str]) -> dict[str, str]:
    """The files that are complained of, each with the complaint."""
    return {name: said for name, path in papers.items() if (said := ask(path))}
