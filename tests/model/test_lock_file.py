# SPDX-License-Identifier: MIT
"""Claims about the lock beside a draft."""

import json
import os
import subprocess
import sys
import time
from datetime import datetime

import pytest

from model import processes
from model.holders import this_editor, written
from model.lock_disk import MOST, alone
from model.lock_file import (
    STALE_AFTER,
    Standing,
    give_back,
    lock_path,
    look,
    renew,
    take,
    take_over,
)

NOW = time.time
HOURS = 3600


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "自评 表.json"
    path.write_text("{}", "utf-8")
    return path


@pytest.fixture
def me():
    return this_editor(datetime(2026, 3, 5, 14, 32))


@pytest.fixture
def colleague(me):
    return me._replace(user="张三", host="CZJ-07", machine="another", token="hers", process=7)


def locked(draft, holder, age=0):
    """Let somebody hold the draft, whose lock was last renewed some seconds ago."""
    assert take(draft, holder, NOW).standing is Standing.OURS
    return aged(draft, age)


def aged(draft, age):
    moment = time.time() - age
    os.utime(lock_path(draft), (moment, moment))
    return lock_path(draft)


def beside(draft):
    return sorted(path.name for path in draft.parent.iterdir() if path.name != draft.name)


# Where it lies


def test_the_lock_bears_the_name_of_the_draft_and_hides(draft):
    assert lock_path(draft) == draft.with_name(".~lock.自评 表.json.zpb#")


def test_a_link_to_the_draft_leads_to_the_same_lock(draft, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "link.json").symlink_to(draft)
    assert lock_path(tmp_path / "elsewhere" / "link.json") == lock_path(draft)


def test_the_longest_name_has_a_lock_too(tmp_path, me):
    draft = tmp_path / ("长" * 83 + ".json")
    assert take(draft, me, NOW).standing is Standing.OURS
    assert len(os.fsencode(lock_path(draft).name)) <= 255


# Taking and giving back


def test_a_lock_taken_says_who_when_and_where(draft, me):
    assert take(draft, me, NOW).standing is Standing.OURS
    said = json.loads(lock_path(draft).read_text("utf-8"))
    assert (said["user"], said["host"], said["since"]) == (me.user, me.host, "2026-03-05T14:32:00")
    assert lock_path(draft).stat().st_size < 1000


def test_taking_again_what_is_ours_is_no_conflict(draft, me):
    take(draft, me, NOW)
    assert take(draft, me, NOW).standing is Standing.OURS


def test_a_lock_of_another_is_not_taken(draft, me, colleague):
    lock = locked(draft, colleague)
    before = lock.read_bytes()
    seen = take(draft, me, NOW)
    assert (seen.standing, seen.holder.user) == (Standing.HELD, "张三")
    assert lock.read_bytes() == before


def test_giving_back_leaves_nothing(draft, me):
    take(draft, me, NOW)
    give_back(draft, me)
    assert beside(draft) == []


def test_nobody_gives_back_what_is_not_his(draft, me, colleague):
    locked(draft, colleague)
    give_back(draft, me)
    assert look(draft, me, NOW).standing is Standing.HELD


def test_giving_back_what_is_gone_already_is_no_error(draft, me):
    give_back(draft, me)
    assert look(draft, me, NOW).standing is Standing.FREE


def test_looking_leaves_nothing_behind(draft, me, colleague):
    assert look(draft, me, NOW).standing is Standing.FREE
    locked(draft, colleague)
    look(draft, me, NOW)
    assert beside(draft) == [lock_path(draft).name]


def test_a_folder_that_cannot_be_written_has_no_lock(tmp_path, me):
    with pytest.raises(OSError, match="directory"):
        take(tmp_path / "missing" / "a.json", me, NOW)


# Age


