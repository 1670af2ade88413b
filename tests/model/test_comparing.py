# SPDX-License-Identifier: MIT
"""Claims about a file that others have changed, beside the form in the window."""

import json
import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.comparing import Side, State, compare, three_way
from model.differences import differences
from model.drafts import to_bytes
from model.edits import Insert, Remove, SetCell, Several
from model.safe_file import stamp_of
from model.templates import load_template
from tests.builders import complete_form, indicator
from tests.random_edits import copied, edited
from tests.random_forms import random_form

LIST = ("indicators", 0, "children", 0, "children")
TEMPLATE = load_template("ministry")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "表.json"


def changed(*edits):
    form = complete_form()
    Several(edits).apply(form)
    return form


def compared(path, mine, theirs, base=None):
    path.write_bytes(to_bytes(theirs))
    return compare(path, to_bytes(base or complete_form()), mine, TEMPLATE)


def told(comparison):
    return [(line.side, line.difference.words) for line in comparison.lines]


def test_it_says_who_has_changed_what(path):
    mine = changed(SetCell(("project_name",), "我的"), SetCell(("goal_actual",), "我写的。"))
    theirs = changed(SetCell(("project_name",), "他的"), SetCell((*LIST, 0, "score"), Decimal("9")))
    comparison = compared(path, mine, theirs)
    assert told(comparison) == [
        (Side.BOTH, "项目名称：图书馆开放经费 → 他的；您改成 我的"),
        (Side.THEIRS, "产出指标 › 数量指标 › 场次：得分 20 → 9"),
        (Side.MINE, "实际完成情况：全年开放了三百天。 → 我写的。"),
    ]
    assert comparison.merged is None
    assert (comparison.count(Side.BOTH), comparison.count(Side.THEIRS, Side.MINE)) == (1, 2)


def test_the_same_change_on_both_sides_says_so_and_is_merged(path):
    both = changed(SetCell(("project_name",), "新"))
    theirs = changed(SetCell(("project_name",), "新"), SetCell(("goal_actual",), "他写的。"))
    comparison = compared(path, both, theirs)
    assert told(comparison)[0] == (Side.BOTH, "项目名称：图书馆开放经费 → 新（您也是）")
    assert comparison.merged == theirs


def test_a_row_that_one_removed_and_the_other_changed_is_told_of_both_and_not_merged(path):
    mine = changed(SetCell((*LIST, 0, "score"), Decimal("9")))
    comparison = compared(path, mine, changed(Remove(LIST, 0)))
    assert [line.side for line in comparison.lines] == [Side.THEIRS, Side.MINE]
    assert comparison.merged is None


def test_changes_of_different_places_are_merged(path):
    mine = changed(SetCell(("goal_actual",), "我写的。"))
    comparison = compared(path, mine, changed(Insert(LIST, 1, indicator("新"))))
    assert comparison.merged == changed(
        Insert(LIST, 1, indicator("新")), SetCell(("goal_actual",), "我写的。")
    )


def test_the_stamp_is_that_of_the_file_compared(path):
    theirs = changed(SetCell(("project_name",), "他的"))
    assert compared(path, complete_form(), theirs).stamp == stamp_of(path, to_bytes(theirs))


def test_without_what_was_loaded_file_and_window_are_compared(path):
    path.write_bytes(to_bytes(changed(SetCell(("project_name",), "他的"))))
    for base in (None, b"{"):
        comparison = compare(path, base, complete_form(), TEMPLATE)
        assert told(comparison) == [(Side.UNKNOWN, "项目名称：图书馆开放经费 → 他的")]
        assert comparison.merged is None


def test_a_file_that_says_the_same_in_another_way_is_the_same(path):
    form = complete_form()
    path.write_text(json.dumps(json.loads(to_bytes(form))), "utf-8")
    assert compare(path, None, form, TEMPLATE).state is State.SAME


def test_a_file_that_was_only_written_anew_is_the_same(path):
    base, mine = complete_form(), changed(SetCell(("project_name",), "新"))
    path.write_text(json.dumps(json.loads(to_bytes(base))), "utf-8")
    assert compare(path, to_bytes(base), mine, TEMPLATE).state is State.SAME


def test_half_a_character_in_the_window_is_compared_and_merged_as_well(path):
    mine, theirs = (
        changed(SetCell(("project_name",), "半\ud83d")),
        changed(SetCell(("goal_actual",), "他写的。")),
    )
    comparison = compared(path, mine, theirs)
    assert comparison.merged.project_name == "半\ud83d"
    assert len(comparison.lines) == 2


def test_a_file_that_is_gone_is_gone(path):
    assert compare(path, None, complete_form(), TEMPLATE).state is State.GONE


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"format": "other"}'])
def test_a_file_that_cannot_be_read_says_why(path, content):
    path.write_bytes(content)
    comparison = compare(path, None, complete_form(), TEMPLATE)
    assert comparison.state is State.UNREADABLE
    assert "表.json" in comparison.cause


def test_a_folder_in_its_place_cannot_be_read(path):
    path.mkdir()
    assert compare(path, None, complete_form(), TEMPLATE).state is State.UNREADABLE


def test_a_file_of_a_newer_version_is_known_as_such(path):
    raw = json.loads(to_bytes(complete_form())) | {"version": 99}
    path.write_text(json.dumps(raw), "utf-8")
    comparison = compare(path, None, complete_form(), TEMPLATE)
    assert comparison.state is State.NEWER
    assert comparison.theirs is None


@given(st.integers(0, 10**9))
def test_every_difference_of_either_side_is_told_once(seed):
    choose = random.Random(seed)
    base = random_form(choose)
    mine, theirs = edited(base, choose, 4), edited(base, choose, 4)
    own, other = differences(base, mine, TEMPLATE), differences(base, theirs, TEMPLATE)
    lines = three_way(own, other)
    both = [line for line in lines if line.side is Side.BOTH]
    assert sum(line.side is not Side.MINE for line in lines) == len(other)
    assert sum(line.side is not Side.THEIRS for line in lines) in range(len(own) - 2, len(own) + 1)
    assert all(line.difference in own for line in lines if line.side is Side.MINE)
    assert not both or own


def test_looking_changes_nothing(path):
    mine, theirs = changed(SetCell(("goal_actual",), "我")), changed(SetCell(("project_name",), "他"))
    before = to_bytes(mine), to_bytes(theirs)
    comparison = compared(path, mine, copied(theirs))
    assert (to_bytes(mine), path.read_bytes()) == before
    assert comparison.merged is not mine
