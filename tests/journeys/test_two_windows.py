# SPDX-License-Identifier: MIT
"""Two clerks before one draft: the second can only read, and goes on where the first has saved."""

import pytest

from tests.journeys.clerk import Clerk, wait_for

NAME = "信息化建设项目"


@pytest.fixture
def second(screen, tmp_path):
    """Another clerk at the same screen, with a home of their own."""
    home = tmp_path / "second"
    home.mkdir()
    clerk = Clerk(screen, home)
    yield clerk
    clerk.go_home()


def locks(draft):
    return list(draft.parent.glob(".~lock*"))


def test_the_second_reads_until_the_first_has_saved_and_then_goes_on(clerk, second, draft):
    clerk.start(str(draft))
    clerk.press("ctrl+1", "Tab", "End")
    clerk.type("B")
    clerk.wait_for_title(f"{NAME}B*")
    wait_for(lambda: locks(draft), "the lock")
    second.start(str(draft))
    second.wait_for_title(f"{NAME}（只读）")
    second.press("ctrl+1", "Tab", "End")
    second.type("C")
    second.wait_for_title(f"{NAME}（只读）")
    second.press("F6", "Tab", "Tab", "space")  # the second way of the notice: wait until it is saved
    second.settle()
    clerk.come_to_front()
    clerk.press("ctrl+s")
    wait_for(lambda: f"{NAME}B" in draft.read_text(encoding="utf-8"), "the saved draft")
    wait_for(lambda: not locks(draft), "the lock to go")
    second.come_to_front()
    second.wait_for_title(f"{NAME}B —")
    second.press("ctrl+1", "Tab", "End")
    second.type("C")
    second.wait_for_title(f"{NAME}BC*")
    second.press("ctrl+s")
    wait_for(lambda: f"{NAME}BC" in draft.read_text(encoding="utf-8"), "the second's update")
