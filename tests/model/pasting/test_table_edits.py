# SPDX-License-Identifier: MIT
"""Claims about exchanging groups of which very many cells change."""

from model.edits import Insert, SetCell, Several
from model.form import Indicator, Level1Group, Level2Group
from model.pasting.table_edits import MANY, condensed
from model.places import level2_place
from tests.builders import complete_form, indicator

GROUP = level2_place(0, 0)


def large_form():
    rows = [indicator(f"指标{at}") for at in range(MANY + 1)]
    inside = Level2Group(name="数量指标", children=rows)
    return complete_form(indicators=[Level1Group(name="产出指标", children=[inside])])


def every_target(form):
    rows = form.indicators[0].children[0].children
    return [SetCell((*GROUP, "children", at, "target"), "≥1") for at in range(len(rows))]


def test_few_edits_stay_as_they_are():
    form = large_form()
    assert condensed(form, every_target(form)[:9]) == tuple(every_target(form)[:9])


def test_many_edits_of_a_group_become_two_with_the_same_result():
    form, other = large_form(), large_form()
    edits = [*every_target(form), Insert((*GROUP, "children"), MANY + 1, Indicator(name="新"))]
    Several(tuple(edits)).apply(form)
    few = condensed(other, edits)
    assert len(few) == 2
    Several(few).apply(other)
    assert other == form


def test_taking_them_back_gives_the_form_as_it_was():
    form, before = large_form(), large_form()
    Several(condensed(form, every_target(form))).apply(form).apply(form)
    assert form == before
