# SPDX-License-Identifier: MIT
"""Claims about merging: nobody's change is lost, and what both touch stays a question."""

import random
import time
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts import to_bytes
from model.edits import Insert, Move, Remove, SetCell
from model.form import Form, Indicator, Level2Group
from model.merging import merged
from model.places import at
from tests.bench.forms import long_form
from tests.builders import complete_form, indicator, tree
from tests.random_edits import copied, edited
from tests.random_forms import random_form

MANY = 3_000
SEEDS = st.integers(0, 10**9)
GROUPS = ("产出指标_数量指标", "产出指标_质量指标", "效益指标_社会效益指标")
CELLS = ("target", "actual", "reason", "points")
LIST, OTHER, THIRD = (("indicators", 0, "children", row, "children") for row in range(3))


# An oracle of its own: rows told apart by names that never change, each cell judged by itself


def row(name: str) -> Indicator:
    marks = {key: f"{key} of {name}" for key in ("target", "actual", "reason")}
    return Indicator(name=name, points=Decimal(sum(map(ord, name)) % 90), **marks)


def base_of(choose: random.Random) -> Form:
    names = [f"{choose.getrandbits(40):010x}" for _ in range(choose.randint(3, 12))]
    rows = [[row(name) for name in names[at::3]] for at in range(3)]
    return complete_form(indicators=tree(**dict(zip(GROUPS, rows, strict=True))))


def changed_by(side: str, form: Form, choose: random.Random, count: int) -> Form:
    """A copy after a few edits; what is typed and inserted is the side's own."""
    form = copied(form)
    for turn in range(count):
        places = [place for place, _ in form.all_indicators()]
        lists = _lists(form)
        kind, word = choose.choice(("cell", "cell", "insert", "remove", "move")), f"{side}{turn}"
        goal = choose.choice(lists)
        if kind == "insert" or not places:
            name = f"{side}{choose.getrandbits(40):010x}"
            Insert(goal, choose.randint(0, len(at(form, goal))), row(name)).apply(form)
            continue
        *parent, number = choose.choice(places)
        if kind == "cell":
            key = choose.choice(CELLS[:3])
            SetCell((*parent, number, key), word).apply(form)
        elif kind == "remove":
            Remove(tuple(parent), number).apply(form)
        else:
            most = len(at(form, goal)) - (goal == tuple(parent))
            Move(tuple(parent), number, goal, choose.randint(0, most)).apply(form)
    return form


def _lists(form):
    return [
        ("indicators", first, "children", second, "children")
        for first, level1 in enumerate(form.indicators)
        for second in range(len(level1.children))
    ]


def rows_of(form: Form) -> dict[str, dict[str, object]]:
    """Each row by its name: its group and its cells."""
    return {
        one.name: {"group": level2.name, **{key: getattr(one, key) for key in CELLS}}
        for _, level2 in form.level2_groups()
        for one in level2.children
    }


def three_way(base, mine, theirs):
    """The rows as they must be after merging; None where both touched the same."""
    result = {}
    for name in {*base, *mine, *theirs}:
        before, my, their = (rows.get(name) for rows in (base, mine, theirs))
        if my == their or their == before:
            result[name] = my
        elif my == before:
            result[name] = their
        elif None in (before, my, their):
            return None
        else:
            result[name] = {}
            for key in my:
                if before[key] != my[key] != their[key] != before[key]:
                    return None
                result[name][key] = their[key] if my[key] == before[key] else my[key]
    return {name: cells for name, cells in result.items() if cells is not None}


def sequences(form, names):
    return {
        level2.name: [one.name for one in level2.children if one.name in names]
        for _, level2 in form.level2_groups()
    }


@given(SEEDS, st.integers(0, 4), st.integers(0, 4))
def test_every_cell_of_every_row_is_as_the_side_that_changed_it_left_it(seed, my_count, their_count):
    choose = random.Random(seed)
    base = base_of(choose)
    mine, theirs = changed_by("m", base, choose, my_count), changed_by("t", base, choose, their_count)
    wanted = three_way(*map(rows_of, (base, mine, theirs)))
    form = merged(base, mine, theirs)
    if wanted is None:
        assert form is None
    elif form is not None:
        assert rows_of(form) == wanted
        assert sum(1 for _ in form.all_indicators()) == len(wanted)


@given(SEEDS, st.integers(1, 4))
def test_rows_stay_in_the_order_of_the_side_that_ordered_them(seed, count):
    choose = random.Random(seed)
    base = base_of(choose)
    mine = changed_by("m", base, choose, count)
    theirs = copied(base)
    for place in _lists(theirs):  # only inserts: nothing to disagree about
        Insert(place, choose.randint(0, len(at(theirs, place))), row(f"t{choose.getrandbits(40)}")).apply(
            theirs
        )
    form = merged(base, mine, theirs)
    assert form is not None
    assert sequences(form, rows_of(mine)) == sequences(mine, rows_of(mine))


@given(SEEDS, st.integers(0, 5), st.integers(0, 5))
def test_it_does_not_matter_who_merges(seed, my_count, their_count):
    choose = random.Random(seed)
    base = base_of(choose)
    mine, theirs = changed_by("m", base, choose, my_count), changed_by("t", base, choose, their_count)
    here, there = merged(base, mine, theirs), merged(base, theirs, mine)
    assert (here is None) == (there is None)
    if here is not None and there is not None:
        assert rows_of(here) == rows_of(there)


