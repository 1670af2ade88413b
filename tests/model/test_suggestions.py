# SPDX-License-Identifier: MIT
"""Claims about suggested scores and their arithmetic in words."""

from decimal import Decimal

import pytest

from model.drafts import to_bytes
from model.suggestions import accept_all, advice, advice_at, empty_scores
from model.template import Template
from model.templates import load_template
from tests.builders import changed, complete_form, indicator, tree

MINISTRY = load_template("ministry")


def advise(template: Template = MINISTRY, level1=None, level2=None, **cells):
    return advice(indicator(**cells), level1, level2, template)


@pytest.mark.parametrize(
    ("target", "actual", "score", "words"),
    [
        ("≥100%", "98%", "9.80", "98 ÷ 100 × 10 = 9.80"),
        ("≥5场", "6场", "10.00", "已达到目标，得全部 10 分"),
        ("≤80元", "100元", "8.00", "80 ÷ 100 × 10 = 8.00"),
        ("健全", "健全", "10.00", "与目标一致，得全部 10 分"),
    ],
)
def test_a_suggestion_shows_its_arithmetic(target, actual, score, words):
    found = advise(target=target, actual=actual)
    assert (str(found.score), found.words) == (score, words)
    assert found.sentence.endswith("；财预〔2020〕10号")


def test_the_formula_of_smaller_is_better_targets_is_the_templates():
    linear = changed("ministry", smaller_is_better="linear")
    assert advise(linear, target="≤80元", actual="100元").score == Decimal("7.50")


def test_a_grade_offers_its_band():
    found = advise(target="良好", actual="部分达成指标")
    assert found.score is None
    assert (found.band.low, found.band.high) == (6, 8)
    assert found.words == "“部分达成”得 6 至 8 分（分值 10）"


def test_full_achievement_suggests_all_points():
    assert advise(target="良好", actual="达成指标").score == 10


@pytest.mark.parametrize(
    "cells",
    [
        {"target": "良好", "actual": "尚可"},
        {"points": ""},
        {"points": "0"},
        {"points": "十分"},
        {"target": "", "actual": ""},
        {"name": "指标1"},
    ],
)
def test_where_nothing_follows_nothing_is_suggested(cells):
    assert advise(**cells) is None


def test_an_unknown_direction_suggests_nothing_but_for_the_equal_value():
    assert advise(level1="cost", target="90万元", actual="80万元") is None
    assert advise(level1="cost", target="90万元", actual="90万元").score == 10


def test_advice_is_found_by_place():
    place = ("indicators", 0, "children", 0, "children", 0)
    assert advice_at(complete_form(), place, MINISTRY).score == 20


def test_accepting_all_fills_in_only_the_empty_scores_and_is_one_edit():
    rows = [indicator("甲", score=""), indicator("乙", score="7"), indicator("丙", score="", actual="若干")]
    form = complete_form(indicators=tree(产出指标_数量指标=rows))
    before, edit = to_bytes(form), accept_all(form, MINISTRY)
    inverse = edit.apply(form)
    assert [row.score for _, row in form.all_indicators()] == [Decimal("10.00"), Decimal("7"), ""]
    inverse.apply(form)
    assert to_bytes(form) == before


def test_with_nothing_to_fill_in_there_is_no_edit():
    assert accept_all(complete_form(), MINISTRY) is None
    assert not list(empty_scores(complete_form(), MINISTRY))
