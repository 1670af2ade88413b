# SPDX-License-Identifier: MIT
"""The trials of odd environments: open, edit, save, export and close, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from model.drafts import parse
from tests.faults.odd import FOR_A_COMMIT, KINDS, Kind, Odd, limited, made, missing
from tests.ui.children import ROOT, program

NAME = "在怪地方改的名称"
MAIN = str(ROOT / "main.py")
PATIENCE, SHORT_PATIENCE = 40, 6  # seconds
FIRST = """
import main
main.name_files_as_qt_does()
main.stand_on_firm_ground()
"""
LIMITS = tuple(range(140, 620, 40))  # MB
WORK = """
import subprocess
from ui.export_sheet import Wish

def told(dialog):
    print("TOLD", getattr(dialog, "text", str)(), flush=True)
    return False

dialogs._run = told
dialogs.ask_copy = lambda parent, offer: Wish(Path({pdf!r}), False)
dialogs.ask_discard = lambda *asked: dialogs.Leaving.DISCARD
dialogs.ask_save_as = lambda *asked: Path({copy!r})
if window.document is None:
    sys.exit("not opened")
type_in({name!r})
if {meanwhile!r}:
    subprocess.run({meanwhile!r}, shell=True)
filing, document = window.rooms.filing, window.document
print("SAVED", filing.save(), document.is_modified, flush=True)
if not {can_save}:
    print("ELSEWHERE", filing.save_as(), document.is_modified, flush=True)
else:
    window.rooms.exporting.export()
window.close()
"""


@pytest.fixture
def place():
    """A folder another user may come to; pytest's own are nobody else's."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


def test_the_window_works_everywhere(trial, place):
    with trial("odd environments: the window", len(FOR_A_COMMIT), len(KINDS)) as run:
        _try_all(run, KINDS, place, works_in_the_window)


def test_the_command_line_works_everywhere(trial, place):
    with trial("odd environments: the command line", len(FOR_A_COMMIT), len(KINDS)) as run:
        _try_all(run, KINDS, place, works_on_the_command_line)


def test_little_memory_tears_no_file(trial, place):
    """The program may end, or stand still in Qt, which waits for threads it never got."""
    with trial("odd environments: too little memory", 2, len(LIMITS)) as run:
        for megabytes in LIMITS[:: len(LIMITS) // run.n][: run.n]:
            kind = Kind(f"{megabytes} MB", {"before": limited(f"ulimit -v {megabytes * 1024}")})
            folder = place / str(megabytes)
            folder.mkdir()
            odd = made(kind, folder)
            before = odd.draft.read_bytes()
            with suppress(subprocess.TimeoutExpired):
                _run(odd, str(_script(odd)), "end-at-faults", patience=SHORT_PATIENCE)
            now = odd.draft.read_bytes()
            run.count(now == before or parse(now, "draft").project_name == NAME, kind.name)


def _try_all(run, kinds, folder, check):
    """Try two at once: they mostly wait for their start."""
    chosen = [kind for kind in kinds if run.n == len(kinds) or kind.name in FOR_A_COMMIT]
    here = [kind for kind in chosen if not missing(kind)]
    for kind in chosen:
        if why := missing(kind):
            run.pass_over(f"{kind.name}: {why}")

    def tried(numbered: tuple[int, Kind]) -> None:
        number, kind = numbered
        place = folder / str(number)
        place.mkdir()
        try:
            check(made(kind, place))
            run.count(True)
        except Exception as error:
            run.count(False, f"{kind.name}: {type(error).__name__}: {error}")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(tried, enumerate(here)))


def works_in_the_window(odd: Odd) -> None:
    """All that can be done is done, the rest is said in a sentence, and no file is torn."""
    before, copy = odd.draft.read_bytes(), odd.home / "copy.json"
    done = _run(odd, str(_script(odd)), "end-at-faults")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "Traceback" not in said, said
    assert "REPORT" not in said, said
    if odd.can_save:
        assert parse(odd.draft.read_bytes(), "draft").project_name == NAME, said
        assert odd.pdf.read_bytes().rstrip().endswith(b"%%EOF"), said
    else:
        assert not odd.draft.exists() or odd.draft.read_bytes() == before, said
        assert "TOLD “" in said or "TOLD 没有" in said, said
        assert parse(copy.read_bytes(), "copy").project_name == NAME, said


def _script(odd: Odd) -> Path:
    """Write the program that does the work."""
    copy, meanwhile, can_save = str(odd.home / "copy.json"), odd.meanwhile, odd.can_save
    code = WORK.format(pdf=str(odd.pdf), copy=copy, name=NAME, meanwhile=meanwhile, can_save=can_save)
    script = odd.folder / "program.py"
    script.write_text(FIRST + program(code, odd.draft), encoding="utf-8")
    return script


def works_on_the_command_line(odd: Odd) -> None:
    """A draft is checked, and exported where the folder may be written in."""
    checked = _run(odd, MAIN, "check", str(odd.draft))
    assert checked.returncode in (0, 1), checked.stderr
    exported = _run(odd, MAIN, "export", str(odd.draft), "-o", str(odd.pdf))
    assert "Traceback" not in checked.stderr + exported.stderr
    if odd.can_save or odd.meanwhile:
        assert exported.returncode == 0, exported.stderr
    else:
        assert exported.returncode == 2
        assert exported.stderr.count("\n") == 1, exported.stderr
    if odd.can_save:
        assert odd.pdf.read_bytes().rstrip().endswith(b"%%EOF")


def _run(odd: Odd, *call: str, patience: float = PATIENCE) -> subprocess.CompletedProcess[str]:
    whole = [*odd.call, sys.executable, *call]
    surroundings = {**odd.surroundings, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        whole, env=surroundings, capture_output=True, timeout=patience, errors="backslashreplace", text=True
    )
