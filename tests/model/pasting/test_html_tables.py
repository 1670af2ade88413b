# SPDX-License-Identifier: MIT
"""Claims about reading the tables of any HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.pasting import html_tables
from model.pasting.grid import PasteError
from model.pasting.html_tables import reading_html
from model.steps import carried_out
from tests.model.pasting.tables import html, html_of


def cell(source):
    return html(f"<table><tr><td>{source}</td></tr></table>")[0][0]


def test_a_page_without_a_table_is_none():
    assert carried_out(reading_html("<p>text</p>")) is None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a\n   b", "a b"),
        (" \n a \n ", "a"),
        ("a<br>\n   b<br/>c", "a\nb\nc"),
        ("<p>a</p>\n<p>b</p>", "a\nb"),
        ("<div>a<div>b</div></div>c", "a\nb\nc"),
        ("完成\n课题", "完成课题"),
        ("完成\n  课题", "完成 课题"),
        ("&nbsp;", ""),
        ("<br>", ""),
        ("&nbsp;a&nbsp;b ", "a\xa0b"),
        ("\u3000\u3000缩进", "\u3000\u3000缩进"),
        ("<b>粗</b><i>斜</i>", "粗斜"),
        ("&lt;b&gt; &#8805;6 &amp;amp;", "<b> ≥6 &amp;"),
        ("<script>alert(1)</script>x<style>td{}</style>", "x"),
        ("x<!-- comment --><!--[if mso]>y<![endif]--><![if !mso]>z<![endif]>", "xz"),
        ("<span style='mso-tab-count:2'>&nbsp; </span>x", "\t\tx"),
        ("<span style='white-space:pre-wrap'>  a\n b</span>", "  a\n b"),
        ("<span style='mso-spacerun:yes'>&nbsp; </span>12<span style='mso-spacerun:yes'>&nbsp;</span>", "12"),
        ("&nbsp;a<span style='white-space:pre'>  b </span>", "a  b "),
        ("<img src='http://x/'>x<a href='y'>链接</a>", "x链接"),
    ],
)
def test_a_cell_holds_what_one_sees(source, text):
    assert cell(source) == text


def test_merged_cells_are_unrolled():
    grid = carried_out(
        reading_html(
            "<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>"
            "<tr><td>d</td><td colspan=2>e</td></tr></table>"
        )
    )
    assert grid.rows == (("a", "", "b"), ("", "", "c"), ("d", "e", ""))
    assert [grid.filled(1, 1), grid.filled(2, 2)] == ["a", "e"]


def test_a_span_that_reaches_beyond_the_table_ends_with_it():
    assert html("<table><tr><td rowspan=9>a</td><td>b</td></tr></table>") == [["a", "b"]]


def test_hidden_rows_and_columns_are_left_out_and_merged_cells_stay_whole():
    source = (
        "<table><col><col style='display:none'><tr style='display:none'><td rowspan=2>a</td><td>x</td></tr>"
        "<tr><td>y</td><td>b</td></tr></table>"
    )
    assert html(source) == [["a", "b"]]


@pytest.mark.parametrize("attribute", ['x:num="0.123456"', 'sdval="0.123456"'])
def test_the_shown_number_counts_but_for_want_of_room(attribute):
    assert html(f"<table><tr><td {attribute}>12%</td><td {attribute}>###</td></tr></table>") == [
        ["12%", "0.123456"]
    ]


def test_a_text_that_runs_over_empty_cells_is_not_merged_with_them():
    source = "<table><tr><td colspan=2 style='mso-ignore:colspan'>a</td><td>b</td></tr></table>"
    grid = carried_out(reading_html(source))
    assert (grid.rows, grid.origins) == ((("a", "", "b"),), {})


def test_missing_end_tags_are_no_obstacle():
    assert html("<table><tr><td>a<td>b<tr><td>c") == [["a", "b"], ["c", ""]]


def test_upper_case_and_heads_of_columns():
    assert html("<TABLE><TR><TH>a</TH><TD>b</TD></TR></TABLE>") == [["a", "b"]]


def test_a_table_inside_a_table_of_the_page_is_read_by_itself():
    source = "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    assert html(source) == [["a", "b"]]


def test_tables_one_after_the_other_are_one_grid():
    assert html("<table><tr><td>a</td></tr></table><p>x</p><table><tr><td>b</td></tr></table>") == [
        ["a"],
        ["b"],
    ]


@pytest.mark.parametrize("source", ["<td>" * 300, "<tr>" * 30_000, "<td colspan=200>" * 2])
def test_too_large_a_table_is_refused_in_one_sentence(source):
    with pytest.raises(PasteError, match=r"^剪贴板里的.*请只复制需要的部分。$"):
        html(f"<table>{source}</table>")


def test_too_much_text_is_refused(monkeypatch):
    monkeypatch.setattr("model.pasting.grid.MOST_CHARACTERS", 10)
    with pytest.raises(PasteError, match="内容太多"):
        html("<table><tr><td>x</td></tr></table>")


@given(st.text(st.sampled_from("<>/!-[]&#;x \n\"'=tdrablepsn"), max_size=60))
def test_no_rubbish_stops_the_reader(rubbish):
    grid = carried_out(reading_html(f"<table><tr><td>{rubbish}"))
    assert grid is None or grid.width


@given(st.integers(1, 40))
def test_the_pieces_it_is_read_in_make_no_difference(size):
    source = html_of([["a<br>&", "第一\n 行  ", "\t"], ["“”", "", "=1"]])
    before, html_tables.CHUNK = html_tables.CHUNK, size
    try:
        assert html(source) == [["a<br>&", "第一\n 行  ", ""], ["“”", "", "=1"]]
    finally:
        html_tables.CHUNK = before


def test_texts_other_programs_would_change_are_told_to_be_texts():
    source = html_of([["=100%", "1-3", "2.50", "12", "≥5"]])
    assert source.count("mso-number-format:'\\@'") == 2
    assert 'sdval="2.50"' in source
    assert "<td>12</td><td>≥5</td>" in source
