# SPDX-License-Identifier: MIT
"""Claims about what is offered in cells and fields."""

import pytest

from model.completing import COMMON_INDICATOR, OWN, Spot, offers
from model.form import Indicator
from model.learning import INDICATOR, MEASURE, REASON, SENTENCE, Use, learn, spell
from model.lexicon import Lexicon
from model.word_search import MOST_LISTED

TODAY = 738_000
USES = (
    Use(INDICATOR, "援建项目数", "数量", "≥6.00(个)"),
    Use(INDICATOR, "培训人次", "数量", "≥80(人次)"),
    Use(MEASURE, "个"),
    Use(MEASURE, "标段"),
    Use(REASON, "因场馆检修推迟"),
    Use(SENTENCE, "全年开放三百天"),
    Use("implementing_unit", "浦东图书馆"),
)
LEXICON = Lexicon(spell(learn({}, USES, TODAY)).values())


def texts(spot, typed=""):
    return [offer.text for offer in offers(LEXICON, spot, typed)]


def row(**cells):
    return Spot("", "数量", Indicator(**cells)).row


def target_of(name, typed="", group="数量"):
    return texts(Spot("target", group, Indicator(name=name)), typed)


def test_own_names_come_before_the_librarys():
    first, second, *_ = offers(LEXICON, Spot("name", "数量"), "px")
    assert (first.text, first.origin, first.note) == ("培训人次", OWN, "≥80(人次)")
    assert (second.origin, second.text) == (COMMON_INDICATOR, "举办培训场次")


def test_names_of_the_same_group_come_first():
    assert texts(Spot("name", "时效"), "完成")[0] == "按计划完成率"
    assert texts(Spot("name", "质量"), "完成")[0] == "活动计划完成率"


def test_an_empty_name_offers_its_group_and_nothing_else():
    names = texts(Spot("name", "数量"))
    assert names[:2] == ["援建项目数", "培训人次"]
    assert "按计划完成率" not in names


def test_a_group_of_the_clerks_own_invention_offers_all():
    assert len(texts(Spot("name", "特色"))) == MOST_LISTED


def test_a_name_typed_to_the_end_is_no_longer_offered():
    assert "培训人次" not in texts(Spot("name", "数量"), "培训人次")


def test_a_target_is_what_the_indicator_had_then_what_is_typical():
    assert target_of("援建项目数") == ["≥6.00(个)"]
    assert target_of("按计划完成率", group="时效") == ["=100%"]


def test_an_unknown_rate_is_offered_the_usual_rates_of_its_group():
    assert target_of("自拟合格率", group="质量")[:2] == ["=100%", "≥95%"]
    assert target_of("自拟数量") == []


def test_a_number_is_offered_units_that_of_the_indicator_first():
    assert target_of("援建项目数", "≥9")[:2] == ["≥9(个)", "≥9(标段)"]
    assert target_of("按计划完成率", ">=9", "时效")[0] == ">=9%"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("12pfm", "12(平方米)"),
        ("12(平", "12(平方米)"),
        ("≥3标", "≥3(标段)"),
        ("９０wy", "９０(万元)"),
        ("≥95百", None),
    ],
)
def test_a_unit_that_is_begun_is_completed(typed, offered):
    assert texts(Spot("target", "数量", row(name="某数")), typed)[:1] == ([offered] if offered else [])


def test_an_actual_value_takes_the_unit_of_its_target():
    assert texts(Spot("actual", "数量", row(target="≥6.00(个)")), "12") == ["12(个)"]
    assert texts(Spot("actual", "数量", row(target="≥95%")), "97") == ["97%"]


def test_an_actual_value_of_words_is_a_grade_or_the_words():
    spot = Spot("actual", "质量", row(target="健全"))
    assert texts(spot) == ["健全", "达成", "部分达成", "未达成"]
    assert texts(spot, "bf") == ["部分达成"]


def test_reasons_that_fit_the_row_come_first():
    def cases(**cells):
        return [offer.note for offer in offers(LEXICON, Spot("reason", "数量", row(**cells)), "")]

    missed, exceeded = cases(target="≥6(个)", actual="3(个)"), cases(target="≥6(个)", actual="12(个)")
    assert "超额完成" not in missed[:15]
    assert exceeded[:4] == ["", *["超额完成"] * 3]  # the clerk's own before them


def test_a_phrase_takes_the_place_of_what_was_typed_after_the_last_mark():
    offer = next(one for one in offers(LEXICON, Spot("reason"), "另有两项，ycg") if one.origin == OWN)
    assert (offer.text, offer.start) == ("因场馆检修推迟", len("另有两项，"))


def test_goals_are_offered_sentences_of_earlier_ones():
    assert texts(Spot("goal_expected"), "完成六项。全年") == ["全年开放三百天"]
    assert texts(Spot("goal_expected"), "") == []


def test_fields_of_the_header_are_offered_their_own_earlier_values():
    assert texts(Spot("implementing_unit"), "pdt") == ["浦东图书馆"]
    assert texts(Spot("implementing_unit")) == ["浦东图书馆"]
    assert texts(Spot("competent_department"), "pdt") == []


@pytest.mark.parametrize("key", ["points", "score", "fiscal_year"])
def test_numbers_are_offered_nothing(key):
    assert texts(Spot(key, "数量", row()), "1") == []
