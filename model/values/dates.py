# SPDX-License-Identifier: MIT
"""Dates in a cell: whether it holds nothing else, and whether they exist."""

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

from model.values.spelling import normalise
from model.values.words import DATE_RANGE_WORDS, RANGE_MARKS

_TO = rf"(?:[{RANGE_MARKS}]{{1,2}}|[{DATE_RANGE_WORDS}])"
_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH_AND_DAY = (
    rf"(?:[0-9]{{1,2}}{_TO})?(?P<month>[0-9]{{1,2}})月份?"
    rf"(?:(?P<day>[0-9]{{1,2}})(?:[日号]?{_TO}(?P<last_day>[0-9]{{1,2}}))?[日号])?"
)
_DATE = re.compile(
    r"(?<![0-9])(?:"
    rf"(?P<iso_year>{_YEAR})(?P<mark>[-/.])(?P<iso_month>[0-9]{{1,2}})(?P=mark)(?P<iso_day>[0-9]{{1,2}})"
    r"(?![-/.]?[0-9])日?"
    rf"|{_YEAR}年?{_TO}{_YEAR}年|{_YEAR}年{_TO}{_YEAR}(?![0-9])"
    rf"|{_YEAR}[-/](?:0?[1-9]|1[0-2])(?![-/.]?[0-9])"
    rf"|(?:(?P<year>{_YEAR})年度?)?{_MONTH_AND_DAY}"
    rf"|{_YEAR}年"
    r")"
)
_JUST_TO = re.compile(_TO)
_DIGIT = re.compile(r"[0-9]")

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A day as a cell writes it."""

    text: str
    year: int | None
    month: int
    day: int

    @property
    def exists(self) -> bool:
        """Tell whether the calendar has the day; 29 February without a year exists."""
        if not 1 <= self.month <= 12 or not 1 <= self.day <= _LONGEST_MONTHS[self.month - 1]:
            return False
        leap_day = (self.month, self.day) == (2, 29)
        return not leap_day or self.year is None or calendar.isleap(self.year)


def match_date(text: str, at: int) -> re.Match[str] | None:
    """Match a date (year, month, day or span of them) at a place of a normalised text."""
    return _DATE.match(text, at)


def is_date_only(text: str) -> bool:
    """Tell whether a normalised text holds dates and no other digit."""
    rest, dates = _DATE.subn("", text)
    return dates > 0 and not _DIGIT.search(rest)


def find_days(text: str) -> tuple[Day, ...]:
    """Find the days a cell names; a month of a year counts as its first day."""
    return tuple(_days(normalise(text))) if any(map(str.isdigit, text)) else ()


def impossible_dates(text: str) -> tuple[str, ...]:
    """Return the dates of a cell that do not exist (11月31日, 2022-11-31), as written."""
    return tuple(day.text for day in find_days(text) if not day.exists)


def _days(text: str) -> Iterator[Day]:
    year, end = None, 0
    for found in _DATE.finditer(text):
        own = found["year"] or found["iso_year"]
        goes_on = _JUST_TO.fullmatch(text, end, found.start())  # 2023年2月1日至2月29日: one year for both
        if own or not goes_on:
            year = int(own) if own else None
        end = found.end()
        if found["iso_day"]:
            yield Day(found.group(), year, int(found["iso_month"]), int(found["iso_day"]))
        elif found["day"]:
            yield from _in_month(found, year)
        elif found["month"] and own:
            yield Day(found.group(), year, int(found["month"]), 1)


def _in_month(found: re.Match[str], year: int | None) -> Iterator[Day]:
    month = int(found["month"])
    if not found["last_day"]:
        yield Day(found.group(), year, month, int(found["day"]))
        return
    for day in (found["day"], found["last_day"]):
        yield Day(f"{month}月{int(day)}日", year, month, int(day))
