# SPDX-License-Identifier: MIT
"""Claims about writing a file whole or not at all; the faults come from real limits of the system."""

import errno
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from model import old_file, safe_file
from model import sibling as siblings
from model.errors import ChangedOnDiskError, SaveError
from model.safe_file import changed_since, stamp_of, write_verified

ROOT = Path(__file__).parents[2]


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "草稿 1.json"
    path.write_bytes(b"old")
    return path


def test_the_new_content_is_there_and_nothing_else(draft):
    written = write_verified(draft, b"new")
    assert draft.read_bytes() == b"new"
    assert os.listdir(draft.parent) == [draft.name]
    assert written == (stamp_of(draft, b"new"), ())


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


def test_content_of_any_size_is_written(draft, monkeypatch):
    monkeypatch.setattr(old_file, "MOST_READ", 9)  # of a draft; a PDF may be larger
    for size in (0, 1, 65_536, 65_537, 300_000):
        write_verified(draft, b"x" * size)
        assert draft.stat().st_size == size


def test_a_short_write_is_carried_on(draft, monkeypatch):
    whole = os.write
    monkeypatch.setattr(safe_file.os, "write", lambda handle, content: whole(handle, content[:2]))
    write_verified(draft, b"a longer content")
    assert draft.read_bytes() == b"a longer content"


def test_a_drive_that_says_more_than_it_took_is_told(draft, monkeypatch):
    half = os.write
    monkeypatch.setattr(
        siblings.os, "write", lambda handle, content: half(handle, content[:1]) and len(content)
    )
    with pytest.raises(SaveError, match="写入时：写出的字节数不对"):
        write_verified(draft, b"new")
    assert draft.read_bytes() == b"old"


def test_a_vanished_or_changed_file_is_told(draft):
    stamp = stamp_of(draft, b"old")
    assert not changed_since(draft, stamp)
    draft.write_bytes(b"odd")
    assert changed_since(draft, stamp)
    draft.unlink()
    with pytest.raises(ChangedOnDiskError):
        write_verified(draft, b"new", stamp)


def test_a_file_of_another_time_but_the_same_bytes_has_not_changed(draft):
    stamp = stamp_of(draft, b"old")
    os.utime(draft, (1, 1))
    assert not changed_since(draft, stamp)
    write_verified(draft, b"new", stamp)


def test_a_file_of_the_same_size_and_time_has_changed_when_its_bytes_have(draft):
    stamp = stamp_of(draft, b"old")
    draft.write_bytes(b"odd")
    os.utime(draft, ns=(0, stamp.mtime_ns))
    with pytest.raises(ChangedOnDiskError):
        write_verified(draft, b"new", stamp)
    assert draft.read_bytes() == b"odd"


def test_what_is_written_in_the_last_moment_is_not_overwritten(draft):
    with pytest.raises(ChangedOnDiskError):
        write_verified(draft, b"new", keep=lambda content, time: draft.write_bytes(b"odd"))
    assert draft.read_bytes() == b"odd"
    assert os.listdir(draft.parent) == [draft.name]


def test_a_file_that_appears_in_the_last_moment_is_not_overwritten(draft, monkeypatch):
    draft.unlink()
    verify = siblings.verify
    monkeypatch.setattr(siblings, "verify", lambda *all: draft.write_bytes(b"odd") and verify(*all))
    with pytest.raises(ChangedOnDiskError):
        write_verified(draft, b"new", keep=lambda content, time: None)
    assert draft.read_bytes() == b"odd"


def test_the_old_version_is_handed_on_with_its_time(draft):
    os.utime(draft, (0, datetime(2024, 5, 6, 7, 8, 9).timestamp()))
    kept = []
    write_verified(draft, b"new", keep=lambda *version: kept.append(version))
    assert kept == [(b"old", datetime(2024, 5, 6, 7, 8, 9))]


def test_a_version_that_cannot_be_kept_is_a_warning(draft):
    def refuse(content, time):
        raise OSError(errno.ENOSPC, "full")

    assert "没能留作备份（磁盘已满）" in write_verified(draft, b"new", keep=refuse).warnings[0]
    assert draft.read_bytes() == b"new"


def test_a_folder_the_drive_does_not_confirm_is_a_warning(draft, monkeypatch):
    def refuse(folder):
        raise OSError(errno.EIO, "error")

    monkeypatch.setattr(siblings, "sync_folder", refuse)
    assert "已保存，但磁盘没有确认已经写牢（磁盘读写出错）" in write_verified(draft, b"new").warnings[0]
    assert draft.read_bytes() == b"new"


def test_a_drive_that_takes_nothing_is_told(draft, monkeypatch):
    monkeypatch.setattr(siblings.os, "write", lambda handle, content: 0)
    with pytest.raises(SaveError, match="写入时：磁盘不再接收内容"):
        write_verified(draft, b"new")
    assert os.listdir(draft.parent) == [draft.name]


def test_a_name_that_is_taken_is_never_written_or_removed(draft, tmp_path, monkeypatch):
    secret, trap = tmp_path / "secret", tmp_path / f".zpb-{'00' * 8}.tmp"
    secret.write_bytes(b"secret")
    trap.symlink_to(secret)
    monkeypatch.setattr(siblings.os, "urandom", bytes)
    with pytest.raises(SaveError, match="写入时：同名的文件已经存在"):
        write_verified(draft, b"new")
    assert secret.read_bytes() == b"secret"
    assert trap.is_symlink()


def test_what_is_busy_for_a_moment_is_replaced_in_the_end(draft, monkeypatch):
    replace, refusals = os.replace, [InterruptedError(errno.EINTR, "interrupted")] * 2
    monkeypatch.setattr(
        safe_file.os, "replace", lambda *names: _raise(refusals.pop()) if refusals else replace(*names)
    )
    write_verified(draft, b"new")
    assert draft.read_bytes() == b"new"


def _raise(error):
    raise error


def test_a_hard_link_is_told_to_hold_the_old_version(draft, tmp_path):
    os.link(draft, tmp_path / "other")
    assert "硬链接" in write_verified(draft, b"new").warnings[0]
    assert (tmp_path / "other").read_bytes() == b"old"
