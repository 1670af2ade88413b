# SPDX-License-Identifier: MIT
"""Claims about long work in short steps."""

from model.steps import A_STEP, carried_out, each, part


def percentages(steps):
    return list(steps)


def test_what_is_made_of_each_comes_in_order():
    assert carried_out(each(range(3), lambda number: [number] * number)) == [1, 2, 2]


def test_of_nothing_nothing_is_made():
    assert carried_out(each([], lambda one: [one])) == []


def test_very_many_take_several_steps_that_tell_how_far_it_is():
    told = percentages(each(range(4 * A_STEP), lambda number: [number]))
    assert told == [0, 25, 50, 75]


def test_a_part_of_longer_work_tells_its_share_and_gives_its_result():
    told, steps = [], part(each(range(2 * A_STEP), lambda number: [number]), 60, 80)
    told += percentages(steps)
    assert told == [60, 70]
    assert carried_out(part(each(["一"], list), 0, 100)) == ["一"]
