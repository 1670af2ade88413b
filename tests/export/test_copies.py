# SPDX-License-Identifier: MIT
"""Claims about the two kinds of PDF: no name promises the wrong one."""

import pytest

from export.copies import COPIES, PUBLIC, doubt_about


@pytest.mark.parametrize(
    ("name", "public", "words"),
    [
        ("自评表（公开稿）.pdf", False, "不要放到网上"),
        ("网上公开.pdf", False, "不要放到网上"),
        ("自评表（工作稿）.pdf", True, "不能再打开修改"),
        ("自评表（公开稿）.pdf", True, ""),
        ("自评表（工作稿）.pdf", False, ""),
        ("自评表.pdf", False, ""),
        ("自评表.pdf", True, ""),
    ],
)
def test_a_name_that_promises_the_other_kind_is_doubted(name, public, words):
    found = doubt_about(name, public=public)
    assert words in found
    assert bool(found) is bool(words)


def test_the_kinds_go_by_whether_they_are_for_publication():
    assert COPIES[True] is PUBLIC
    assert [copy.word for copy in COPIES.values()] == ["工作稿", "公开稿"]
