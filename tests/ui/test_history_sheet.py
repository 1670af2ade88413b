# SPDX-License-Identifier: MIT
"""Claims about the sheet of versions: what is listed, what is said of each, and what can be done with it."""

from datetime import date, datetime
from itertools import pairwise
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer

from model.drafts import to_bytes
from model.edits import SetCell
from model.versions import Kept, Version
from tests.bench.forms import long_form
from tests.builders import complete_form, indicator
from tests.ui.hands import document_of
from ui.history_sheet import HistorySheet
from ui.recent_lines import SECOND_LINE
from ui.version_list import SPOKEN, moment_of

TODAY = date(2026, 11, 20)
WINDOW, FILE, FIRST, SECOND, TORN = range(5)


def version(path, form, kept=Kept.BACKUP, day=19, minute=10):
    path.write_bytes(form if isinstance(form, bytes) else to_bytes(form))
    return Version(kept, path, datetime(2026, 11, day, 9, minute))


def form_with(*names, **fields):
    form = complete_form(**fields)
    form.indicators[0].children[0].children.extend(indicator(name) for name in names)
    return form


@pytest.fixture
def document(qapp):
    document = document_of(form_with("甲", "乙", goal_actual="写完了。"))
    document.do(SetCell(("project_name",), "改了名"), "")
    return document


@pytest.fixture
def versions(tmp_path):
    return [
        Version(Kept.WINDOW, tmp_path / "0.json", datetime(2026, 11, 20, 15, 50)),
        version(tmp_path / "0.json", form_with("甲", "乙", goal_actual="写完了。"), Kept.FILE, 20, 42),
        version(tmp_path / "1.json", form_with("甲", "乙")),
        version(tmp_path / "2.json", form_with("甲"), day=18),
        version(tmp_path / "3.json", b"{", day=17),
    ]


def test_a_version_that_a_newer_program_saved_is_not_brought_back(qtbot, document, tmp_path):
    newer = to_bytes(complete_form()).replace(b'"version": 1', b'"version": 99')
    sheet = HistorySheet(document, [version(tmp_path / "a.json", newer)], TODAY, print)
    qtbot.addWidget(sheet, before_close_func=lambda sheet: sheet.reader.stop())
    qtbot.waitUntil(lambda: "升级" in sheet.summary.text())
    assert not sheet.restore.isEnabled()


@pytest.fixture
def saved():
    return []


@pytest.fixture
def sheet(qtbot, document, versions, saved):
    sheet = HistorySheet(document, versions, TODAY, lambda form, parent: saved.append(form))
    qtbot.addWidget(sheet, before_close_func=lambda sheet: sheet.reader.stop())
    with qtbot.waitExposed(sheet):
        sheet.show()
    qtbot.waitUntil(lambda: sheet.list.item(TORN).data(SECOND_LINE) != "")
    return sheet


def at(sheet, qtbot, row):
    """Stand at a version and wait for what is said of it."""
    with qtbot.waitSignal(sheet.reader.compared, check_params_cb=lambda number, _: number == sheet._wish):
        sheet.list.setCurrentRow(row)
        sheet._look()
    return [sheet.changes.item(row).text() for row in range(sheet.changes.count())]


def lines(sheet):
    return [(sheet.list.item(row).text(), sheet.list.item(row).data(SECOND_LINE)) for row in range(5)]


def test_versions_are_listed_with_time_score_and_count_of_changes(sheet):
    assert lines(sheet) == [
        ("窗口里的（没有保存）", "119.50 优 · 1 处改动"),
        ("现在的文件 今天 09:42", "119.50 优 · 1 处改动"),
        ("昨天 09:10", "119.50 优 · 1 处改动"),
        ("前天 09:10", "109.50 优"),
        ("11月17日 09:10", "读不出来"),
    ]
    assert sheet.list.item(FIRST).data(SPOKEN) == "昨天 09:10，119.50 优 · 1 处改动"


