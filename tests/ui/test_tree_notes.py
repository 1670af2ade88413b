# SPDX-License-Identifier: MIT
"""Claims about what stands around the tree."""

from decimal import Decimal

from model.edits import SetCell
from model.places import indicator_place
from tests.ui.hands import blank
from ui.tree_notes import EmptyTree, Summary


def test_the_summary_gives_score_and_points_of_every_level1_group(qtbot, document):
    summary = Summary(document)
    qtbot.addWidget(summary)
    assert summary.text() == "产出 50/50   效益 30/30   满意度 10/10"
    document.do(SetCell((*indicator_place(0, 0, 0), "score"), Decimal("18.5")), "")
    assert summary.text().startswith("产出 48.5/50")


def test_groups_without_indicators_are_left_out(qtbot, qapp):
    summary = Summary(blank())
    qtbot.addWidget(summary)
    assert summary.text() == ""


def test_an_empty_tree_offers_two_ways_on(qtbot):
    empty = EmptyTree()
    qtbot.addWidget(empty)
    buttons = {button.text(): button for button in empty.buttons}
    with qtbot.waitSignal(empty.template_groups_wanted):
        buttons["按模板添加指标组"].click()
    with qtbot.waitSignal(empty.group_wanted):
        buttons["添加一级指标"].click()
