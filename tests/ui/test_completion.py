# SPDX-License-Identifier: MIT
"""Claims about the list of suggestions at an editor."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.completing import Offer
from tests.ui.hands import accept, compose, write
from ui.boxes import LineBox, TextBox
from ui.completion import Completing
from ui.completion_list import MOST_LINES, list_of
from ui.editors import TextEditor

WORDS = ("培训人次", "培训场次", "培训合格率")


def offers_for(typed):
    return [Offer(word, "常用指标", (0, 1), "≥1(次)") for word in WORDS if typed in (word[: len(typed)], "p")]


@pytest.fixture
def around(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(700, 500)
    QVBoxLayout(around).setContentsMargins(0, 0, 0, 0)
    with qtbot.waitExposed(around):
        around.show()
    return around


@pytest.fixture(params=[LineBox, TextBox, TextEditor], ids=lambda kind: kind.__name__)
def editor(request, around):
    editor = request.param(around)
    editor.setGeometry(20, 100, 200, 60)
    editor.show()
    editor.setFocus()
    return editor


@pytest.fixture
def completing(editor):
    return Completing(editor, offers_for)


def press(editor, *keys):
    for key in keys:
        combination = QKeySequence(key)[0]
        QTest.keyClick(editor, combination.key(), combination.keyboardModifiers())


def test_typing_shows_the_list_and_fills_nothing_in(editor, completing):
    write(editor, "p")
    assert completing.is_open
    assert editor.typed() == "p"
    assert editor.hasFocus()


@pytest.mark.parametrize("key", ["Return", "Tab"])
def test_before_down_enter_and_tab_are_not_ours(editor, completing, key):
    write(editor, "p")
    press(editor, key)
    assert not any(word in editor.typed() for word in WORDS)


@pytest.mark.parametrize("key", ["Return", "Enter", "Tab"])
def test_down_and_a_key_take_a_suggestion(editor, completing, key):
    write(editor, "p")
    press(editor, "Down", "Down", key)
    assert editor.typed().rstrip("\t") == "培训场次"  # Tab goes on, and here nobody waits for it
    assert not completing.is_open


def test_up_from_the_first_line_leaves_the_list(editor, completing):
    write(editor, "p")
    press(editor, "Down", "Up")
    assert completing.is_open
    assert list_of(editor.window()).current is None


def test_down_at_the_last_line_stays(editor, completing):
    write(editor, "p")
    press(editor, *["Down"] * 9)
    assert list_of(editor.window()).current.text == WORDS[-1]


def test_escape_closes_the_list_and_keeps_what_was_typed(editor, completing):
    write(editor, "p")
    press(editor, "Escape")
    assert not completing.is_open
    assert editor.typed() == "p"


def test_typing_on_leaves_the_line_one_had_gone_to(editor, completing):
    accept(editor, "培")
    press(editor, "Down")
    accept(editor, "训")
    assert list_of(editor.window()).current is None
    assert completing.is_open


def test_the_list_goes_when_nothing_fits_or_nothing_is_typed(editor, completing):
    write(editor, "px")
    assert not completing.is_open
    press(editor, "Backspace")
    assert completing.is_open
    press(editor, "Backspace")
    assert not completing.is_open


def test_alt_down_lists_all_at_an_empty_editor(editor, completing):
    press(editor, "Alt+Down")
    assert len(list_of(editor.window()).lines.offers) == len(WORDS)


def test_alt_down_at_a_text_is_not_ours(editor, completing):
    write(editor, "px")
    press(editor, "Alt+Down")
    assert not completing.is_open


def test_the_list_is_hidden_while_composing(editor, completing):
    write(editor, "p")
    compose(editor, "pei")
    assert not completing.is_open
    assert editor.typed() == "p"


@pytest.mark.parametrize("key", ["Down", "Alt+Down", "Return", "Escape"])
def test_keys_while_composing_belong_to_the_input_method(editor, completing, key):
    compose(editor, "pei")
    press(editor, key)
    assert not completing.is_open
    assert not any(word in editor.typed() for word in WORDS)


def test_a_composed_word_shows_the_list_when_it_is_handed_over(editor, completing):
    compose(editor, "pei")
    accept(editor, "培")
    assert completing.is_open


def test_leaving_the_editor_closes_the_list(editor, completing, around):
    write(editor, "p")
    other = LineBox(around)
    other.show()
    other.setFocus()
    assert not completing.is_open


def test_a_click_takes_a_suggestion_and_the_focus_stays(editor, completing):
    write(editor, "p")
    view = list_of(editor.window()).view
    line = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert editor.typed() == WORDS[2]
    assert editor.hasFocus()


def test_taking_is_one_step_back_in_the_editor(around):
    editor = TextEditor(around)
    editor.show()
    Completing(editor, offers_for)
    write(editor, "p")
    press(editor, "Down", "Return", "Ctrl+Z")
    assert editor.typed() == "p"


def test_only_the_phrase_is_replaced_and_the_open_fact_is_chosen(around):
    editor = TextEditor(around)
    editor.show()
    Completing(editor, lambda typed: [Offer("原因：××推迟××。", "常用写法", start=4)])
    write(editor, "𠮷另有，zb")
    press(editor, "Down", "Return")
    assert editor.typed() == "𠮷另有，原因：××推迟××。"
    write(editor, "9")
    assert editor.typed() == "𠮷另有，原因：9推迟××。"


def test_amid_a_text_nothing_is_offered(editor, completing):
    write(editor, "px")
    press(editor, "Left", "Backspace")
    assert editor.typed() == "x"
    assert not completing.is_open


def test_the_screen_reader_is_told_how_many_and_which(editor, completing):
    editor.setAccessibleDescription("单位全称")
    write(editor, "p")
    assert editor.accessibleDescription() == "有 3 条建议，按向下键选择"
    press(editor, "Down")
    assert editor.accessibleDescription() == "建议 1/3：培训人次，≥1(次)，常用指标"
    press(editor, "Escape")
    assert editor.accessibleDescription() == "单位全称"


def test_a_second_editor_takes_the_list_over(around):
    first, second = LineBox(around), LineBox(around)
    both = [Completing(one, offers_for) for one in (first, second)]
    for one in (first, second):
        one.show()
        write(one, "p")
    assert [one.is_open for one in both] == [False, True]
    press(second, "Down", "Return")
    assert (first.typed(), second.typed()) == ("p", WORDS[0])


@pytest.mark.parametrize("top", [0, 200, 430])
def test_the_list_lies_beside_what_is_typed_never_over_it(editor, completing, top):
    editor.setGeometry(550, top, 140, 60)
    write(editor, "p")
    shown = list_of(editor.window())
    typed = QRect(editor.mapTo(editor.window(), QPoint(0, 0)), editor.size())
    if isinstance(editor, TextBox):
        typed = editor.cursorRect().translated(editor.viewport().mapTo(editor.window(), QPoint(0, 0)))
    assert completing.is_open
    assert not shown.geometry().intersects(typed)
    assert editor.window().rect().contains(shown.geometry())


def test_a_long_list_shows_eight_lines(around):
    editor = LineBox(around)
    editor.show()
    Completing(editor, lambda typed: [Offer(f"指标{number}", "") for number in range(30)])
    write(editor, "z")
    view = list_of(around).view
    assert view.viewport().height() // view.sizeHintForRow(0) == MOST_LINES


def test_in_a_window_without_room_there_is_no_list(around):
    around.resize(300, 60)
    editor = LineBox(around)
    editor.setGeometry(0, 0, 300, 60)
    editor.show()
    completing = Completing(editor, offers_for)
    write(editor, "p")
    assert not completing.is_open
    press(editor, "Down", "Return")
    assert editor.typed() == "p"
