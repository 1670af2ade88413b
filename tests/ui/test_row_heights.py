# SPDX-License-Identifier: MIT
"""Claims about the heights of rows."""

import pytest
from PySide6.QtGui import QFont

from ui.row_heights import MOST_LINES, RowHeights


@pytest.fixture
def heights(qapp):
    return RowHeights(QFont())


def test_a_short_text_takes_one_line(heights):
    assert heights.row([("场次", 200), ("", 200)]) == heights.single


def test_a_long_text_wraps_and_the_tallest_cell_counts(heights):
    tall = heights.row([("完成培训场次" * 6, 120), ("场次", 120)])
    assert tall >= heights.single + 2 * heights.line


def test_a_line_break_takes_a_line(heights):
    assert heights.text("a\nb", 400) >= 2 * heights.line


def test_a_narrower_column_is_measured_anew(heights):
    text = "完成培训场次" * 4
    assert heights.text(text, 90) > heights.text(text, 900)


def test_rows_stay_calm_however_long_the_text(heights):
    assert heights.row([("完成培训场次" * 500, 100)]) == heights.most
    assert heights.most < (MOST_LINES + 2) * heights.line


def test_a_column_narrower_than_a_character_is_survived(heights):
    assert heights.row([("完成培训场次", 1)]) <= heights.most


def test_a_row_without_texts_has_one_line(heights):
    assert heights.row([]) == heights.single
