# SPDX-License-Identifier: MIT
"""Claims about where a part of a cell's text stands on the screen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPalette

from ui.cell_spans import boxes_of, units
from ui.cells import Cell, Look
from ui.ink import ink_of

BOX = QRect(100, 50, 90, 120)


@pytest.fixture
def ink(qapp):
    return ink_of(QPalette(), QFont(), 1.0)


def boxes(cell, span, ink, in_middle=False):
    return list(boxes_of(cell, span, BOX, ink, in_middle))


def test_a_span_that_wraps_has_a_box_on_every_line(ink):
    found = boxes(Cell("场" * 30, is_long=True), (0, 30), ink)
    assert len(found) > 1
    assert all(BOX.contains(box) for box in found)
    assert len({box.top() for box in found}) == len(found)


def test_a_later_span_stands_further_right(ink):
    cell = Cell("abcdef", is_long=True)
    (first,), (second,) = boxes(cell, (0, 2), ink), boxes(cell, (3, 5), ink)
    assert first.right() < second.left()
    assert first.top() == second.top()


def test_a_number_is_marked_at_the_right(ink):
    (box,) = boxes(Cell("12.5", is_number=True), (2, 4), ink)
    assert BOX.right() - box.right() < 12


@pytest.mark.parametrize("in_middle", [True, False])
def test_it_stands_as_high_as_the_text(ink, in_middle):
    (box,) = boxes(Cell("产出指标", Look.LEVEL1), (0, 2), ink, in_middle)
    assert (abs(box.center().y() - BOX.center().y()) < 3) is in_middle


def test_positions_count_as_qt_does():
    assert units("𠮷a") == 3
