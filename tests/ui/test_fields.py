# SPDX-License-Identifier: MIT
"""Claims about fields outside the tables."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.edits import SetCell
from tests.ui.hands import compose, write
from ui.boxes import LineBox
from ui.fields import CharacterCount, Completion, line_field, text_field

NAME, YEAR, UNIT = ("project_name",), ("fiscal_year",), ("implementing_unit",)


class Earlier:
    """Suggestions of a clerk who has filled in two forms."""

    def earlier(self, key: str) -> list[str]:
        return [f"{key} 图书馆", "文化馆"]


@pytest.fixture
def box(qtbot):
    box = LineBox()
    Completion(box, "implementing_unit", Earlier())
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusIn))
    return box


def test_a_field_is_named_after_its_label(qtbot, document):
    field = line_field(document, NAME, LineBox())
    qtbot.addWidget(field)
    field.set_label("项目名称")
    assert field.label.text() == field.box.accessibleName() == "项目名称"
    assert field.label.buddy() is field.box


def test_an_empty_field_wears_the_mark_and_says_why(qtbot, document):
    field = line_field(document, NAME, LineBox())
    qtbot.addWidget(field)
    document.do(SetCell(NAME, ""), "")
    assert field.mark.severity == "todo"
    assert field.mark.toolTip() == field.box.accessibleDescription() == "待填：请填写项目名称。"


def test_a_year_that_is_none_is_marked_when_the_box_is_left(qtbot, document):
    field = line_field(document, YEAR, LineBox())
    qtbot.addWidget(field)
    field.box.clear()
    write(field.box, "20x4")
    QApplication.sendEvent(field.box, QFocusEvent(QEvent.Type.FocusOut))
    assert field.mark.severity == "error"
    assert "20x4" in field.mark.toolTip()


def test_characters_are_counted_without_blanks(qtbot, document):
    document.do(SetCell(("goal_actual",), "全年 开放\n三百天。"), "")
    field = text_field(document, ("goal_actual",))
    qtbot.addWidget(field)
    count = field.findChild(CharacterCount)
    assert count.text() == "8 字"
    write(field.box, "a")
    assert count.text() == "9 字"


def test_earlier_values_are_offered_and_nothing_is_filled_in(box):
    QTest.keyClicks(box, "lem")
    assert box.completer().completionCount() == 1
    assert box.typed() == "lem"


def test_a_value_is_taken_by_a_key(box):
    QTest.keyClicks(box, "impl")
    popup = box.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.typed() == "implementing_unit 图书馆"


def test_the_offer_goes_away_while_composing(box):
    QTest.keyClicks(box, "impl")
    assert box.completer().popup().isVisible()
    compose(box, "wen")
    assert not box.completer().popup().isVisible()
    assert box.typed() == "impl"
