# SPDX-License-Identifier: MIT
"""The bytes of a draft as UTF-8: marks taken off, other encodings told apart and turned, never silently."""

from __future__ import annotations

import codecs
from typing import NamedTuple

MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
UNMARKED: tuple[tuple[bytes, str], ...] = ((b"{\x00", "utf-16-le"), (b"\x00{", "utf-16-be"))
CHINESE = ("gb18030", "GBK（GB 18030）")  # holds all of GBK and GB 2312
LOST = "\ufffd"


class Turned(NamedTuple):
    """A file's content as UTF-8; `was` names the encoding it had, when it was another."""

    content: bytes
    was: str = ""

    @property
    def remark(self) -> str:
        """Say that the file was turned."""
        return (
            f"文件是 {self.was} 编码的，已转成 UTF-8 打开；请核对文字，保存后就是 UTF-8。" if self.was else ""
        )


def turned(content: bytes) -> Turned | None:
    """Return the content as UTF-8; None when it is in no encoding that drafts are found in."""
    for mark, encoding, name in MARKS:
        if content.startswith(mark):
            return _turned(content, encoding, name)
    for start, encoding in UNMARKED:
        if content.startswith(start):
            return _turned(content, encoding, "UTF-16")
    content = content.removeprefix(codecs.BOM_UTF8)
    if _is_utf8(content):
        return Turned(content)
    return None if is_mostly_utf8(content) else _turned(content, *CHINESE)


def is_mostly_utf8(content: bytes) -> bool:
    """Tell whether more of the letters beyond ASCII are whole than broken: then it is UTF-8, damaged."""
    text = content.decode("utf-8", "replace")
    lost = text.count(LOST)
    return len(text) - len(text.encode("ascii", "ignore")) >= 2 * lost


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8", "surrogatepass")  # halves of a pair are removed later, and told
    except UnicodeDecodeError:
        return False
    return True


def _turned(content: bytes, encoding: str, name: str) -> Turned | None:
    try:
        return Turned(content.decode(encoding).encode("utf-8"), name)
    except UnicodeError:
        return None
