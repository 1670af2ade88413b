# SPDX-License-Identifier: MIT
"""What the tests of the page share: the bundled fonts, and other people's tools to read a PDF with."""

import shutil
import subprocess

import pytest

from export.fonts import Fonts
from tests.export.usual_page import measured_there


@pytest.fixture(scope="session")
def fonts():
    return Fonts()


@pytest.fixture
def measure(fonts):
    """Measure blocks on the usual page."""
    return lambda *blocks: measured_there(blocks, fonts)


@pytest.fixture
def tool(tmp_path):
    """Run a tool on a PDF and return what it prints; a test whose tool is missing is not run."""

    def run(name, *arguments, pdf):
        if shutil.which(name) is None:
            pytest.skip(f"not run: {name} is not installed")
        (tmp_path / "a.pdf").write_bytes(pdf)
        call = [name, *arguments[:-1], "a.pdf", *arguments[-1:]] if arguments else [name, "a.pdf"]
        return subprocess.run(
            call, cwd=tmp_path, capture_output=True, text=True, errors="replace", timeout=60
        )

    return run
