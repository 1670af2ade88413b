# SPDX-License-Identifier: MIT
"""Claims about the list of recovery copies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from model.differences import differences
from model.judge import Judge
from model.living import this_process
from model.recovered import Base, Offer
from model.recovery import About, Copy, spelt
from model.templates import load_template
from tests.builders import complete_form
from ui.recovery_sheet import MOST_LINES, RecoverySheet


def offer(name, **changed):
    form, before, us = complete_form(**changed), complete_form(), this_process()
    template = load_template(form.template)
    about = About(
        sequence=1,
        time="2026-11-21T15:42:00",
        parent=spelt(Path(f"/家/{name}.json")),
        process_id=us.id,
        host=us.host,
        process_start=us.start,
    )
    told = differences(before, form, template)
    copy = Copy(about, Path(f"{name}-0.copy"), ())
    return Offer(copy, form, template, Judge(form, template), Base.SAME, before, told)


@pytest.fixture
def gone():
    """What was not wanted."""
    return []


@pytest.fixture
def sheet(qtbot, gone):
    offers = [offer("一", goal_actual="甲"), offer("二", project_name="乙", goal_actual="丙")]
    sheet = RecoverySheet(offers, gone.append)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_every_copy_is_listed_and_the_first_one_is_shown(sheet):
    assert [sheet.copies.item(row).text().split("\n")[0] for row in (0, 1)] == ["一.json", "二.json"]
    assert "比文件多 1 处改动" in sheet.sentence.text()
    assert "甲" in sheet.changes.toPlainText()


def test_walking_down_shows_what_the_next_one_has(sheet, qtbot):
    qtbot.keyClick(sheet.copies, Qt.Key.Key_Down)
    assert sheet.changes.toPlainText().count("\n") == 1
    assert "乙" in sheet.changes.toPlainText()


def test_enter_recovers_the_one_that_is_shown(sheet, qtbot):
    qtbot.keyClick(sheet.copies, Qt.Key.Key_Down)
    with qtbot.waitSignal(sheet.accepted):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.chosen.form.goal_actual == "丙"


def test_what_is_not_wanted_leaves_the_list(sheet, gone):
    sheet.discard.click()
    assert [one.form.goal_actual for one in gone] == ["甲"]
    assert (sheet.copies.count(), sheet.chosen.form.goal_actual) == (1, "丙")
    assert "乙" in sheet.changes.toPlainText()


def test_with_the_last_one_the_sheet_goes(sheet, gone, qtbot):
    sheet.discard.click()
    with qtbot.waitSignal(sheet.rejected):
        sheet.discard.click()
    assert len(gone) == 2


def test_a_name_like_mark_up_stands_as_it_is(qtbot, gone):
    sheet = RecoverySheet([offer("<b>粗<img src=x>")], gone.append)
    qtbot.addWidget(sheet)
    assert sheet.sentence.textFormat() is Qt.TextFormat.PlainText


def test_very_many_changes_are_shown_in_part(qtbot, gone):
    one = offer("一", goal_actual="甲")
    sheet = RecoverySheet([one._replace(differences=one.differences * (MOST_LINES + 1))], gone.append)
    qtbot.addWidget(sheet)
    assert sheet.changes.toPlainText().endswith("\n…")
