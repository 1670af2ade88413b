# SPDX-License-Identifier: MIT
"""Pairs of marks: where two stand side by side, the first gives up the empty half of its square.

Source: CLREQ, 3.1.6 (adjustment of adjacent punctuation).
"""

import re

HALF = 500  # thousandths of the type size
CLOSERS = "，。、；：！？）〉》」』】〕〗］｝”’"  # drawn in the left half of their square
OPENERS = "（〈《「『【〔〖［｛“‘"  # drawn in the right half
PRIVATE = 0xF0000  # code points nobody has: in fonts, and only there, they stand for narrow marks
NARROW = {mark: chr(PRIVATE + ord(mark)) for mark in CLOSERS + OPENERS}
WIDE = {narrow: mark for mark, narrow in NARROW.items()}

_narrow = re.compile(f"[{CLOSERS}](?=[{CLOSERS}{OPENERS}])|[{OPENERS}](?=[{OPENERS}])")


def saved(text: str) -> int:
    """Return by how much the marks of a text are narrower than their squares."""
    return HALF * len(_narrow.findall(text))


def narrowed(text: str) -> str:
    """Return a text with stand-ins for the marks that are drawn narrow."""
    return _narrow.sub(lambda found: NARROW[found[0]], text)
