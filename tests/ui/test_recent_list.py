# SPDX-License-Identifier: MIT
"""Claims about the list of forms worked on lately."""

import shutil
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from tests.builders import GOLDEN
from ui.recent import RecentForm, mtime_of, recent_forms, remember
from ui.recent_lines import SECOND_LINE, day_of, standing
from ui.recent_list import LAST, RecentList

TODAY = date(2024, 11, 20)


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "002-1.json", path)
    return path


@pytest.fixture
def recent(settings, draft):
    counts, mtime = {"error": 2, "todo": 4}, mtime_of(draft)
    recent = RecentForm(str(draft), "甲项目", 2024, counts, "97.78", "优", mtime, "市图书馆", "ministry")
    remember(settings, recent)
    return recent


@pytest.fixture
def listed(qtbot, settings, recent):
    listed = RecentList(settings)
    qtbot.addWidget(listed)
    listed.list_forms()
    return listed


def texts(listed, row=0):
    return [listed.topLevelItem(row).text(column) for column in range(listed.columnCount())]


def test_a_line_says_project_state_score_and_last_change(listed):
    name, state, score, last = texts(listed)
    assert (name, state, score) == ("甲项目", "2 错误，4 待填", "97.78 优")
    assert last.startswith("今天")


def test_below_it_says_year_unit_and_template(listed):
    assert listed.topLevelItem(0).data(0, SECOND_LINE) == "2024 · 市图书馆 · 财政部通用（万元）"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_form(listed, draft, qtbot, key):
    with qtbot.waitSignal(listed.form_chosen) as chosen:
        qtbot.keyClick(listed, key)
    assert chosen.args == [draft]


def test_a_click_opens_the_form_once(listed, draft, qtbot):
    chosen = []
    listed.form_chosen.connect(chosen.append)
    middle = listed.visualItemRect(listed.topLevelItem(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == [draft]


def test_delete_takes_the_form_off_the_list_and_leaves_the_file(listed, settings, draft, qtbot):
    with qtbot.waitSignal(listed.emptied):
        qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert recent_forms(settings) == []
    assert draft.exists()


def test_a_vanished_file_stays_listed_and_says_so(listed, draft):
    draft.unlink()
    listed.list_forms()
    assert listed.topLevelItem(0).data(0, SECOND_LINE).startswith("文件已不在原处：")


def test_a_vanished_file_is_not_opened_but_can_be_taken_off(listed, draft, qtbot, settings):
    draft.unlink()
    listed.list_forms()
    with qtbot.assertNotEmitted(listed.form_chosen):
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    button = listed.itemWidget(listed.topLevelItem(0), LAST)
    assert button.text() == "从列表移除"
    button.click()
    assert recent_forms(settings) == []


def test_the_menu_of_a_line_opens_it_or_takes_it_off(listed, draft, qtbot, settings):
    opens, forgets = listed.menu_of(listed.topLevelItem(0)).actions()
    with qtbot.waitSignal(listed.form_chosen):
        opens.trigger()
    forgets.trigger()
    assert recent_forms(settings) == []
    assert draft.exists()


@pytest.mark.parametrize(
    ("wanted", "count"), [("", 1), ("甲", 1), ("２０２４ 图书", 1), ("通用", 1), ("乙", 0), ("甲 乙", 0)]
)
def test_forms_are_looked_for_by_all_their_words(listed, wanted, count):
    listed.list_forms(wanted)
    assert listed.topLevelItemCount() == count


def test_typing_in_the_list_asks_to_search(listed, qtbot):
    with qtbot.waitSignal(listed.search_wanted) as wanted:
        qtbot.keyClicks(listed, "a")
    assert wanted.args == ["a"]


def test_a_file_changed_elsewhere_is_described_anew(listed, settings, recent, qtbot):
    remember(settings, replace(recent, mtime_ns=1))
    listed.list_forms()
    qtbot.waitUntil(lambda: texts(listed)[0] == "信息化建设项目")
    assert texts(listed)[1] == "3 错误，2 提醒"


def test_a_form_without_findings_has_no_problem(recent):
    assert standing(replace(recent, counts={"hint": 3})) == "完整"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2024, 11, 20, 9, 5), "今天 09:05"),
        (datetime(2024, 11, 19, 23, 59), "昨天 23:59"),
        (datetime(2024, 11, 18, 12, 0), "2 天前"),
        (datetime(2024, 11, 14, 12, 0), "6 天前"),
        (datetime(2024, 11, 13, 12, 0), "2024-11-13"),
        (datetime(2024, 11, 21, 12, 0), "2024-11-21"),
    ],
)
def test_days_are_written_the_short_way(moment, expected):
    assert day_of(moment, TODAY) == expected
