# SPDX-License-Identifier: MIT
"""What a text says beside numbers: nothing, only a placeholder, less than the target, a copy."""

import re
from decimal import Decimal
from functools import lru_cache

from model.values.spelling import any_of, folded, normalise
from model.values.words import (
    AFTER_PLACEHOLDER,
    BRACKETS,
    COMPARED_WITH,
    DASHES_AND_SLASHES,
    DONE,
    DOTS,
    HARDLY,
    IDLE_REASONS,
    LESS_THAN_FULL,
    LIMIT_AFTER,
    LIMIT_BEFORE,
    PARTIAL,
    PLACEHOLDER_NAME,
    PLACEHOLDER_PROMPTS,
    RATHER,
)

LEAST_COMPARED = 20  # a shorter expected goal may well be said again
COMMON_RUN = 8
_KEPT = 4096  # cells; a row is judged again and again while one of its cells changes

_ONLY_DASHES = re.compile(rf"[{re.escape(DASHES_AND_SLASHES)}]+")
_NO_CHARACTER = re.compile(r"[\W_]+")
_LESS = re.compile(any_of(LESS_THAN_FULL))
_EMPTY_NAME = re.compile(
    rf"{PLACEHOLDER_NAME}[0-9一二三四五六七八九十]*[{re.escape(AFTER_PLACEHOLDER + DASHES_AND_SLASHES)}]*"
    rf"|[{re.escape(DOTS)}]+"
)
_OPENING = re.escape(BRACKETS[::2])
_LIMIT = r"[0-9]+个?(?:汉字|字符|字)"
_TO_FILL_IN = re.compile(
    r"(?<![A-Za-z×])[Xx×]{2,}(?![A-Za-z×])"
    rf"|[{_OPENING}](?:(?:{any_of(LIMIT_BEFORE)}){_LIMIT}|{_LIMIT}(?:{any_of(LIMIT_AFTER)}))"
    rf"|{any_of(PLACEHOLDER_PROMPTS)}"
)


def is_crossed_out(text: str) -> bool:
    """Tell whether a cell holds only dashes or slashes; an empty one is not crossed out."""
    return bool(_ONLY_DASHES.fullmatch(normalise(text)))


def is_idle_reason(text: str) -> bool:
    """Tell whether a reason says nothing: empty, 无, 0, N/A, dashes and the like."""
    reason = normalise(text)
    return reason.lower() in IDLE_REASONS or bool(_ONLY_DASHES.fullmatch(reason))


@lru_cache(_KEPT)
def is_placeholder(text: str) -> bool:
    """Tell whether a cell still holds what a template or a draft left to be filled in."""
    cell = "".join(folded(text).split())
    return bool(_EMPTY_NAME.fullmatch(cell) or _TO_FILL_IN.search(cell))


def is_placeholder_name(name: str) -> bool:
    """Tell whether the name of a row makes it a placeholder, which is no indicator."""
    return is_placeholder(name)


def is_partial_wording(target: str, actual: str) -> bool:
    """Tell whether an actual says less than its target: 健全 → 较为健全, 完成 → 基本完成, 部分达成….

    较, 较为, 基本 and 部分 count where the target has no such word, right before one of its characters;
    基本 and 部分 also before 达 完成 实现 符合.
    """
    wanted, said = normalise(target), normalise(actual)
    if said.startswith(PARTIAL):
        return True
    words = ((found.group(), said[found.end() : found.end() + 2]) for found in _LESS.finditer(said))
    return any(_says_less(word, following, wanted) for word, following in words)


def _says_less(word: str, following: str, target: str) -> bool:
    if word in HARDLY:
        qualifies, done = word not in target, following.startswith(DONE)
    else:
        qualifies, done = RATHER not in target and not following.startswith(COMPARED_WITH), False
    return qualifies and (done or (following[:1].isalnum() and following[0] in target))


def copied_share(expected: str, actual: str) -> Decimal | None:
    """Return which share of the expected goal stands in the actual one in runs of 8 characters or more.

    Only letters, Chinese characters and digits count.  None where the expected goal has fewer than 20.
    """
    wanted, said = (_NO_CHARACTER.sub("", folded(text)) for text in (expected, actual))
    if len(wanted) < LEAST_COMPARED:
        return None
    runs = {said[at : at + COMMON_RUN] for at in range(len(said) - COMMON_RUN + 1)}
    copied, covered = 0, 0
    for end in range(COMMON_RUN, len(wanted) + 1):
        if wanted[end - COMMON_RUN : end] in runs:
            copied += end - max(covered, end - COMMON_RUN)
            covered = end
    return Decimal(copied) / len(wanted)
