# SPDX-License-Identifier: MIT
"""Claims about the sums over the tree."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from model.tally import NOTHING, Tally, summed, tally_of, tally_of_row
from tests.builders import complete_form, indicator

SMALL = st.integers(0, 99)
AMOUNTS = st.decimals(0, 10**20, places=20)  # as long as a cell may be
TALLIES = st.builds(Tally, AMOUNTS, AMOUNTS, SMALL, SMALL, SMALL)


@given(TALLIES, TALLIES)
def test_a_tally_can_be_taken_back(first, second):
    assert first + second - second == first


@given(st.lists(TALLIES, max_size=5))
def test_the_order_of_adding_does_not_matter(tallies):
    assert summed(tallies) == summed(reversed(tallies))


def test_empty_cells_count_as_zero_and_as_lacking():
    assert tally_of_row(indicator(points="", score="9")) == Tally(Decimal(0), Decimal(9), 1, 1, 0)


def test_unreadable_points_count_as_zero():
    assert tally_of_row(indicator(points="十分")).points == 0


def test_a_placeholder_counts_in_the_sums_but_is_no_indicator():
    assert tally_of_row(indicator("指标1")) == Tally(Decimal(10), Decimal(10), 0, 0, 0)


def test_a_crossed_out_row_counts_nowhere():
    assert tally_of_row(indicator(target="/", actual="/")) == NOTHING


def test_a_part_of_the_row_above_lacks_nothing():
    assert tally_of_row(indicator("其中：讲座", points="", score="")).lacking_points == 0


def test_the_sums_go_over_the_whole_tree():
    assert tally_of(complete_form()) == Tally(Decimal(90), Decimal(90), 5, 0, 0)
