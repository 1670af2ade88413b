# SPDX-License-Identifier: MIT
"""A pen for hostile files: one process that forks for each, so that time, room and outcome of each are told.

It reads a line of JSON a case (way and file), and writes one (outcome and cost).
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

LONGEST_WAIT = 10.0  # seconds; then the case hangs
DOCUMENT, FAULT, HANGS, DIES = "document", "fault", "hangs", "dies"


class Outcome(NamedTuple):
    """What came of one hostile file: a document, a sentence, or a fault of ours; and what it cost."""

    kind: str  # "document", "sentence", "fault", "hangs" or "dies"
    words: str
    seconds: float  # of the processor
    megabytes: float  # at most, with Python and all


def draft(path: Path) -> None:
    """Open a draft or working copy as the window does."""
    from ui.opening import read

    read(path).judge.findings()


def template(path: Path) -> None:
    """Read a template of one's own."""
    from model.templates import read_template

    read_template(path)


def html(path: Path) -> None:
    """Read HTML of the clipboard and recognise the table in it."""
    from model.pasting.html_tables import reading_html

    _recognised(reading_html(path.read_text(encoding="utf-8")))


def text(path: Path) -> None:
    """Read text of the clipboard and recognise the table in it."""
    from model.pasting.tsv import reading_tsv

    _recognised(reading_tsv(path.read_text(encoding="utf-8")))


def words(path: Path) -> None:
    """Read the words learnt."""
    from model.learning import read_words
    from model.lexicon import Lexicon

    Lexicon(read_words(path).values())


def copies(path: Path) -> None:
    """Look for what a crash has left, and read it."""
    from datetime import datetime

    from model.recovery import form_of, found

    for copy in found(path.parent, datetime(2025, 3, 1), lives=lambda process: False).copies:
        form_of(copy)


def settings(path: Path) -> None:
    """Read all settings, and the list of recent forms as the start page shows it."""
    from PySide6.QtCore import QSettings

    from ui.recent import last_form, looked_at_again, recent_forms
    from ui.settings import SETTINGS, Settings

    kept = Settings(QSettings(str(path), QSettings.Format.IniFormat))
    for setting in SETTINGS:
        kept.read(setting)
    last_form(kept)
    for recent in recent_forms(kept):
        _ = recent.changed, recent.is_outdated
        looked_at_again(recent)


def _recognised(steps: object) -> None:
    from model.form import Form
    from model.pasting.recognising import known_names, recognise
    from model.steps import carried_out
    from model.templates import load_template, new_form

    shipped = load_template("shanghai-2024")
    form: Form = new_form(shipped)
    grid = carried_out(steps)  # type: ignore[arg-type]
    if grid is not None:
        recognise(grid, known_names(form, shipped))


WAYS: dict[str, Callable[[Path], None]] = {
    way.__name__: way for way in (draft, template, html, text, words, settings, copies)
}


def told(way: str, path: Path) -> tuple[str, str]:
    """Go a way with a file; tell what came of it."""
    from model.errors import FormError

    try:
        WAYS[way](path)
    except FormError as error:
        return "sentence", str(error)
    except BaseException:
        return FAULT, traceback.format_exc(limit=-3)[-1500:]
    return DOCUMENT, ""


def tried(way: str, path: Path) -> Outcome:
    """Go a way with a file in a child; what it says comes through a pipe."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        kind, words = told(way, path)
        with os.fdopen(writing, "w", encoding="utf-8", errors="backslashreplace") as out:
            out.write(f"{kind}\n{words}")
        os._exit(0)
    os.close(writing)
    return _waited_for(child, reading)


def _waited_for(child: int, reading: int) -> Outcome:
    until = time.monotonic() + LONGEST_WAIT
    os.set_blocking(reading, False)
    parts: list[bytes] = []
    while True:
        _drain(reading, parts)
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended:
            _drain(reading, parts)
            os.close(reading)
            break
        if time.monotonic() > until:
            os.kill(child, 9)
            os.waitpid(child, 0)
            os.close(reading)
            return Outcome(HANGS, "", LONGEST_WAIT, 0)
        time.sleep(0.002)
    kind, _, said = b"".join(parts).decode("utf-8", "replace").partition("\n")
    megabytes = used.ru_maxrss / 1024
    return Outcome(kind or DIES, said or f"status {status}", used.ru_utime + used.ru_stime, megabytes)


def _drain(reading: int, parts: list[bytes]) -> None:
    try:
        while part := os.read(reading, 65536):
            parts.append(part)
    except BlockingIOError:
        return


def warm() -> None:
    """Import all that any way needs, so that no case pays for it."""
    import PySide6.QtCore  # noqa: F401

    import ui.opening
    import ui.recent  # noqa: F401
    from export.reading_bounds import start_no_program
    from model.templates import load_template, template_ids

    start_no_program()
    import pypdf  # noqa: F401

    for name in template_ids():
        load_template(name)


def main() -> None:
    """Answer every line."""
    warm()
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        way, path = json.loads(line)
        print(json.dumps(tried(way, Path(path))), flush=True)


if __name__ == "__main__":
    main()
