# SPDX-License-Identifier: MIT
"""The rooms of the house: who may import whom, read from the source itself."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("model", "export", "ui")
FORBIDDEN = {
    "model": {"PySide6", "shiboken6", "reportlab", "pypdfium2", "ui", "export", "main"},
    "export": {"PySide6", "shiboken6", "ui", "main"},
    "ui": {"reportlab", "main"},
}
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))] + [ROOT / "main.py"]


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_reaches_only_where_it_may(path):
    room = path.relative_to(ROOT).parts[0]
    reached = {name.split(".")[0] for name in imported(path)}
    assert not reached & FORBIDDEN.get(room, set())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_opens_with_its_licence_and_one_line_on_its_job(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# SPDX-License-Identifier: MIT\n")
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_a_float_literal_in_the_rooms_of_the_form(path):
    if path.relative_to(ROOT).parts[0] == "model":
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, float)
        ]


def modules_after(statement):
    call = [sys.executable, "-c", f"import sys; {statement}; print(*sys.modules)"]
    return set(subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split())


def test_checking_loads_neither_qt_nor_reportlab():
    loaded = modules_after("import main; main.main(['check', 'tests/drafts/golden/000-1.json', '--json'])")
    heavy = ("PySide6", "reportlab", "pypdfium2", "pypdf", "Crypto")
    assert not {name for name in loaded if name.split(".")[0] in heavy}


def test_writing_the_manual_loads_no_qt(tmp_path):
    loaded = modules_after(f"import main; main.main(['manual', {str(tmp_path)!r}])")
    assert not {name for name in loaded if name.split(".")[0] in ("PySide6", "reportlab", "pypdfium2")}


def test_importing_the_command_line_loads_no_room():
    assert not modules_after("import main") & {"model", "export", "ui", "pydantic"}
