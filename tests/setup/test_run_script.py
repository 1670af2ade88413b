# SPDX-License-Identifier: MIT
"""run.sh: the sentence for a wrong Python or no display, and the short way of a machine that is ready."""

import shutil
import subprocess
from pathlib import Path

import pytest

from environment import base_python

ROOT = Path(__file__).parents[2]
ECHO = '#!/bin/sh\necho "{name}" "$@"\n'


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy with an environment that looks installed; its Pythons only say what they are given."""
    root = tmp_path / "表 编辑器"
    (root / ".venv/bin").mkdir(parents=True)
    for name in ("run.sh", "requirements.lock", "requirements-old-glibc.lock"):
        shutil.copy(ROOT / name, root)
    shutil.copy(root / "requirements.lock", root / ".venv/requirements.lock-3.11")
    (root / ".venv/qt-loads").touch()
    program(root / ".venv/bin/python", "ready")
    program(root / "bin/python3", "prepare")
    return root


def program(path: Path, name: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(ECHO.format(name=name))
    path.chmod(0o755)


def run(root: Path, *arguments: str, path: str = "bin:/usr/bin:/bin", **environment: str):
    command = ["/bin/sh", "run.sh", *arguments]
    return subprocess.run(
        command, cwd=root, env={"PATH": path, **environment}, capture_output=True, text=True
    )


def test_no_suitable_python_is_one_sentence(copy):
    shutil.rmtree(copy / ".venv")
    refused = run(copy, "check", "a.json", path="nowhere")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1
    assert "没有找到 Python 3.11、3.12 或 3.13" in refused.stderr


def test_no_display_is_one_sentence():
    refused = run(ROOT, path=f"{base_python().parent}:/usr/bin:/bin")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("没有图形桌面")
    assert refused.stderr.count("\n") == 1


def test_a_ready_machine_goes_straight_to_the_editor(copy):
    assert run(copy, "我的 草稿.json", DISPLAY=":0").stdout == f"ready {copy}/main.py 我的 草稿.json\n"


@pytest.mark.parametrize("command", ["check", "check-template", "export", "import", "manual", "--help"])
def test_a_ready_machine_needs_no_display_for(command, copy):
    assert run(copy, command, "a.json").stdout == f"ready {copy}/main.py {command} a.json\n"


@pytest.mark.parametrize("command", ["test", "lint", "faults", "bench", "fonts", "pictures"])
def test_engineers_commands_are_prepared(command, copy):
    assert run(copy, command, DISPLAY=":0").stdout.endswith(f"bootstrap.py {command}\n")


def test_a_changed_lock_is_prepared(copy):
    (copy / "requirements.lock").write_text("pydantic==9")
    assert run(copy, "check", "a.json").stdout.startswith("prepare")


def test_a_changed_lock_for_old_systems_is_prepared(copy):
    (copy / ".venv/requirements.lock-3.11").rename(copy / ".venv/requirements-old-glibc.lock-3.11")
    assert run(copy, "check", "a.json").stdout.startswith("prepare")


def test_a_vanished_python_is_prepared(copy):
    (copy / ".venv/bin/python").unlink()
    assert run(copy, "check", "a.json").stdout.startswith("prepare")


def test_a_draft_is_named_from_the_callers_folder(copy):
    command = ["/bin/sh", f"{copy.name}/run.sh", "check", "a.json"]
    called = subprocess.run(command, cwd=copy.parent, capture_output=True, text=True)
    assert called.stdout == f"ready {copy}/main.py check a.json\n"


def test_both_scripts_ask_for_the_pythons_of_the_project():
    asked = "(3, 11) <= sys.version_info[:2] <= (3, 13)"
    assert 'requires-python = ">=3.11,<3.14"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert asked in (ROOT / "run.sh").read_text(encoding="utf-8")
    assert asked in (ROOT / "run.bat").read_text(encoding="utf-8")


def test_the_windows_script_has_windows_line_ends():
    script = (ROOT / "run.bat").read_bytes()
    assert script.count(b"\n") == script.count(b"\r\n") > 10
