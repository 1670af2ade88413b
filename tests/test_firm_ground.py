# SPDX-License-Identifier: MIT
"""Claims about what the program needs first of all: streams, a folder, names of files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LOOK = "import main, os; main.stand_on_firm_ground(); [os.fstat(one) for one in range(3)]; os.getcwd()"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: a POSIX shell")


def shell(script: str, *call: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, **ASCII, "PYTHONPATH": str(ROOT)}
    whole = ["sh", "-c", f'{script} && exec "$@"', "sh", sys.executable, *call]
    return subprocess.run(whole, env=surroundings, capture_output=True, encoding="utf-8", timeout=60)


@pytest.mark.parametrize("script", ["exec <&-", "exec >&-", "exec 2>&-", "exec <&- >&- 2>&-"])
def test_a_closed_stream_is_opened_before_a_file_can_take_its_place(script):
    assert shell(script, "-c", LOOK).returncode == 0


def test_a_current_folder_that_is_gone_is_left(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    assert shell(f"cd {gone} && rmdir {gone}", "-c", LOOK).returncode == 0


def test_names_are_read_as_utf_8_in_any_locale():
    said = shell("true", str(ROOT / "main.py"), "check", "没有这个文件.json").stderr
    assert "“没有这个文件.json”" in said
