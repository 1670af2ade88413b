# SPDX-License-Identifier: MIT
"""Claims about the manual's window, used as a clerk does."""

import pytest
from PySide6.QtCore import Qt, QUrl

from model.templates import load_template
from tests.ui.hands import accept, compose
from ui.identity import PROGRAM
from ui.manual.book import PAGES, Book
from ui.manual.contents import ADDRESS
from ui.manual.window import ManualWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def manual(qtbot, settings):
    window = ManualWindow(Book(load_template("ministry")), settings)
    qtbot.addWidget(window)
    window.open("index")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def found(manual):
    lines = manual.contents.found
    heads = [lines.topLevelItem(row) for row in range(lines.topLevelItemCount())]
    return [head.child(row).data(0, ADDRESS) for head in heads for row in range(head.childCount())]


def test_title_and_list_say_which_page_is_in_view(manual):
    manual.open("save#leave")
    assert manual.windowTitle() == f"保存 — {PROGRAM}"
    assert manual.contents.pages.currentItem().text(0) == "保存"


def test_it_opens_at_the_anchor(manual):
    manual.open("checks#rating.mismatch")
    assert manual.leaf.verticalScrollBar().value() > 0


def test_a_link_is_followed_and_alt_left_leads_back(manual, qtbot):
    manual.leaf.anchorClicked.emit(QUrl("funds.html#sums"))
    assert manual.address == "funds#sums"
    qtbot.keyClick(manual.leaf, Key.Key_Left, Mod.AltModifier)
    assert manual.address == "index"
    qtbot.keyClick(manual.leaf, Key.Key_Right, Mod.AltModifier)
    assert manual.address == "funds#sums"


def test_a_link_within_the_page_stays_on_it(manual):
    manual.open("pages")
    manual.leaf.anchorClicked.emit(QUrl("#print"))
    assert manual.address == "pages#print"


def test_a_new_page_ends_the_way_forward(manual):
    manual.open("save")
    manual.step(-1)
    manual.open("find")
    assert not manual.steps["forward"].isEnabled()
    assert manual.steps["back"].isEnabled()


def test_ctrl_f_searches_and_enter_opens_the_first(manual, qtbot):
    qtbot.keyClick(manual.leaf, Key.Key_F, Mod.ControlModifier)
    assert manual.search.hasFocus()
    accept(manual.search, "快速修正")
    assert found(manual)[0] == "problems#fix"
    qtbot.keyClick(manual.search, Key.Key_Return)
    assert manual.address == "problems#fix"


def test_what_is_not_found_is_said(manual):
    manual.search.setText("不存在的词")
    assert found(manual) == []
    assert "没有找到" in manual.contents.found.topLevelItem(0).text(0)


def test_escape_ends_the_search_then_closes(manual, qtbot):
    manual.search.setText("粘贴")
    qtbot.keyClick(manual.search, Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.contents.currentWidget() is manual.contents.pages
    qtbot.keyClick(manual.search, Key.Key_Escape)
    assert not manual.isVisible()


def test_while_composing_nothing_is_searched_and_escape_closes_nothing(manual, qtbot):
    manual.search.setFocus()
    compose(manual.search, "zhan")
    assert manual.contents.currentWidget() is manual.contents.pages
    qtbot.keyClick(manual.search, Key.Key_Escape)
    assert manual.isVisible()


def test_the_list_is_walked_and_opened_with_keys(manual, qtbot):
    manual.contents.pages.setFocus()
    qtbot.keyClick(manual.contents.pages, Key.Key_Down)
    qtbot.keyClick(manual.contents.pages, Key.Key_Return)
    assert manual.address == PAGES[1]


def test_its_size_is_remembered(manual, settings, qtbot):
    manual.resize(800, 555)
    manual.close()
    again = ManualWindow(Book(load_template("ministry")), settings)
    qtbot.addWidget(again)
    assert again.size().height() == 555


def test_everything_is_named_for_the_screen_reader(manual):
    named = (manual.leaf, manual.search, manual.contents.pages, manual.contents.found, *manual.steps.values())
    assert all(widget.accessibleName() for widget in named)


def test_the_text_grows_with_the_interface_font(manual):
    before = manual.leaf.document().size().height()
    font = manual.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    manual.setFont(font)
    assert manual.leaf.document().size().height() > before
