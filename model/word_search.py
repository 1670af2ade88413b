# SPDX-License-Identifier: MIT
"""Finding words by what is typed: by their beginning, by pinyin initials, by any part of them."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, chain
from typing import NamedTuple

from model.stacked import Hit, Initials, Lines

MOST_FOUND = 24
MOST_LISTED = 100  # where nothing is typed
LEAST_INSIDE = 2  # initials, for a search amid a word: a single letter would find nearly all
LEAST_SKIPPING = 3  # initials, for a search that passes over characters


class Word(NamedTuple):
    """A word that can be offered; initials and pinyin as model.pinyin writes them."""

    text: str
    note: str = ""  # the typical target of an indicator
    group: str = ""  # the level-2 group an indicator is of
    case: str = ""  # of a reason; a reason is found by its case too
    is_own: bool = False  # typed by the clerk before
    initials: str = ""  # of the case, where there is one
    pinyin: str = ""

    @property
    def head(self) -> str:
        """Return what the initials spell."""
        return self.case or self.text


class Found(NamedTuple):
    """A word, and which of its characters are like what was typed."""

    word: Word
    matched: tuple[int, ...] = ()


def folded(text: str) -> str:
    """Return a text as it is compared: half-width, small letters; character by character."""
    whole = unicodedata.normalize("NFKC", text).lower()
    if len(whole) != len(text):
        whole = "".join(_folded(character) for character in text)
    return whole.replace("\n", " ")


def _folded(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).lower()
    return plain if len(plain) == 1 else character


class Index:
    """Words in the order in which they are best offered; found in a ms or two among thousands."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = tuple(words)
        self._texts = Lines(folded(word.text) for word in self.words)
        self._cases = Lines(folded(word.case) for word in self.words)
        self._pinyin = Lines(word.pinyin.replace(" ", "") for word in self.words)
        self._initials = Initials(word.initials for word in self.words)

    def find(self, typed: str, most: int = MOST_FOUND) -> list[Found]:
        """Return the words like what is typed, the best first; all of them for nothing typed."""
        query = folded(typed).strip()
        if not query:
            return [Found(word) for word in self.words[:MOST_LISTED]]
        found: dict[int, tuple[int, ...]] = {}
        for at, matched in chain.from_iterable(search(self, query) for search in SEARCHES):
            found.setdefault(at, matched)
            if len(found) >= most:
                break
        return [Found(self.words[at], matched) for at, matched in found.items()]

    # The ways of finding, each a word only once

    def _by_beginning(self, query: str) -> Iterator[Hit]:
        return self._texts.holding("\n" + query)

    def _by_part(self, query: str) -> Iterator[Hit]:
        return self._texts.holding(query)

    def _by_case(self, query: str) -> Iterator[Hit]:
        return ((at, ()) for at, _ in self._cases.holding(query))

    def _by_first_initials(self, query: str) -> Iterator[Hit]:
        return self._of_text(self._initials.beginning(query)) if query.isascii() else iter(())

    def _by_initials(self, query: str) -> Iterator[Hit]:
        is_long = query.isascii() and len(query) >= LEAST_INSIDE
        return self._of_text(self._initials.holding(query)) if is_long else iter(())

    def _by_some_initials(self, query: str) -> Iterator[Hit]:
        is_long = query.isascii() and len(query) >= LEAST_SKIPPING
        return self._of_text(self._initials.skipping(query)) if is_long else iter(())

    def _by_pinyin(self, query: str) -> Iterator[Hit]:
        is_long = query.isascii() and len(query) >= LEAST_INSIDE
        for at, _ in self._pinyin.holding("\n" + query) if is_long else ():
            letters = range(syllables_in(self.words[at].pinyin, len(query)))
            yield at, () if self.words[at].case else tuple(letters)

    def _of_text(self, hits: Iterator[Hit]) -> Iterator[Hit]:
        """Keep the matched characters where they are the text's, and not its case's."""
        return ((at, () if self.words[at].case else matched) for at, matched in hits)


Search = Callable[[Index, str], Iterator[Hit]]
SEARCHES: tuple[Search, ...] = (
    Index._by_beginning,
    Index._by_first_initials,
    Index._by_part,
    Index._by_case,
    Index._by_pinyin,
    Index._by_some_initials,
    Index._by_initials,
)
"""The best first."""


def syllables_in(pinyin: str, letters: int) -> int:
    """Return how many syllables so many letters begin."""
    starts = accumulate(map(len, pinyin.split()), initial=0)
    return sum(start < letters for start in starts if start < len(pinyin.replace(" ", "")))
