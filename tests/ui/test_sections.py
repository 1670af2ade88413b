# SPDX-License-Identifier: MIT
"""Claims about the sections and where places live."""

import pytest

from model.edits import Insert, Move, Remove, SetCell, Several
from model.fields import AMOUNTS, CELLS, FUNDS, GOALS, HEADER, STATED
from model.form import Indicator
from model.places import place_of
from model.rules.finding import Finding, Severity
from ui import sections

ROWS = place_of("/indicators/0/children/1/children")


def finding(severity, place="/project_name"):
    return Finding("a.rule", severity, place_of(place), "一句话。", "依据")


@pytest.mark.parametrize(
    ("where", "section"),
    [
        ("/fiscal_year", sections.HEADER),
        ("/implementing_unit", sections.HEADER),
        ("/funds/total/actual", sections.FUNDS),
        ("/amount_unit", sections.FUNDS),
        ("/stated/execution_rate", sections.FUNDS),
        ("/goal_actual", sections.GOALS),
        ("/indicators/0/children/1", sections.INDICATORS),
        ("/stated/total_score", sections.INDICATORS),
        ("", sections.HEADER),
    ],
)
def test_a_place_lives_in_its_section(where, section):
    assert sections.section_of(place_of(where)) == section


def test_every_field_of_the_form_lives_where_it_is_edited():
    places = [*((key,) for key in HEADER), *(("funds", row, column) for row in FUNDS for column in AMOUNTS)]
    places += [*((key,) for key in GOALS), *((*ROWS, 0, key) for key in CELLS)]
    places += [("stated", key) for key in STATED]
    counts = [sum(sections.section_of(place) == one for place in places) for one in range(4)]
    assert counts == [4, 12 + 3, 2, 6 + 3]


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        (SetCell(("project_name",), "甲"), "/project_name"),
        (Insert(ROWS, 2, Indicator()), "/indicators/0/children/1/children/2"),
        (Move(ROWS, 2, ROWS, 0), "/indicators/0/children/1/children/0"),
        (Remove(ROWS, 2), "/indicators/0/children/1/children/1"),
        (Remove(ROWS, 0), "/indicators/0/children/1"),
        (Several((SetCell(("goal_actual",), ""), SetCell(("project_name",), ""))), "/project_name"),
        (Several(()), ""),
    ],
)
def test_after_an_edit_one_looks_at_what_it_changed(edit, where):
    assert sections.place_after(edit) == place_of(where)


@pytest.mark.parametrize(
    ("severities", "state"),
    [
        ((), None),
        ((Severity.HINT,), None),
        ((Severity.TODO, Severity.HINT), Severity.TODO),
        ((Severity.TODO, Severity.WARNING), Severity.WARNING),
        ((Severity.WARNING, Severity.ERROR), Severity.ERROR),
    ],
)
def test_a_section_stands_as_its_gravest_finding(severities, state):
    assert sections.state_of([finding(one) for one in severities]) is state


@pytest.mark.parametrize(
    ("step", "where"),
    [
        (SetCell(("project_name",), "a"), "/project_name"),
        (Insert(ROWS, 2, Indicator()), "/indicators/0/children/1/children/1"),
        (Remove(ROWS, 2), "/indicators/0/children/1/children/2"),
        (Move(ROWS, 2, ROWS, 0), "/indicators/0/children/1/children/2"),
    ],
)
def test_what_is_taken_back_leads_to_where_it_was(step, where):
    assert sections.place_before(step) == place_of(where)
