# SPDX-License-Identifier: MIT
"""The bytes of a draft as the object they hold: any encoding drafts come in, JSON to the letter, bounded.

pydantic's reader takes what RFC 8259 allows and nothing else, in time that grows with the size only, and
bounds nesting itself.  What it lets through (keys that stand twice) or cannot hold (halves of a pair) is
looked for here, quickly where there is nothing to find.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from contextlib import suppress
from itertools import chain
from typing import NamedTuple, NoReturn

from pydantic_core import from_json

from model.encoding import turned
from model.errors import DraftError, TornFileError, shortened
from model.limits import MAX_NESTING, MAX_VALUES, MOST_MENDED

FORMAT = "zipingbiao-draft"
SAFE = "文件未作改动"
SUFFIX = ".json"

Raw = dict[str, object]

SUSPECT: tuple[tuple[bytes, bytes], ...] = (
    (b"\\", rb"\\[ubfr]"),
    (b"\x7f", rb"\x7f"),
    (b"\xc2", rb"\xc2[\x80-\x9f\xad]"),
    (b"\xd8", rb"\xd8\x9c"),
    (b"\xe1", rb"\xe1\xa0\x8e"),
    (b"\xe2", rb"\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xaf])"),
    (b"\xed", rb"\xed[\xa0-\xbf]"),
    (b"\xef", rb"\xef(?:\xb8[\x80-\x8f]|\xbb\xbf|\xbf[\xb9-\xbb\xbe\xbf])"),
    (b"\xf3", rb"\xf3\xa0"),
)
"""Bytes without which no odd character is in a file, after the first of them, which is found much faster."""


class Read(NamedTuple):
    """What a file holds, before it is a form."""

    raw: Raw
    content: bytes  # UTF-8
    remark: str  # on its encoding


class _TwiceError(ValueError):
    """A key stands twice in one object."""


def object_of(content: bytes, name: str) -> Read:
    """Read the object a draft is written as; `name` is what messages call the file.

    Errors: TornFileError if it is a draft, but damaged; DraftError if it is none.
    """
    if not content.strip(b"\0 \t\r\n"):
        what = "里面全是空字节，内容已经丢失" if content.strip() else "是空文件，里面没有草稿"
        raise TornFileError(f"“{name}”{what}；{SAFE}，请找回备份或另选文件。", content)
    content, remark = content.removeprefix(BOM_UTF8), ""
    try:
        raw = _parsed(content, name)
    except ValueError:
        raw, content, remark = _parsed_slowly(content, name)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise DraftError(f"“{name}”不是自评表草稿；{SAFE}，请选择由本程序保存的 {SUFFIX} 文件。")
    return Read(raw, content, remark)


def refuse_twice(content: bytes, name: str) -> None:
    """Refuse a key that stands twice in one object; pydantic's reader keeps the last.  Errors: DraftError."""
    try:
        json.loads(content.decode("utf-8", "surrogatepass"), object_pairs_hook=_single)
    except _TwiceError as error:
        raise DraftError(
            f"“{name}”里的“{shortened(str(error))}”在同一处写了两遍，不知道该用哪一个；{SAFE}，请删去一个再打开。"
        ) from error


def may_be_odd(content: bytes) -> bool:
    """Tell whether JSON in UTF-8 may hold characters that have no place in a form."""
    return any(lead in content and re.search(pattern, content) for lead, pattern in SUSPECT)


def keys_in(raw: object, name: str) -> int:
    """Count the keys of all objects.  Errors: DraftError where brackets are nested too deeply."""
    keys, layer = 0, [raw]
    for _ in range(MAX_NESTING):
        objects = [part for part in layer if type(part) is dict]
        keys += sum(map(len, objects))
        inner = chain.from_iterable(
            [*map(dict.values, objects), *[part for part in layer if type(part) is list]]
        )
        layer = [part for part in inner if type(part) is dict or type(part) is list]
        if not layer:
            return keys
    raise DraftError(f"“{name}”里括号套了 {MAX_NESTING} 层以上，不是自评表草稿；{SAFE}，请另选文件。")


def _parsed(content: bytes, name: str) -> object:
    """Read JSON.  Errors: ValueError; DraftError where there is too much of it."""
    if len(content) > MAX_VALUES and sum(map(content.count, (b"{", b"[", b","))) > MAX_VALUES:
        raise DraftError(f"“{name}”里的数据项太多，不是自评表草稿；{SAFE}，请另选文件。")
    return from_json(content, allow_inf_nan=False)


def _parsed_slowly(content: bytes, name: str) -> tuple[object, bytes, str]:
    """Read JSON in other encodings and with halves of a pair; return it with its UTF-8 and a remark.

    Errors: TornFileError, DraftError.
    """
    found = turned(content)
    if found is None:
        _refuse_encoding(content, name)
    try:
        return _parsed(found.content, name), found.content, found.remark
    except ValueError as error:
        why = str(error)
    if len(content) < MOST_MENDED and ("hex escape" in why or b"\xed" in found.content):
        with suppress(ValueError):
            return _with_halves(found.content), found.content, found.remark
    if found.was and not looks_like_draft(found.content):
        _refuse_encoding(content, name)
    _refuse(found.content, name, why)


def _with_halves(content: bytes) -> object:
    """Read JSON with halves of a pair in it, which are cleaned away later.  Errors: ValueError."""
    text = content.decode("utf-8", "surrogatepass")
    without = re.sub(r"[\ud800-\udfff]|(\\\\)|\\u[dD][89a-fA-F][0-9a-fA-F]{2}", r"\1 ", text)
    from_json(without.encode(), allow_inf_nan=False)  # is all else as it should be, and not too deep?
    read: object = json.loads(text)
    return read


def _refuse(content: bytes, name: str, why: str) -> NoReturn:
    """Say in words what is wrong with JSON; the reader's own are not for the clerk."""
    line = re.search(r"at line (\d+)", why)
    where = f"第 {line[1]} 行" if line else "中间"
    if "recursion" in why:
        raise DraftError(f"“{name}”里括号套得太深，不是自评表草稿；{SAFE}，请另选文件。")
    if "out of range" in why:
        raise DraftError(f"“{name}”{where}有一个数太长，读不出来；{SAFE}，请检查该处。")
    what = f"到{where}就断了" if "EOF" in why else f"{where}起不合写法"
    if looks_like_draft(content):
        raise TornFileError(
            f"“{name}”已经损坏（{what}）；{SAFE}，请找回备份，或读出其中完好的部分。", content
        )
    raise DraftError(f"“{name}”不是完整的 JSON 文件（{what}）；{SAFE}，请另选文件或找回备份。")


def _refuse_encoding(content: bytes, name: str) -> NoReturn:
    if looks_like_draft(content):
        raise TornFileError(
            f"“{name}”已经损坏（有些字的编码坏了）；{SAFE}，请找回备份，或读出其中完好的部分。", content
        )
    raise DraftError(f"“{name}”不是 UTF-8 文本，也不是 GBK 或 UTF-16 的草稿；{SAFE}，请另选文件。")


def looks_like_draft(content: bytes) -> bool:
    """Tell whether what cannot be read was a draft once."""
    return FORMAT.encode() in content or b'"indicators"' in content


def _single(pairs: list[tuple[str, object]]) -> Raw:
    read = dict(pairs)
    if len(read) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return read
