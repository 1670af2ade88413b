# SPDX-License-Identifier: MIT
"""Dates in a cell: nothing else beside them, and whether they exist."""

import pytest

from model.values.dates import find_days, impossible_dates, is_date_only, match_date


@pytest.mark.parametrize(
    "text",
    [
        "2022年",
        "2022年11月31日前",
        "2022年12月底前完成",
        "12月",
        "6月份",
        "11月30日前",
        "11月30号",
        "1-3月",
        "1月至3月",
        "2022年1月-2023年3月",
        "11月1日-30日",
        "2022-11-31",
        "2022/11/30前",
        "2022.11.30",
        "2022年-2023年",
        "2022-2023年",
        "每年12月",
    ],
)
def test_a_cell_with_dates_and_no_other_digit_is_a_date(text):
    assert is_date_only(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "及时",
        "12个月",
        "3年",
        "2022",
        "12",
        "2022年完成3场",
        "12月3次",
        "12(月)",
        "12022年",
        "1-3场",
        "15日前",
        "2022年1季度",
    ],
)
def test_other_cells_are_no_date(text):
    assert not is_date_only(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("11月31日", "11月31日"),
        ("2022-11-31", "2022-11-31"),
        ("2022年11月31日前", "2022年11月31日"),
        ("于 2022 年 11 月 31 日 前完成3场", "2022年11月31日"),
        ("２０２２年１１月３１日", "2022年11月31日"),
        ("2022/2/30", "2022/2/30"),
        ("2022.6.31", "2022.6.31"),
        ("4月31号", "4月31号"),
        ("2月30日", "2月30日"),
        ("2023年2月29日", "2023年2月29日"),
        ("13月1日", "13月1日"),
        ("2022年13月", "2022年13月"),
        ("5月0日", "5月0日"),
        ("5月32日", "5月32日"),
        ("11月1-31日", "11月31日"),
        ("6月1日-31日", "6月31日"),
        ("2023年2月1日至2月29日", "2月29日"),
    ],
)
def test_dates_that_do_not_exist_are_found(text, date):
    assert impossible_dates(text) == (date,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "11月30日",
        "2022年12月31日",
        "2月29日",
        "2024年2月29日",
        "2000-2-29",
        "2023年完成,次年2月29日验收",
        "11月31场",
        "13月",
        "2022-11-311",
        "1.0.31",
        "2022.1.1.40",
        "12个月31日",
        "1-3月",
    ],
)
def test_dates_that_exist_and_other_numbers_are_left_alone(text):
    assert impossible_dates(text) == ()


def test_every_impossible_date_is_told():
    assert impossible_dates("4月31日、6月31日和7月31日") == ("4月31日", "6月31日")


def test_a_year_belongs_to_the_day_it_stands_before():
    assert [day.year for day in find_days("2022年1月1日至2月1日;3月1日")] == [2022, 2022, None]


def test_a_date_is_matched_where_it_begins():
    assert match_date("于2022年3月", 1).group() == "2022年3月"
    assert match_date("于2022年3月", 0) is None
