# SPDX-License-Identifier: MIT
"""Claims about the program's and a form's name."""

import re

import pytest

from ui import identity


@pytest.mark.parametrize(
    ("year", "project", "expected"),
    [
        (2024, "甲", "2024 甲"),
        (None, "甲", "甲"),
        (2024, "", "2024 未命名的自评表"),
        (2024, "甲\n 乙", "2024 甲 乙"),
    ],
)
def test_a_form_is_called_by_year_and_project(year, project, expected):
    assert identity.title(year, project) == expected


def test_the_version_is_the_projects():
    assert re.fullmatch(r"\d+\.\d+\.\d+", identity.version())
