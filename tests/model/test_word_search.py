# SPDX-License-Identifier: MIT
"""Claims about finding words by what is typed."""

from hypothesis import given
from hypothesis import strategies as st

from model.library import library
from model.pinyin import initials, syllables
from model.word_search import MOST_FOUND, Index, Word, folded, syllables_in

HANZI = st.text(st.sampled_from("完成率重点工作人次培训质量a1%（"), min_size=1, max_size=12)
WORDS = st.lists(HANZI, min_size=1, max_size=20, unique=True)


def index_of(*texts):
    return Index(Word(text, initials=initials(text), pinyin=syllables(text)) for text in texts)


def texts(found):
    return [one.word.text for one in found]


def matched(found):
    return "".join(found.word.text[at] for at in found.matched)


NAMES = index_of("工作量完成率", "按计划完成率", "重点工作完成率", "培训人次")


def test_a_word_is_found_by_its_initials():
    assert texts(NAMES.find("gzl")) == ["工作量完成率"]


def test_a_character_is_found_by_each_of_its_readings():
    assert "重点工作完成率" in texts(NAMES.find("zdgz"))
    assert "重点工作完成率" in texts(NAMES.find("cdgz"))


def test_characters_may_be_passed_over():
    found = NAMES.find("ajwcl")[0]
    assert (found.word.text, matched(found)) == ("按计划完成率", "按计完成率")


def test_a_word_is_found_by_the_full_pinyin_it_begins_with():
    found = NAMES.find("peix")[0]
    assert (found.word.text, matched(found)) == ("培训人次", "培训")


def test_the_beginning_comes_before_the_middle():
    assert texts(NAMES.find("工作")) == ["工作量完成率", "重点工作完成率"]


def test_full_width_letters_are_letters():
    assert texts(NAMES.find("ＧＺＬ")) == texts(NAMES.find("gzl"))


def test_one_letter_finds_beginnings_only():
    assert texts(NAMES.find("p")) == ["培训人次"]


def test_a_reason_is_found_by_its_case():
    reasons = Index(library().reasons)
    assert {one.word.case for one in reasons.find("cewc")} == {"超额完成"}
    assert {one.word.case for one in reasons.find("资金未到位")} == {"资金未到位"}


def test_no_more_are_found_than_anybody_reads():
    assert len(index_of(*(f"指标{number}" for number in range(200))).find("zb")) == MOST_FOUND


@given(WORDS, st.data())
def test_every_part_of_a_word_finds_it_and_is_emphasised(words, data):
    word = data.draw(st.sampled_from(words))
    start = data.draw(st.integers(0, len(word) - 1))
    part = word[start : data.draw(st.integers(start + 1, len(word)))]
    found = {one.word.text: one for one in index_of(*words).find(part)}
    if folded(part).strip():
        assert folded(part).strip() in folded(word)
        assert word in found


@given(WORDS)
def test_all_initials_of_a_word_find_it(words):
    index = index_of(*words)
    for word in words:
        letters = "".join(spelt[-1] for spelt in (initials(character).strip("]") for character in word))
        assert word in texts(index.find(letters))


@given(WORDS, st.text(max_size=8))
def test_nothing_typed_breaks_it_and_no_word_comes_twice(words, typed):
    found = index_of(*words).find(typed)
    assert len(set(texts(found))) == len(found)
    assert all(0 <= at < len(one.word.text) for one in found for at in one.matched)


def test_a_text_with_line_ends_is_one_line():
    assert texts(index_of("甲\n乙", "丙").find("丙")) == ["丙"]
    assert texts(index_of("甲\n乙", "丙").find("乙")) == ["甲\n乙"]


def test_letters_reach_as_many_syllables_as_they_begin():
    assert [syllables_in("gong zuo liang", letters) for letters in (1, 4, 5, 7, 8, 30)] == [1, 1, 2, 2, 3, 3]
