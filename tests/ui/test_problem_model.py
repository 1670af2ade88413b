# SPDX-License-Identifier: MIT
"""Claims about the findings as a list for Qt."""

import pytest
from PySide6.QtCore import Qt

from model.rules.finding import Finding, Severity
from ui.problem_delegate import FINDING, SOURCE
from ui.problem_model import MOST_SHOWN, ProblemModel


def problem(number, severity=Severity.ERROR):
    return Finding("a.rule", severity, ("indicators", number), f"第 {number} 个问题。", "依据")


def problems(*numbers):
    return [problem(number) for number in numbers]


@pytest.fixture
def model(qapp):
    return ProblemModel()


def changes_of(model):
    changes = []
    model.rowsInserted.connect(lambda _, first, last: changes.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: changes.append(("out", first, last)))
    return changes


def test_it_keeps_qts_rules_for_models(model, qtmodeltester):
    model.show_findings(problems(1, 2, 3))
    qtmodeltester.check(model)
    model.show_findings(problems(1, 3, 4, 5))
    assert model.rowCount() == 4
    model.show_findings([])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((1, 2, 3), (1, 2, 3), []),
        ((1, 2, 3), (1, 3), [("out", 1, 1)]),
        ((1, 3), (1, 2, 3), [("in", 1, 1)]),
        ((1, 2, 3), (1, 4, 3), [("out", 1, 1), ("in", 1, 1)]),
        ((1, 1, 1), (1, 1), [("out", 2, 2)]),
        ((), (1, 2), [("in", 0, 1)]),
        ((1, 2), (), [("out", 0, 1)]),
    ],
)
def test_only_the_lines_that_differ_change(model, before, after, expected):
    model.show_findings(problems(*before))
    changes = changes_of(model)
    model.show_findings(problems(*after))
    assert changes == expected
    assert list(model.findings) == problems(*after)


def test_a_line_says_what_where_and_why(model):
    model.show_findings(problems(1))
    index = model.index(0)
    assert index.data() == "第 1 个问题。"
    assert index.data(SOURCE) == "绩效指标 · 依据"
    assert index.data(FINDING) == problem(1)


def test_a_screen_reader_hears_the_severity_first(model):
    model.show_findings([problem(1, Severity.WARNING)])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "提醒：第 1 个问题。"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "绩效指标 · 依据"


def test_so_many_are_listed_that_the_window_does_not_stall(model):
    model.show_findings(problems(*range(MOST_SHOWN + 50)))
    assert model.rowCount() == MOST_SHOWN
