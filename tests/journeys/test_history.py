# SPDX-License-Identifier: MIT
"""Going back to an earlier version of a form, by keys alone."""

import json

import pytest

NAME = "信息化建设项目"


@pytest.fixture
def saved_twice(clerk, draft):
    """A clerk whose form was changed and saved two times."""
    clerk.start(str(draft))
    clerk.press("ctrl+1", "Tab", "End")
    for letter, name in (("B", f"{NAME}B"), ("C", f"{NAME}BC")):
        clerk.type(letter)
        clerk.wait_for_title(f"{name}*")
        clerk.press("ctrl+s")
        clerk.wait_for_title(f"{name} —")
    return clerk


def name_in(path):
    return json.loads(path.read_text(encoding="utf-8"))["project_name"]


def test_a_version_comes_back_by_keys_and_goes_again(saved_twice, draft):
    clerk = saved_twice
    clerk.press("alt+f", "h")
    clerk.wait_for_title("历史版本")
    clerk.press("End")
    clerk.settle()
    clerk.press("Return")
    clerk.wait_for_title(f"{NAME}*")
    assert name_in(draft) == f"{NAME}BC"
    clerk.press("ctrl+z")
    clerk.wait_for_title(f"{NAME}BC —")
    clerk.press("ctrl+y")
    clerk.wait_for_title(f"{NAME}*")
    clerk.press("ctrl+s")
    clerk.wait_for_title(f"{NAME} —")
    assert name_in(draft) == NAME


def test_escape_leaves_the_form_as_it_is(saved_twice, draft):
    saved_twice.press("alt+f", "h")
    saved_twice.wait_for_title("历史版本")
    saved_twice.press("Down", "Escape")
    saved_twice.wait_for_title(f"{NAME}BC —")
    assert name_in(draft) == f"{NAME}BC"
