# SPDX-License-Identifier: MIT
"""Mark-up that a web form left in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.values.markup import has_markup, strip_markup


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("<p>完成</p>", "完成"),
        ("重<b>点</b>", "重点"),
        ("完成&nbsp;3场", "完成 3场"),
        ("一<br/>二<BR>", "一二"),
        ('<span style="color:red">及时</span>', "及时"),
        ("<o:p></o:p>及时", "及时"),
        ("A&amp;B", "A&B"),
        ("&lt;p&gt;完成", "完成"),
        ("&amp;lt;p&amp;gt;完成", "完成"),
        ("3&#160;场&#x3002;", "3\xa0场。"),
        ("<!--x-->及时", "x及时"),
    ],
)
def test_markup_is_found_and_stripped(text, stripped):
    assert has_markup(text)
    assert strip_markup(text) == stripped


@pytest.mark.parametrize(
    "text",
    ["", "0.1<A<0.9", "x<y 且 z>w", "A&B", "AT&T;", "<3场", "≥3 <= 5>", "《<项目>》", "&nbsp", "<abc>"],
)
def test_comparisons_and_ampersands_are_no_markup(text):
    assert not has_markup(text)
    assert strip_markup(text) == text


@given(
    st.lists(
        st.sampled_from(["<", ">", "p", "&", "amp;", "lt;", "gt;", "#60;", "/", "<b>", "完成", "ſ", " "])
    ).map("".join)
)
def test_nothing_is_left_after_stripping(text):
    assert not has_markup(strip_markup(text))
