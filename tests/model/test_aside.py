# SPDX-License-Identifier: MIT
"""Claims about very many edits carried out on a copy."""

import pytest

from model.aside import done_aside, weight
from model.drafts import to_bytes
from model.edits import Insert, Move, Remove, SetCell, Several
from model.form import Indicator, Level2Group
from model.judge import findings_of
from model.places import INDICATORS, indicator_place, level1_place, level2_place
from model.steps import carried_out
from model.templates import load_template
from tests.builders import complete_form

ROW, LIST = indicator_place(0, 0, 0), indicator_place(0, 0, 0)[:-1]


def changes():
    return (
        SetCell((*ROW, "name"), ""),
        SetCell((*ROW, "target"), "≥1"),
        Insert(LIST, 1, Indicator(name="新")),
        SetCell((*LIST, 1, "actual"), "1"),
        SetCell(("project_name",), ""),
        SetCell(("funds", "total", "actual"), None),
        SetCell(("stated", "rating"), "差"),
        SetCell((*level1_place(1), "name"), "别的"),
        Insert((*level1_place(0), "children"), 0, Level2Group(name="新组")),
        Insert((*level1_place(0), "children", 0, "children"), 0, Indicator(name="最新")),
        Remove(INDICATORS, 2),
        Move((*level2_place(0, 1), "children"), 0, (*level2_place(0, 2), "children"), 0),
    )


@pytest.fixture
def form():
    return complete_form()


@pytest.fixture
def template(form):
    return load_template(form.template)


def test_the_copy_is_as_if_the_edits_were_done_to_the_form(form, template):
    state = carried_out(done_aside(form, template, changes()))
    Several(changes()).apply(form)
    assert to_bytes(state.form) == to_bytes(form)


def test_the_form_and_the_edits_stay_as_they_are(form, template):
    before, edits = to_bytes(form), changes()
    carried_out(done_aside(form, template, edits))
    assert to_bytes(form) == before
    assert edits == changes()


def test_the_copy_is_judged(form, template):
    state = carried_out(done_aside(form, template, changes()))
    assert state.judge.form is state.form
    assert state.judge.findings() == findings_of(state.form, template)


def test_rows_that_stay_the_same_are_shared(form, template):
    state = carried_out(done_aside(form, template, changes()[:2]))
    (_, first), (_, second), *_ = state.form.all_indicators()
    assert first is not form.indicators[0].children[0].children[0]
    assert second is next(row for place, row in form.all_indicators() if place == indicator_place(0, 1, 0))


def test_it_tells_how_far_it_is(form, template):
    rows = tuple(Insert(LIST, 0, Indicator(name=str(number))) for number in range(500))
    told = list(done_aside(form, template, rows))
    assert told == sorted(told)
    assert len(told) > 20
    assert told[-1] > 90


def test_a_row_weighs_more_than_a_cell_and_a_group_as_much_as_all_rows(form):
    assert weight(form, changes()[:2]) == 2
    assert weight(form, changes()[2:3]) == 10
    assert weight(form, changes()[7:8]) > weight(form, changes()[4:5])
    assert weight(form, [Remove(INDICATORS, 0)]) > weight(form, [Remove(LIST, 0)])
