# SPDX-License-Identifier: MIT
"""Claims about places and JSON Pointers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.fields import field_at
from model.places import at, indicator_place, level1_place, level2_place, place_of, pointer, rows_of
from tests.builders import complete_form

PLACES = st.lists(st.one_of(st.integers(0, 999), st.sampled_from(["children", "score", "funds"])), max_size=6)


@given(PLACES.map(tuple))
def test_a_pointer_read_back_is_the_same_place(place):
    assert place_of(pointer(place)) == place


def test_places_of_the_tree_lead_to_its_nodes():
    form = complete_form()
    assert at(form, level1_place(1)) is form.indicators[1]
    assert at(form, level2_place(0, 2)) is form.indicators[0].children[2]
    assert at(form, (*indicator_place(0, 1, 0), "name")) == "合格率"


def test_the_rows_of_a_place_are_its_way_through_the_tree():
    assert rows_of(place_of("/indicators/0/children/1/children/2/score")) == (0, 1, 2)


@pytest.mark.parametrize(
    ("where", "label"),
    [
        ("/fiscal_year", "年度"),
        ("/goal_actual", "实际完成情况"),
        ("/funds/total/actual", "全年执行数"),
        ("/stated/rating", "评分等级"),
        ("/indicators/0/children/1/children/2/actual", "实际完成值"),
    ],
)
def test_every_place_knows_its_field(where, label):
    assert field_at(place_of(where)).label == label


def test_a_group_is_no_field_but_has_a_name():
    assert field_at(place_of("/indicators/0/name")).key == "name"
    with pytest.raises(KeyError):
        field_at(place_of("/indicators"))
