# SPDX-License-Identifier: MIT
"""What is changed in a draft as it is read, and how that is told: odd characters, numbers without quotes."""

from __future__ import annotations

import json
from collections import Counter

from model.limits import MAX_CHARACTERS, MOST_REMARKS
from model.raw_cells import Raw, called, cells_of

ELSEWHERE = "本程序不认识的内容"


class Digits(str):
    """A JSON number as it is written."""

    __slots__ = ()


def clean(raw: Raw) -> list[str]:
    """Take the characters out of the cells that have no place there; say where, a sentence a cell.

    What other programs have put into the draft keeps its own, but for what no file can hold.
    """
    from model.cleaning import cleaned, told  # here, as hardly a draft needs it

    found: list[tuple[str, Counter[str]]] = []
    for part, key, place in cells_of(raw):
        text = part[key]
        if isinstance(text, str) and len(text) <= MAX_CHARACTERS:  # a longer one is refused later
            part[key], removed = cleaned(text)
            found += [(called(raw, place), removed)] if removed else []
    sentences = [told(where, removed) for where, removed in found[:MOST_REMARKS]]
    if rest := found[MOST_REMARKS:]:
        count = sum(sum(removed.values()) for _, removed in rest)
        sentences.append(f"另有 {len(rest)} 格里也去掉了这样的字符，共 {count} 个。")
    if halves := _without_halves(raw):
        sentences.append(f"{ELSEWHERE}里去掉了 {halves} 个残缺的字。")
    return sentences


def quote_numbers(raw: Raw, content: bytes) -> list[str]:
    """Put numbers that stand in cells without quotes into quotes, digit by digit; say so."""
    exact: Raw = json.loads(content.decode("utf-8", "surrogatepass"), parse_int=Digits, parse_float=Digits)
    written = {place: part[key] for part, key, place in cells_of(exact)}
    found = []
    for part, key, place in cells_of(raw):
        if isinstance(digits := written.get(place), Digits):
            part[key] = str(digits)
            found.append(f"{called(raw, place)}的 {digits}")
    if not found:
        return []
    more = f"等 {len(found)} 处" if len(found) > 1 else ""
    return [f"{found[0]}{more}在文件里没有加引号，已逐位照原样读入；保存后改为通用的写法。"]


def _without_halves(raw: Raw) -> int:
    """Take halves of a pair out of all texts and keys; return how many there were."""
    text = json.dumps(raw, ensure_ascii=False)
    if count := len(text) - len(_whole_text(text)):
        for key in list(raw):
            raw[_whole_text(key)] = _whole(raw.pop(key))
    return count


def _whole(value: object) -> object:
    match value:
        case str():
            return _whole_text(value)
        case list():
            return [_whole(one) for one in value]
        case dict():
            return {_whole_text(key): _whole(one) for key, one in value.items()}
    return value


def _whole_text(text: str) -> str:
    return text.encode("utf-8", "ignore").decode("utf-8")
