# SPDX-License-Identifier: MIT
"""Claims about recovery copies: one of two is always whole, nobody's are found, nothing else is touched."""

import os
import shutil
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model import recovery
from model.drafts import load, to_bytes
from model.errors import DraftError
from model.living import this_process
from model.recovery import About, Pair, form_of, found, packed, remove, rescue, spelt
from tests.builders import complete_form

NOW = datetime(2026, 11, 21, 15, 42)


def about(**told):
    """About a copy whose writer has ended."""
    us = this_process()
    gone = {"process_id": us.id, "host": us.host, "process_start": "gone"}
    return About(**{"sequence": 0, "time": NOW.isoformat(), **gone, **told})


def draft(name="图书馆"):
    return to_bytes(complete_form(project_name=name))


def written(folder, *names, mark="", **told):
    pair = Pair(folder, mark)
    for name in names:
        pair.write(about(**told), draft(name))
    return pair


def names_in(folder, now=NOW):
    return [form_of(copy).project_name for copy in found(folder, now).copies]


def test_the_newest_of_a_pair_is_found(tmp_path):
    written(tmp_path, "一", "二", "三")
    assert names_in(tmp_path) == ["三"]


def test_a_copy_tells_its_parent_whatever_its_name_is_made_of(tmp_path):
    parent = Path(os.fsdecode("/家/a b/\udcff😀.json".encode("utf-8", "surrogateescape")))
    written(tmp_path, "一", parent=spelt(parent), parent_sha256="0" * 64)
    assert found(tmp_path, NOW).copies[0].about.parent_path == parent


@pytest.mark.parametrize("written_last", [1, 2, 3, 4])
def test_cut_anywhere_the_last_copy_leaves_the_one_before(tmp_path, written_last):
    pair = written(tmp_path, *map(str, range(written_last + 1)))
    last = pair.files[written_last % 2]
    whole = last.read_bytes()
    for size in (0, 1, 40, 100, len(whole) // 2, len(whole) - 1):
        last.write_bytes(whole[:size])
        assert names_in(tmp_path) == [str(written_last - 1)]


def test_any_byte_of_a_copy_that_turns_makes_it_none(tmp_path):
    pair = written(tmp_path, "一")
    whole = pair.files[0].read_bytes()
    for at in range(0, len(whole), 37):
        pair.files[0].write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert names_in(tmp_path) == []
    assert pair.files[0].exists()


def test_a_copy_whose_writer_lives_is_not_found(tmp_path):
    us = this_process()
    written(tmp_path, "一", process_id=us.id, host=us.host, process_start=us.start)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(("minutes", "names"), [(1, []), (-1, []), (11, ["一"]), (-11, ["一"])])
def test_of_another_machine_only_what_has_rested_is_found(tmp_path, minutes, names):
    written(tmp_path, "一", host="elsewhere")
    assert names_in(tmp_path, datetime.now() + timedelta(minutes=minutes)) == names


def test_copies_are_ordered_by_their_sequence_however_the_clock_jumps(tmp_path):
    for number, name in enumerate(("一", "二", "三")):
        written(tmp_path, name, time=(NOW - timedelta(days=number)).isoformat())
        os.utime(found(tmp_path, NOW).copies[0].file, (1000 - number,) * 2)
    assert names_in(tmp_path) == ["三", "二", "一"]


def test_a_copy_of_a_later_version_is_told_and_kept(tmp_path):
    content = packed(about(), draft())
    first, _, rest = content.partition(b"\n")
    path = tmp_path / f"a-0{recovery.ENDING}"
    path.write_bytes(first.replace(b" 1 ", b" 2 ") + b"\n" + rest)
    assert found(tmp_path, NOW) == ([], [path])
    assert path.exists()


def test_a_copy_that_holds_no_draft_is_refused_in_one_sentence(tmp_path):
    Pair(tmp_path).write(about(), b'{"format": "something else"}')
    copy = found(tmp_path, NOW).copies[0]
    with pytest.raises(DraftError, match="不是自评表草稿"):
        form_of(copy)


def test_a_copy_that_is_damaged_after_it_was_found_is_refused_in_one_sentence(tmp_path):
    pair = written(tmp_path, "一")
    copy = found(tmp_path, NOW).copies[0]
    pair.files[0].write_bytes(b"")
    with pytest.raises(DraftError, match="副本还在原处"):
        form_of(copy)


@pytest.mark.parametrize(
    "told",
    [b"", b"[]", b"null", b'{"sequence": 1e999}', b'{"sequence": -1}', b"[" * 100_000, b"\xff\xfe"],
)
def test_nonsense_about_a_copy_makes_it_none(tmp_path, told):
    rest = told + b"\n" + draft()
    head = f"{recovery.FORMAT} 1 {recovery.hashlib.sha256(rest).hexdigest()}\n".encode()
    (tmp_path / f"a-0{recovery.ENDING}").write_bytes(head + rest)
    assert found(tmp_path, NOW) == ([], [])


def test_links_pipes_folders_and_giants_are_passed_over(tmp_path):
    written(tmp_path / "elsewhere", "一")
    (tmp_path / "link-0.copy").symlink_to(next((tmp_path / "elsewhere").iterdir()))
    (tmp_path / "folder-0.copy").mkdir()
    os.mkfifo(tmp_path / "pipe-0.copy")
    with (tmp_path / "giant-0.copy").open("wb") as giant:
        giant.truncate(10**12)
    assert found(tmp_path, NOW) == ([], [])


def test_a_folder_full_of_copies_is_looked_at_in_part(tmp_path):
    for number in range(recovery.MOST_FILES + 20):
        (tmp_path / f"{number}-0{recovery.ENDING}").write_bytes(packed(about(sequence=number), draft()))
    assert len(found(tmp_path, NOW).copies) == recovery.MOST_FILES


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert found(tmp_path / "none", NOW) == ([], [])


def test_nobody_else_can_read_a_copy(tmp_path):
    pair = written(tmp_path / "recovery", "一")
    assert (tmp_path / "recovery").stat().st_mode & 0o777 == 0o700
    assert pair.files[0].stat().st_mode & 0o777 == 0o600


def test_removing_takes_both_files(tmp_path):
    written(tmp_path, "一", "二")
    remove(found(tmp_path, NOW).copies[0].files)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [0, 1, 100, 1000])