@pytest.mark.parametrize(
    ("age", "standing"),
    [
        (0, Standing.HELD),
        (STALE_AFTER - 60, Standing.HELD),
        (STALE_AFTER + 60, Standing.STALE),
        (30 * 24 * HOURS, Standing.STALE),
        (-60, Standing.HELD),  # a clock a little ahead
        (-5 * HOURS, Standing.STALE),  # dated in the future: the clock was put back since
    ],
)
def test_a_lock_not_renewed_for_ten_minutes_is_stale(draft, me, colleague, age, standing):
    locked(draft, colleague, age)
    assert look(draft, me, NOW).standing is standing


def test_the_time_is_the_drive_s_not_ours(draft, me, colleague):
    locked(draft, colleague)
    assert look(draft, me, lambda: time.time() + 99 * HOURS).standing is Standing.HELD
    aged(draft, 2 * HOURS)
    assert look(draft, me, lambda: time.time() - 2 * HOURS).standing is Standing.STALE


def test_renewing_makes_a_lock_young_and_changes_nothing_in_it(draft, colleague, me):
    lock = locked(draft, colleague, 9 * HOURS)
    before = lock.read_bytes()
    assert renew(draft, colleague)
    assert look(draft, me, NOW).standing is Standing.HELD
    assert lock.read_bytes() == before


def test_renewing_what_another_has_taken_tells_so(draft, me, colleague):
    lock = locked(draft, colleague, 9 * HOURS)
    assert not renew(draft, me)
    assert lock.stat().st_mtime < time.time() - 8 * HOURS


def test_renewing_what_is_gone_tells_so_and_makes_nothing(draft, me):
    assert not renew(draft, me)
    assert beside(draft) == []


# Taking over


def test_the_lock_of_a_dead_process_is_taken_silently(draft, me):
    process = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    dead = me._replace(process=process.pid, started=processes.started(process.pid), token="dead")
    locked(draft, dead)
    assert take(draft, me, NOW).standing is Standing.HELD
    process.communicate()
    assert take(draft, me, NOW).standing is Standing.OURS
    assert beside(draft) == [lock_path(draft).name]


def test_a_stale_lock_is_not_taken_without_a_word(draft, me, colleague):
    locked(draft, colleague, STALE_AFTER + 60)
    assert take(draft, me, NOW).standing is Standing.STALE


def test_a_stale_lock_is_taken_over(draft, me, colleague):
    locked(draft, colleague, STALE_AFTER + 60)
    assert take_over(draft, me, look(draft, me, NOW), NOW).standing is Standing.OURS
    assert look(draft, colleague, NOW).holder.token == me.token
    assert beside(draft) == [lock_path(draft).name]


def test_an_editor_that_woke_up_keeps_its_lock(draft, me, colleague):
    locked(draft, colleague, STALE_AFTER + 60)
    seen = look(draft, me, NOW)
    renew(draft, colleague)
    assert take_over(draft, me, seen, NOW).standing is Standing.HELD
    assert renew(draft, colleague)


def test_a_living_lock_is_taken_over_when_that_was_meant(draft, me, colleague):
    locked(draft, colleague)
    assert take_over(draft, me, look(draft, me, NOW), NOW).standing is Standing.OURS
    assert not renew(draft, colleague)


def test_only_the_lock_that_was_seen_is_taken_over(draft, me, colleague):
    locked(draft, colleague, STALE_AFTER + 60)
    seen = look(draft, me, NOW)
    give_back(draft, colleague)
    locked(draft, colleague._replace(token="李四's", user="李四"))
    found = take_over(draft, me, seen, NOW)
    assert (found.standing, found.holder.user) == (Standing.HELD, "李四")


def test_a_lock_given_back_meanwhile_is_simply_taken(draft, me, colleague):
    locked(draft, colleague)
    seen = look(draft, me, NOW)
    give_back(draft, colleague)
    assert take_over(draft, me, seen, NOW).standing is Standing.OURS


