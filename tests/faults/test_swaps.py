# SPDX-License-Identifier: MIT
"""An attacker who may write beside the draft: links put in the place of names lead a save nowhere else."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from model.backups import keep
from model.drafts import parse, save, to_bytes
from model.errors import SaveError
from model.safe_file import write_verified
from tests.builders import complete_form

VICTIM = b"not to be touched"
NOW = datetime(2025, 3, 1, 9)
pytestmark = pytest.mark.skipif(os.name == "nt", reason="not run: links need rights on Windows")


class Attacker(threading.Thread):
    """Puts a link to the victim in the place of everything that appears in a folder, as fast as it can."""

    def __init__(self, folder: Path, victim: Path) -> None:
        super().__init__(daemon=True)
        self.folder, self.victim, self.swaps = folder, victim, 0
        self._is_over = threading.Event()

    def run(self) -> None:
        link = self.folder.parent / "link"
        while not self._is_over.is_set():
            for name in os.listdir(self.folder):
                with suppress(OSError):
                    os.symlink(self.victim, link)
                    os.replace(link, self.folder / name)
                    self.swaps += 1

    def stop(self) -> None:
        """Have enough."""
        self._is_over.set()
        self.join()


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A folder others may write to, and a file elsewhere that is none of theirs."""
    shared, victim = tmp_path / "shared", tmp_path / "elsewhere" / "victim"
    shared.mkdir()
    victim.parent.mkdir()
    victim.write_bytes(VICTIM)
    return shared, victim


def test_the_temporary_file_swapped_for_a_link_leads_nowhere(trial, places):
    shared, victim = places
    attacker = Attacker(shared, victim)
    with trial("temporary file swapped for a link", 50, 2_000) as run:
        attacker.start()
        try:
            for number in range(run.n):
                path = shared / f"{number}.json"
                with suppress(SaveError, OSError):
                    write_verified(path, b"%d" % number)
                run.count(victim.read_bytes() == VICTIM, f"save {number}")
                with suppress(OSError):
                    path.unlink()
        finally:
            attacker.stop()
        assert attacker.swaps > 0


def test_the_draft_swapped_for_a_link_is_asked_about_before_it_leads_elsewhere(places):
    shared, victim = places
    form, path = complete_form(), shared / "a.json"
    stamp = save(form, path).stamp
    path.unlink()
    path.symlink_to(victim)
    with pytest.raises(SaveError, match="改动"):
        save(form, path, stamp)
    assert victim.read_bytes() == VICTIM


def test_a_backup_follows_no_link_out_of_its_folder(places):
    shared, victim = places
    path, backups = shared / "a.json", shared / "backups"
    content = to_bytes(complete_form())
    path.write_bytes(content)
    keep(backups, path, content, NOW)
    (kept,) = (file for file in backups.rglob("*") if file.is_file() and parses(file))
    kept.unlink()
    kept.symlink_to(victim)
    with suppress(OSError):
        keep(backups, path, content, NOW)
    assert victim.read_bytes() == VICTIM


def parses(file: Path) -> bool:
    """Tell whether a file is a draft."""
    with suppress(Exception):
        return bool(parse(file.read_bytes(), "a.json"))
    return False
