# SPDX-License-Identifier: MIT
"""Names by their initials: from the library into a blank form, and out of one's own draft into the next."""

import json

import pytest

from tests.journeys.clerk import wait_for
from tests.journeys.test_new_form import saved

TO_TIMELINESS = ["Down"] * 7  # in the form of Shanghai 2024, from the first cell to type in


@pytest.fixture
def tree(clerk):
    """A clerk at the first cell of 时效指标 in a blank form."""
    return to_timeliness(clerk)


def to_timeliness(clerk):
    clerk.start()
    clerk.press("Tab", "Tab", "Tab", "Return")
    clerk.wait_for_title("未命名的自评表")
    clerk.press("ctrl+4", *TO_TIMELINESS)
    clerk.settle()
    return clerk


def save(clerk, path):
    clerk.press("ctrl+s")
    clerk.wait_for_title("保存草稿")
    clerk.answer_with(path.with_suffix(""))  # the suffix is added
    wait_for(path.exists, "the saved draft")
    clerk.wait_for_title("未命名的自评表 —")
    return saved(path)["indicators"][1]["children"][2]["children"]


def test_initials_down_and_enter_fill_in_a_common_indicator(tree, tmp_path):
    tree.type("ajwcl")
    tree.press("Down", "Return", "Tab")
    tree.type("=100%")
    tree.press("Tab")
    (row,) = save(tree, tmp_path / "form.json")
    assert (row["name"], row["target"]) == ("按计划完成率", "=100%")


def test_without_down_initials_stay_what_was_typed(tree, tmp_path):
    tree.type("ajwcl")
    tree.press("Tab")
    (row,) = save(tree, tmp_path / "form.json")
    assert row["name"] == "ajwcl"


def test_a_name_of_ones_own_is_offered_in_the_next_form(tree, clerk, tmp_path):
    tree.paste("竹林管护及时率")
    tree.press("Tab")
    save(tree, tmp_path / "form.json")
    words = clerk.home / "config" / "zipingbiao" / "words.json"
    wait_for(words.exists, "the words learnt")
    assert "竹林管护及时率" in json.dumps(json.loads(words.read_bytes()), ensure_ascii=False)
    clerk.press("ctrl+q")
    assert clerk.wait_until_closed() == 0

    to_timeliness(clerk).type("zlgh")
    clerk.press("Down", "Return", "Tab")
    (row,) = save(clerk, tmp_path / "next.json")
    assert row["name"] == "竹林管护及时率"
