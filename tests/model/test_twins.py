# SPDX-License-Identifier: MIT
"""Claims about counting the names of a group."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from model.kinds import RowState
from model.twins import Names, name_of
from tests.builders import indicator


@given(st.lists(st.tuples(st.sampled_from(["甲", "乙", "丙", ""]), st.booleans()), max_size=30))
def test_a_repeat_is_told_after_any_adding_and_taking_back(steps):
    names, there = Names(), Counter()
    for name, adds in steps:
        if adds or not there[name]:
            names.add(name)
            there[name] += 1
        else:
            names.remove(name)
            there[name] -= 1
    assert names.repeat == any(count > 1 for name, count in there.items() if name)


def test_blanks_make_no_other_name():
    assert name_of(indicator(" 讲座 场次"), RowState.INDICATOR) == "讲座场次"


def test_a_placeholder_has_no_name():
    assert name_of(indicator("指标1"), RowState.PLACEHOLDER) == ""
