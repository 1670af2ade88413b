# SPDX-License-Identifier: MIT
"""Claims about the temporary files beside the one that is saved."""

import os

import pytest

from model.sibling import STALE_AFTER, sweep

NOW = 1_800_000_000
OURS = ".zpb-0123456789abcdef.tmp"


@pytest.fixture
def left(tmp_path):
    """Leave a file of some name and age; tells whether it is still there after a sweep."""

    def after(name, age=2 * STALE_AFTER):
        path = tmp_path / name
        path.touch()
        os.utime(path, (0, NOW - age))
        sweep(tmp_path, NOW)
        return path.exists()

    return after


def test_what_a_crash_has_left_is_swept(left):
    assert not left(OURS)


@pytest.mark.parametrize("age", [0, STALE_AFTER - 1, -STALE_AFTER * 24 * 365], ids=["now", "fresh", "future"])
def test_what_another_window_may_be_writing_stays(left, age):
    assert left(OURS, age)


@pytest.mark.parametrize(
    "name", ["表.json", ".zpb-1.tmp", f"{OURS}x", "zpb-0123456789abcdef.tmp", f"x{OURS}"]
)
def test_nobody_elses_file_is_swept(left, name):
    assert left(name)


def test_neither_links_nor_folders_are_swept(tmp_path):
    (tmp_path / OURS).symlink_to(tmp_path)
    (tmp_path / OURS.replace("0", "1")).mkdir()
    sweep(tmp_path, NOW * 2)
    assert len(os.listdir(tmp_path)) == 2


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="not run: only root can give away"
)
def test_a_colleagues_file_is_not_swept(left, tmp_path):
    (tmp_path / OURS).touch()
    os.chown(tmp_path / OURS, 65534, 65534)
    assert left(OURS)


def test_a_folder_that_is_not_there_is_no_fault(tmp_path):
    sweep(tmp_path / "none")
    assert not (tmp_path / "none").exists()
