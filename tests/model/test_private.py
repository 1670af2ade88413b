# SPDX-License-Identifier: MIT
"""Claims about folders that are the clerk's alone."""

import pytest

from model.private import private_folder


def test_all_folders_made_are_the_clerks_alone(tmp_path):
    folder = tmp_path / "a" / "b" / "c"
    assert private_folder(folder) == folder
    for made in (folder, *list(folder.parents)[:2]):
        assert made.stat().st_mode & 0o777 == 0o700


def test_folders_that_are_there_stay_as_they_are(tmp_path):
    (tmp_path / "a").mkdir(mode=0o755)
    private_folder(private_folder(tmp_path / "a" / "b"))
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o755


def test_a_file_in_the_way_is_an_error(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(OSError, match="a"):
        private_folder(tmp_path / "a" / "b")
