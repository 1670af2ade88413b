# SPDX-License-Identifier: MIT
"""Claims about the library of common indicators."""

import json
import re

import pytest
from pypinyin import Style, lazy_pinyin

from model.library import LIBRARY, library, library_group, measure_of
from model.pinyin import initials, syllables
from model.templates import load_template, template_ids
from model.values.comparing import is_numeric
from model.values.reading import read_target
from model.values.texts import is_placeholder

SHIPPED = library()
INDICATORS, MEASURES, REASONS = SHIPPED.indicators, SHIPPED.measures, SHIPPED.reasons
EVERY = (*INDICATORS, *MEASURES, *REASONS)
BRACKET = re.compile(r"\[(.+?)\]|(.)")
READ = json.loads(LIBRARY.read_text(encoding="utf-8"))
GROUPS = {
    group.name
    for name in template_ids()
    for level1 in load_template(name).groups
    for group in level1.children
}


def test_there_are_enough_of_each():
    assert len(INDICATORS) >= 150
    assert len(MEASURES) >= 30
    assert len(REASONS) >= 25


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_every_group_of_the_templates_has_common_indicators(group):
    assert sum(word.group == library_group(group) for word in INDICATORS) >= 15


def test_a_word_has_the_keys_of_its_list_and_no_more():
    indicators = [word for group in READ["indicators"].values() for word in group]
    assert {tuple(word) for word in indicators} == {("name", "target", "initials", "pinyin")}
    assert {tuple(word) for word in READ["measures"]} == {("unit", "initials", "pinyin")}
    assert {tuple(word) for word in READ["reasons"]} == {("case", "when", "text", "initials", "pinyin")}
    assert set(SHIPPED.situations.values()) <= {"missed", "exceeded", ""}


@pytest.mark.parametrize("words", [INDICATORS, MEASURES, REASONS])
def test_no_text_comes_twice(words):
    assert len({word.text for word in words}) == len(words)


@pytest.mark.parametrize("word", INDICATORS, ids=lambda word: word.text)
def test_a_target_with_digits_is_a_number_with_sign_and_unit(word):
    target = read_target(word.note)
    assert is_numeric(target) == any(character.isdigit() for character in word.note)
    assert not is_numeric(target) or (target.sign and measure_of(word.note))


def test_names_are_bare():
    bare = re.compile(r"[\w（）]+")
    assert [
        word.text for word in (*INDICATORS, *MEASURES) if not bare.fullmatch(word.text.replace("%", "率"))
    ] == []


@pytest.mark.parametrize("word", EVERY, ids=lambda word: word.head)
def test_initials_and_pinyin_are_those_of_pypinyin(word):
    assert (word.initials, word.pinyin) == (initials(word.head), syllables(word.head))
    spelt = [several or one for several, one in BRACKET.findall(word.initials)]
    usual = lazy_pinyin(word.head, style=Style.FIRST_LETTER)
    assert all(letter in letters for letter, letters in zip(usual, spelt, strict=True))


@pytest.mark.parametrize("word", REASONS, ids=lambda word: word.text[:12])
def test_a_wording_says_cause_and_remedy_and_leaves_the_facts_to_the_clerk(word):
    assert word.text.startswith("原因：")
    assert "。改进措施：" in word.text
    assert word.text.endswith("。")
    assert is_placeholder(word.text)  # what is left open is found by the check


def test_units_are_read_out_of_targets():
    targets = ("≥6.00(个)", "≥95%", "≤100(万元)", "优", "")
    assert [measure_of(target) for target in targets] == ["个", "%", "万元", "", ""]
