# SPDX-License-Identifier: MIT
"""All words that can be offered: the clerk's own before the library's, ready to be searched."""

from collections import defaultdict
from collections.abc import Iterable

from model.learning import INDICATOR, MEASURE, REASON, Learnt
from model.library import library
from model.word_search import Index, Word

NONE = Index(())


class Lexicon:
    """Made once for a state of what was learnt, off the key path; nothing in it changes."""

    def __init__(self, own: Iterable[Learnt] = ()) -> None:
        shipped, by_sort = library(), _by_sort(own)
        self._by_sort = {sort: Index(words) for sort, words in by_sort.items()}
        self.indicators = Index(_without_twins((*by_sort[INDICATOR], *shipped.indicators)))
        self.measures = Index(_without_twins((*by_sort[MEASURE], *shipped.measures)))
        self.reasons = Index((*by_sort[REASON], *shipped.reasons))
        self._by_group = {group: Index(words) for group, words in _by_group(self.indicators.words).items()}
        self._by_name = _by_name(self.indicators.words)

    def of_sort(self, sort: str) -> Index:
        """Return the clerk's own words of a sort: the key of a header's field, sentences."""
        return self._by_sort.get(sort, NONE)

    def of_group(self, group: str) -> Index:
        """Return the indicators of a level-2 group, under the library's name."""
        return self._by_group.get(group, NONE)

    def named(self, name: str) -> list[Word]:
        """Return the indicators of a name, the clerk's own first."""
        return self._by_name.get(name, [])


def _by_sort(own: Iterable[Learnt]) -> dict[str, list[Word]]:
    words: dict[str, list[Word]] = defaultdict(list)
    for one in sorted(own, key=lambda learnt: -learnt.rank):
        spelt = {"initials": one.initials, "pinyin": one.pinyin}
        words[one.sort].append(Word(one.text, one.note, one.group, is_own=True, **spelt))
    return words


def _by_group(words: Iterable[Word]) -> dict[str, list[Word]]:
    groups: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        groups[word.group].append(word)
    return groups


def _by_name(words: Iterable[Word]) -> dict[str, list[Word]]:
    names: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        names[word.text].append(word)
    return dict(names)


def _without_twins(words: Iterable[Word]) -> list[Word]:
    """Keep the first of words alike in group and text."""
    kept: dict[tuple[str, str], Word] = {}
    for word in words:
        kept.setdefault((word.group, word.text), word)
    return list(kept.values())
