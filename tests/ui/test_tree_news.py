# SPDX-License-Identifier: MIT
"""Claims about telling which rows are to be drawn anew."""

import pytest

from model.edits import Remove, SetCell, Several
from model.judge import findings_of
from model.places import indicator_place
from tests.builders import complete_form, indicator, tree
from tests.ui.hands import document_of
from ui.tree_model import TreeModel
from ui.tree_news import FEW

MANY = 3 * FEW


@pytest.fixture
def document(qapp):
    rows = [indicator(f"第{number}项") for number in range(MANY)]
    return document_of(
        complete_form(indicators=tree(产出指标_数量指标=rows, 效益指标_社会效益指标=[indicator()]))
    )


@pytest.fixture
def told(document):
    """The blocks of rows that were told of: group, first and last row."""
    told, model = [], TreeModel(document, document)
    model.dataChanged.connect(
        lambda first, last: told.append((model.rows_at(first)[:-1], first.row(), last.row()))
    )
    return told


def name(row, text):
    return SetCell((*indicator_place(0, 0, row), "name"), text)


def test_a_row_typed_in_is_told_with_its_heads(document, told):
    document.do(name(3, "别的"), "")
    assert sorted(told) == [((), 0, 0), ((0,), 0, 0), ((0, 0), 3, 3)]


def test_many_rows_of_a_group_are_told_as_one_block(document, told):
    document.do(Several(tuple(name(row, f"新{row}") for row in range(2, MANY))), "")
    assert sorted(told) == [((), 0, 0), ((0,), 0, 0), ((0, 0), 2, MANY - 1)]


def test_namesakes_are_told_too(document, told):
    document.do(name(3, "第7项"), "")
    assert ((0, 0), 7, 7) in told


def test_a_row_typed_in_and_another_taken_out_are_both_told(document, told):
    document.do(Several((name(5, "别的"), Remove(("indicators", 0, "children", 0, "children"), 0))), "")
    assert ((0, 0), 5, 5) in told


@pytest.mark.usefixtures("undoable")
def test_many_cells_changed_at_once_are_judged_like_new(document):
    cells = (
        name(1, ""),
        name(2, "第3项"),
        SetCell(("goal_actual",), ""),
        SetCell(("funds", "total", "actual"), "x"),
    )
    document.do(Several(cells), "")
    assert document.findings() == findings_of(document.form, document.template)
    document.undo_stack.undo()
    assert document.findings() == findings_of(document.form, document.template)
    document.undo_stack.redo()


def test_the_form_has_followed_when_it_is_told(document):
    seen = []
    document.applied.connect(lambda step: seen.append((step.value, document.value(step.place))))
    document.do(Several((name(0, "甲"), name(1, "乙"))), "")
    assert seen == [("甲", "甲"), ("乙", "乙")]
