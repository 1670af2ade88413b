# SPDX-License-Identifier: MIT
"""Claims about a document in which something of ours fails: form, undo stack, judge and views agree."""

import sys
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QTreeView

from model.drafts import to_bytes
from model.edits import Insert, Move, Remove, SetCell, Several
from model.form import Indicator
from model.judge import Judge
from model.places import place_of
from tests.builders import complete_form
from tests.ui.hands import document_of
from ui.document import Document
from ui.tree_model import TreeModel

GROUP = place_of("/indicators/0/children/0/children")
OTHER = place_of("/indicators/0/children/1/children")
NAME = SetCell(("project_name",), "另一个项目")
POINTS = SetCell((*GROUP, 0, "points"), Decimal(5))
NOWHERE = SetCell((*GROUP, 99, "name"), "没有这一行")
EDITS = {
    "header": NAME,
    "cell": POINTS,
    "insert": Insert(GROUP, 1, Indicator(name="新指标")),
    "remove": Remove(OTHER, 0),
    "move": Move(GROUP, 0, OTHER, 0),
    "cells": Several((NAME, POINTS)),
    "several": Several((NAME, Remove(OTHER, 0), POINTS)),
}


@pytest.fixture
def reported(monkeypatch):
    faults = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: faults.append(error))
    return faults


@pytest.fixture(params=EDITS.values(), ids=EDITS)
def edit(request):
    return request.param


def fail_in(monkeypatch, owner, method, times=1):
    """Let a method fail in the next calls, in the middle of its work: when all of it is done."""
    sound, left = getattr(owner, method), [times]

    def broken(*arguments, **named):
        result = sound(*arguments, **named)
        left[0] -= 1
        if left[0] >= 0:
            raise ZeroDivisionError("a fault of ours")
        return result

    monkeypatch.setattr(owner, method, broken)


def agrees(document: Document) -> bool:
    """Tell whether the judge says of the form what another one would say."""
    other = Judge(document.form, document.template)
    return document.findings() == other.findings() and document.judge.figures == other.figures


def walks_well(document: Document) -> bool:
    """Undo everything and redo everything: the same bytes."""
    stack, now = document.undo_stack, to_bytes(document.form)
    index = stack.index()
    stack.setIndex(0)
    begun = to_bytes(document.form)
    stack.setIndex(index)
    return begun == to_bytes(complete_form()) and to_bytes(document.form) == now and agrees(document)


def test_a_judge_that_fails_once_keeps_the_edit(document, edit, monkeypatch, reported):
    whole = document_of(complete_form())
    whole.do(edit, "改")
    fail_in(monkeypatch, Judge, "_judge_form")
    assert document.do(edit, "改")
    assert len(reported) == 1
    assert to_bytes(document.form) == to_bytes(whole.form)
    assert walks_well(document)


def test_a_judge_that_fails_for_good_takes_the_edit_back(document, edit, monkeypatch, reported):
    with monkeypatch.context() as broken:
        fail_in(broken, Judge, "_judge_form", times=99)
        assert not document.do(edit, "改")
    assert reported
    assert document.undo_stack.count() == 0
    assert to_bytes(document.form) == to_bytes(complete_form())
    assert document.do(edit, "改")
    assert walks_well(document)


@pytest.mark.parametrize("before", range(3))
def test_a_step_that_fails_takes_back_those_before_it(document, before, reported):
    done = (NAME, Remove(OTHER, 0), Insert(GROUP, 0, Indicator(name="新指标")))[:before]
    tree = TreeModel(document)
    assert not document.do(Several((*done, NOWHERE)), "改")
    assert [type(error) for error in reported] == [IndexError]
    assert to_bytes(document.form) == to_bytes(complete_form())
    assert tree.rowCount(tree.index_at((0, 0))) == 2
    assert agrees(document)


def test_an_undo_that_fails_stays_undone_by_nobody(document, edit, monkeypatch, reported):
    document.do(NAME, "改名")
    document.do(edit, "改")
    changed, index = to_bytes(document.form), document.undo_stack.index()
    with monkeypatch.context() as broken:
        fail_in(broken, Judge, "_judge_form", times=99)
        document.undo_stack.undo()
    assert reported
    assert to_bytes(document.form) == changed
    assert document.undo_stack.index() == index
    assert walks_well(document)


def test_a_redo_that_fails_can_be_done_later(document, edit, monkeypatch, reported):
    document.do(edit, "改")
    document.undo_stack.undo()
    with monkeypatch.context() as broken:
        fail_in(broken, Judge, "_judge_form", times=99)
        document.undo_stack.redo()
    assert to_bytes(document.form) == to_bytes(complete_form())
    assert document.undo_stack.index() == 0
    document.undo_stack.redo()
    assert walks_well(document)


@pytest.mark.parametrize("signal", ["about_to_apply", "applied", "findings_changed"])
def test_a_listener_that_fails_leaves_form_and_stack_whole(document, edit, signal, reported):
    def listen(*_step):
        raise ZeroDivisionError

    getattr(document, signal).connect(listen)
    assert document.do(edit, "改")
    getattr(document, signal).disconnect(listen)
    assert reported
    assert walks_well(document)


def test_a_question_about_an_edit_that_fails_leaves_the_form(document, monkeypatch):
    fail_in(monkeypatch, Judge, "after")
    with pytest.raises(ZeroDivisionError):
        document.tried(POINTS, bool)
    assert to_bytes(document.form) == to_bytes(complete_form())
    assert agrees(document)


def test_another_form_that_cannot_be_judged_does_not_take_the_place_of_this_one(document, monkeypatch):
    with monkeypatch.context() as broken:
        fail_in(broken, Judge, "_judge_form")
        with pytest.raises(ZeroDivisionError):
            document.replace(complete_form(project_name="别的"), document.template)
    assert to_bytes(document.form) == to_bytes(complete_form())
    assert agrees(document)


@pytest.mark.parametrize(
    "edit", [EDITS["insert"], EDITS["remove"], EDITS["move"]], ids=["insert", "remove", "move"]
)
def test_a_tree_that_fails_to_begin_a_step_does_not_end_it(document, edit, monkeypatch, reported):
    tree, view = TreeModel(document), QTreeView()
    view.setModel(tree)
    view.expandAll()
    with monkeypatch.context() as broken:
        fail_in(broken, tree, "_index_of_list")
        assert document.do(edit, "改")
    assert reported
    for first, level1 in enumerate(document.form.indicators):
        for second, level2 in enumerate(level1.children):
            assert tree.rowCount(tree.index_at((first, second))) == len(level2.children) + 1
