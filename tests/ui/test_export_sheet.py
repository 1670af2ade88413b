# SPDX-License-Identifier: MIT
"""Claims about the sheet before an export: both kinds, the file's name, and what is said before."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import write
from ui import dialogs
from ui.export_sheet import ExportSheet, Offer, Wish, sentences

NAMES = {False: "表（工作稿）.pdf", True: "表（公开稿）.pdf"}


@pytest.fixture
def make(qtbot, tmp_path):
    """Show a sheet."""

    def make(public=False, counts="", remarks=()):
        sheet = ExportSheet(Offer(tmp_path, NAMES, public, counts, remarks))
        qtbot.addWidget(sheet)
        with qtbot.waitExposed(sheet):
            sheet.show()
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        return sheet

    return make


@pytest.fixture
def asked(monkeypatch):
    """Whether the clerk lets a file be replaced, and of which files he was asked."""

    class Asked(list):
        answer = False

    asked = Asked()
    monkeypatch.setattr(dialogs, "ask_replace", lambda parent, name: asked.append(name) or asked.answer)
    return asked


@pytest.mark.parametrize("public", [False, True])
def test_enter_takes_what_is_offered(make, qtbot, tmp_path, public):
    sheet = make(public)
    with qtbot.waitSignal(sheet.accepted):
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    assert sheet.wish == Wish(tmp_path / NAMES[public], public)


@pytest.mark.parametrize(("key", "public"), [(Qt.Key.Key_Down, True), (Qt.Key.Key_Up, False)])
def test_a_kind_is_chosen_by_key_and_the_name_follows(make, qtbot, key, public):
    sheet = make(not public)
    qtbot.keyClick(sheet.focusWidget(), key)
    assert sheet.wish.public is public
    assert sheet.name.text() == NAMES[public]


def test_every_kind_has_a_letter(make):
    sheet = make()
    assert [kind.shortcut().toString() for kind in sheet.kinds.values()] == ["Alt+W", "Alt+G"]


def test_a_name_of_the_clerks_own_keeps_all_but_the_word_for_the_kind(make):
    sheet = make()
    sheet.name.setText("报送 工作稿 终版")
    sheet.kinds[True].setChecked(True)
    assert sheet.name.text() == "报送 公开稿 终版"
    sheet.name.setText("终版")
    sheet.kinds[False].setChecked(True)
    assert sheet.wish.path.name == "终版.pdf"


def test_each_kind_says_what_it_holds(make):
    sheet = make()
    assert "内含草稿" in sheet.kinds[False].accessibleDescription()
    assert "不含草稿" in sheet.kinds[True].accessibleDescription()


def test_a_working_copy_under_a_public_name_is_warned_of_as_it_is_typed(make):
    sheet = make()
    assert not sheet.doubts.isVisible()
    sheet.name.clear()
    write(sheet.name, "公开")
    assert sheet.doubts.text() == "▲ 文件名里有“公开”，但这是工作稿，里面有草稿，不要放到网上。"
    sheet.kinds[True].setChecked(True)
    assert not sheet.doubts.isVisible()


@pytest.mark.parametrize(("public", "more"), [(False, ""), (True, "，不宜公开")])
def test_a_form_with_errors_says_that_its_pages_are_marked(make, public, more):
    sheet = make(public, "2 错误，4 待填", ["缺字。"])
    assert sheet.doubts.text() == f"▲ 这张表还有 2 错误，4 待填，每页会印上“草稿”字样{more}。\n▲ 缺字。"


def test_many_remarks_are_cut_short(make):
    sheet = make(remarks=[f"第 {number} 处缺字。" for number in range(9)])
    assert sheet.doubts.text().splitlines()[-2:] == ["▲ 第 3 处缺字。", "…"]
    assert "第 8 处" in sheet.doubts.toolTip()


def test_the_gravest_is_said_first(tmp_path):
    said = sentences(Offer(tmp_path, NAMES, False, "1 错误", ["缺字。"]), "公开.pdf", False)
    assert [words in one for words, one in zip(("公开", "1 错误", "缺字"), said, strict=True)] == [True] * 3


@pytest.mark.parametrize("name", ["", "  ", "/", ".", "..", "a/.."])
def test_without_a_name_nothing_can_be_exported(make, name):
    sheet = make()
    sheet.name.setText(name)
    assert not sheet.accepting.isEnabled()


def test_a_name_too_long_for_any_file_is_left_to_the_disk_to_refuse(make):
    sheet = make()
    sheet.name.setText("长" * 300)
    sheet.accepting.click()
    assert not sheet.isVisible()


def test_a_whole_path_may_be_typed(make, tmp_path):
    sheet = make()
    sheet.name.setText(str(tmp_path / "别处" / "页"))
    assert sheet.wish.path == tmp_path / "别处" / "页.pdf"
    assert sheet.place.text() == f"放在：{tmp_path / '别处'}"


@pytest.mark.parametrize("may", [True, False])
def test_a_file_that_is_there_is_asked_about(make, tmp_path, asked, may):
    (tmp_path / NAMES[False]).write_bytes(b"")
    asked.answer = may
    sheet = make()
    sheet.accepting.click()
    assert asked == [NAMES[False]]
    assert sheet.isVisible() is not may


def test_a_file_chosen_in_the_systems_dialog_was_asked_about_there(make, tmp_path, asked, monkeypatch):
    (tmp_path / "旧.pdf").write_bytes(b"")
    monkeypatch.setattr(dialogs, "ask_export", lambda parent, suggested: tmp_path / "旧.pdf")
    sheet = make()
    sheet.elsewhere.click()
    assert sheet.place.text() == f"放在：{tmp_path}"
    sheet.accepting.click()
    assert asked == []
    assert sheet.wish.path == tmp_path / "旧.pdf"


def test_another_folder_is_shown(make, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_export", lambda parent, suggested: tmp_path / "报送" / "页")
    sheet = make()
    sheet.elsewhere.click()
    assert sheet.place.text() == f"放在：{tmp_path / '报送'}"
    assert sheet.wish.path == tmp_path / "报送" / "页.pdf"
