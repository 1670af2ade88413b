# SPDX-License-Identifier: MIT
"""A power cut in the middle of a word: start again, and everything is there."""

import shutil

from model.drafts import load
from tests.builders import GOLDEN
from tests.journeys.clerk import wait_for

TYPED = "written in the last minute"


def test_what_was_typed_before_a_power_cut_comes_back_by_one_key(clerk, tmp_path):
    draft = tmp_path / "draft.json"
    shutil.copy(GOLDEN / "002-1.json", draft)
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
    clerk.press("alt+r")
    clerk.wait_for_title("信息化建设项目*")
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
