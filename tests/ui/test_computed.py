# SPDX-License-Identifier: MIT
"""Claims about typed and computed figures."""

from decimal import Decimal

import pytest

from model.edits import SetCell
from tests.ui.hands import blank, golden
from ui.computed import FUND_PLACES, TOTAL_PLACES, computed_at, pair_at, place_label

TOTAL = ("funds", "total", "actual")


def test_every_place_has_a_computed_figure_on_a_complete_form(document):
    assert all(computed_at(document, place) is not None for place in (*FUND_PLACES, *TOTAL_PLACES))


def test_a_blank_form_computes_what_it_can(qapp):
    document = blank()
    assert computed_at(document, TOTAL) is None
    assert computed_at(document, ("stated", "execution_points")) == 10
    assert computed_at(document, ("stated", "rating")) is None


def test_other_places_are_never_computed(document):
    assert computed_at(document, ("funds", "other_funds", "actual")) is None


@pytest.mark.parametrize(("typed", "differ"), [("95", False), ("95.00", False), ("96", True)])
def test_figures_differ_by_their_value_not_by_their_zeros(document, typed, differ):
    document.do(SetCell(TOTAL, Decimal(typed)), "")
    assert pair_at(document, TOTAL).differ is differ


def test_what_is_no_number_differs(document):
    document.do(SetCell(TOTAL, "九十五万"), "")
    assert pair_at(document, TOTAL).differ


def test_an_empty_figure_never_differs(document):
    document.do(SetCell(TOTAL, None), "")
    pair = pair_at(document, TOTAL)
    assert (pair.typed, pair.computed, pair.differ) == ("", "95", False)


def test_a_stated_figure_stands_beside_the_computed_one(qapp):
    pair = pair_at(golden("004-5"), ("stated", "execution_score"))
    assert (pair.typed, pair.computed, pair.differ) == ("99224.33", "10.00", True)


def test_places_are_called_as_the_form_calls_them():
    assert place_label(TOTAL) == "年度资金总额 · 全年执行数"
    assert place_label(("stated", "total_score")) == "总分"
