# SPDX-License-Identifier: MIT
"""Claims about the versions kept of a draft."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model import backups
from model.backups import DAYS, LAST, backups_of, folder_of, keep
from model.sibling import sweep

NOON = datetime(2026, 3, 5, 12)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "own" / "backups"


@pytest.fixture
def draft(tmp_path):
    return tmp_path / "草稿 1.json"


def contents(folder, draft):
    return [backup.file.read_bytes() for backup in backups_of(folder, draft)]


def test_nothing_is_kept_of_a_draft_never_saved(folder, draft):
    assert backups_of(folder, draft) == []


def test_versions_come_back_newest_first_with_their_times(folder, draft):
    keep(folder, draft, b"1", NOON)
    keep(folder, draft, b"2", NOON + timedelta(seconds=90))
    assert contents(folder, draft) == [b"2", b"1"]
    assert [backup.time for backup in backups_of(folder, draft)] == [NOON + timedelta(seconds=90), NOON]


def test_versions_of_the_same_second_are_all_kept(folder, draft):
    for number in range(3):
        keep(folder, draft, b"%d" % number, NOON)
    assert contents(folder, draft) == [b"2", b"1", b"0"]


def test_drafts_of_the_same_name_have_histories_of_their_own(folder, draft):
    other = draft.parent / "其他" / draft.name
    keep(folder, draft, b"1", NOON)
    keep(folder, other, b"2", NOON)
    assert contents(folder, draft) == [b"1"]
    assert contents(folder, other) == [b"2"]


def test_a_link_has_the_history_of_its_draft(folder, draft, tmp_path):
    draft.touch()
    (tmp_path / "link.json").symlink_to(draft)
    keep(folder, tmp_path / "link.json", b"1", NOON)
    assert contents(folder, draft) == [b"1"]


def test_the_last_twenty_of_a_day_are_kept(folder, draft):
    for number in range(LAST + 5):
        keep(folder, draft, b"%d" % number, NOON)
    assert contents(folder, draft) == [b"%d" % number for number in range(LAST + 4, 4, -1)]


def test_of_thirty_earlier_days_the_last_version_is_kept(folder, draft):
    for day in range(40):
        for hour in range(3):
            keep(folder, draft, b"%d.%d" % (day, hour), NOON + timedelta(days=day, hours=hour))
    kept = contents(folder, draft)
    assert kept[:LAST] == [b"%d.%d" % (day, hour) for day in range(39, 32, -1) for hour in (2, 1, 0)][:LAST]
    assert kept[LAST:] == [b"%d.2" % day for day in range(32, 39 - DAYS, -1)]


def test_a_clock_that_jumps_makes_no_version_older_than_it_is(folder, draft):
    for number in range(LAST):
        keep(folder, draft, b"%d" % number, NOON.replace(year=2099))
    for number in range(LAST):
        keep(folder, draft, b"later %d" % number, NOON)
    kept = contents(folder, draft)
    assert kept == [b"later %d" % number for number in range(LAST - 1, -1, -1)] + [b"%d" % (LAST - 1)]


def test_all_versions_together_have_a_bound(folder, draft, monkeypatch):
    monkeypatch.setattr(backups, "MOST_BYTES", 25)
    monkeypatch.setattr(backups, "LARGE", 9)
    for number in range(4):
        keep(folder, draft, b"%d" % number * 10, NOON + timedelta(days=number))
    assert contents(folder, draft) == [b"3" * 10, b"2" * 10]
    keep(folder, draft, b"x" * 99, NOON)
    assert contents(folder, draft) == [b"x" * 99]


@pytest.mark.parametrize("held", [0, 5])
def test_a_torn_version_is_not_offered(folder, draft, held):
    keep(folder, draft, b"1", NOON)
    keep(folder, draft, b"2 and more", NOON)
    os.truncate(backups_of(folder, draft)[0].file, held)  # power failed before the drive had it all
    assert contents(folder, draft) == [b"1"]


def test_most_that_can_be_kept_of_one_draft():
    assert backups.MOST_BYTES + (LAST + DAYS) * backups.LARGE <= 200_000_000


def test_strangers_in_the_folder_are_passed_over_and_stay(folder, draft):
    keep(folder, draft, b"1", NOON)
    home = Path(folder_of(folder, draft))
    for name in ("a.json", "000009 notatime 1.json", "000009 2026-03-05 120000.json"):
        (home / name).touch()
    for _ in range(LAST + 1):
        keep(folder, draft, b"2", NOON)
    sweep(home)
    assert len(os.listdir(home)) == LAST + 4  # with the note of the path


def test_the_folder_says_which_draft_it_is_of_and_is_the_clerks_alone(folder, draft):
    keep(folder, draft, b"1", NOON)
    home = Path(folder_of(folder, draft))
    assert (home / "path.txt").read_text("utf-8") == str(draft)
    for private in (home, folder, folder.parent):
        assert private.stat().st_mode & 0o777 == 0o700
    assert backups_of(folder, draft)[0].file.stat().st_mode & 0o777 == 0o600


def test_a_version_that_cannot_be_written_whole_leaves_nothing(folder, draft, monkeypatch):
    keep(folder, draft, b"1", NOON)
    monkeypatch.setattr(os, "write", lambda handle, content: 0)
    with pytest.raises(OSError, match="不再接收"):
        keep(folder, draft, b"2", NOON)
    assert contents(folder, draft) == [b"1"]
