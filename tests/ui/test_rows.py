# SPDX-License-Identifier: MIT
"""Claims about the edits that the clerk's wishes for rows mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.form import Form, Indicator, Level1Group, Level2Group
from model.places import at, indicator_place, level2_place
from model.templates import load_template
from tests.builders import complete_form, indicator
from ui import rows


def form_of(*names: str) -> Form:
    """A form whose level-2 groups hold rows named by single letters: `form_of("ab", "", "c")`."""
    groups = [Level2Group(name="组", children=[Indicator(name=one) for one in name]) for name in names]
    return Form(template="ministry", indicators=[Level1Group(name="产出指标", children=groups)])


def letters(form: Form) -> list[str]:
    return ["".join(row.name for row in group.children) for _, group in form.level2_groups()]


def test_places_of_rows_and_of_their_lists():
    assert rows.row_place((0, 1, 2)) == indicator_place(0, 1, 2)
    assert rows.list_place((0, 1)) == (*level2_place(0, 1), "children")
    assert rows.list_place(()) == ("indicators",)
    assert rows.row_place(()) == ()


def test_a_row_below_another_chosen_one_goes_with_it():
    assert rows.outermost([(0, 1, 2), (0, 1), (1,), (1, 0)]) == [(0, 1), (1,)]


def test_removing_several_rows_takes_exactly_them():
    form = form_of("abc", "de")
    rows.removal([(0, 0, 0), (0, 0, 2), (0, 1, 1)]).apply(form)
    assert letters(form) == ["b", "d"]


@pytest.mark.parametrize(
    ("chosen", "delta", "expected"),
    [
        ([(0, 0, 1)], -1, ["ba", "", "cd"]),
        ([(0, 0, 1)], 1, ["a", "b", "cd"]),
        ([(0, 0, 0), (0, 0, 1)], 1, ["", "ab", "cd"]),
        ([(0, 2, 0)], -1, ["ab", "c", "d"]),
        ([(0, 2, 0), (0, 2, 1)], -1, ["ab", "cd", ""]),
        ([(0, 2, 1)], -1, ["ab", "", "dc"]),
        ([(0, 0, 0), (0, 2, 0)], 1, ["ba", "", "dc"]),
    ],
)
def test_rows_move_within_their_group_and_over_its_end(chosen, delta, expected):
    form = form_of("ab", "", "cd")
    rows.shift(form, chosen, delta).apply(form)
    assert letters(form) == expected


@pytest.mark.parametrize(("chosen", "delta"), [([(0, 0, 0)], -1), ([(0, 2, 1)], 1), ([], 1)])
def test_the_outermost_row_can_go_no_further(chosen, delta):
    assert rows.shift(form_of("ab", "", "cd"), chosen, delta) is None


def test_rows_of_different_levels_do_not_move_together():
    assert rows.shift(form_of("ab", "c"), [(0, 1), (0, 1, 0)], -1) is None


def test_a_level2_group_moves_into_the_next_level1_group():
    form = complete_form()
    last = len(form.indicators[0].children) - 1
    moved = form.indicators[0].children[last]
    rows.shift(form, [(0, last)], 1).apply(form)
    assert form.indicators[1].children[0] is moved


@given(st.lists(st.integers(0, 3), min_size=1, max_size=4), st.data())
def test_moving_up_and_down_again_gives_the_same_order(sizes, data):
    form = form_of(*("abcdefghijkl"[3 * group :][:size] for group, size in enumerate(sizes)))
    before = letters(form)
    places = [(0, group, row) for group, size in enumerate(sizes) for row in range(size)]
    chosen = data.draw(st.sampled_from([[place] for place in places] or [[]]))
    step = rows.shift(form, chosen, -1)
    if step is not None:
        step.apply(form).apply(form)
    assert letters(form) == before


def test_a_new_indicator_comes_below_the_row():
    form = form_of("ab")
    rows.insertion(form, (0, 0, 0), Indicator(name="x")).apply(form)
    assert letters(form) == ["axb"]


def test_below_the_head_of_a_group_it_becomes_the_first():
    form = form_of("ab")
    rows.insertion(form, (0, 0), Indicator(name="x")).apply(form)
    assert letters(form) == ["xab"]


def test_at_the_row_for_a_new_one_it_becomes_the_last():
    form = form_of("ab")
    rows.insertion(form, (0, 0, 2), Indicator(name="x")).apply(form)
    assert letters(form) == ["abx"]


def test_a_level1_group_without_groups_takes_no_indicator():
    form = Form(template="ministry", indicators=[Level1Group(name="产出指标")])
    assert rows.insertion(form, (0,), Indicator()) is None


def test_after_a_group_comes_the_next_one():
    form = form_of("ab", "c")
    assert rows.next_group(form, (0, 0, 1)) == (0, 1)
    assert rows.next_group(form, (0, 1, 0)) is None


def test_heads_among_chosen_indicators_are_not_removed():
    assert rows.removable({(0, 0), (0, 0, 1), (0, 1), (0, 1, 0)}) == [(0, 0, 1), (0, 1, 0)]
    assert rows.removable({(0,), (0, 1), (1,)}) == [(0,), (1,)]


def test_a_new_group_is_named_as_the_first_of_the_template_that_is_missing():
    form, template = complete_form(), load_template("ministry")
    edit = rows.new_group(form, template, (0, 0, 0), 2, "新指标组")
    assert (edit.row, edit.node.name) == (1, "成本指标")


def test_a_new_level1_group_brings_the_templates_level2_groups():
    form, template = complete_form(), load_template("shanghai-2024")
    edit = rows.new_group(form, template, (1, 0), 1, "新指标组")
    assert (edit.row, edit.node.name) == (2, "成本指标")
    assert [below.name for below in edit.node.children] == ["经济成本指标"]


def test_a_group_the_template_does_not_know_has_room_for_indicators():
    form, template = complete_form(), load_template("ministry")
    edit = rows.new_group(form, template, (), 1, "新指标组")
    assert (edit.node.name, len(edit.node.children)) == ("新指标组", 1)


def test_the_templates_groups_fill_an_empty_tree():
    form, template = Form(template="ministry"), load_template("ministry")
    rows.template_groups(template).apply(form)
    assert [group.name for group in form.indicators] == [group.name for group in template.groups]


def test_clearing_leaves_empty_cells_alone():
    form = complete_form()
    place = indicator_place(0, 0, 0)
    at(form, place[:-1])[0] = indicator("场次", reason="")
    edits = rows.clearing(form, [(*place, "score"), (*place, "reason"), (*place, "target")])
    assert [(edit.place[-1], edit.value) for edit in edits] == [("score", None), ("target", "")]


@pytest.mark.parametrize(
    ("chosen", "row", "expected"),
    [
        ([(0, 0, 0)], 0, ["bc", "ad"]),
        ([(0, 0, 0), (0, 0, 2)], 1, ["b", "dac"]),
        ([(0, 1, 0), (0, 0, 1)], 0, ["ac", "bd"]),
        ([(0, 1, 0), (0, 0, 1)], 1, ["ac", "bd"]),
    ],
)
def test_rows_put_elsewhere_keep_their_order(chosen, row, expected):
    form = form_of("abc", "d")
    rows.placing(form, chosen, (0, 1), row).apply(form)
    assert letters(form) == expected


def test_rows_put_where_they_stand_are_no_move():
    form = form_of("abc", "d")
    assert rows.placing(form, [(0, 0, 1), (0, 0, 2)], (0, 0), 1) is None
    assert rows.placing(form, [(0, 0, 1)], (0, 0), 2) is None


@given(st.sets(st.integers(0, 4), min_size=1), st.integers(0, 5))
def test_any_rows_come_to_stand_together_before_the_row_they_were_put_at(picked, row):
    form, letter = form_of("abcde"), "abcde"
    edit = rows.placing(form, [(0, 0, one) for one in picked], (0, 0), row)
    if edit is not None:
        edit.apply(form)
    taken = [letter[one] for one in sorted(picked)]
    kept = [one for one in letter if one not in taken]
    at = len([one for one in letter[:row] if one in kept])
    assert letters(form)[0] == "".join(kept[:at] + taken + kept[at:])
