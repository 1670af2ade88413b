# SPDX-License-Identifier: MIT
"""Claims about the words learnt from the clerk's drafts."""

import json

import pytest

from model.drafts import load
from model.form import Form, Indicator, Level1Group, Level2Group
from model.learning import (
    INDICATOR,
    MEASURE,
    MOST_KEPT,
    REASON,
    SENTENCE,
    Use,
    learn,
    read_words,
    spell,
    texts_of,
    uses_in,
    write_words,
)
from tests.builders import GOLDEN

TODAY = 738_000


def form_with(**cells):
    groups = [Level1Group(name="产出指标", children=[Level2Group(name="数量指标")])]
    groups[0].children[0].children = [Indicator(**cells)]
    return Form(template="ministry", indicators=groups)


def of_sort(uses, sort):
    return [use.text for use in uses if use.sort == sort]


def test_a_name_is_learnt_with_its_group_and_target():
    uses = uses_in(texts_of(form_with(name="培训场次", target="≥10(场)")))
    assert Use(INDICATOR, "培训场次", "数量", "≥10(场)") in uses
    assert Use(MEASURE, "场") in uses


@pytest.mark.parametrize("name", ["", "  ", "——", "指标1：", "……", "长" * 301])
def test_what_is_no_name_is_not_learnt(name):
    assert of_sort(uses_in(texts_of(form_with(name=name))), INDICATOR) == []


@pytest.mark.parametrize("reason", ["", "无", "—", "N/A", "原因：××推迟"])
def test_what_gives_no_reason_is_not_learnt(reason):
    assert of_sort(uses_in(texts_of(form_with(reason=reason))), REASON) == []


def test_goals_are_learnt_sentence_by_sentence():
    form = Form(template="ministry", goal_expected="全年开放三百天。接待读者十万人次；\n好。")
    assert of_sort(uses_in(texts_of(form)), SENTENCE) == ["全年开放三百天", "接待读者十万人次"]


def test_a_word_used_twice_on_a_day_counts_once():
    use = Use(MEASURE, "个")
    words = learn(learn({}, [use, use], TODAY), [use], TODAY)
    assert [word.days for word in words.values()] == [1]
    assert [word.days for word in learn(words, [use], TODAY + 1).values()] == [2]


def test_the_latest_target_is_kept_and_an_empty_one_forgets_none():
    words = learn({}, [Use(INDICATOR, "培训", "数量", "≥1(次)")], TODAY)
    words = learn(words, [Use(INDICATOR, "培训", "数量", "≥2(次)")], TODAY + 1)
    words = learn(words, [Use(INDICATOR, "培训", "数量", "")], TODAY + 2)
    assert [word.note for word in words.values()] == ["≥2(次)"]


def test_only_so_many_are_kept_and_the_used_ones_win():
    often = Use(INDICATOR, "常用", "数量")
    words = learn(learn({}, [often], TODAY - 1), [often], TODAY)
    words = learn(
        words, [Use(INDICATOR, f"指标名{number}", "数量") for number in range(MOST_KEPT + 10)], TODAY
    )
    assert len(words) == MOST_KEPT
    assert (INDICATOR, "数量", "常用") in words


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_what_is_learnt_survives_the_file(path, tmp_path):
    words = spell(learn({}, uses_in(texts_of(load(path).form)), TODAY))
    write_words(tmp_path / "new" / "words.json", words)
    assert words
    assert read_words(tmp_path / "new" / "words.json") == words


def test_spelling_knows_the_initials():
    words = spell(learn({}, [Use(INDICATOR, "工作量", "数量")], TODAY))
    assert [(word.initials, word.pinyin) for word in words.values()] == [("gzl", "gong zuo liang")]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[]", b'"words"', b'{"words": 3}', b"[" * 100_000, b'{"words": null}'],
)
def test_a_damaged_file_holds_no_words(content, tmp_path):
    (tmp_path / "words.json").write_bytes(content)
    assert read_words(tmp_path / "words.json") == {}


@pytest.mark.parametrize("line", [None, [], ["indicator", "甲"], [INDICATOR, 1, "", "", 1, 1, "", ""], {}])
def test_a_damaged_line_is_passed_over(line, tmp_path):
    good = [INDICATOR, "甲", "数量", "", 1, TODAY, "j", "jia"]
    (tmp_path / "words.json").write_text(json.dumps({"words": [line, good]}), encoding="utf-8")
    assert [word.text for word in read_words(tmp_path / "words.json").values()] == ["甲"]


def test_a_missing_file_holds_no_words(tmp_path):
    assert read_words(tmp_path / "words.json") == {}
