# SPDX-License-Identifier: MIT
"""Claims about the labels of columns and rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import shown
from ui.funds_page import FundsPage
from ui.row_heights import PAD_X, RowHeights


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, FundsPage(document))


@pytest.mark.parametrize("row", range(4))
def test_a_label_has_room_for_all_its_words(page, row):
    header = page.view.verticalHeader()
    label = page.grid.headerData(row, Qt.Orientation.Vertical)
    assert header.width() >= header.fontMetrics().horizontalAdvance(label) + 2 * PAD_X


def test_labels_are_drawn(page):
    header = page.view.horizontalHeader()
    picture = header.grab().toImage()
    ground = picture.pixelColor(2, 2)
    assert any(picture.pixelColor(x, picture.height() // 2) != ground for x in range(picture.width()))


def test_letting_a_column_go_is_told(page, qtbot):
    header = page.view.horizontalHeader()
    with qtbot.waitSignal(header.released):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton)


def test_a_label_without_room_takes_a_second_line(page, qtbot):
    header, single = page.view.horizontalHeader(), RowHeights(page.view.font()).single
    qtbot.waitUntil(lambda: header.height() == single)
    page.resize(520, 700)
    qtbot.waitUntil(lambda: header.lines() == 2 and header.height() > single)
