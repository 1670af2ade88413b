# SPDX-License-Identifier: MIT
"""Claims about searching the whole form and replacing."""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts import load, to_bytes
from model.matching import Matcher, Wanted
from model.places import at, indicator_place, pointer
from model.searching import cells_of, find_all, printed_order, replacing
from model.steps import carried_out
from model.templates import load_template
from model.typed import shown
from tests.builders import GOLDEN_DRAFTS, complete_form, indicator, tree
from tests.random_forms import random_form

FORMS = st.integers(0, 2**32).map(lambda seed: random_form(random.Random(seed)))
TEXTS = st.sampled_from(("1", "0", "指标", "场", "90", "百分", "完成", "-", "9", "达成", "万", "(个)", "２"))
NAME = (*indicator_place(0, 0, 0), "name")


def found(form, wanted, **options):
    return list(find_all(form, load_template(form.template), Wanted(wanted, **options)))


def swap(form, wanted, text, **options):
    """Replace everywhere; return the inverse."""
    template = load_template(form.template)
    return carried_out(replacing(form, template, found(form, wanted, **options), text)).apply(form)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ("图书馆", ["/project_name", "/implementing_unit"]),
        ("2024", ["/fiscal_year"]),
        ("开放", ["/project_name", "/goal_expected", "/goal_actual"]),
        ("质量指标", ["/indicators/0/children/1/name"]),
        ("满意度指标", ["/indicators/2/name", "/indicators/2/children/0/name"]),
        ("场次", ["/indicators/0/children/0/children/0/name"]),
        ("95", [f"/funds/{row}/actual" for row in ("total", "fiscal_appropriation")]),
    ],
)
def test_every_text_and_number_is_searched(wanted, places):
    assert [pointer(hit.place) for hit in found(complete_form(), wanted)] == places


def test_stated_figures_are_searched():
    form = complete_form(stated={"rating": "优", "total_score": "97.78", "execution_rate": "95"})
    places = [pointer(hit.place) for wanted in ("优", "97.78", "95") for hit in found(form, wanted)]
    assert places[:2] == ["/stated/rating", "/stated/total_score"]
    assert "/stated/execution_rate" in places


@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_cells_come_in_printed_order(path):
    form = load(path).form
    template = load_template(form.template)
    places = [place for place, _ in cells_of(form, template)]
    assert places == sorted(places, key=printed_order(template))
    parts = [place[0] for place in places]
    assert parts.index("funds") < parts.index("goal_expected") < parts.index("indicators")


def test_a_row_comes_before_its_cells_and_after_its_group():
    order = printed_order(load_template("ministry"))
    row = indicator_place(1, 0, 2)
    assert order(row[:-2]) < order(row) < order((*row, "name")) < order((*row, "reason"))


def test_no_cell_comes_twice():
    form = complete_form()
    places = [place for place, _ in cells_of(form, load_template(form.template))]
    assert len(places) == len(set(places)) > 40


def test_a_number_is_read_as_if_it_were_typed():
    form = complete_form()
    swap(form, "100", "１２万元")
    assert form.funds.total.annual_budget == Decimal("12")


def test_what_becomes_unreadable_stays_as_typed():
    form = complete_form()
    swap(form, "20", "二十")
    assert at(form, (*indicator_place(0, 0, 0), "points")) == "二十"


def test_a_year_is_never_lost():
    form = complete_form()
    swap(form, "2024", "去年")
    assert form.fiscal_year == 2024
    swap(form, "2024", "2025")
    assert form.fiscal_year == 2025


def test_several_hits_in_a_cell_are_replaced_together():
    form = complete_form(indicators=tree(产出指标_数量指标=[indicator("场场爆满，共３场")]))
    template = load_template(form.template)
    edit = carried_out(replacing(form, template, found(form, "场"), "次次"))
    edit.apply(form)
    assert at(form, NAME) == "次次次次爆满，共３次次"


def test_unchanged_cells_are_left_alone():
    form = complete_form()
    steps = replacing(form, load_template(form.template), found(form, "图书馆"), "图书馆")
    assert carried_out(steps).edits == ()


@given(FORMS, TEXTS)
def test_replacing_a_text_by_itself_changes_nothing(form, wanted):
    before = to_bytes(form)
    swap(form, wanted, wanted, is_case_sensitive=True, joins_widths=False)
    assert to_bytes(form) == before


@given(FORMS, TEXTS, st.sampled_from(("", "7", "新", "1,000", "\\1")))
def test_undoing_a_replacement_brings_the_bytes_back(form, wanted, text):
    before = to_bytes(form)
    swap(form, wanted, text).apply(form)
    assert to_bytes(form) == before


@given(FORMS, TEXTS)
def test_every_hit_really_matches(form, wanted):
    for place, start, end in found(form, wanted):
        part = shown(at(form, place))[start:end]
        assert list(Matcher(Wanted(wanted)).spans(part)) == [(0, len(part))]
