# SPDX-License-Identifier: MIT
"""Claims about the ids of groups."""

import gc

from model.form import Level2Group
from tests.builders import complete_form
from ui.group_ids import TOP, GroupIds


def test_a_group_is_found_by_its_id_and_where_it_stands():
    form = complete_form()
    ids = GroupIds(lambda: form)
    group_id = ids.id_of(form.indicators[0].children[1])
    assert ids.group(group_id) is form.indicators[0].children[1]
    assert ids.rows(group_id) == (0, 1)


def test_the_top_is_no_group():
    ids = GroupIds(complete_form)
    assert ids.group(TOP) is None
    assert ids.rows(TOP) == ()


def test_places_are_looked_up_again_when_told():
    form = complete_form()
    ids = GroupIds(lambda: form)
    group_id = ids.id_of(form.indicators[1])
    assert ids.rows(group_id) == (1,)
    del form.indicators[0]
    ids.forget_places()
    assert ids.rows(group_id) == (0,)


def test_no_id_is_given_twice_while_it_may_be_named():
    form = complete_form()
    ids = GroupIds(lambda: form)
    gone = ids.id_of(Level2Group(name="没有了"))
    gc.collect()
    others = {ids.id_of(Level2Group(name="新的")) for _ in range(100)}
    assert gone not in others
    assert ids.rows(gone) == ()
