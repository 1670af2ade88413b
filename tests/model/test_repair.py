# SPDX-License-Identifier: MIT
"""Claims about what is read of damaged drafts."""

import re
import time

import pytest

from model.drafts import load, to_bytes
from model.encoding import LOST
from model.repair import salvage
from tests.builders import GOLDEN, complete_form

LONG = GOLDEN / "002-2.json"
DRAFT = LONG.read_bytes()
FORM = load(LONG).form
ROWS = sum(1 for _ in FORM.all_indicators())


def rows(content):
    return [row for _, row in salvage(content, "a.json").draft.form.all_indicators()]


@pytest.mark.parametrize("rest", [b"\0" * 4096, b"}\n", DRAFT[-900:], "乱".encode("gbk")])
def test_a_whole_draft_with_something_behind_it_is_read_whole(rest):
    found = salvage(DRAFT + rest, "a.json")
    assert found.draft.form == FORM
    assert found.words.startswith("整张表都读出来了")
    assert ("多出来的内容没有读" in found.words) is bool(rest.strip(b"\0"))


@pytest.mark.parametrize("share", [25, 50, 75, 95])
def test_of_a_cut_draft_all_before_the_cut_is_read(share):
    cut = DRAFT[: len(DRAFT) * share // 100]
    whole = [row for _, row in FORM.all_indicators()]
    found = rows(cut)
    assert len(found) == cut.count(b'"target"') or len(found) == cut.count(b'"target"') + 1
    assert found[:-1] == whole[: len(found) - 1]
    assert salvage(cut, "a.json").draft.form.goal_expected == FORM.goal_expected


def test_a_cut_draft_says_how_much_is_missing():
    words = salvage(DRAFT[: DRAFT.index(b'"reason"')], "a.json").words
    assert "读出了 1 行指标（其中 1 行不完整）" in words
    assert "基本信息、项目资金和绩效目标完整，文件后面的部分没有了" in words


def test_zeros_in_the_middle_cost_only_what_stood_there():
    middle = len(DRAFT) // 2
    found = salvage(DRAFT[:middle] + bytes(512) + DRAFT[middle + 512 :], "a.json")
    assert 0 < ROWS - sum(1 for _ in found.draft.form.all_indicators()) < 5
    assert f"有 1 处坏了，用“{LOST}”代替" in found.words


def test_a_broken_letter_is_marked_and_all_else_is_whole():
    found = salvage(DRAFT.replace("上海".encode(), "上海".encode()[:5], 1), "a.json")
    assert LOST in found.draft.form.project_name
    assert found.draft.form.indicators == FORM.indicators


def test_a_shorter_draft_written_over_a_longer_one_is_read_whole():
    short = to_bytes(complete_form())
    assert salvage(short + DRAFT[len(short) :], "a.json").draft.form == complete_form()


def test_rows_whose_group_is_lost_are_kept():
    found = salvage(DRAFT[DRAFT.index(b'"target"') :], "a.json")
    assert sum(1 for _ in found.draft.form.all_indicators()) >= ROWS - 2
    assert "“项目名称”" in found.words
    assert found.draft.form.template == "ministry"


def test_more_rows_than_could_be_read_are_counted():
    broken = re.sub(rb'\{\s*"name"(?=[^{}]*"target")', b'{"nam', DRAFT, count=3)
    assert f"读出了 {ROWS} 行指标中的 {ROWS - 3} 行" in salvage(b"x" + broken, "a.json").words


@pytest.mark.parametrize("content", [b"", bytes(5000), b"{", DRAFT[:40], b"\xff" * 100, b"{" * 100_000])
def test_where_nothing_is_left_nothing_is_offered(content):
    assert salvage(content, "a.json") is None


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_cut_draft_in_another_encoding_is_read(encoding):
    content = DRAFT.decode().encode(encoding)
    found = rows(content[: len(content) * 3 // 4])
    assert found[0] == next(row for _, row in FORM.all_indicators())


@pytest.mark.parametrize(
    "piece", [b'{"name":', b'{"name":"a","children":[', b'"total":{', b"[[", b'"', b"\\u", b'{"name":"\\"']
)
def test_hostile_damage_takes_no_longer_than_its_size(piece):
    content = b'{"format": "zipingbiao-draft", ' + piece * (2_000_000 // len(piece))
    begin = time.process_time()
    salvage(content, "a.json")
    assert time.process_time() - begin < 2
