# SPDX-License-Identifier: MIT
"""Claims about the thread that keeps a lock."""

import os
import threading
import time
from datetime import datetime
from queue import Empty, SimpleQueue

import pytest

from model.holders import this_editor
from model.lock_file import FREE, Standing, give_back, lock_path, look, take
from model.lock_keeper import Keeper, Wish
from model.safe_file import stamp_of

NOW = time.time
OFTEN = dict.fromkeys((Standing.OURS, Standing.HELD, Standing.STALE), 0.01)  # seconds


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("{}", "utf-8")
    return path


@pytest.fixture
def me():
    return this_editor(datetime(2026, 3, 5, 14, 32))


@pytest.fixture
def colleague(me):
    return me._replace(user="张三", machine="another", token="hers")


@pytest.fixture
def heard():
    return SimpleQueue()


@pytest.fixture
def keeper(draft, me, heard):
    keeper = Keeper(draft, me, heard.put, pauses=OFTEN)
    yield keeper
    assert keeper.stop()


def patiently(look_again, patience=5):
    until = time.monotonic() + patience
    while not look_again():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_taking_is_told_and_the_lock_is_there(keeper, heard, draft):
    keeper.wish(Wish.TAKE)
    assert heard.get(timeout=5).seen.standing is Standing.OURS
    assert lock_path(draft).exists()


def test_the_time_told_to_others_is_that_of_the_taking(keeper, heard):
    keeper.wish(Wish.TAKE)
    assert (datetime.now() - heard.get(timeout=5).seen.holder.since).total_seconds() < 5


def test_stopping_gives_the_lock_back(draft, me, heard):
    keeper = Keeper(draft, me, heard.put)
    keeper.wish(Wish.TAKE)
    assert keeper.stop()
    assert not lock_path(draft).exists()


def test_a_lock_that_is_kept_is_renewed(keeper, heard, draft, me):
    keeper.wish(Wish.TAKE)
    heard.get(timeout=5)
    os.utime(lock_path(draft), (1, 1))
    patiently(lambda: lock_path(draft).stat().st_mtime > 1)


def test_a_lock_removed_by_hand_is_made_again(keeper, heard, draft):
    keeper.wish(Wish.TAKE)
    heard.get(timeout=5)
    lock_path(draft).unlink()
    patiently(lock_path(draft).exists)


def test_a_lock_taken_by_another_is_told(keeper, heard, draft, me, colleague):
    keeper.wish(Wish.TAKE)
    heard.get(timeout=5)
    with keeper._at_it:
        give_back(draft, me)
        take(draft, colleague, NOW)
    assert heard.get(timeout=5).seen.holder.user == "张三"


def test_it_is_told_when_the_holder_is_done_and_whether_the_draft_was_changed(
    keeper, heard, draft, colleague
):
    take(draft, colleague, NOW)
    keeper.wish(Wish.LOOK, stamp_of(draft, draft.read_bytes()))
    assert heard.get(timeout=5).seen.standing is Standing.HELD
    draft.write_text("[]", "utf-8")
    give_back(draft, colleague)
    news = heard.get(timeout=5)
    assert (news.seen.standing, news.changed) == (Standing.FREE, True)


def test_having_nothing_to_give_back_it_watches_on(keeper, heard, draft, colleague):
    take(draft, colleague, NOW)
    keeper.wish(Wish.LOOK, stamp_of(draft, draft.read_bytes()))
    heard.get(timeout=5)
    keeper.wish(Wish.GIVE_BACK)
    draft.write_text("[]", "utf-8")
    give_back(draft, colleague)
    assert heard.get(timeout=5).changed


def test_a_holder_who_stays_is_told_once(keeper, heard, draft, colleague):
    take(draft, colleague, NOW)
    keeper.wish(Wish.LOOK)
    heard.get(timeout=5)
    with pytest.raises(Empty):
        heard.get(timeout=0.1)


def test_watching_a_lock_that_stays_as_it_is_writes_nothing(keeper, heard, draft, colleague):
    take(draft, colleague, NOW)
    keeper.wish(Wish.LOOK)
    heard.get(timeout=5)
    time.sleep(0.1)  # it has looked closely once more
    before = draft.parent.stat().st_mtime_ns
    time.sleep(0.1)
    assert draft.parent.stat().st_mtime_ns == before


def test_taking_over_is_told(keeper, heard, draft, me, colleague):
    take(draft, colleague, NOW)
    keeper.wish(Wish.TAKE_OVER, seen=look(draft, me, NOW))
    assert heard.get(timeout=5).seen.standing is Standing.OURS


def test_before_writing_the_lock_is_taken_at_once(keeper, draft, me, colleague):
    assert keeper.hindrance() is None
    assert look(draft, me, NOW).standing is Standing.OURS
    keeper.wish(Wish.GIVE_BACK)
    patiently(lambda: not lock_path(draft).exists())
    take(draft, colleague, NOW)
    assert keeper.hindrance().holder.user == "张三"


def test_a_folder_that_takes_no_lock_hinders_nobody(tmp_path, me, heard):
    keeper = Keeper(tmp_path / "missing" / "a.json", me, heard.put)
    keeper.wish(Wish.TAKE)
    assert keeper.hindrance() is None
    assert keeper.stop()
    assert heard.empty()


def test_a_file_that_cannot_be_written_is_told(keeper, heard, draft):
    keeper.wish(Wish.LOOK)
    assert heard.get(timeout=5).writable
    draft.unlink()
    keeper.wish(Wish.LOOK)
    assert not heard.get(timeout=5).writable


def test_a_drive_that_hangs_holds_nobody_up(draft, me, heard):
    hangs = threading.Event()
    keeper = Keeper(draft, me, lambda news: hangs.wait(), pauses=OFTEN)
    keeper.wish(Wish.TAKE)
    patiently(lock_path(draft).exists)
    begun = time.monotonic()
    keeper.wish(Wish.LOOK, None, FREE)
    assert not keeper.stop(0.05)
    assert time.monotonic() - begun < 1
    hangs.set()
