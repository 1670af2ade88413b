# SPDX-License-Identifier: MIT
"""Claims about characters that no font draws."""

import pytest

from export.missing import missing_glyphs, missing_sentences
from model.templates import load_template
from tests.builders import complete_form, indicator, tree


@pytest.mark.parametrize("text", ["普通文字", "𠮷", "①②③★√≥℃", "a\u200bb\ufe0f", "\t\r\n"])
def test_what_is_printed_or_cannot_be_seen_is_not_missing(fonts, text):
    assert missing_glyphs(complete_form(goal_actual=text), load_template("ministry"), fonts) == ()


def test_a_missing_character_is_named_with_its_cell(fonts):
    form = complete_form(
        project_name="开放😀", indicators=tree(产出指标_数量指标=[indicator(target="🚀5场😀🚀")])
    )
    assert missing_glyphs(form, load_template("ministry"), fonts) == (
        (("project_name",), "😀"),
        (("indicators", 0, "children", 0, "children", 0, "target"), "🚀😀"),
    )


def test_the_clerk_is_told_where_and_what_will_be_printed():
    (sentence,) = missing_sentences(complete_form(goal_actual="完成😀\x07"), load_template("ministry"))
    assert sentence == (
        "“实际完成情况”里有字体中没有的字：😀〔U+1F600〕、〔U+0007〕，页面上印它的编码；请改用别的字。"
    )