def test_it_says_what_has_changed_since_a_version(sheet, qtbot):
    assert at(sheet, qtbot, FIRST) == [
        "项目名称：图书馆开放经费 → 改了名",
        "实际完成情况：全年开放了三百天。 → 写完了。",
    ]
    assert sheet.summary.text() == "2 处改动：基本信息 1、目标 1。"


def test_it_says_what_a_version_has_changed(sheet, qtbot):
    at(sheet, qtbot, FIRST)
    sheet.by.setChecked(True)
    assert at(sheet, qtbot, FIRST) == ["产出指标 › 数量指标：新增指标“乙”（分值 10，得分 10）"]


def test_of_the_windows_it_says_what_is_not_saved(sheet, qtbot):
    assert at(sheet, qtbot, WINDOW) == ["项目名称：图书馆开放经费 → 改了名"]
    assert not sheet.restore.isEnabled()
    assert sheet.copy.isEnabled()


def test_the_oldest_has_none_before_it(sheet, qtbot):
    sheet.by.setChecked(True)
    assert at(sheet, qtbot, SECOND) == []
    assert "没有更早的" in sheet.summary.text()


def test_a_version_that_cannot_be_read_says_so_in_one_sentence_and_nothing_can_be_done_with_it(sheet, qtbot):
    assert at(sheet, qtbot, TORN) == []
    assert sheet.summary.text().startswith("“3.json”")
    assert not any(button.isEnabled() for button in (sheet.restore, sheet.save, sheet.copy))
    assert sheet.list.item(TORN).foreground().color() == sheet.palette().placeholderText().color()


def test_enter_restores_the_version_in_view(sheet, qtbot):
    at(sheet, qtbot, FIRST)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    qtbot.waitUntil(sheet.restore.isEnabled)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert sheet.chosen.form == form_with("甲")
    assert (sheet.chosen.name, sheet.chosen.is_to_stay) == ("前天 09:10", True)


def test_escape_wants_nothing(sheet, qtbot):
    qtbot.keyClick(sheet.list, Qt.Key.Key_Escape)
    assert sheet.chosen is None
    assert not sheet.isVisible()


def test_a_version_can_be_opened_beside_or_saved_elsewhere(sheet, qtbot, saved):
    at(sheet, qtbot, SECOND)
    sheet.save.click()
    assert saved == [form_with("甲")]
    sheet.copy.click()
    assert not sheet.chosen.is_to_stay


def test_a_version_of_another_template_can_only_be_opened_beside(qtbot, document, tmp_path):
    other = version(tmp_path / "a.json", complete_form("shanghai-2024"))
    sheet = HistorySheet(document, [other], TODAY, print)
    qtbot.addWidget(sheet, before_close_func=lambda sheet: sheet.reader.stop())
    qtbot.waitUntil(sheet.copy.isEnabled)
    assert not sheet.restore.isEnabled()
    assert "另一个模板" in sheet.restore.toolTip()


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 20, 0, 1), "今天 00:01"),
        (datetime(2026, 11, 19, 23, 59), "昨天 23:59"),
        (datetime(2026, 1, 2, 8, 5), "1月2日 08:05"),
        (datetime(2025, 12, 31, 8, 5), "2025-12-31 08:05"),
        (datetime(2026, 11, 22, 8, 5), "11月22日 08:05"),  # a clock that jumped
    ],
)
def test_times_are_told_in_words(moment, words):
    assert moment_of(moment, TODAY) == words


def test_fifty_versions_of_seventy_rows_hold_nothing_up(qtbot, tmp_path):
    form = long_form(70)
    versions = [version(tmp_path / f"{n}.json", form) for n in range(50)]
    beats = []
    pulse = QTimer(interval=0)
    pulse.timeout.connect(lambda: beats.append(perf_counter()))
    pulse.start()
    sheet = HistorySheet(document_of(form), versions, TODAY, print)
    qtbot.addWidget(sheet, before_close_func=lambda sheet: sheet.reader.stop())
    sheet.show()
    qtbot.waitUntil(lambda: sheet.list.item(49).data(SECOND_LINE) != "", timeout=20_000)
    assert max(later - beat for beat, later in pairwise(beats)) < 1  # s; 0.035 measured
