# SPDX-License-Identifier: MIT
"""From problem to problem through a published form with errors, and out as a page marked 草稿."""

import shutil

import pytest

from model.drafts import load
from tests.builders import GOLDEN
from tests.journeys.clerk import wait_for
from tests.journeys.test_new_form import words_of

WRONG, RIGHT = "911077.80", "91.11"


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.json"
    shutil.copy(GOLDEN / "004-5.json", path)
    return path


def actual_in(path):
    return str(load(path).form.funds.total.actual)


def save(clerk):
    """Save, and wait until the mark of changes is gone."""
    clerk.press("ctrl+s")
    clerk.wait_for_title("工商联和商会组织建设 —")


def test_a_problem_is_found_mended_taken_back_and_done_again(clerk, draft):
    clerk.start(str(draft))
    clerk.press("F8")  # the outturn was typed in yuan
    clerk.settle()
    clerk.type(RIGHT)
    clerk.press("Tab")
    clerk.wait_for_title("工商联和商会组织建设*")
    save(clerk)
    assert actual_in(draft) == RIGHT

    clerk.press("ctrl+z")
    clerk.wait_for_title("工商联和商会组织建设*")
    save(clerk)
    assert actual_in(draft) == WRONG

    clerk.press("ctrl+y")
    clerk.wait_for_title("工商联和商会组织建设*")
    save(clerk)
    assert actual_in(draft) == RIGHT


def test_a_form_with_errors_is_exported_as_a_draft(clerk, draft, tmp_path):
    clerk.start(str(draft))
    clerk.press("ctrl+e")
    clerk.wait_for_title("导出 PDF")  # says how many errors there are
    clerk.press("alt+n")
    clerk.answer_with(tmp_path / "page.pdf")
    wait_for((tmp_path / "page.pdf").exists, "the exported page")
    words = words_of(tmp_path / "page.pdf")
    assert "工商联和商会组织建设" in words
    assert "草稿" in words
