# SPDX-License-Identifier: MIT
"""Claims about what is made ready while the window rests."""

import pytest
from PySide6.QtCore import Qt

from model.edits import SetCell
from tests.builders import complete_form, indicator, tree
from tests.ui.hands import document_of, golden
from ui.readiness import MOST_ROWS, Readiness

LONG_REST = 60_000


class CountingPress:
    """A press that only counts what it is asked for."""

    def __init__(self):
        self.asked = 0

    def prepare_soon(self):
        self.asked += 1


@pytest.fixture
def press():
    return CountingPress()


@pytest.fixture
def document(qapp):
    return golden("002-2")


@pytest.fixture
def readiness(document, press):
    readiness = Readiness(document, press)
    yield readiness
    readiness.stop()


def test_a_form_just_opened_is_prepared_when_the_window_rests(document, press, readiness, qtbot):
    readiness._rest.setInterval(1)
    document.was_reset.emit()
    qtbot.waitUntil(lambda: press.asked == 1)
    assert not readiness.is_awaited


def test_nothing_is_prepared_while_the_clerk_types(document, press, readiness, qtbot):
    readiness._rest.setInterval(LONG_REST)
    readiness._rest.setTimerType(Qt.TimerType.PreciseTimer)
    document.was_reset.emit()
    qtbot.waitUntil(lambda: readiness._rest.remainingTime() < LONG_REST - 50)
    document.do(SetCell(("project_name",), "新名"), "输入")
    assert readiness._rest.remainingTime() > LONG_REST - 50


def test_an_edit_later_on_prepares_nothing(document, readiness):
    document.do(SetCell(("project_name",), "新名"), "输入")
    assert not readiness.is_awaited


def test_a_long_form_is_not_prepared(press, qtbot):
    rows = [indicator() for _ in range(MOST_ROWS + 1)]
    document = document_of(complete_form(indicators=tree(产出指标_数量指标=rows)))
    readiness = Readiness(document, press)
    readiness._rest.setInterval(1)
    with qtbot.waitSignal(readiness._rest.timeout):
        document.was_reset.emit()
    assert press.asked == 0