def test_most_pairs_of_changes_can_be_merged():
    choose, counts = random.Random(5), Counter()
    for _ in range(200):
        base = base_of(choose)
        sides = (changed_by(side, base, choose, 2) for side in "mt")
        counts[merged(base, *sides) is not None] += 1
    assert counts[True] > 130


# Any form


@given(SEEDS, st.integers(0, 8))
def test_where_one_side_changed_nothing_the_other_is_the_result(seed, count):
    choose = random.Random(seed)
    base = random_form(choose)
    other = edited(base, choose, count)
    for sides in ((base, other), (other, base), (other, other)):
        assert merged(base, *sides) == other


@given(SEEDS)
def test_the_forms_stay_as_they_are_and_share_nothing_with_the_result(seed):
    choose = random.Random(seed)
    base = random_form(choose)
    forms = (base, edited(base, choose, 2), edited(base, choose, 2))
    before = [to_bytes(form) for form in forms]
    form = merged(*forms)
    if form is not None:
        for _, one in form.all_indicators():
            one.reason = "别的"
        form.funds.total.actual = None
    assert [to_bytes(form) for form in forms] == before


@given(SEEDS)
def test_cells_outside_the_tree_are_merged_one_by_one(seed):
    choose = random.Random(seed)
    base = random_form(choose)
    mine, theirs = copied(base), copied(base)
    mine.project_name, theirs.goal_actual = "我的", "他人的"
    theirs.funds.total.actual, theirs.stated.total_score = Decimal("7.77"), Decimal("8.88")
    theirs.model_extra["seal"] = "红"
    form = merged(base, mine, theirs)
    assert (form.project_name, form.goal_actual, form.model_extra) == ("我的", "他人的", {"seal": "红"})
    assert (form.funds.total.actual, form.stated.total_score) == (Decimal("7.77"), Decimal("8.88"))


# What stays a question


def sides(mine, theirs):
    """Merge what two changes make of one form."""
    base = complete_form()
    rows = base.indicators[0].children[0].children
    rows.extend(indicator(name, target=f"≥{name}") for name in "甲乙丙")
    forms = copied(base), copied(base)
    for change, form in zip((mine, theirs), forms, strict=True):
        change(form)
    return merged(base, *forms)


def change(place, value):
    return SetCell((*LIST, *place), value).apply


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (change((1, "score"), Decimal(1)), change((1, "score"), Decimal(2))),
        (Remove(LIST, 1).apply, change((1, "score"), Decimal(2))),
        (Remove(LIST, 1).apply, Move(LIST, 1, LIST, 3).apply),
        (Remove(LIST[:3], 0).apply, Insert(LIST, 1, indicator("新")).apply),
        (Move(LIST, 0, LIST, 3).apply, Move(LIST, 2, LIST, 1).apply),
        (Move(LIST, 1, OTHER, 0).apply, Move(LIST, 1, THIRD, 0).apply),
        (
            Insert(LIST, 0, indicator("新", score="1")).apply,
            Insert(LIST, 3, indicator("新", score="2")).apply,
        ),
        (SetCell(("template",), "shanghai-2024").apply, SetCell(("project_name",), "x").apply),
    ],
    ids=["cell", "gone, changed", "gone, moved", "gone, filled", "orders", "goals", "one name", "template"],
)
def test_what_both_sides_touched_is_not_merged(mine, theirs):
    assert sides(mine, theirs) is None
    assert sides(theirs, mine) is None


def test_the_same_change_on_both_sides_is_no_question():
    form = sides(change((1, "score"), Decimal(1)), change((1, "score"), Decimal(1)))
    assert form.indicators[0].children[0].children[1].score == Decimal(1)


def test_the_same_row_inserted_on_both_sides_is_there_once():
    def insert(more):
        return lambda form: [
            Insert(LIST, 1, indicator("新")).apply(form),
            SetCell(("goal_actual",), more).apply(form),
        ]

    form = sides(insert("全年开放了三百天。"), insert("别的"))
    assert [one.name for one in form.indicators[0].children[0].children] == ["场次", "新", "甲", "乙", "丙"]


def test_a_row_that_one_side_inserted_twice_is_there_twice():
    def insert(form, count=1):
        for _ in range(count):
            Insert(LIST, 1, indicator("新")).apply(form)
        SetCell(("goal_actual",), f"{count}").apply(form) if count > 1 else None

    form = sides(insert, lambda form: insert(form, 2))
    assert [one.name for one in form.indicators[0].children[0].children].count("新") == 2


def test_a_new_group_comes_with_its_rows_and_what_was_moved_into_it():
    def theirs(form):
        Insert(LIST[:3], 0, Level2Group(name="新组", children=[indicator("新")])).apply(form)
        Move((*LIST[:3], 1, "children"), 1, (*LIST[:3], 0, "children"), 0).apply(form)

    form = sides(change((2, "score"), Decimal(1)), theirs)
    assert [one.name for one in form.indicators[0].children[0].children] == ["甲", "新"]
    assert [one.name for one in form.indicators[0].children[1].children] == ["场次", "乙", "丙"]
    assert form.indicators[0].children[1].children[1].score == Decimal(1)


def test_very_many_rows_are_merged_quickly():
    base = long_form(MANY)
    mine, theirs = copied(base), copied(base)
    largest = max(_lists(base), key=lambda place: len(at(base, place)))
    SetCell((*largest, 7, "score"), None).apply(mine)
    Insert(largest, MANY - 900, indicator("新")).apply(theirs)
    begin = time.perf_counter()
    form = merged(base, mine, theirs)
    assert at(form, largest)[MANY - 900].name == "新"
    assert time.perf_counter() - begin < 5  # 0.2 on a quiet machine
