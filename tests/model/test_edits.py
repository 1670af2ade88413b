# SPDX-License-Identifier: MIT
"""Claims about edits: each knows its inverse."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts import to_bytes
from model.edits import Edit, Insert, Move, Remove, SetCell, Several, single
from model.form import Form, Indicator, Level1Group, Level2Group
from model.places import at, indicator_place
from tests.builders import complete_form, indicator

QUANTITY = ("indicators", 0, "children", 0, "children")
QUALITY = ("indicators", 0, "children", 1, "children")
SCORE = (*indicator_place(0, 0, 0), "score")

EDITS = [
    SetCell(SCORE, Decimal("7")),
    SetCell(("funds", "total", "actual"), "150万"),
    SetCell(("stated", "rating"), "优"),
    SetCell(("fiscal_year",), None),
    Insert(QUANTITY, 1, indicator("第二项")),
    Insert(("indicators",), 0, Level1Group(name="成本指标", children=[Level2Group(name="经济成本指标")])),
    Remove(QUALITY, 0),
    Remove(("indicators",), 1),
    Move(QUANTITY, 0, QUALITY, 1),
    Several((SetCell(SCORE, None), Remove(QUANTITY, 0), Insert(QUANTITY, 0, Indicator()))),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_the_inverse_of_an_edit_brings_the_form_back(edit):
    form = complete_form()
    before = to_bytes(form)
    inverse = edit.apply(form)
    assert to_bytes(form) != before
    inverse.apply(form)
    assert to_bytes(form) == before


def test_a_cell_that_does_not_exist_is_refused():
    with pytest.raises(AttributeError):
        SetCell((*indicator_place(0, 0, 0), "scroe"), None).apply(complete_form())


def test_a_removed_row_comes_back_as_the_very_same_row():
    form = complete_form()
    row = form.indicators[0].children[1].children[0]
    Remove(QUALITY, 0).apply(form).apply(form)
    assert at(form, (*QUALITY, 0)) is row


def test_several_edits_come_apart_into_simple_ones_in_order():
    first, second, third = (SetCell(SCORE, Decimal(value)) for value in (1, 2, 3))
    assert single(Several((first, Several((second, third))))) == (first, second, third)


def _edit(form: Form, kind: int, pick: int) -> Edit:
    source, goal = (QUANTITY, QUALITY) if pick % 2 else (QUALITY, QUANTITY)
    count = len(at(form, source))
    if kind == 0 or not count:
        return Insert(source, pick % (count + 1), indicator(f"第{pick}项"))
    if kind == 1:
        return Remove(source, pick % count)
    if kind == 2:
        return Move(source, pick % count, goal, pick % (len(at(form, goal)) + 1))
    return SetCell((*source, pick % count, "score"), Decimal(pick))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 99)), max_size=20))
def test_undoing_any_chain_of_edits_gives_the_same_bytes(steps):
    form = complete_form()
    before, inverses = to_bytes(form), []
    for kind, pick in steps:
        inverses.append(_edit(form, kind, pick).apply(form))
    for inverse in reversed(inverses):
        inverse.apply(form)
    assert to_bytes(form) == before
