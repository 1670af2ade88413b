# SPDX-License-Identifier: MIT
"""Claims about the notices above the page."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.manual.topics import topic_of
from ui.notice_bar import Notice, NoticeBar


@pytest.fixture
def bar(qtbot):
    """A bar above a field that has the focus."""
    page = QWidget()
    qtbot.addWidget(page, before_close_func=QWidget.hide)  # which keeps it until then
    page.bar, page.field = NoticeBar(page), QLineEdit(page)
    layout = QVBoxLayout(page)
    layout.addWidget(page.bar)
    layout.addWidget(page.field)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.field.setFocus()
    page.bar.page = page
    return page.bar


def said(bar):
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def button(bar, words):
    return next(one for one in bar.findChildren(QPushButton) if one.text() == words and one.isVisible())


def test_without_a_notice_there_is_no_bar(bar):
    assert not bar.isVisible()


def test_a_notice_is_said_and_takes_no_focus(bar):
    bar.show_notice(Notice("lock", "张三正在修改"))
    assert said(bar) == ["张三正在修改"]
    assert bar.page.field.hasFocus()
    assert "张三正在修改" in bar.accessibleDescription()


def test_a_notice_of_the_same_key_takes_the_place_of_the_first(bar):
    bar.show_notice(Notice("lock", "张三正在修改"))
    bar.show_notice(Notice("lock", "李四正在修改"))
    assert said(bar) == ["李四正在修改"]


def test_notices_of_several_keys_stand_below_each_other(bar):
    bar.show_notice(Notice("lock", "张三正在修改"))
    bar.show_notice(Notice("disk", "磁盘没有确认"))
    assert said(bar) == ["张三正在修改", "磁盘没有确认"]
    bar.clear("lock")
    assert said(bar) == ["磁盘没有确认"]


def test_a_way_is_gone_and_the_notice_stays(bar):
    gone = []
    bar.show_notice(Notice("lock", "张三正在修改", (("接手", lambda: gone.append("接手")),)))
    button(bar, "接手").click()
    assert gone == ["接手"]
    assert bar.keys == ("lock",)


def test_a_notice_put_away_is_told(bar, qtbot):
    bar.show_notice(Notice("disk", "磁盘没有确认"))
    with qtbot.waitSignal(bar.closed) as closed:
        button(bar, "知道了").click()
    assert closed.args == ["disk"]
    assert not bar.isVisible()


def test_what_may_not_be_put_away_has_no_such_button(bar):
    bar.show_notice(Notice("lock", "张三正在修改", can_be_closed=False))
    assert bar.findChildren(QPushButton) == []


def test_the_manual_opens_where_the_notice_belongs(bar):
    bar.show_notice(Notice("lock", "张三正在修改", topic="save#conflict"))
    assert topic_of(bar) == "save#conflict"


def test_another_form_begins_without_notices(bar):
    bar.show_notice(Notice("lock", "张三正在修改"))
    bar.clear_all()
    assert bar.keys == ()
