# SPDX-License-Identifier: MIT
"""Claims about the file a save would replace; modes, owners and attributes are tried in tests/faults."""

import os

import pytest

from model import old_file
from model.errors import ChangedOnDiskError
from model.old_file import dress, look_at
from model.safe_file import stamp_of, write_verified


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    return path


def test_what_is_not_there_is_no_old_file(tmp_path):
    assert look_at(str(tmp_path / "a.json")) is None


def test_a_read_only_file_may_be_looked_at_but_not_be_replaced(draft):
    draft.chmod(0o444)
    assert look_at(str(draft), to_replace=False).content == b"old"
    with pytest.raises(OSError, match="只读"):
        look_at(str(draft))


def test_looking_does_not_touch(draft):
    before = draft.stat()
    look_at(str(draft))
    assert draft.stat().st_mtime_ns == before.st_mtime_ns


def test_a_file_of_any_size_is_read_to_its_end(draft):
    for size in (0, 1, 1 << 16, (1 << 16) + 1, 300_000):
        draft.write_bytes(b"x" * size)
        assert look_at(str(draft)).content == b"x" * size


def test_what_is_too_large_for_a_draft_is_not_read_and_counts_as_changed(draft, monkeypatch):
    stamp = stamp_of(draft, b"old")
    monkeypatch.setattr(old_file, "MOST_READ", 2)
    assert look_at(str(draft)).content is None
    assert "文件太大" in write_verified(draft, b"new", keep=lambda *version: None).warnings[0]
    with pytest.raises(ChangedOnDiskError):
        write_verified(draft, b"newer", stamp)


def test_a_time_no_clock_can_show_is_the_first_one(draft):
    os.utime(draft, (0, 1 << 33))
    assert look_at(str(draft)).saved_at.year > 2200
    status = os.stat_result((*draft.stat()[:8], 1 << 62, 0))
    assert old_file.Old(status).saved_at.year in (1969, 1970)


def test_what_cannot_be_dressed_stays_the_clerks_alone(draft, tmp_path):
    handle = os.open(tmp_path / "b", os.O_WRONLY | os.O_CREAT, 0o600)
    os.close(handle)
    assert not dress(handle, str(draft), draft.stat())
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o600
