# SPDX-License-Identifier: MIT
"""Claims about the lock as a file: what is taken away, put back, made whole, and by whom alone."""

import os
import time

import pytest

from model.lock_disk import MOST, alone, make, mark_of, read, take_away, time_at

OURS, HERS = b'{"token": "ours"}', b'{"token": "hers"}'


@pytest.fixture
def lock(tmp_path):
    return tmp_path / ".~lock.a.json.zpb#"


def names(lock):
    return sorted(os.listdir(lock.parent))


def test_the_lock_that_is_meant_is_taken_away(lock):
    make(lock, OURS)
    assert take_away(lock, mark_of(*read(lock)))
    assert names(lock) == []


def test_another_lock_that_came_meanwhile_is_put_back_as_it_was(lock):
    make(lock, OURS)
    meant = mark_of(*read(lock))
    lock.unlink()
    make(lock, HERS)
    os.utime(lock, (1000, 1000))
    assert not take_away(lock, meant)
    assert (lock.read_bytes(), lock.stat().st_mtime, names(lock)) == (HERS, 1000, [lock.name])


def test_a_link_that_came_meanwhile_is_put_back_and_not_followed(lock, tmp_path):
    (tmp_path / "precious").write_bytes(b"precious")
    lock.symlink_to(tmp_path / "precious")
    assert not take_away(lock, "another mark")
    assert lock.is_symlink()
    assert (tmp_path / "precious").read_bytes() == b"precious"


def test_a_lock_that_is_there_is_not_made_again(lock):
    make(lock, HERS)
    with pytest.raises(FileExistsError):
        make(lock, OURS)
    assert lock.read_bytes() == HERS


def test_only_one_at_a_time_takes_over(lock):
    with alone(lock, time.time) as first, alone(lock, time.time) as second:
        assert (first, second) == (True, False)
    with alone(lock, time.time) as again:
        assert again
    assert names(lock) == []


def test_the_time_of_a_folder_that_cannot_be_written_is_ours(tmp_path):
    assert time_at(tmp_path / "missing", lambda: 77) == 77


def test_reading_the_time_leaves_nothing_behind(lock):
    assert abs(time_at(lock.parent, lambda: 77) - time.time()) < 60
    assert names(lock) == []


def test_a_lock_too_large_to_be_one_is_not_believed(lock):
    lock.write_bytes(HERS + b" " * MOST)
    assert read(lock)[1] == b""
