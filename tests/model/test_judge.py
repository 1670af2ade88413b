# SPDX-License-Identifier: MIT
"""Claims about the judge: after any edit it knows what a fresh one would."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from model.edits import Edit, Insert, Move, Remove, SetCell
from model.form import Indicator
from model.judge import Judge
from model.places import at
from model.templates import load_template
from tests.builders import complete_form, indicator

MINISTRY = load_template("ministry")
LISTS = [("indicators", 0, "children", row, "children") for row in range(3)]
TEXTS = st.sampled_from(["", "甲", "指标1", "其中：讲座", "/", "≥5场", "4场", "无"])
NUMBERS = st.sampled_from([None, "十分", Decimal(0), Decimal(5), Decimal(60), Decimal("-1")])
ROWS = st.builds(
    Indicator, name=TEXTS, target=TEXTS, actual=TEXTS, points=NUMBERS, score=NUMBERS, reason=TEXTS
)


def insert(draw, form) -> Edit:
    parent = draw(st.sampled_from(LISTS))
    return Insert(parent, draw(st.integers(0, len(at(form, parent)))), draw(ROWS).model_copy())


def change(draw, form) -> Edit:
    places = [place for place, _ in form.all_indicators()]
    if not places:
        return SetCell(("goal_actual",), draw(TEXTS))
    cell = draw(st.sampled_from(["name", "target", "actual", "points", "score", "reason"]))
    return SetCell(
        (*draw(st.sampled_from(places)), cell), draw(NUMBERS if cell in ("points", "score") else TEXTS)
    )


def elsewhere(draw, form) -> Edit:
    place = draw(st.sampled_from(["project_name", "goal_actual", "funds", "stated", "group", "level1"]))
    cells = {
        "funds": SetCell(("funds", "total", "actual"), draw(NUMBERS)),
        "stated": SetCell(("stated", "total_score"), draw(NUMBERS)),
        "group": SetCell(
            ("indicators", 0, "children", 1, "name"), draw(st.sampled_from(["质量指标", "其他"]))
        ),
        "level1": SetCell(("indicators", 1, "name"), draw(st.sampled_from(["效益指标", "产出"]))),
    }
    return cells.get(place) or SetCell((place,), draw(TEXTS))


def take_away(draw, form) -> Edit:
    parent = draw(st.sampled_from([parent for parent in LISTS if at(form, parent)] or [("indicators",)]))
    row, goal = draw(st.integers(0, len(at(form, parent)) - 1)), draw(st.sampled_from(LISTS))
    if draw(st.booleans()) or parent == ("indicators",):
        return Remove(parent, row) if parent != ("indicators",) else SetCell(("goal_actual",), "")
    return Move(parent, row, goal, draw(st.integers(0, len(at(form, goal)) - (goal == parent))))


def assert_judged_like_new(judge: Judge) -> None:
    fresh = Judge(judge.form, judge.template)
    assert judge.findings() == fresh.findings()
    assert judge.figures == fresh.figures
    for level1, level2 in judge.form.level2_groups():
        assert judge.tally(level1) == fresh.tally(level1)
        assert judge.tally(level2) == fresh.tally(level2)


@given(st.data())
def test_after_any_edits_and_their_undoing_the_judge_knows_what_a_fresh_one_would(data):
    judge, inverses = Judge(complete_form(), MINISTRY), []
    for _ in range(data.draw(st.integers(1, 12))):
        edit = data.draw(st.sampled_from([insert, change, elsewhere, take_away]))(data.draw, judge.form)
        inverses.append((edit.apply(judge.form), edit))
        judge.after(edit, inverses[-1][0])
    assert_judged_like_new(judge)
    for inverse, _ in reversed(inverses):
        judge.after(inverse, inverse.apply(judge.form))
    assert_judged_like_new(judge)


def test_findings_come_in_the_order_of_the_printed_form():
    form = complete_form(project_name="", goal_actual="")
    form.indicators[1].children[0].children[0].score = Decimal(1)
    form.stated.total_score = Decimal(1)
    where = [finding.where for finding in Judge(form, MINISTRY).findings()]
    assert where == [
        "/project_name",
        "/goal_actual",
        "/indicators/1/children/0/children/0/score",
        "/indicators/1/children/0/children/0/reason",
        "/stated/total_score",
    ]


def test_the_findings_of_one_row_are_known_without_going_through_the_form():
    form = complete_form()
    form.indicators[0].children[0].children[0].score = Decimal(99)
    judge = Judge(form, MINISTRY)
    row = form.indicators[0].children[0].children[0]
    assert [(finding.rule, finding.place) for finding in judge.of_row(row)] == [("score.range", ("score",))]


def test_an_edit_of_one_row_does_not_judge_the_others(monkeypatch):
    form = complete_form()
    judge, judged = Judge(form, MINISTRY), []
    monkeypatch.setattr(
        judge, "_judge_row", lambda *args: judged.append(args) or Judge._judge_row(judge, *args)
    )
    edit = SetCell(("indicators", 0, "children", 1, "children", 0, "score"), Decimal(3))
    judge.after(edit, edit.apply(form))
    assert len(judged) == 1


def test_twins_are_found_when_a_name_becomes_the_same():
    form = complete_form()
    form.indicators[0].children[0].children.append(indicator("第二项"))
    judge = Judge(form, MINISTRY)
    edit = SetCell(("indicators", 0, "children", 0, "children", 1, "name"), "场次")
    judge.after(edit, edit.apply(form))
    assert [row for row, _ in judge.of_group(form.indicators[0].children[0])] == [1]


@given(st.data())
def test_after_many_cells_it_knows_what_a_fresh_one_would(data):
    judge = Judge(complete_form(), MINISTRY)
    edits = [data.draw(st.sampled_from([change, elsewhere]))(data.draw, judge.form) for _ in range(6)]
    for edit in edits:
        edit.apply(judge.form)
    judge.after_cells(edit.place for edit in edits)
    assert_judged_like_new(judge)
