# SPDX-License-Identifier: MIT
"""The library of common indicators, units of measure, and wordings of deviations, as shipped."""

import json
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from model.values.reading import read_target
from model.values.value import Number, Range
from model.values.writing import measure
from model.word_search import Word

LIBRARY = Path(__file__).resolve().parent.parent / "resources" / "library" / "library.json"

GROUP_WORDS: tuple[tuple[str, str], ...] = (
    ("生态环境成本", "生态环境成本"),
    ("社会成本", "社会成本"),
    ("成本", "成本"),
    ("数量", "数量"),
    ("质量", "质量"),
    ("时效", "时效"),
    ("经济效益", "经济效益"),
    ("社会效益", "社会效益"),
    ("生态", "生态效益"),
    ("可持续", "可持续影响"),
    ("满意", "服务对象满意度"),
)
"""What a level-2 group of the form is called in the library, by a word of its name; the first one counts."""


class Library(NamedTuple):
    """What is offered to everybody."""

    indicators: tuple[Word, ...]
    measures: tuple[Word, ...]
    reasons: tuple[Word, ...]
    situations: dict[str, str]  # by case: "missed", "exceeded", or "" for any


def library_group(level2: str) -> str:
    """Return what the library calls a level-2 group; its own name where the library has no such group."""
    return next((group for word, group in GROUP_WORDS if word in level2), level2)


def measure_of(target: str) -> str:
    """Return the unit a target is measured in, its 万 included: ≥6.00(个) → 个; nothing for words."""
    value = read_target(target)
    return measure(value).strip("()") if isinstance(value, Number | Range) else ""


@lru_cache(1)
def library() -> Library:
    """Return the library, read once."""
    read = json.loads(LIBRARY.read_text(encoding="utf-8"))
    return Library(
        tuple(_indicator(group, one) for group, every in read["indicators"].items() for one in every),
        tuple(_measure(one) for one in read["measures"]),
        tuple(_reason(one) for one in read["reasons"]),
        {one["case"]: one["when"] for one in read["reasons"]},
    )


def _indicator(group: str, one: dict[str, str]) -> Word:
    return Word(one["name"], one["target"], group, initials=one["initials"], pinyin=one["pinyin"])


def _measure(one: dict[str, str]) -> Word:
    return Word(one["unit"], initials=one["initials"], pinyin=one["pinyin"])


def _reason(one: dict[str, str]) -> Word:
    return Word(one["text"], case=one["case"], initials=one["initials"], pinyin=one["pinyin"])
