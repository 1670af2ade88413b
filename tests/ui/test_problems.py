# SPDX-License-Identifier: MIT
"""Claims about the problem list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout

from model.places import place_of
from model.rules.finding import Finding, Severity
from tests.ui.test_problem_model import problems
from ui.problem_model import MOST_SHOWN
from ui.problems import ProblemPanel

ERROR, WARNING, HINT, TODO = Severity.ERROR, Severity.WARNING, Severity.HINT, Severity.TODO


def found(severity, where):
    return Finding("a.rule", severity, place_of(where), f"{where} 有问题。", "依据")


THREE = [
    found(TODO, "/project_name"),
    found(ERROR, "/funds/total/actual"),
    found(ERROR, "/indicators/0/children/0/children/2/score"),
]


@pytest.fixture
def panel(qtbot):
    panel = ProblemPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    panel.show_findings(THREE)
    return panel


@pytest.fixture
def chosen(panel):
    places = []
    panel.place_chosen.connect(places.append)
    return places


def test_the_head_counts_each_severity(panel):
    assert [panel.chips[one].text() for one in (ERROR, WARNING, TODO)] == ["2 错误", "0 提醒", "1 待填"]


def test_hints_are_counted_only_where_there_are_some(panel):
    assert not panel.chips[HINT].isVisible()
    panel.show_findings([found(HINT, "/goal_actual")])
    assert panel.chips[HINT].isVisible()


def test_a_severity_can_be_left_out(panel):
    panel.chips[ERROR].click()
    assert [finding.severity for finding in panel.model.findings] == [TODO]
    assert panel.chips[ERROR].text() == "2 错误"


def test_a_click_asks_to_go_to_the_cell(panel, chosen, qtbot):
    line = panel.list.visualRect(panel.model.index(1)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert chosen[-1] == place_of("/funds/total/actual")


def test_enter_asks_to_go_to_the_cell(panel, chosen, qtbot):
    panel.list.setCurrentIndex(panel.model.index(2))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert chosen == [THREE[2].place]


def test_the_first_step_leads_to_the_first_problem(panel, chosen):
    panel.step(1)
    assert chosen == [THREE[0].place]


def test_steps_go_on_and_around(panel, chosen):
    for _ in range(4):
        panel.step(1)
    assert chosen == [finding.place for finding in (*THREE, THREE[0])]


def test_steps_go_back_and_around(panel, chosen):
    panel.step(-1)
    panel.step(-1)
    assert chosen == [THREE[2].place, THREE[1].place]


@pytest.mark.parametrize(
    ("here", "direction", "expected"),
    [
        ("/fiscal_year", 1, 0),
        ("/competent_department", 1, 1),
        ("/competent_department", -1, 0),
        ("/funds/total/actual", 1, 2),
        ("/funds/total/actual", -1, 0),
        ("/indicators/0/children/0/children/2/points", 1, 2),
        ("/indicators/0/children/0/children/2/reason", 1, 0),
    ],
)
def test_a_step_begins_where_the_clerk_is(panel, chosen, here, direction, expected):
    panel.note_place(place_of(here))
    panel.step(direction)
    assert chosen == [THREE[expected].place]


def test_two_problems_of_one_cell_are_two_steps(panel, chosen):
    panel.show_findings([THREE[1], THREE[1], THREE[2]])
    panel.step(1)
    panel.step(1)
    assert panel.list.currentIndex().row() == 1
    panel.step(1)
    assert chosen[-1] == THREE[2].place


def test_after_a_problem_is_mended_the_next_step_leads_to_the_one_behind_it(panel, chosen):
    panel.step(1)
    panel.show_findings(THREE[1:])
    panel.step(1)
    assert chosen[-1] == THREE[1].place


def test_without_problems_it_says_so(panel, chosen):
    panel.show_findings([])
    panel.step(1)
    assert "没有发现问题" in panel.notice.text()
    assert not panel.list.isVisible()
    assert chosen == []


def test_what_is_not_listed_is_counted(panel):
    panel.show_findings(problems(*range(MOST_SHOWN + 7)))
    assert "还有 7 条" in panel.notice.text()


def test_every_sentence_has_the_height_it_needs(panel):
    narrow = panel.list.visualRect(panel.model.index(2)).height()
    panel.show_findings([Finding("a.rule", ERROR, ("goal_actual",), "很长的一句话，" * 30, "依据")])
    assert panel.list.visualRect(panel.model.index(0)).height() > 2 * narrow


def test_a_narrower_list_keeps_its_lines_apart(panel, qtbot):
    long = Finding("a.rule", ERROR, ("goal_actual",), "很长的一句话，" * 30, "依据")
    panel.resize(700, 600)
    panel.show_findings([long, long])
    assert panel.list.visualRect(panel.model.index(1)).isValid()
    panel.resize(300, 600)
    qtbot.waitUntil(lambda: panel.list.viewport().width() <= 300)
    first, second = (panel.list.visualRect(panel.model.index(row)) for row in range(2))
    assert second.top() > first.bottom()


def test_in_a_narrow_list_the_chips_only_count_to_the_eye(panel):
    panel.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # as within a dock
    panel.setMinimumWidth(0)
    panel.resize(150, 600)
    assert [panel.chips[one].text() for one in (ERROR, WARNING, TODO)] == ["2", "0", "1"]
    assert panel.chips[ERROR].accessibleName() == "2 个错误"
    panel.resize(300, 600)
    assert panel.chips[ERROR].text() == "2 错误"


def test_the_list_shows_where_the_keys_go_as_soon_as_it_has_them(panel):
    panel.list.setFocus()
    assert panel.list.currentIndex().row() == 0
