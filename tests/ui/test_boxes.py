# SPDX-License-Identifier: MIT
"""Claims about boxes of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from ui.boxes import LineBox, TextBox, shared_start

LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.just("\n"), max_size=30)


@given(first=LINES, second=LINES)
def test_a_text_box_holds_what_it_is_given(qapp, first, second):
    box = TextBox()
    box.put(first)
    assert box.typed() == first
    box.put(second)
    assert box.typed() == second


@pytest.mark.parametrize("kind", [LineBox, TextBox])
def test_what_the_program_puts_in_is_not_taken_for_typing(qtbot, kind):
    box = kind()
    qtbot.addWidget(box)
    with qtbot.assertNotEmitted(box.edited):
        box.put("场次")
    with qtbot.waitSignal(box.edited):
        qtbot.keyClicks(box, "a")


def test_the_cursor_stays_where_the_text_did_not_change(qtbot):
    box = LineBox()
    qtbot.addWidget(box)
    box.put("abcdef")
    box.setCursorPosition(2)
    box.put("abcdefgh")
    assert box.cursorPosition() == 2


def test_after_a_change_the_cursor_stands_behind_it(qtbot):
    box = TextBox()
    qtbot.addWidget(box)
    box.put("甲句。丙句。")
    box.moveCursor(QTextCursor.MoveOperation.Start)
    box.put("甲句。乙段，丙句。")
    assert box.textCursor().position() == len("甲句。乙段，")


def test_line_ends_of_other_systems_show_as_lines(qtbot):
    box = TextBox()
    qtbot.addWidget(box)
    box.put("一\r\n二\r三")
    assert box.typed() == "一\n二\n三"


def test_how_much_two_texts_share():
    assert shared_start("abc", "abd") == 2
    assert shared_start("ab", "abc") == 2
    assert shared_start("", "a") == 0


def test_long_text_leaves_undo_to_the_document(qtbot):
    box = TextBox()
    qtbot.addWidget(box)
    assert not box.isUndoRedoEnabled()
