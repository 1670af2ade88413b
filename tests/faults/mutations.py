# SPDX-License-Identifier: MIT
"""Ways to spoil a file: at its bytes, and at the values that a draft holds."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

Spoil = Callable[[bytes, random.Random], bytes]

VALUES: tuple[object, ...] = (
    None, True, False, 0, -1, 1.5, 10**30, "", "字", "\x00", "\ud800", "\u202e", "1e999999999", "9" * 400, [],
    {}, [[]], [None], [1], {"": ""}, {"name": "甲"}, {"children": []}, [{"children": [{"children": [{}]}]}],
    "\u200b" * 9,
)  # fmt: skip
PIECES = (
    b"\x00", b"\xff", b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"\n", b"\\u", b"\\ud800", b"null",
    b"1e9", b"NaN", b"\xef\xbb\xbf", b"\xe2\x80\x8b", b"\xff\xfe", b'"name":', b'"children":[', b"-", b"\x1b",
    b"\xed\xa0\x80", b"\r\n",
)  # fmt: skip
ENCODINGS = ("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "utf-32")


def flipped(content: bytes, choose: random.Random) -> bytes:
    """Change single bits."""
    spoilt = bytearray(content)
    for _ in range(choose.choice((1, 1, 2, 8))):
        spoilt[choose.randrange(len(spoilt))] ^= 1 << choose.randrange(8)
    return bytes(spoilt)


def deleted(content: bytes, choose: random.Random) -> bytes:
    """Leave something out."""
    start = choose.randrange(len(content))
    return content[:start] + content[start + _length(choose) :]


def inserted(content: bytes, choose: random.Random) -> bytes:
    """Put something in."""
    start = choose.randrange(len(content))
    return content[:start] + choose.choice(PIECES) * choose.choice((1, 1, 3, 500)) + content[start:]


def repeated(content: bytes, choose: random.Random) -> bytes:
    """Have something twice."""
    start = choose.randrange(len(content))
    end = start + _length(choose)
    return content[:end] + content[start:end] + content[end:]


def moved(content: bytes, choose: random.Random) -> bytes:
    """Have something elsewhere."""
    start, to = sorted(choose.randrange(len(content)) for _ in range(2))
    end = start + _length(choose)
    return content[:start] + content[end:to] + content[start:end] + content[max(to, end) :]


def zeroed(content: bytes, choose: random.Random) -> bytes:
    """Lose a block to zeros, as a power cut does."""
    start = choose.randrange(len(content)) // 512 * 512
    length = choose.choice((512, 4096, len(content)))
    return content[:start] + bytes(len(content[start : start + length])) + content[start + length :]


def cut(content: bytes, choose: random.Random) -> bytes:
    """End too soon."""
    return content[: choose.randrange(len(content))]


def encoded(content: bytes, choose: random.Random) -> bytes:
    """Be in another encoding, and maybe cut within it."""
    turned = content.decode("utf-8", "replace").encode(choose.choice(ENCODINGS), "replace")
    return turned[: choose.randrange(len(turned))] if choose.random() < 0.3 else turned


def exchanged(content: bytes, choose: random.Random) -> bytes:
    """Hold another value, or another key, somewhere in a draft."""
    raw = json.loads(content)
    holder = raw
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not keys:
            return content
        key = choose.choice(keys)
        if not isinstance(holder[key], dict | list) or not holder[key] or choose.random() < 0.2:
            break
        holder = holder[key]
    if isinstance(holder, dict) and choose.random() < 0.3:
        holder[choose.choice((f"{key}x", "points", "children", "", "\ud800", "name"))] = holder.pop(key)
    else:
        holder[key] = choose.choice(VALUES)
    return json.dumps(raw, ensure_ascii=choose.random() < 0.5).encode("utf-8", "surrogatepass")


def spliced(content: bytes, other: bytes, choose: random.Random) -> bytes:
    """Begin as one file and end as another."""
    return content[: choose.randrange(len(content))] + other[choose.randrange(len(other)) :]


OF_BYTES: tuple[Spoil, ...] = (flipped, deleted, inserted, repeated, moved, zeroed, cut)
OF_DRAFTS: tuple[Spoil, ...] = (*OF_BYTES, exchanged, exchanged, exchanged, encoded)


def _length(choose: random.Random) -> int:
    return choose.choice((1, 1, 2, 10, 100, 1000))
