# SPDX-License-Identifier: MIT
"""A power cut in the middle of a word: start again, and everything is there."""

from model.drafts import load
from tests.journeys.clerk import wait_for

TYPED = "written in the last minute"


def takes_it_back(clerk):
    """Press the offer's key, once it is there; tells whether that has recovered the form."""
    clerk.press("alt+r")
    clerk.settle()
    return "信息化建设项目*" in clerk.title()


def test_what_was_typed_before_a_power_cut_comes_back_by_one_key(clerk, draft, tmp_path):
    before = draft.read_bytes()
    clerk.start(str(draft))
    clerk.press("ctrl+3", "ctrl+End")
    clerk.type(TYPED)
    copies = tmp_path / "data" / "zipingbiao" / "zipingbiao" / "recovery"
    wait_for(
        lambda: copies.exists() and any(TYPED.encode() in one.read_bytes() for one in copies.iterdir()), "it"
    )
    clerk.cut_power()
    assert draft.read_bytes() == before
    clerk.start()
    wait_for(lambda: takes_it_back(clerk), "the offer")
    clerk.press("ctrl+s")
    wait_for(lambda: draft.read_bytes() != before, "the file to be saved")
    form = load(draft).form
    assert form.goal_expected.endswith(TYPED) or form.goal_actual.endswith(TYPED)
    wait_for(lambda: not any(copies.iterdir()), "the copies to go")
    clerk.press("ctrl+q")
    assert clerk.wait_until_closed() == 0
    clerk.start()
    clerk.settle()
    clerk.press("alt+r")
    clerk.wait_for_title("绩效自评表编辑器")
