# SPDX-License-Identifier: MIT
"""A working copy goes out as PDF and comes back as the form it was; a public copy does not."""

import shutil

import pytest

from model.drafts import load, to_bytes
from tests.builders import GOLDEN
from tests.journeys.clerk import wait_for
from tests.working_copies import with_attachment

NAME = "合作交流工作业务经费"


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.json"
    shutil.copy(GOLDEN / "003-1.json", path)
    return path


def export(clerk, path, *keys):
    """Write the PDF of the form; the keys choose its kind."""
    clerk.press("ctrl+e")
    clerk.wait_for_title("导出 PDF")
    clerk.press(*keys, "alt+n")
    clerk.answer_with(path)
    wait_for(path.exists, "the exported page")
    clerk.wait_for_title(NAME)


def open_by_keys(clerk, path):
    clerk.press("ctrl+o")
    clerk.wait_for_title("打开草稿")
    clerk.answer_with(path)


def test_an_exported_working_copy_opens_again_as_the_same_form(clerk, draft, tmp_path):
    clerk.start(str(draft))
    clerk.wait_for_title(NAME)
    export(clerk, tmp_path / "page.pdf", "alt+g", "alt+w")
    open_by_keys(clerk, tmp_path / "page.pdf")
    clerk.wait_for_title("（来自“page.pdf”）")
    clerk.press("ctrl+s")
    clerk.wait_for_title("保存草稿")
    clerk.answer_with(tmp_path / "again.json")
    wait_for((tmp_path / "again.json").exists, "the saved draft")
    assert load(tmp_path / "again.json").form == load(draft).form


def test_a_public_copy_is_refused_in_a_sentence_and_the_form_stays(clerk, draft, tmp_path):
    clerk.start(str(draft))
    clerk.wait_for_title(NAME)
    export(clerk, tmp_path / "page.pdf", "alt+g")
    open_by_keys(clerk, tmp_path / "page.pdf")
    clerk.wait_for_title("绩效自评表编辑器")
    clerk.press("Return")
    clerk.wait_for_title(NAME)
    clerk.press("ctrl+q")
    assert clerk.wait_until_closed() == 0


def test_a_changed_working_copy_is_saved_beside_it_and_stays_as_it_was(clerk, draft, tmp_path):
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(with_attachment(to_bytes(load(draft).form)))
    before = copy.read_bytes()
    clerk.start(str(copy))
    clerk.wait_for_title("（来自“copy.pdf”）")
    clerk.press("ctrl+1", "Tab", "End")
    clerk.type("B")
    clerk.wait_for_title(f"{NAME}B*")
    clerk.press("ctrl+q")
    clerk.wait_for_title("绩效自评表编辑器")
    clerk.press("Return")  # saves
    clerk.wait_for_title("保存草稿")
    clerk.press("Return")  # under the name offered
    assert clerk.wait_until_closed() == 0
    assert load(tmp_path / f"2024 {NAME}B.json").form.project_name == f"{NAME}B"
    assert copy.read_bytes() == before
