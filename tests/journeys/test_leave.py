# SPDX-License-Identifier: MIT
"""Leaving with changes: nothing goes without a question."""

import pytest

NAME = "信息化建设项目"


@pytest.fixture
def changed(clerk, draft):
    """A clerk before a form with a change."""
    clerk.start(str(draft))
    clerk.press("ctrl+1", "Tab", "End")
    clerk.type("B")
    clerk.wait_for_title(f"{NAME}B*")
    return clerk


def test_cancel_keeps_the_window_and_the_change(changed):
    changed.press("ctrl+q")
    changed.wait_for_title("绩效自评表编辑器")
    changed.press("Escape")
    changed.wait_for_title(f"{NAME}B*")
    assert changed.is_at_work


def test_not_saving_leaves_and_the_file_is_as_before(changed, draft):
    before = draft.read_bytes()
    changed.press("ctrl+q")
    changed.wait_for_title("绩效自评表编辑器")
    changed.press("alt+d")
    assert changed.wait_until_closed() == 0
    assert draft.read_bytes() == before


def test_saving_leaves_and_the_file_holds_the_change(changed, draft):
    changed.press("ctrl+q")
    changed.wait_for_title("绩效自评表编辑器")
    changed.press("Return")
    assert changed.wait_until_closed() == 0
    assert f"{NAME}B" in draft.read_text(encoding="utf-8")
