# SPDX-License-Identifier: MIT
"""Claims about the question that shows who has changed what."""

import pytest
from PySide6.QtCore import Qt

from model.comparing import Comparison, State, compare
from model.drafts import to_bytes
from model.edits import SetCell
from model.templates import load_template
from tests.builders import complete_form
from ui.conflict_sheet import ConflictSheet, ways_without
from ui.dialogs import Conflict

MINE, THEIRS = SetCell(("goal_actual",), "我写的。"), SetCell(("project_name",), "他的")


@pytest.fixture
def make(qtbot, tmp_path):
    def make(mine=MINE, theirs=THEIRS, template="ministry", has_base=True):
        forms = complete_form(), complete_form()
        for edit, form in zip((mine, theirs), forms, strict=True):
            edit.apply(form)
        path, base = tmp_path / "表.json", to_bytes(complete_form()) if has_base else None
        path.write_bytes(to_bytes(forms[1]))
        sheet = ConflictSheet(compare(path, base, forms[0], load_template("ministry")), template)
        qtbot.addWidget(sheet)
        with qtbot.waitExposed(sheet):
            sheet.show()
        return sheet

    return make


def button(sheet, words):
    return next(one for one in sheet.buttons.buttons() if one.text().startswith(words))


def test_every_line_says_who_it_was(make):
    sheet = make()
    assert [sheet.changes.item(row).text() for row in range(2)] == [
        "【他人改了】  项目名称：图书馆开放经费 → 他的",
        "【您改了】  实际完成情况：全年开放了三百天。 → 我写的。",
    ]
    assert "他人改了 1 处，您改了 1 处。" in sheet.head.text()


def test_enter_saves_a_copy_and_escape_nothing(make, qtbot):
    sheet = make()
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.answer is Conflict.COPY
    sheet = make()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.answer is Conflict.CANCEL


@pytest.mark.parametrize(
    ("words", "answer"),
    [("合并", Conflict.MERGE), ("用磁盘上的", Conflict.RELOAD), ("覆盖", Conflict.OVERWRITE)],
)
def test_each_button_gives_its_answer(make, words, answer):
    sheet = make()
    button(sheet, words).click()
    assert sheet.answer is answer


def test_who_has_changed_nothing_takes_what_is_on_the_disk_by_enter(make, qtbot):
    sheet = make(mine=SetCell(("goal_actual",), "全年开放了三百天。"))
    assert "您没有改动" in sheet.head.text()
    assert not any(one.text().startswith("合并") for one in sheet.buttons.buttons())
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.answer is Conflict.RELOAD


def test_what_both_changed_is_not_merged_and_the_sheet_says_why(make):
    sheet = make(theirs=SetCell(MINE.place, "他写的。"))
    assert not button(sheet, "合并").isEnabled()
    assert "两边动了同一个地方" in sheet.note.text()
    assert "其中 1 处是同一个地方" in sheet.head.text()


def test_where_it_is_not_known_who_it_was_nothing_is_merged(make):
    sheet = make(has_base=False)
    assert not button(sheet, "合并").isEnabled()
    assert "有 2 处不同" in sheet.head.text()


def test_a_file_of_another_template_is_not_taken_into_the_window(make):
    assert not button(make(template="shanghai-2024"), "用磁盘上的").isEnabled()


@pytest.mark.parametrize(
    ("state", "answers"),
    [
        (State.GONE, [Conflict.COPY, Conflict.OVERWRITE, Conflict.CANCEL]),
        (State.UNREADABLE, [Conflict.COPY, Conflict.OVERWRITE, Conflict.CANCEL]),
        (State.NEWER, [Conflict.COPY, Conflict.CANCEL]),
    ],
)
def test_a_file_with_nothing_to_compare_has_a_question_of_its_own(qapp, state, answers):
    text, more, ways = ways_without(Comparison("表.json", state, "为什么。"))
    assert "“表.json”" in text
    assert "您填的内容都在窗口里" in more
    assert list(ways) == answers
