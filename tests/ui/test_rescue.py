# SPDX-License-Identifier: MIT
"""Claims about what happens when the program itself is at fault."""

import pytest

from model.drafts import load
from ui import dialogs
from ui.rescue import Rescue, report_of


@pytest.fixture
def shown(monkeypatch):
    reports = []
    monkeypatch.setattr(dialogs, "show_report", lambda parent, *details: reports.append(details))
    return reports


def fault():
    try:
        raise ZeroDivisionError("a fault of ours")
    except ZeroDivisionError as error:
        return type(error), error, error.__traceback__


def test_a_rescue_copy_is_written_and_opens(document, tmp_path, shown, qtbot):
    Rescue(lambda: document, tmp_path / "rescued")(*fault())
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert load(shown[0][1]).form == document.form


def test_the_report_names_fault_and_versions(shown, qtbot, tmp_path):
    Rescue(lambda: None, tmp_path)(*fault())
    qtbot.waitUntil(lambda: len(shown) == 1)
    report, rescued = shown[0]
    assert "ZeroDivisionError: a fault of ours" in report
    assert "Python 3" in report
    assert rescued is None


def test_a_fault_that_comes_again_and_again_is_shown_once(document, tmp_path, shown, qtbot):
    rescue = Rescue(lambda: document, tmp_path)
    for _ in range(5):
        rescue(*fault())
    qtbot.waitUntil(lambda: bool(shown))
    assert len(shown) == 1


def test_after_the_dialog_the_next_fault_is_shown_again(document, tmp_path, shown, qtbot):
    rescue = Rescue(lambda: document, tmp_path)
    for count in (1, 2):
        rescue(*fault())
        qtbot.waitUntil(lambda count=count: len(shown) == count)


def test_a_rescue_that_fails_itself_still_reports(document, tmp_path, shown, qtbot):
    (tmp_path / "file").write_text("", encoding="utf-8")
    Rescue(lambda: document, tmp_path / "file")(*fault())
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0][1] is None


def test_the_report_holds_nothing_of_the_form(document):
    assert document.form.project_name not in report_of(fault()[1])
