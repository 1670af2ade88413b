# SPDX-License-Identifier: MIT
"""What is offered while a cell or a field is filled in; nothing is ever filled in by itself."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from model.form import Indicator
from model.learning import GOALS, NAMES, SENTENCE
from model.lexicon import Lexicon
from model.library import library, measure_of
from model.values.comparing import Outcome, outcome
from model.values.reading import read_actual, read_target
from model.values.value import FreeText
from model.word_search import Found, Index, Word, folded

MOST_MEASURES = 8  # offered after a number, as long as no unit is begun
LEAST_OF_SENTENCE = 2  # characters
OWN = "本单位用过"
COMMON_INDICATOR, COMMON_MEASURE, COMMON_WORDING = "常用指标", "常用单位", "常用写法"
NUMBER_AND_UNIT = re.compile(r"(?P<number>.*[0-9０-９])\s*[（(]?\s*(?P<unit>[^0-9０-９()（）]*)$", re.DOTALL)
PHRASE = re.compile(r"[^。；;，,：:！!？?\n]*$")
LAST_SENTENCE = re.compile(r"[^。；;！!？?\n]*$")
GRADES = (
    Word("达成", initials="dc"),
    Word("部分达成", initials="bfdc"),
    Word("未达成", initials="wdc"),
)


class Offer(NamedTuple):
    """One line of the list."""

    text: str  # shown, and put into the cell when it is taken
    origin: str  # where it comes from
    matched: tuple[int, ...] = ()  # characters of the text that are like what was typed
    note: str = ""  # the typical target of an indicator, the case of a reason
    start: int = 0  # characters of what was typed that stay before it


class Spot(NamedTuple):
    """Where the clerk is typing: a cell of an indicator, or a field by its key."""

    key: str
    group: str = ""  # the library's name of the level-2 group
    row: Indicator | None = None


def offers(lexicon: Lexicon, spot: Spot, typed: str) -> list[Offer]:
    """Return what can be put in place of what is typed, the best first; for nothing typed, all there is."""
    found = OFFERS[spot.key](lexicon, spot, typed) if spot.key in OFFERS else []
    first = {offer.text: offer for offer in reversed(found)}
    kept = (first[text] for text in dict.fromkeys(offer.text for offer in found))
    return [offer for offer in kept if offer.text != typed[offer.start :]]


def _names(lexicon: Lexicon, spot: Spot, typed: str) -> list[Offer]:
    near = lexicon.of_group(spot.group).find(typed)
    far = lexicon.indicators.find(typed) if typed.strip() or not near else []
    return [_offer(found, COMMON_INDICATOR) for found in (*near, *far)]


def _targets(lexicon: Lexicon, spot: Spot, typed: str) -> list[Offer]:
    named = lexicon.named(spot.row.name.strip()) if spot.row else []
    near = sorted(named, key=lambda word: word.group != spot.group)
    typical = [word for word in near if word.note] or _usual(lexicon.of_group(spot.group))
    begun = _sign(typed)
    fitting = [word for word in typical if begun in _sign(word.note)]
    measures = dict.fromkeys(filter(None, (measure_of(word.note) for word in near)))
    return [
        *(_target_offer(word, begun) for word in fitting),
        *_measured(lexicon, typed, (*measures, *(word.text for word in lexicon.measures.words))),
    ]


def _actuals(lexicon: Lexicon, spot: Spot, typed: str) -> list[Offer]:
    target = spot.row.target.strip() if spot.row else ""
    measure = measure_of(target)
    if measure:
        return _measured(lexicon, typed, (measure,))
    if not target or not isinstance(read_target(target), FreeText):
        return []
    return [_offer(found, COMMON_WORDING) for found in Index((Word(target), *GRADES)).find(typed)]


def _reasons(lexicon: Lexicon, spot: Spot, typed: str) -> list[Offer]:
    if typed.strip():
        return _phrases(lexicon.reasons, typed, PHRASE, 1)
    situations, here = library().situations, _situation(spot.row)
    fits = sorted(lexicon.reasons.words, key=lambda word: _distance(situations.get(word.case, here), here))
    return [_offer(Found(word), COMMON_WORDING) for word in fits]


def _goals(lexicon: Lexicon, spot: Spot, typed: str) -> list[Offer]:
    return _phrases(lexicon.of_sort(SENTENCE), typed, LAST_SENTENCE, LEAST_OF_SENTENCE)


def _header(lexicon: Lexicon, spot: Spot, typed: str) -> list[Offer]:
    return [_offer(found, OWN) for found in lexicon.of_sort(spot.key).find(typed)]


OFFERS: dict[str, Callable[[Lexicon, Spot, str], list[Offer]]] = {
    "name": _names,
    "target": _targets,
    "actual": _actuals,
    "reason": _reasons,
    **dict.fromkeys(NAMES, _header),
    **dict.fromkeys(GOALS, _goals),
}


def _offer(found: Found, common: str, start: int = 0) -> Offer:
    word = found.word
    return Offer(word.text, OWN if word.is_own else common, found.matched, word.note or word.case, start)


def _target_offer(word: Word, begun: str) -> Offer:
    at = _sign(word.note).find(begun)
    return Offer(word.note, OWN if word.is_own else COMMON_INDICATOR, tuple(range(at, at + len(begun))))


def _sign(typed: str) -> str:
    """Return a target as it is compared: >= is ≥."""
    return folded(typed.strip()).replace(">=", "≥").replace("<=", "≤")


def _usual(group: Index) -> list[Word]:
    """Return indicators with the targets a group has more than once: rates and grades, no amounts."""
    notes = [word.note for word in group.words if word.note]
    often = {note: word for word in reversed(group.words) if notes.count(note := word.note) > 1}
    return sorted(often.values(), key=lambda word: -notes.count(word.note))


def _measured(lexicon: Lexicon, typed: str, measures: Iterable[str]) -> list[Offer]:
    """Offer units after a number: those given, or those like the unit that is begun."""
    parts = NUMBER_AND_UNIT.fullmatch(typed)
    if parts is None:
        return []
    number, begun = parts["number"], parts["unit"].strip()
    if begun:
        return [_measure_offer(number, found) for found in lexicon.measures.find(begun)]
    own = {word.text for word in lexicon.measures.words if word.is_own}
    words = [Word(text, is_own=text in own) for text in dict.fromkeys(measures)]
    return [_measure_offer(number, Found(word)) for word in words[:MOST_MEASURES]]


def _measure_offer(number: str, found: Found) -> Offer:
    word, start = found.word, len(number) + (found.word.text != "%")
    text = f"{number}{word.text}" if word.text == "%" else f"{number}({word.text})"
    matched = (*range(len(number)), *(start + at for at in found.matched))
    return Offer(text, OWN if word.is_own else COMMON_MEASURE, matched)


def _phrases(index: Index, typed: str, last: re.Pattern[str], least: int) -> list[Offer]:
    """Offer what can be put in place of the phrase that is being typed."""
    ending = last.search(typed)
    phrase = ending.group().lstrip() if ending else ""
    if len(phrase) < least:
        return []
    return [_offer(found, COMMON_WORDING, len(typed) - len(phrase)) for found in index.find(phrase)]


def _situation(row: Indicator | None) -> str:
    """Tell how an indicator stands: missed, exceeded, or no one knows."""
    if row is None or not row.actual.strip():
        return ""
    target = read_target(row.target)
    judged = outcome(target, read_actual(row.actual, target))
    return {Outcome.MISSED: "missed", Outcome.MET: "exceeded"}.get(judged, "")


def _distance(situation: str, here: str) -> int:
    """Return how far a wording is from how the indicator stands."""
    return 0 if situation == here else 1 if not situation or not here else 2
