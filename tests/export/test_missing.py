# SPDX-License-Identifier: MIT
"""Claims about characters that no font draws."""

import pytest

from export.missing import MOST_TOLD, missing_glyphs, missing_sentences
from model.places import at
from model.templates import load_template
from tests.builders import complete_form, indicator, tree


@pytest.mark.parametrize("text", ["普通文字", "𠮷", "①②③★√≥℃㎡", "lu\u0308", "\t\r\n\u2009"])
def test_what_is_printed_is_not_missing(fonts, text):
    assert missing_glyphs(complete_form(goal_actual=text), load_template("ministry"), fonts) == ()


def test_a_missing_character_is_named_with_its_cell(fonts):
    form = complete_form(
        project_name="开放😀", indicators=tree(产出指标_数量指标=[indicator(target="🚀5场😀🚀")])
    )
    found = missing_glyphs(form, load_template("ministry"), fonts)
    assert [(one.place, one.missing) for one in found] == [
        (("project_name",), "😀"),
        (("indicators", 0, "children", 0, "children", 0, "target"), "🚀😀"),
    ]


def test_the_clerk_is_told_where_and_what_will_be_printed():
    (sentence,) = missing_sentences(complete_form(goal_actual="完成😀\x07"), load_template("ministry"))
    assert sentence == (
        "“实际完成情况”里有字体中没有的字：😀〔U+1F600〕、〔U+0007〕，页面上印它的编码；请改用别的字。"
    )


@pytest.mark.parametrize(
    ("place", "begins"),
    [
        (("indicators", 0, "name"), "“一级指标”里有字体中没有的字：😀"),
        (("indicators", 0, "children", 0, "name"), "“二级指标”里有"),
        (("indicators", 0, "children", 0, "children", 0, "points"), "指标“场次”的“分值”里有"),
        (("indicators", 0, "children", 0, "children", 0, "reason"), "指标“场次”的“偏差原因"),
        (("funds", "other_funds", "actual"), "“全年执行数”里有"),
        (("stated", "rating"), "“评分等级”里有"),
    ],
)
def test_every_printed_cell_is_looked_at(place, begins):
    form = complete_form("shanghai-2024")
    setattr(at(form, place[:-1]), place[-1], "😀")
    sentences = missing_sentences(form, load_template("shanghai-2024"))
    assert [one for one in sentences if one.startswith(begins)]


def test_the_words_of_a_template_are_looked_at_too():
    template = load_template("ministry").model_copy(update={"title": "😀自评表", "notes": ("🚀说明",)})
    assert [sentence.split("里")[0] for sentence in missing_sentences(complete_form(), template)] == [
        "模板文字“😀自评表”",
        "模板文字“🚀说明”",
    ]


def test_the_words_around_the_table_are_looked_at_too():
    template = load_template("ministry")
    words = template.page.words.model_copy(update={"draft": "😀草稿"})
    page = template.page.model_copy(update={"words": words})
    (sentence,) = missing_sentences(complete_form(), template.model_copy(update={"page": page}))
    assert sentence.startswith("模板文字“😀草稿”里")


def test_what_cannot_be_seen_is_told():
    (sentence,) = missing_sentences(complete_form(goal_actual="零\u200b宽"), load_template("ministry"))
    assert sentence == (
        "“实际完成情况”里有看不见的字符：〔U+200B〕，页面上不印；草稿里照样保留，不需要的请删去。"
    )


def test_of_very_many_cells_the_first_are_told_and_the_others_counted(fonts):
    rows = [indicator(f"😀{number}") for number in range(40)]
    form = complete_form(indicators=tree(产出指标_数量指标=rows))
    *told, rest = missing_sentences(form, load_template("ministry"), fonts)
    assert (len(told), rest[:7]) == (MOST_TOLD, "另有 28 处")
