# SPDX-License-Identifier: MIT
"""Claims about a form that becomes another one as one undo step."""

import random
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.drafts import to_bytes
from model.edits import SetCell
from model.judge import findings_of
from tests.builders import complete_form
from tests.random_edits import copied, edited, random_edit
from tests.random_forms import random_form
from tests.ui.hands import document_of
from ui.becoming import become

SEEDS = st.integers(0, 10**9)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(SEEDS)
def test_it_is_taken_back_and_done_again_to_the_byte(qapp, seed):
    choose = random.Random(seed)
    document = document_of(random_form(choose))
    states = [to_bytes(document.form)]
    for _ in range(6):
        if choose.random() < 0.4:
            become(document, edited(document.form, choose, choose.randint(1, 5)), "恢复")
        else:
            document.do(random_edit(document.form, choose), "改")
        if document.undo_stack.count() == len(states):
            states.append(to_bytes(document.form))
        states[-1] = to_bytes(document.form)
    for count, state in enumerate(states):
        document.undo_stack.setIndex(count)
        assert to_bytes(document.form) == state


@QUICK
@given(SEEDS)
def test_the_form_is_then_the_other_one_to_the_byte(qapp, seed):
    choose = random.Random(seed)
    document = document_of(random_form(choose))
    other = edited(document.form, choose, 5)
    wanted = to_bytes(other)
    assert become(document, other, "恢复")
    assert to_bytes(document.form) == wanted
    assert document.undo_stack.count() <= 1
    assert document.findings() == findings_of(document.form, document.template)


def test_a_form_that_is_the_same_leaves_no_step(document):
    assert become(document, copied(document.form), "恢复")
    assert document.undo_stack.count() == 0


def test_digits_that_say_the_same_are_still_another_form(document):
    other = copied(document.form)
    other.indicators[0].children[0].children[0].points = Decimal("20.00")
    assert become(document, other, "恢复")
    assert to_bytes(document.form) == to_bytes(other)
    assert document.undo_stack.undoText() == "恢复"


def test_a_form_with_half_a_character_can_go_back_too(document):
    document.do(SetCell(("project_name",), "半\ud83d"), "改")
    assert become(document, complete_form(), "恢复")
    document.undo_stack.undo()
    assert document.form.project_name == "半\ud83d"


def test_the_places_to_look_at_are_those_of_the_first_difference(document, qtbot):
    other = complete_form(goal_actual="别的")
    with qtbot.waitSignal(document.exchanged) as done:
        become(document, other, "恢复")
    assert done.args == [("goal_actual",)]


def test_work_that_is_cancelled_changes_nothing(document):
    before = to_bytes(document.form)
    document._work = lambda steps, words: None
    assert not become(document, complete_form(project_name="别的"), "恢复")
    assert to_bytes(document.form) == before


def test_a_form_of_another_template_is_refused(document):
    with pytest.raises(ValueError, match="shanghai"):
        become(document, complete_form("shanghai-2024"), "恢复")


def test_the_form_is_clean_again_when_all_is_taken_back(document):
    become(document, complete_form(project_name="别的"), "恢复")
    assert document.is_modified
    document.undo_stack.undo()
    assert not document.is_modified
    document.do(SetCell(("project_name",), "另一个"), "改")
    assert document.form.project_name == "另一个"
