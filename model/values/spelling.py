# SPDX-License-Identifier: MIT
"""One spelling for what people type in many: widths, blanks, full stops, ways to write a unit."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from model.values.words import FINAL_PUNCTUATION, SQUARE_METRE, UNIT_SPELLINGS

# Soft hyphen, joiners, direction marks, invisible operators, variation selectors, byte order mark.
_ZERO_WIDTH = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_STRAY_BLANK = re.compile(r"(?<![0-9]) | (?![0-9])")
_SQUARE_METRE = re.compile(r"(?<![A-Za-z])m2(?![0-9])")

# NFKC sorts combining marks in quadratic time: one long run of them would hold up the window for seconds.
_STRETCH = 250

_KEPT = 4096  # cells; every rule of a row asks for the same few again


def any_of(words: Iterable[str]) -> str:
    """Write a regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def folded(text: str) -> str:
    """Fold widths and compatibility forms (NFKC), drop what has no width, and trim."""
    visible = _ZERO_WIDTH.sub("", text)
    if len(visible) <= _STRETCH:
        return unicodedata.normalize("NFKC", visible).strip()
    stretches = (visible[at : at + _STRETCH] for at in range(0, len(visible), _STRETCH))
    return "".join(unicodedata.normalize("NFKC", stretch) for stretch in stretches).strip()


@lru_cache(_KEPT)
def normalise(text: str) -> str:
    """Spell a cell as the reader expects it.

    NFKC, trimmed, zero-width characters dropped, blanks dropped except between digits, full stops and
    commas at the end dropped.
    """
    spaced = " ".join(folded(text).split())
    if " " in spaced:
        spaced = folded(_STRAY_BLANK.sub("", spaced))  # letters that came together may join
    return spaced.rstrip(FINAL_PUNCTUATION)


def spell_units(text: str) -> str:
    """Write m² as 平方米 and * as ·."""
    for spelling, canonical in UNIT_SPELLINGS:
        text = text.replace(spelling, canonical)
    return _SQUARE_METRE.sub(SQUARE_METRE, text)
