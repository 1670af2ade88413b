# SPDX-License-Identifier: MIT
"""Hostile files: each ends in a document or in one sentence, soon, in little room, and touches nothing else.

Time is the processor's, so that a busy machine does not fail it; what waits for ever is killed and fails.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.hostile_drafts import HOSTILE_DRAFTS, Making
from tests.faults.hostile_others import OTHERS
from tests.faults.hostile_pdfs import HOSTILE_PDFS
from tests.faults.pen import DOCUMENT, Outcome
from tests.witnesses.test_files_opened import PYTHON, ROOT, SYSTEM, can_trace, seen_in

SENTENCE = re.compile(r"[^\n]*[\u4e00-\u9fff][^\n]*。")
MOST_SECONDS, MOST_MEGABYTES, LONGEST_SENTENCE = 2, 300, 300
FEW = 60  # cases tried for a commit
WATCH = ("strace", "-f", "-qq", "-s", "4096", "-e", "trace=%file,network")
READABLE = (*PYTHON, *SYSTEM, f"{ROOT}/", "/dev/", "/proc/self/")
WAYS: dict[str, dict[str, Making]] = {"draft": HOSTILE_DRAFTS | HOSTILE_PDFS, **OTHERS}


class Case(NamedTuple):
    """One hostile file and the way it goes into the program."""

    name: str
    way: str
    make: Making


CASES = tuple(Case(name, way, make) for way, files in WAYS.items() for name, make in files.items())


class Pen:
    """A process of ours that opens files; its home is also its folder for temporary files."""

    def __init__(self, home: Path, *watch: str) -> None:
        self.home = home
        surroundings = {
            **{"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            **{"HOME": str(home), "TMPDIR": str(home), "LC_ALL": "C.UTF-8"},
        }
        self._process = subprocess.Popen(
            [*watch, sys.executable, "-m", "tests.faults.pen"],
            cwd=home,
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answer()

    def open(self, way: str, path: Path) -> Outcome:
        """Let it open a file."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([way, str(path)]) + "\n")
        self._process.stdin.flush()
        return Outcome(*self._answer())

    def close(self) -> None:
        """Let it go."""
        self._process.communicate(timeout=30)

    def _answer(self) -> list[object]:
        assert self._process.stdout is not None
        answer: list[object] = json.loads(self._process.stdout.readline())
        return answer


@contextmanager
def pen(folder: Path, *watch: str) -> Iterator[Pen]:
    """Have a pen for a while."""
    home = folder / "home"
    home.mkdir()
    held = Pen(home, *watch)
    try:
        yield held
    finally:
        held.close()


def tree_of(folder: Path) -> dict[str, tuple[int, int]]:
    """All there is below a folder, with size and time."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        found[str(path)] = (status.st_size, status.st_mtime_ns)
    return found


def complaint(outcome: Outcome) -> str:
    """What is wrong with an outcome; nothing when it is as it should be."""
    if outcome.kind == DOCUMENT:
        ill = ""
    elif outcome.kind != "sentence":
        ill = f"{outcome.kind}: {outcome.words}"
    elif not SENTENCE.fullmatch(outcome.words) or len(outcome.words) > LONGEST_SENTENCE:
        ill = f"no sentence: {outcome.words[:LONGEST_SENTENCE]!r}"
    else:
        ill = ""
    slow = f" {outcome.seconds:.1f} s" if outcome.seconds > MOST_SECONDS else ""
    large = f" {outcome.megabytes:.0f} MB" if outcome.megabytes > MOST_MEGABYTES else ""
    return ill + slow + large


def try_one(held: Pen, case: Case, folder: Path) -> str:
    """Open one hostile file; what is wrong with what came of it."""
    folder.mkdir()
    path = case.make(folder)
    before = tree_of(folder), tree_of(held.home)
    found = complaint(held.open(case.way, path))
    changed = "" if (tree_of(folder), tree_of(held.home)) == before else " something was written"
    shutil.rmtree(folder)
    return found + changed


pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="not run: this system cannot fork")


def test_any_file_ends_in_a_document_or_a_sentence_and_nothing_else_is_touched(trial, tmp_path):
    log = tmp_path / "strace.log"
    watch = (*WATCH, "-o", str(log)) if can_trace() else ()
    with trial("hostile files", FEW, len(CASES)) as run:
        with pen(tmp_path, *watch) as held:
            for case in spread(run.n):
                found = try_one(held, case, tmp_path / "case")
                run.count(not found, f"{case.way}, {case.name}: {found}")
        for strange in strange_calls(log, tmp_path) if watch else ():
            run.count(False, strange)
        if not watch:
            run.pass_over("strace is missing or may not trace: files alone were compared")


def strange_calls(log: Path, folder: Path) -> list[str]:
    """What was opened, written or asked for beyond the hostile files themselves."""
    seen = seen_in(log.read_text(encoding="utf-8", errors="replace"), folder)
    read = {path for path in seen.read if not path.startswith((*READABLE, str(folder)))}
    return [*read, *seen.written - {os.devnull}, *seen.network, *seen.programs[1:]]


def test_a_fault_a_long_time_and_a_written_file_would_be_seen(tmp_path):
    assert complaint(Outcome("fault", "KeyError", 0, 0)) == "fault: KeyError"
    assert complaint(Outcome("sentence", "not found", 3, 301)) == "no sentence: 'not found' 3.0 s 301 MB"
    before = tree_of(tmp_path)
    (tmp_path / "x").touch()
    assert tree_of(tmp_path) != before


def test_a_file_opened_and_a_program_started_would_be_seen(tmp_path):
    log = tmp_path / "strace.log"
    log.write_text(
        '7 execve("python3", ["python3"], 0x7f /* 9 vars */) = 0\n'
        '8 openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3\n'
        '8 openat(AT_FDCWD, "/var/x", O_WRONLY|O_CREAT, 0666) = 3\n'
        "8 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4\n"
        '9 execve("/usr/bin/jbig2dec", ["jbig2dec"], 0x7f /* 9 vars */) = 0\n'
    )
    found = strange_calls(log, tmp_path)
    assert {"/etc/passwd", "/var/x", "/usr/bin/jbig2dec"} <= set(found)
    assert len(found) == 4


def spread(count: int) -> tuple[Case, ...]:
    """So many of the cases, from all ways."""
    return tuple(CASES[number * len(CASES) // count] for number in range(count))
