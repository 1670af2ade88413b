# SPDX-License-Identifier: MIT
"""The two kinds of PDF of a form, in words: the working copy that holds the draft, and the public one."""

from typing import NamedTuple

SUFFIX = ".pdf"


class Copy(NamedTuple):
    """One kind of PDF, as the clerk hears of it."""

    word: str
    holds: str
    use: str


WORKING = Copy("工作稿", "内含草稿，以后可以再打开修改", "用于存档和报送")
PUBLIC = Copy("公开稿", "只有页面，不含草稿、作者和文件路径，不能再打开修改", "用于网上公开")
COPIES = {False: WORKING, True: PUBLIC}  # by whether it is for publication
OPEN = "公开"  # in a name; that of the working copy does not have it


def doubt_about(name: str, *, public: bool) -> str:
    """Say that a file name promises the other kind; nothing when it does not."""
    if not public and OPEN in name:
        return f"文件名里有“{OPEN}”，但这是{WORKING.word}，里面有草稿，不要放到网上。"
    if public and WORKING.word in name:
        return f"文件名里有“{WORKING.word}”，但这是{PUBLIC.word}，里面没有草稿，不能再打开修改。"
    return ""
