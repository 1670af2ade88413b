# SPDX-License-Identifier: MIT
"""Claims about tables as text with tabs."""

import pytest

from model.limits import MOST_PASTED_ROWS as MOST_ROWS
from model.pasting.grid import PasteError
from model.pasting.tsv import reading_tsv
from model.steps import carried_out
from tests.model.pasting.tables import tsv_of


def read(text):
    return [list(row) for row in carried_out(reading_tsv(text)).rows]


def test_one_text_is_one_cell():
    assert read("完成 12 场") == [["完成 12 场"]]


def test_lines_of_excel_and_of_unix_and_a_last_line_break():
    assert read("a\tb\r\nc\td\r\n") == read("a\tb\nc\td") == [["a", "b"], ["c", "d"]]


def test_quoted_line_breaks_tabs_and_doubled_quotes():
    assert read('"a\r\nb"\t"c\td"\t"say ""hi"""') == [["a\nb", "c\td", 'say "hi"']]


@pytest.mark.parametrize("text", ['"一会一品牌"展示', '"重点"', '5"', '"unclosed', '"a" b'])
def test_quotes_that_quote_nothing_are_kept(text):
    assert read(f"{text}\tx") == [[text, "x"]]


def test_short_lines_are_filled_up():
    assert read("a\tb\nc") == [["a", "b"], ["c", ""]]


def test_empty_cells_and_rows_are_kept():
    assert read("\t\n\na\t") == [["", ""], ["", ""], ["a", ""]]


def test_quotes_are_written_only_where_needed():
    assert tsv_of([["a", 'b"c', "d\ne", '"f']]) == 'a\tb"c\t"d\ne"\t"""f"'


def test_too_many_rows_are_refused_in_one_sentence():
    with pytest.raises(PasteError, match=r"^剪贴板里的表格太大.*请只复制需要的部分。$"):
        read("a\n" * (MOST_ROWS + 2))
