# SPDX-License-Identifier: MIT
"""Claims about snapshots: they hold the form as it was, and become the draft it would have been saved as."""

import random
from decimal import Decimal

import pytest

from model.drafts import parse, to_bytes
from model.edits import Insert, SetCell
from model.form import Form, Indicator
from model.places import indicator_place
from model.snapshots import draft_bytes, put, snapshot
from tests.builders import complete_form, indicator, tree
from tests.random_forms import random_form

ROW = indicator_place(0, 0, 0)


def back(taken):
    return parse(draft_bytes(taken), "copy")


@pytest.mark.parametrize("seed", range(60))
def test_a_snapshot_becomes_the_same_draft(seed):
    form = random_form(random.Random(seed))
    assert to_bytes(back(snapshot(form))) == to_bytes(form)


def test_what_is_edited_later_is_not_in_it():
    form = complete_form()
    before, taken = to_bytes(form), snapshot(form)
    SetCell((*ROW, "name"), "后来").apply(form)
    SetCell(("funds", "total", "actual"), Decimal(7)).apply(form)
    Insert(ROW[:-1], 0, Indicator(name="新")).apply(form)
    assert to_bytes(back(taken)) == before


@pytest.mark.parametrize(
    "edit",
    [
        SetCell((*ROW, "score"), Decimal("1.50")),
        SetCell(("goal_actual",), "在编辑框里"),
        SetCell(("stated", "rating"), "优"),
        Insert(ROW[:-1], 1, Indicator(name="新指标")),
    ],
)
def test_an_open_edit_is_put_into_the_snapshot_only(edit):
    form = complete_form()
    before, taken = to_bytes(form), snapshot(form)
    put(taken, edit)
    assert to_bytes(form) == before
    edit.apply(form)
    assert to_bytes(back(taken)) == to_bytes(form)


def test_keys_of_later_versions_are_kept():
    raw = {"template": "ministry", "new_key": {"a": [1]}, "indicators": [{"name": "一", "colour": "red"}]}
    assert back(snapshot(Form.model_validate(raw))) == Form.model_validate(raw)


def test_very_many_rows_of_a_group_are_all_there():
    form = complete_form(
        indicators=tree(产出指标_数量指标=[indicator(f"第{number}项") for number in range(501)])
    )
    assert back(snapshot(form)) == form


def test_half_a_letter_does_not_keep_the_rest_from_being_written():
    form = complete_form(goal_actual="好")
    form.indicators[0].children[0].children[0].reason = "半个\ud83d字"
    found = back(snapshot(form))
    assert found.goal_actual == "好"
    assert found.indicators[0].children[0].children[0].reason == "半个?字"
