# SPDX-License-Identifier: MIT
"""Claims about fields outside the tables."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from model.edits import SetCell
from tests.ui.hands import write
from ui.boxes import LineBox
from ui.fields import CharacterCount, line_field, text_field

NAME, YEAR = ("project_name",), ("fiscal_year",)


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
