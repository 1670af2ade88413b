# SPDX-License-Identifier: MIT
"""Pinyin of names: the letters a clerk may type for them; slow at its first call, never for the key path."""

import os
import unicodedata
from functools import lru_cache

LONGEST_SPELT = 24  # characters; nobody types more initials
SPELT_OUT = 3  # characters that are also found by their full pinyin


def initials(text: str) -> str:
    """Return the first letters of the characters, several readings in brackets: 重点率 → [cz]d[ls].

    There is one letter, or one bracket, for each of the first 24 characters; what is no Chinese stays.
    """
    return "".join(_initial(character) for character in text[:LONGEST_SPELT])


def syllables(text: str) -> str:
    """Return the usual pinyin of the first three characters, parted by blanks: 工作量 → gong zuo liang."""
    return " ".join(_readings(character)[0] for character in text[:SPELT_OUT])


def _initial(character: str) -> str:
    letters = sorted({reading[0] for reading in _readings(character)})
    return letters[0] if len(letters) == 1 else f"[{''.join(letters)}]"


@lru_cache(8192)
def _readings(character: str) -> tuple[str, ...]:
    """Return how a character is read, without tones, the usual reading first; itself if it is no Chinese."""
    if character.isascii():
        return (_plain(character),)
    # All readings of each character are wanted, so the large dictionary of phrases need not be read.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True)
    readings = [reading for reading in (found[0] if found else []) if reading.isascii() and reading.isalpha()]
    return tuple(dict.fromkeys(readings)) or (_plain(character),)


def _plain(character: str) -> str:
    """Return a character that is no Chinese; brackets and blanks would be taken for marks of the spelling."""
    plain = unicodedata.normalize("NFKC", character).lower()
    if plain in "[]" or plain.isspace():
        return "-"
    return plain if len(plain) == 1 else character
