# SPDX-License-Identifier: MIT
"""The trial of the input method: whatever comes while something is composed, nothing is lost."""

from itertools import product

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from tests.faults.composing import BOXES, DOINGS, KEYS, LONG, Desk, answer_questions
from tests.ui.hands import accept, compose
from ui.export_sheet import ExportSheet, Offer

CASES = tuple(product(BOXES, DOINGS))


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch):
    answer_questions(monkeypatch.setattr)
    desk = Desk(tmp_path)
    yield desk
    desk.end()


def test_nothing_composed_is_lost(trial, desk):
    with trial("input method: composing, and what comes in the middle", short=60, release=len(CASES)) as run:
        for box, doing in CASES[:: len(CASES) // run.n][: run.n]:  # Qt allows no other thread
            desk.begin()
            widget = desk.reach(box)
            desk.actions.clear()
            compose(widget, box.text)
            run.count(DOINGS[doing](desk, box, widget), f"{box.name}: {doing} {desk.actions}")


def lines_of(desk, tmp_path):
    """The lines of text outside of the form, each as it is shown."""
    finding = desk.window.rooms.finding_text
    finding.open_replace()
    yield "find", finding.bar.needle
    yield "replace", finding.bar.text
    sheet = ExportSheet(Offer(tmp_path, {True: "a.pdf", False: "b.pdf"}, False, "", ()), desk.window)
    sheet.show()
    yield "name of the PDF", sheet.name
    sheet.close()
    desk.window.rooms.manual.open("save")
    yield "search in the manual", desk.window.rooms.manual.window.search


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising a window
def test_no_key_acts_in_a_line_outside_of_the_form(trial, desk, tmp_path):
    with trial("input method: lines outside of the form") as run:
        desk.begin()
        for name, line in lines_of(desk, tmp_path):
            for key in KEYS:
                line.setFocus()
                line.clear()
                desk.actions.clear()
                compose(line, "bian")
                stroke = QKeySequence(key)[0]
                QTest.keyClick(line, stroke.key(), stroke.keyboardModifiers())
                is_shown = line.isVisible()
                accept(line, "编写")
                run.count(
                    is_shown and line.text() == "编写" and not desk.actions, f"{name}: {key} {line.text()}"
                )
            accept(line, LONG)
            run.count(LONG in line.text(), f"{name}: long text")
