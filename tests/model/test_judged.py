# SPDX-License-Identifier: MIT
"""Claims about a form and its judge, changed together."""

import pytest

from model.drafts import to_bytes
from model.edits import Remove, SetCell
from model.judge import Judge
from model.judged import Judged
from model.templates import load_template
from tests.builders import complete_form

NAME = SetCell(("project_name",), "")
GOAL = SetCell(("goal_actual",), "")
ROW = Remove(("indicators", 0, "children", 0, "children"), 0)


@pytest.fixture
def judged():
    form = complete_form()
    return Judged(form, load_template(form.template), None, lambda: None)


def nobody(step):
    """Be told of a step."""


def findings_anew(judged):
    return Judge(judged.form, load_template(judged.form.template)).findings()


@pytest.mark.parametrize("steps", [[NAME], [NAME, GOAL], [NAME, ROW, GOAL]], ids=["cell", "cells", "mixed"])
def test_the_judge_follows_and_the_inverses_lead_back(judged, steps):
    before = to_bytes(judged.form)
    inverses = judged.apply(steps, nobody, nobody)
    assert judged.judge.findings() == findings_anew(judged)
    judged.apply(inverses[::-1], nobody, nobody)
    assert to_bytes(judged.form) == before


def test_every_step_is_told_before_and_after(judged):
    told = []
    judged.apply(
        [NAME, ROW], lambda step: told.append(("before", step)), lambda step: told.append(("after", step))
    )
    assert told == [("before", NAME), ("after", NAME), ("before", ROW), ("after", ROW)]


@pytest.mark.parametrize("at", range(3))
def test_half_an_edit_is_taken_back(judged, at):
    before, left = to_bytes(judged.form), iter(range(at))

    def fail_later(step):
        if next(left, None) is None:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        judged.apply([NAME, ROW, GOAL], nobody, fail_later)
    assert to_bytes(judged.form) == before
    assert judged.judge.findings() == findings_anew(judged)


def test_a_judge_that_loses_its_way_is_reported_and_replaced(judged, monkeypatch):
    reports, first = [], judged.judge
    judged = Judged(judged.form, load_template(judged.form.template), first, lambda: reports.append(1))
    monkeypatch.setattr(first, "after", lambda *steps: 1 / 0)
    judged.apply([NAME], nobody, nobody)
    assert reports == [1]
    assert judged.judge is not first
    assert judged.judge.findings() == findings_anew(judged)


def test_a_question_about_an_edit_leaves_no_trace(judged):
    before = to_bytes(judged.form)
    found = judged.tried(NAME, lambda: [one.rule for one in judged.judge.findings()])
    assert found
    assert to_bytes(judged.form) == before
    assert judged.judge.findings() == []
