# SPDX-License-Identifier: MIT
"""Places where a save is hard: laid out in a folder, saved to, looked at; each in a process of its own.

Called as `python -m tests.faults.places`: saves in every place, as a clerk without rights where there is one,
and prints a line of JSON for each: its name, what failed (nothing: all is well), or why it was not run.
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from model.backups import backups_of
from model.drafts import load, to_bytes
from model.edits import SetCell
from model.errors import SaveError
from model.templates import load_template
from tests.builders import complete_form
from tests.faults.refusing import REFUSING
from tests.faults.taking import TAKING
from tests.faults.terrain import CLERK, Ground, NotHereError, Place, clear_away
from ui.document import Document

OLD, NEW = complete_form(goal_actual="旧"), complete_form(goal_actual="新")
PLACES: tuple[Place, ...] = (*REFUSING, *TAKING)
SENTENCE = re.compile(r"“[^”]*”[^a-z]+。")  # with no word of the system's own


class Found(NamedTuple):
    """What a save came to."""

    refusal: str  # "" = it is saved
    warnings: tuple[str, ...]
    dirty: bool


def main() -> None:
    """Try every place."""
    load_template(OLD.template)
    for place in PLACES:
        base = Path(tempfile.mkdtemp(prefix="places-"))
        try:
            print(json.dumps({"place": place.name, **_tried(place, base)}), flush=True)
        finally:
            clear_away(base)


def _tried(place: Place, base: Path) -> dict[str, str]:
    """Try a place in a process that may change its user, its mounts and our own code."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as answer:
            answer.write(json.dumps(_outcome(place, base)))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    os.waitpid(child, 0)
    found: dict[str, str] = json.loads(told or '{"failed": "the process died"}')
    return found


def _outcome(place: Place, base: Path) -> dict[str, str]:
    try:
        _try(place, base)
    except NotHereError as why:
        return {"not_run": str(why)}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}
    return {}


def _try(place: Place, base: Path) -> None:
    for name in ("work", "elsewhere", "backups"):
        (base / name).mkdir()
        os.chmod(base / name, 0o777)
    os.chmod(base, 0o755)
    ground = Ground(base / "work", to_bytes(OLD))
    path = place.lay(ground)
    if place.as_clerk:
        _become_clerk(ground)
    document = _document(path)
    before = _files(base / "work")
    if place.meanwhile:
        place.meanwhile(ground)
    found = _saved(document, path, base / "backups")
    if place.refusal:
        _check_refusal(place, found, before, _files(base / "work"), ground)
    else:
        _check_taking(place, found, path, ground)
    _check_elsewhere(document, base)


def _become_clerk(ground: Ground) -> None:
    if os.geteuid() == 0:
        os.setgroups(ground.groups)
        os.setgid(CLERK)
        os.setuid(CLERK)


def _document(path: Path) -> Document:
    document = Document(OLD.model_copy(deep=True), load_template(OLD.template))
    with suppress(Exception):  # what cannot be opened is a new form's place
        if stat.S_ISREG(os.stat(path).st_mode):
            document.open(path)
    document.do(SetCell(("goal_actual",), "新"), "改")
    return document


def _saved(document: Document, path: Path, backups: Path) -> Found:
    try:
        warnings = document.save(path, backups=backups)
    except SaveError as error:
        return Found(str(error), (), document.is_modified)
    return Found("", warnings, document.is_modified)


def _files(folder: Path) -> dict[str, bytes]:
    """Return all that can be read below a folder, by its name."""
    found = {}
    for here, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                if stat.S_ISREG(os.lstat(os.path.join(here, name)).st_mode):
                    found[os.path.join(here, name)] = Path(here, name).read_bytes()
    return found


def _check_refusal(
    place: Place, found: Found, before: dict[str, bytes], after: dict[str, bytes], ground: Ground
) -> None:
    assert place.refusal in found.refusal, f"said: {found.refusal or 'saved'}"
    assert SENTENCE.fullmatch(found.refusal), f"no sentence: {found.refusal}"
    assert "另存" in found.refusal, found.refusal
    assert found.dirty, "called saved"
    assert ground.changes_files or after == before, f"changed: {set(after.items()) ^ set(before.items())}"
    assert place.check is None or not place.check(ground), place.check and place.check(ground)


def _check_taking(place: Place, found: Found, path: Path, ground: Ground) -> None:
    assert not found.refusal, found.refusal
    assert not found.dirty, "not called saved"
    assert load(path).form == NEW, "another content"
    assert place.warning in "".join(found.warnings), f"warnings: {found.warnings}"
    assert bool(place.warning) == bool(found.warnings), f"warnings: {found.warnings}"
    left = [name for name in _files(ground.folder) if ".zpb-" in name]
    assert not left, f"left over: {left}"
    if place.check and (wrong := place.check(ground)):
        raise AssertionError(wrong)


def _check_elsewhere(document: Document, base: Path) -> None:
    """Save As works."""
    elsewhere = base / "elsewhere" / "另一份.json"
    document.save(elsewhere, backups=base / "backups")
    assert load(elsewhere).form == NEW, "elsewhere another content"
    assert backups_of(base / "backups", elsewhere) == [], "a history that is not its own"
    assert not document.is_modified, "not called saved elsewhere"


if __name__ == "__main__":
    if sys.platform == "win32":
        sys.exit("not run: Windows knows no such places")
    main()
