# SPDX-License-Identifier: MIT
"""Matching: where a wanted text or pattern stands in texts; full and half width may count alike.

Run as a program it matches for another process: a pattern may take for ever, and only a process can be ended.
"""

import json
import re
import sys
import unicodedata
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass

LONGEST_PATTERN = 500  # characters

Span = tuple[int, int]
"""Where a match begins and ends, in characters of the text as it stands."""


class PatternError(ValueError):
    """A regular expression that cannot be read; its words are a sentence for the clerk."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for, and how exactly."""

    text: str
    is_pattern: bool = False
    is_case_sensitive: bool = False
    joins_widths: bool = True  # １２ and 12 count alike


class Matcher:
    """Finds what is wanted in one text after the other.

    Errors, when it is made: PatternError if the wanted text is a pattern that cannot be read.
    """

    def __init__(self, wanted: Wanted) -> None:
        self._folds = _Folds() if wanted.joins_widths else None
        self._pattern = _compiled(wanted)

    def spans(self, text: str) -> Iterator[Span]:
        """Go through the matches in a text; one without any character is none.

        A match never begins or ends inside a letter that folds into several (㎡ into m2).
        """
        if self._folds is None or text.isascii() or (folded := text.translate(self._folds)) == text:
            yield from (found.span() for found in self._pattern.finditer(text) if found.group())
            return
        borders = _borders(text, self._folds) if len(folded) != len(text) else None
        for found in self._pattern.finditer(folded):
            start, end = found.span()
            if start < end and borders is None:
                yield start, end
            elif start < end and borders and start in borders and end in borders:
                yield borders[start], borders[end]


class _Folds(dict[int, str]):
    """A table for str.translate: every letter in its plain width."""

    def __missing__(self, letter: int) -> str:
        self[letter] = plain = unicodedata.normalize("NFKC", chr(letter))
        return plain


def _borders(text: str, folds: _Folds) -> dict[int, int]:
    """Return where the letters of a text begin: offset in the folded text → offset in the text."""
    borders, at = {0: 0}, 0
    for number, letter in enumerate(text, start=1):
        at += len(folds[ord(letter)])
        borders[at] = number
    return borders


def _compiled(wanted: Wanted) -> re.Pattern[str]:
    text = wanted.text
    if wanted.joins_widths:
        text = _folded_pattern(text) if wanted.is_pattern else unicodedata.normalize("NFKC", text)
    if len(text) > LONGEST_PATTERN and wanted.is_pattern:
        raise PatternError(f"正则表达式超过 {LONGEST_PATTERN} 个字符；表格没有改动，请写短一些。")
    flags = re.MULTILINE if wanted.is_case_sensitive else re.MULTILINE | re.IGNORECASE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # signs that a later Python may read in another way
            return re.compile(text if wanted.is_pattern else re.escape(text), flags)
    except (re.error, OverflowError, RecursionError) as error:
        where = getattr(error, "pos", None)
        at = "" if where is None else f"第 {where + 1} 个字符处"
        raise PatternError(f"正则表达式{at}写得不完整或不合规则；表格没有改动，请修改。") from error


def _folded_pattern(pattern: str) -> str:
    """Fold a pattern; what only becomes a sign of the pattern language by folding stays a plain letter."""
    folded, is_escaped = [], False
    for letter in pattern:
        plain = unicodedata.normalize("NFKC", letter)
        folded.append(plain if is_escaped or plain == letter else re.escape(plain))
        is_escaped = letter == "\\" and not is_escaped
    return "".join(folded)


def request(wanted: Wanted) -> str:
    """Write the first line for the other process; one line of texts follows after the other."""
    return json.dumps(asdict(wanted))


def serve() -> None:
    """Answer every line of texts (a JSON list) with a line of their spans, until the input ends."""
    matcher = Matcher(Wanted(**json.loads(sys.stdin.readline())))
    for line in sys.stdin:
        print(json.dumps([list(matcher.spans(text)) for text in json.loads(line)]), flush=True)


if __name__ == "__main__":
    serve()