def test_a_copy_that_cannot_be_written_leaves_the_last_one(tmp_path, size):
    pair = written(tmp_path, "一", "二")
    for _ in range(3):
        with no_file_larger_than(size), pytest.raises(OSError, match="File too large"):
            pair.write(about(), draft("三"))
    assert names_in(tmp_path) == ["二"]


def test_after_a_full_disk_writing_goes_on(tmp_path):
    pair = written(tmp_path, "一", "二")
    with no_file_larger_than(100), pytest.raises(OSError, match="File too large"):
        pair.write(about(), draft("三"))
    pair.write(about(), draft("四"))
    assert names_in(tmp_path) == ["四"]


def test_a_folder_that_is_taken_away_is_made_again(tmp_path):
    pair = written(tmp_path / "recovery", "一")
    shutil.rmtree(tmp_path / "recovery")
    pair.write(about(), draft("二"))
    assert names_in(tmp_path / "recovery") == ["二"]


def test_a_link_in_the_place_of_a_copy_is_not_followed(tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    (tmp_path / "recovery").mkdir()
    (tmp_path / "recovery" / "a-0.copy").symlink_to(victim)
    with pytest.raises(OSError, match="symbolic"):
        written(tmp_path / "recovery", "一", mark="a")
    assert victim.read_text(encoding="utf-8") == "mine"


def test_a_rescued_form_is_a_draft_that_opens(tmp_path):
    form = complete_form()
    path = rescue(tmp_path / "rescued", form, NOW)
    assert path.name == "2026-11-21 154200.json"
    assert load(path).form == form


def test_also_a_form_that_cannot_be_saved_is_rescued(tmp_path):
    path = rescue(tmp_path, complete_form(goal_actual="半个\ud83d字"), NOW)
    assert load(path).form.goal_actual == "半个?字"


@contextmanager
def no_file_larger_than(size):
    """Let the system refuse what goes beyond, after the part that fits, as on a full disk."""
    resource = pytest.importorskip("resource", reason="not run: this system has no such limit")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
