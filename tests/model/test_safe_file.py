# SPDX-License-Identifier: MIT
"""Claims about writing a file whole or not at all; the faults come from real limits of the system."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from model import safe_file
from model.errors import ChangedOnDiskError, SaveError
from model.safe_file import changed_since, stamp_of, sweep, write_verified

ROOT = Path(__file__).parents[2]


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "草稿 1.json"
    path.write_bytes(b"old")
    return path


def test_the_new_content_is_there_and_nothing_else(draft):
    stamp = write_verified(draft, b"new")
    assert draft.read_bytes() == b"new"
    assert os.listdir(draft.parent) == [draft.name]
    assert stamp == stamp_of(draft, b"new")


def test_modes_are_kept(draft):
    draft.chmod(0o640)
    write_verified(draft, b"new")
    assert draft.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_its_goal_is_written(draft, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to(draft)
    write_verified(link, b"new")
    assert link.is_symlink()
    assert draft.read_bytes() == b"new"


WRITE_WITH_LIMIT = """
import resource, signal, sys
from pathlib import Path
from model.errors import SaveError
from model.safe_file import write_verified
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_verified(Path(sys.argv[1]), b"x" * 5000)
except SaveError as error:
    print(error)
"""


def test_a_file_that_cannot_grow_leaves_the_old_one_whole(draft):
    call = [sys.executable, "-c", WRITE_WITH_LIMIT, str(draft)]
    done = subprocess.run(
        call, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=os.environ | {"PYTHONUTF8": "1"}
    )
    assert "写入时：文件太大" in done.stdout
    assert draft.read_bytes() == b"old"
    assert os.listdir(draft.parent) == [draft.name]


def test_content_read_back_different_is_not_saved(draft, monkeypatch):
    monkeypatch.setattr(safe_file.os, "fsync", lambda handle: os.ftruncate(handle, 1))
    with pytest.raises(SaveError, match="核对时"):
        write_verified(draft, b"new")
    assert draft.read_bytes() == b"old"


def test_a_short_write_is_carried_on(draft, monkeypatch):
    whole = os.write
    monkeypatch.setattr(safe_file.os, "write", lambda handle, content: whole(handle, content[:2]))
    write_verified(draft, b"a longer content")
    assert draft.read_bytes() == b"a longer content"


def test_a_vanished_or_changed_file_is_told(draft):
    stamp = stamp_of(draft, b"old")
    assert not changed_since(draft, stamp)
    draft.write_bytes(b"odd")
    assert changed_since(draft, stamp)
    draft.unlink()
    with pytest.raises(ChangedOnDiskError):
        write_verified(draft, b"new", stamp)


def test_only_our_own_stale_files_are_swept(draft):
    ours, fresh = draft.with_name(".zpb-0123.tmp"), draft.with_name(".zpb-4567.tmp")
    ours.touch()
    fresh.touch()
    os.utime(ours, (0, time.time() - 7200))
    sweep(draft.parent)
    assert sorted(os.listdir(draft.parent)) == [".zpb-4567.tmp", draft.name]