def test_while_another_takes_over_nobody_else_does(draft, me, colleague):
    lock = locked(draft, colleague, STALE_AFTER + 60)
    with alone(lock, NOW) as is_our_turn:
        assert is_our_turn
        assert take_over(draft, me, look(draft, me, NOW), NOW).standing is Standing.STALE
    assert take_over(draft, me, look(draft, me, NOW), NOW).standing is Standing.OURS
    assert beside(draft) == [lock.name]


def test_who_crashed_while_taking_over_holds_nobody_up(draft, me, colleague):
    lock = locked(draft, colleague, STALE_AFTER + 60)
    with alone(lock, NOW):
        turn = next(path for path in draft.parent.iterdir() if path.name.startswith(".zpb-"))
        os.utime(turn, (time.time() - 120,) * 2)
        assert take_over(draft, me, look(draft, me, NOW), NOW).standing is Standing.OURS


# Strange locks


def strange(kind, lock, tmp_path):
    """Put something that is no lock where the lock should be; return what must stay as it is."""
    kept = tmp_path / "precious.txt"
    kept.write_text("precious", "utf-8")
    if kind == "link":
        lock.symlink_to(kept)
    elif kind == "dangling":
        lock.symlink_to(tmp_path / "nowhere")
    elif kind == "folder":
        lock.mkdir()
    elif kind == "pipe":
        os.mkfifo(lock)
    else:
        lock.write_bytes({"empty": b"", "huge": b"{" * (MOST + 1), "damaged": b'{"form'}[kind])
    return kept


KINDS = ("empty", "huge", "damaged", "link", "dangling", "folder", "pipe")


@pytest.mark.parametrize("kind", KINDS)
def test_a_strange_lock_is_somebody_unknown_s(draft, me, tmp_path, kind):
    kept = strange(kind, lock_path(draft), tmp_path)
    seen = take(draft, me, NOW)
    assert (seen.standing, seen.holder) == (Standing.HELD, None)
    assert not renew(draft, me)
    give_back(draft, me)
    assert os.path.lexists(lock_path(draft))
    assert kept.read_text("utf-8") == "precious"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "folder"])
def test_a_strange_lock_can_be_taken_over_and_nothing_behind_it_is_touched(draft, me, tmp_path, kind):
    kept = strange(kind, lock_path(draft), tmp_path)
    assert take_over(draft, me, look(draft, me, NOW), NOW).standing is Standing.OURS
    assert kept.read_text("utf-8") == "precious"
    assert not lock_path(draft).is_symlink()
    assert beside(draft) == sorted([lock_path(draft).name, kept.name])


def test_a_folder_in_the_lock_s_place_stays_there(draft, me, tmp_path):
    strange("folder", lock_path(draft), tmp_path)
    with pytest.raises(OSError, match="directory"):
        take_over(draft, me, look(draft, me, NOW), NOW)
    assert lock_path(draft).is_dir()


def test_a_lock_that_became_a_link_to_a_file_with_our_token_is_not_written(draft, me, tmp_path):
    take(draft, me, NOW)
    lock_path(draft).rename(tmp_path / "moved")
    lock_path(draft).symlink_to(tmp_path / "moved")
    os.utime(tmp_path / "moved", (1, 1))
    assert not renew(draft, me)
    assert (tmp_path / "moved").stat().st_mtime == 1


def test_a_drive_that_takes_half_a_lock_has_none(draft, me):
    script = (
        "import resource, signal, sys, time; from datetime import datetime; from pathlib import Path;"
        "from model.holders import this_editor; from model.lock_file import take;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20));"
        "take(Path(sys.argv[1]), this_editor(datetime.now()), time.time)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(draft)], capture_output=True, text=True)
    assert "OSError" in done.stderr
    assert beside(draft) == []


def test_a_lock_is_written_in_the_words_others_read(me):
    assert written(me).decode("utf-8").startswith('{"format": "zipingbiao-lock"')
