# SPDX-License-Identifier: MIT
"""Claims about the editors of cells."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.editors import LineEditor, TextEditor

CELL = QRect(10, 20, 150, 34)


@pytest.fixture
def around(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(400, 300)
    around.show()
    return around


def both(around: QWidget) -> list[LineEditor | TextEditor]:
    return [LineEditor(around, is_number=True), TextEditor(around)]


def test_the_first_character_replaces_the_text(around):
    for editor in both(around):
        editor.begin("12")
        QTest.keyClicks(editor, "3")
        assert editor.typed() == "3"


def test_keeping_adds_to_the_text(around):
    for editor in both(around):
        editor.begin("12")
        editor.keep()
        QTest.keyClicks(editor, "3")
        assert editor.typed() == "123"


@pytest.mark.parametrize("text", ["两\n行", "不\u00a0断", "长" * 3000, "𠮷野家", ""])
def test_a_text_nobody_touches_stays_as_it_was(around, text):
    editor = TextEditor(around)
    editor.begin(text)
    assert editor.typed() == text


def test_it_grows_downwards_with_its_text(around):
    editor = TextEditor(around)
    editor.begin("一行")
    editor.show()
    editor.fit(CELL)
    assert editor.geometry() == CELL
    editor.setPlainText("完成培训场次" * 10)
    assert editor.geometry().height() > CELL.height()
    assert editor.geometry().top() == CELL.top()


def test_near_the_foot_it_grows_upwards_and_never_beyond_the_view(around):
    editor = TextEditor(around)
    editor.show()
    editor.fit(QRect(10, 260, 150, 30))
    editor.setPlainText("完成培训场次" * 200)
    assert 0 <= editor.geometry().top() < 260
    assert editor.geometry().height() <= around.height()


def test_a_line_stays_inside_its_frame(around):
    editor = LineEditor(around, is_number=False)
    editor.fit(CELL)
    assert CELL.contains(editor.geometry())
