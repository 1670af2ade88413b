# SPDX-License-Identifier: MIT
"""Words learnt from the clerk's own drafts: names, units, reasons; kept in one small file of this machine."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from model.form import Form
from model.library import library_group, measure_of
from model.safe_file import write_verified
from model.values.texts import is_crossed_out, is_idle_reason, is_placeholder

VERSION = 1
MOST_KEPT = 5_000  # words
LONGEST = 300  # characters; longer ones would hardly be said again
SHORTEST_SENTENCE = 6
USE_IN_DAYS = 7  # a day on which a word was used weighs as much as being newer by this
MOST_USES = 30  # beyond them more use does not lift a word

INDICATOR, MEASURE, REASON, SENTENCE = "indicator", "measure", "reason", "sentence"
NAMES = ("project_name", "competent_department", "implementing_unit")
GOALS = ("goal_expected", "goal_actual")
SENTENCE_ENDS = str.maketrans("；;！!？?\r", "。。。。。。\n")


class Use(NamedTuple):
    """A word as it stands in a form."""

    sort: str  # one of the above, or the key of a field of the header
    text: str
    group: str = ""  # the library's name of the level-2 group of an indicator
    note: str = ""  # the target of an indicator


class Texts(NamedTuple):
    """The texts of a form that may be learnt, taken out of it at once; the form may change then."""

    names: tuple[tuple[str, str], ...]  # key and text of fields of the header
    rows: tuple[tuple[str, str, str, str], ...]  # level-2 group, name, target, reason
    goals: tuple[str, ...]


class Learnt(NamedTuple):
    """A word, how often and when it was used."""

    sort: str
    text: str
    group: str
    note: str
    days: int  # on which it was used
    last: int  # ordinal of the last such day
    initials: str = ""
    pinyin: str = ""

    @property
    def rank(self) -> int:
        """Return how much it is worth keeping and offering."""
        return self.last + USE_IN_DAYS * min(self.days, MOST_USES)


Key = tuple[str, str, str]
Words = dict[Key, Learnt]


def texts_of(form: Form) -> Texts:
    """Take out of a form what may be learnt; quick, also for thousands of rows."""
    rows = (
        (level2.name, row.name, row.target, row.reason)
        for _, level2 in form.level2_groups()
        for row in level2.children
    )
    names = ((key, getattr(form, key)) for key in NAMES)
    return Texts(tuple(names), tuple(rows), tuple(getattr(form, key) for key in GOALS))


def uses_in(texts: Texts) -> list[Use]:
    """Return the words that are worth learning."""
    every = (*(Use(*name) for name in texts.names), *_of_rows(texts), *_of_goals(texts))
    kept = (use._replace(text=use.text.strip(), note=use.note.strip()) for use in every)
    return [use for use in kept if _is_worth(use)]


def learn(words: Words, uses: Iterable[Use], today: int) -> Words:
    """Return the words with those of a form; used twice on a day counts once.  `today` is an ordinal."""
    learnt = dict(words)
    for use in uses:
        key = use.sort, use.group, use.text
        known = learnt.get(key, Learnt(use.sort, use.text, use.group, "", 0, 0))
        days = known.days + (known.last != today)
        learnt[key] = known._replace(days=days, last=today, note=use.note or known.note)
    if len(learnt) <= MOST_KEPT:
        return learnt
    best = sorted(learnt.values(), key=lambda word: -word.rank)
    return {(word.sort, word.group, word.text): word for word in best[:MOST_KEPT]}


def spell(words: Words) -> Words:
    """Return the words with their pinyin; slow for new ones, never for the key path."""
    from model.pinyin import initials, syllables

    return {
        key: word
        if word.initials
        else word._replace(initials=initials(word.text), pinyin=syllables(word.text))
        for key, word in words.items()
    }


def read_words(path: Path) -> Words:
    """Read the words learnt; a missing or damaged file holds none, a damaged line is passed over."""
    try:
        lines = json.loads(path.read_bytes())["words"]
        learnt = [word for line in lines if (word := _word(line))]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}
    return {(word.sort, word.group, word.text): word for word in learnt[:MOST_KEPT]}


def write_words(path: Path, words: Words) -> None:
    """Write the words learnt.  Errors: SaveError, OSError; then the file is as before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(word, ensure_ascii=False) for word in words.values())
    write_verified(path, f'{{"version": {VERSION}, "words": [\n{lines}\n]}}\n'.encode("utf-8", "replace"))


def _word(line: object) -> Learnt | None:
    kinds = (str, str, str, str, int, int, str, str)
    if not isinstance(line, list) or tuple(map(type, line)) != kinds:
        return None
    word = Learnt(*line)
    return word if _is_worth(Use(word.sort, word.text)) else None


def _of_rows(texts: Texts) -> Iterator[Use]:
    for level2, name, target, reason in texts.rows:
        yield Use(INDICATOR, name, library_group(level2), target)
        yield Use(MEASURE, measure_of(target))
        if not is_idle_reason(reason):
            yield Use(REASON, reason)


def _of_goals(texts: Texts) -> Iterator[Use]:
    for goal in texts.goals:
        sentences = goal.translate(SENTENCE_ENDS).replace("\n", "。").split("。")
        yield from (Use(SENTENCE, one) for one in sentences if len(one.strip()) >= SHORTEST_SENTENCE)


def _is_worth(use: Use) -> bool:
    return 0 < len(use.text) <= LONGEST and not is_crossed_out(use.text) and not is_placeholder(use.text)
