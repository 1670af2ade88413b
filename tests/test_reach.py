# SPDX-License-Identifier: MIT
"""How far the program can reach: which files may speak to other processes, and that none can ask a network.

Read from the source: what no file imports, no draft and no PDF can make it use.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("model", "export", "ui")
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))] + [ROOT / "main.py"]

REACHING = {
    *("socket", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "xmlrpc", "asyncio"),
    *("webbrowser", "xml", "lxml", "zipfile", "tarfile", "shutil.unpack_archive", "gzip", "bz2", "lzma"),
    *("pickle", "shelve", "marshal", "subprocess", "multiprocessing", "runpy", "code", "ctypes"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineWidgets", "PySide6.QtXml", "PySide6.QtDBus"),
}
"""What asks a network, unpacks archives or XML, runs programs or makes objects of bytes."""
ALLOWED: dict[str, set[str]] = {
    "export/distant_shop.py": {"pickle", "subprocess"},  # our own Python, for large pages; a pipe between
    "export/page_places.py": {"pickle"},  # what goes through that pipe
    "export/print_service.py": {"subprocess"},  # lp and lpstat, with the clerk's choices
    "model/lock_disk.py": {"ctypes"},  # Windows: whose lock it is
    "model/processes.py": {"ctypes"},  # Windows: whether a process lives
    "ui/ending.py": {"socket"},  # a pair within the process: a signal of the system wakes Qt
}
RUNNING = {"eval", "exec", "compile", "__import__"}
OPENS_OUTSIDE = "openUrl"


def imported(path: Path) -> set[str]:
    """The modules a file imports anywhere."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def reached(names: set[str]) -> set[str]:
    """What of the reaching modules is among them."""
    return {one for one in REACHING for name in names if name == one or name.startswith(f"{one}.")}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_reaches_no_farther_than_it_must(path):
    assert reached(imported(path)) == ALLOWED.get(name_of(path), set())


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_text_is_ever_run(path):
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert not {call.func.id for call in calls if isinstance(call.func, ast.Name)} & RUNNING


def test_one_function_opens_anything_outside_and_only_files_of_this_machine():
    opening = [path for path in SOURCES if OPENS_OUTSIDE in path.read_text(encoding="utf-8")]
    assert [name_of(path) for path in opening] == ["ui/dialogs.py"]
    source = opening[0].read_text(encoding="utf-8")
    assert source.count(OPENS_OUTSIDE) == source.count(f"{OPENS_OUTSIDE}(QUrl.fromLocalFile(") == 1


def test_only_what_the_program_wrote_itself_and_its_folder_are_opened_outside():
    calls = {name_of(path): path.read_text(encoding="utf-8").count("open_outside(") for path in SOURCES}
    assert {name: count for name, count in calls.items() if count} == {
        "ui/dialogs.py": 1,
        "ui/exported_strip.py": 2,  # the PDF, and its folder
        "ui/recovery_offers.py": 1,  # the folder of the copies
    }


def test_a_network_and_an_archive_would_be_seen():
    assert reached({"urllib.request", "xml.etree.ElementTree", "os", "urllib.parse"}) == {
        "urllib.request",
        "xml",
    }
