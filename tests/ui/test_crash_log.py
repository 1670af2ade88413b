# SPDX-License-Identifier: MIT
"""Claims about the last words of a program that crashes, and their offer at the next start."""

import signal

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from model.drafts import load
from tests.builders import GOLDEN
from tests.ui.children import LEAVE, Child
from ui.crash_log import CRASHES, KEY, offer_reports, reports_in

DRAFT = GOLDEN / "000-1.json"
NAME = "没有保存的名称"
CRASH = 'Fatal Python error: Segmentation fault\n\n  File "/home/zhangsan/a/b/c/d.py", line 7 in f\n'


@pytest.fixture
def child(tmp_path):
    return Child(tmp_path)


@pytest.fixture
def left(tmp_path):
    (tmp_path / "0.3.0-7.log").write_text(CRASH, encoding="utf-8")
    (tmp_path / "0.3.0-8.log").write_text("", encoding="utf-8")
    return tmp_path


def test_a_crash_leaves_its_last_words(child):
    code, _, _ = child.run("import faulthandler; faulthandler._sigsegv()", DRAFT)
    (report,) = reports_in(child.folder / CRASHES).values()
    assert code == -signal.SIGSEGV
    assert "Segmentation fault" in report
    assert load(DRAFT).form.project_name not in report


def test_a_fatal_word_of_qt_leaves_a_copy_of_what_was_typed(child):
    code, _, _ = child.run(f'from PySide6 import QtCore; type_in("{NAME}"); QtCore.qFatal("no more")', DRAFT)
    (copy,) = child.files("rescued", ".json")
    assert code == -signal.SIGABRT
    assert load(copy).form.project_name == NAME
    assert any("\nQt: " in report for report in reports_in(child.folder / CRASHES).values())


def test_who_leaves_as_usual_leaves_no_words(child):
    assert child.run(LEAVE, DRAFT)[0] == 0
    assert not list((child.folder / CRASHES).iterdir())


def test_without_a_folder_to_write_in_the_program_still_runs(child):
    (child.home / "share").write_text("", encoding="utf-8")
    assert child.run(LEAVE, DRAFT)[0] == 0


def test_reports_have_no_paths_of_the_clerk(left):
    (report,) = reports_in(left).values()
    assert report.startswith("zipingbiao 0.3.0")
    assert "zhangsan" not in report


def test_the_next_start_offers_the_report_to_copy(window, left):
    offer_reports(window, left)
    assert window.rooms.notices.keys == (KEY,)
    copy = next(
        button for button in window.rooms.notices.findChildren(QPushButton) if "复制" in button.text()
    )
    copy.click()
    assert "Segmentation fault" in QGuiApplication.clipboard().text()
    assert not reports_in(left)


def test_a_report_put_away_does_not_come_again(window, left):
    offer_reports(window, left)
    window.rooms.notices.closed.emit(KEY)
    assert not reports_in(left)


def test_where_nothing_has_crashed_nothing_is_said(window, tmp_path):
    offer_reports(window, tmp_path / "none")
    assert not window.rooms.notices.keys
