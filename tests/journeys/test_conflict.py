# SPDX-License-Identifier: MIT
"""Saving a form whose file somebody else has changed meanwhile, by keys alone."""

import json

import pytest

NAME, QUESTION = "信息化建设项目", "文件被别人改过"


@pytest.fixture
def asked(clerk, draft):
    """A clerk who has changed the name, and is asked as somebody else has changed the goal."""
    clerk.start(str(draft))
    clerk.press("ctrl+1", "Tab", "End")
    clerk.type("B")
    clerk.wait_for_title(f"{NAME}B*")
    draft.write_text(json.dumps(read(draft) | {"goal_actual": "她写的。"}), "utf-8")
    clerk.press("ctrl+s")
    clerk.wait_for_title(QUESTION)
    return clerk


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def both(path):
    raw = read(path)
    return raw["project_name"], raw["goal_actual"]


def test_the_changes_of_both_are_saved_and_mine_come_back(asked, draft):
    asked.press("alt+m")
    asked.wait_for_title(f"{NAME}B —")
    assert both(draft) == (f"{NAME}B", "她写的。")
    asked.press("ctrl+z", "ctrl+s")
    asked.settle()
    assert both(draft)[0] == f"{NAME}B"
    assert both(draft)[1] != "她写的。"


def test_hers_are_taken_and_mine_are_one_step_back(asked, draft):
    asked.press("alt+d")
    asked.wait_for_title(f"{NAME} —")
    asked.press("ctrl+z")
    asked.wait_for_title(f"{NAME}B*")
    assert both(draft) == (NAME, "她写的。")


def test_escape_leaves_both_as_they_are(asked, draft):
    asked.press("Escape")
    asked.wait_for_title(f"{NAME}B*")
    assert both(draft) == (NAME, "她写的。")
