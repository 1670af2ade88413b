# SPDX-License-Identifier: MIT
"""Characters that have no place in a form's text: which they are, what they are called, texts without them.

Source of what is legitimate: Unicode 15.0, chapters 9, 13 and 23 (joiners, marks of direction, variation
selectors).  Composed and decomposed letters, private characters and all that can be seen stay as they are.
"""

import re
from collections import Counter
from collections.abc import Iterable

JOINING = "\u0590-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"  # scripts that need joiners
SYMBOLS = "\u2190-\u2bff\U0001f000-\U0001faff"
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
TAGS = "\U000e0020-\U000e007f"
FLAG = "\U0001f3f4"

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85]")
ODD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
    "|[\xad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0001]+"
    f"|(?<![{JOINING}])[\u061c\u180e\u200c\u200e\u200f]"
    f"|(?<![{JOINING}{SYMBOLS}\ufe0f])\u200d|(?<=[{SYMBOLS}\ufe0f])\u200d(?![{SYMBOLS}])"
    f"|(?<![{FLAG}{TAGS}])[{TAGS}]+"
    f"|(?<![^\\s{SELECTORS}])[{SELECTORS}]"
)
"""Kept: joiners and marks of direction within scripts that need them, joiners between two symbols of a
picture, tags of a flag, one variation selector after a character."""

NAMES: tuple[tuple[str, str], ...] = (
    ("\x00", "空字符"),
    ("\x01-\x1f\x7f-\x9f", "控制字符"),
    ("\xad", "软连字符"),
    ("\u200b", "零宽空格"),
    ("\u200c\u200d", "零宽连接符"),
    ("\u2060-\u2064\ufeff", "零宽不换行符"),
    ("\u061c\u200e\u200f\u202a-\u202e\u2065-\u206f", "文字方向控制符"),
    ("\ud800-\udfff", "残缺的字"),
    (SELECTORS, "单独的字形选择符"),
)
OTHER = "不是文字的编码"
_NAMED = tuple((re.compile(f"[{signs}]"), name) for signs, name in NAMES)


def cleaned(text: str) -> tuple[str, Counter[str]]:
    """Return a text without such characters, and what was removed, counted by name.

    Line ends of other systems become ours and are counted as changed, not as removed.
    """
    lines, changed = LINE_ENDS.subn("\n", text)
    removed = Counter[str]()
    for sign, count in Counter("".join(ODD.findall(lines))).items():
        removed[name_of(sign)] += count
    if changed:
        removed[""] = changed
    return (ODD.sub("", lines) if removed else lines), removed


def name_of(sign: str) -> str:
    """Return what a removed character is called."""
    return next((name for pattern, name in _NAMED if pattern.match(sign)), OTHER)


def told(where: str, removed: Counter[str]) -> str:
    """Say what was removed at a place."""
    changed, signs = removed[""], _listed((name, count) for name, count in removed.items() if name)
    done = [f"去掉了看不见的字符（{signs}）"] if signs else []
    done += [f"{changed} 处换行改成了通用的写法"] if changed else []
    return f"{where}里{'，'.join(done)}。"


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return "、".join(f"{count} 个{name}" for name, count in counts)
