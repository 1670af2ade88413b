# SPDX-License-Identifier: MIT
"""Claims about all the words that can be offered."""

from model.learning import INDICATOR, MEASURE, Learnt
from model.lexicon import Lexicon
from model.library import library

TODAY = 738_000


def learnt(text, sort=INDICATOR, group="时效", note="", days=1, last=TODAY):
    return Learnt(sort, text, group, note, days, last)


def texts(index):
    return [word.text for word in index.words]


def test_without_own_words_there_is_the_library():
    lexicon = Lexicon()
    assert len(lexicon.indicators.words) == len(library().indicators)
    assert lexicon.of_sort("project_name").words == ()


def test_often_and_lately_used_words_come_first():
    own = [learnt("旧"), learnt("常", days=5), learnt("新", last=TODAY + 3)]
    assert texts(Lexicon(own).of_group("时效"))[:3] == ["常", "新", "旧"]


def test_an_own_word_takes_the_place_of_the_librarys():
    lexicon = Lexicon([learnt("按时完成率", note="≥98%")])
    words = [word for word in lexicon.of_group("时效").words if word.text == "按时完成率"]
    assert [(word.is_own, word.note) for word in words] == [(True, "≥98%")]
    assert lexicon.named("按时完成率")[0].note == "≥98%"


def test_the_same_name_may_stand_in_two_groups():
    lexicon = Lexicon([learnt("按时完成率", group="质量", note="=1%")])
    assert [word.group for word in lexicon.named("按时完成率")] == ["质量", "时效"]


def test_own_units_come_before_common_ones():
    assert texts(Lexicon([learnt("标段", MEASURE, "")]).measures)[:2] == ["标段", "个"]
