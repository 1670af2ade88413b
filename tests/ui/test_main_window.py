# SPDX-License-Identifier: MIT
"""Claims about the window as a whole."""

import shutil

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QPalette
from PySide6.QtWidgets import QApplication, QToolButton

from model.drafts import load
from model.edits import SetCell
from model.places import place_of
from tests.builders import GOLDEN
from tests.ui.test_drops import dragged, drop
from tests.ui.test_icons import opaque
from tests.working_copies import with_attachment
from ui import dialogs
from ui.actions import BY_ID
from ui.docks import SLIM_PROBLEMS
from ui.export_sheet import Wish
from ui.notice_bar import Notice
from ui.rescue import data_folder
from ui.sections import FUNDS, GOALS, HEADER, INDICATORS
from ui.theme import palette_of

NAME = SetCell(("project_name",), "新的名称")


def offered(window):
    return {name for name, action in window.actions_by_id.items() if action.isEnabled()}


def state_of(window):
    """Wait no longer for the lists."""
    window._lists_soon.timeout.emit()
    return window


def test_the_frame_is_painted_before_anything_else_is_made(make_window, qtbot):
    window = make_window()
    with qtbot.waitSignal(window.furnished):
        window.show()
        assert window._rooms is None


def test_it_begins_with_the_start_page(window):
    assert window.rooms.desk.currentWidget() is window.rooms.desk.start
    assert window.windowTitle() == "绩效自评表编辑器"
    assert {"new", "open", "quit", "keys"} <= offered(window)
    assert not {"save", "export", "print", "insert", "undo"} & offered(window)


def test_a_draft_named_at_the_start_is_open(make_window):
    window = make_window(GOLDEN / "003-1.json")
    window.furnish()
    assert window.document.form.project_name == "合作交流工作业务经费"


def test_a_file_at_the_start_that_is_no_draft_leads_to_the_start_page(make_window, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: told.append(str(error)))
    window = make_window(tmp_path / "没有.json")
    window.furnish()
    assert told == ["找不到文件“没有.json”；请检查文件名和所在文件夹。"]
    assert not window.rooms.desk.is_at_work


def test_the_title_names_year_project_and_changes(at_work):
    assert at_work.windowTitle() == "2024 信息化建设项目[*] — 绩效自评表"
    at_work.rooms.document.do(NAME, "")
    state_of(at_work)
    assert at_work.windowTitle() == "2024 新的名称[*] — 绩效自评表"
    assert at_work.isWindowModified()


def test_undo_says_what_it_undoes_and_leads_to_the_cell(at_work):
    at_work.rooms.document.do(NAME, "输入项目名称")
    undo = at_work.actions_by_id["undo"]
    assert (undo.text(), undo.iconText()) == ("撤销 输入项目名称", "撤销")
    undo.trigger()
    assert at_work.rooms.desk.section == HEADER
    assert at_work.rooms.document.form.project_name == "信息化建设项目"
    assert at_work.actions_by_id["redo"].text() == "重做 输入项目名称"


def test_findings_reach_list_sections_and_status(at_work):
    assert len(at_work.rooms.problems.model.findings) == 5
    assert "3 错误" in at_work.rooms.desk.sections.item(INDICATORS).toolTip()
    assert at_work.rooms.figures.text().startswith("分值 100/100")


def test_a_new_form_is_to_be_filled_in_not_wrong(window):
    window.rooms.filing.start_new("ministry")
    severities = {finding.severity.value for finding in window.rooms.problems.model.findings}
    assert severities == {"todo"}


def test_the_tree_of_a_new_form_is_not_complete(window):
    window.rooms.filing.start_new("ministry")
    assert window.rooms.desk.sections.item(INDICATORS).toolTip() == "绩效指标：还没有填写"


def test_a_new_form_begins_with_the_keys_in_the_header(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window.rooms.desk.start.cards[0], Qt.Key.Key_Return)
    desk = window.rooms.desk
    assert desk.pages.page(HEADER).isAncestorOf(window.focusWidget())
    assert desk.sections.item(HEADER).isSelected()


def test_walking_through_the_list_keeps_the_keys_there(at_work, qtbot):
    sections = at_work.rooms.desk.sections
    at_work.activateWindow()
    sections.setFocus()
    qtbot.keyClick(sections, Qt.Key.Key_Up)
    assert at_work.rooms.desk.section == GOALS
    assert sections.hasFocus()


def test_lists_follow_an_edit_after_a_moment(at_work, qtbot):
    at_work.rooms.document.do(SetCell(("goal_actual",), ""), "")
    qtbot.waitUntil(lambda: len(at_work.rooms.problems.model.findings) == 6)


def test_f8_leads_to_the_first_problem(at_work, qtbot):
    with qtbot.waitSignal(at_work.rooms.desk.place_reached) as reached:
        at_work.actions_by_id["next_problem"].trigger()
    assert reached.args == [place_of("/indicators")] or reached.args[0][0] == "indicators"


def test_keys_of_rows_are_offered_at_the_indicators_only(at_work):
    assert "insert" in offered(at_work)
    at_work.rooms.desk.show_section(FUNDS)
    assert "insert" not in offered(at_work)


def test_an_action_reaches_the_page(at_work):
    count = sum(1 for _ in at_work.document.form.all_indicators())
    at_work.rooms.desk.go_to(place_of("/indicators/0/children/0/children/0/name"))
    at_work.perform(BY_ID["insert"])
    assert sum(1 for _ in at_work.document.form.all_indicators()) == count + 1


def test_delete_in_the_problem_list_clears_no_cell(at_work, qtbot):
    before = at_work.document.form.model_dump()
    at_work.activateWindow()
    at_work.rooms.problems.list.setFocus()
    qtbot.keyClick(at_work.rooms.problems.list, Qt.Key.Key_Delete)
    assert at_work.document.form.model_dump() == before


def test_saving_is_said_with_the_time(at_work, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, path: tmp_path / "a.json")
    at_work.actions_by_id["save_as"].trigger()
    assert at_work.rooms.saved.text().startswith("已保存 ")


def test_closing_with_changes_asks_and_stays(at_work, monkeypatch):
    at_work.rooms.document.do(NAME, "")
    monkeypatch.setattr(dialogs, "ask_discard", lambda parent, name: dialogs.Leaving.CANCEL)
    assert not at_work.close()
    assert at_work.isVisible()


def test_the_form_in_work_waits_behind_the_start_page(at_work):
    at_work.rooms.document.do(NAME, "")
    at_work.actions_by_id["new"].trigger()
    assert "save" not in offered(at_work)
    at_work.rooms.desk.start.back.click()
    assert at_work.document.form.project_name == "新的名称"
    assert "save" in offered(at_work)


def test_what_a_save_could_not_do_is_said_until_the_next_one(at_work, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, path: tmp_path / "a.json")
    (tmp_path / "a.json").write_text("another version")
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().touch()  # in the way of the backups
    at_work.rooms.filing.save_as()
    assert "没能留作备份" in at_work.rooms.notices.accessibleDescription()
    assert at_work.rooms.saved.text().startswith("已保存 ")
    at_work.rooms.filing.save()
    assert not at_work.rooms.notices.isVisible()


def test_notices_of_a_form_go_with_it(at_work):
    at_work.rooms.notices.show_notice(Notice("disk", "磁盘没有确认"))
    assert at_work.rooms.notices.isVisible()
    at_work.rooms.filing.start_new("shanghai-2024")
    assert not at_work.rooms.notices.isVisible()


def test_panels_stay_as_the_clerk_left_them(at_work):
    docks = at_work.rooms.docks
    docks.toggle("problems")
    at_work.actions_by_id["new"].trigger()
    at_work.rooms.desk.start.back.click()
    assert not docks.problems.isVisible()
    assert not at_work.actions_by_id["problems"].isChecked()


def test_panels_are_as_wide_as_before_at_the_next_start(make_window, qtbot):
    first = make_window(GOLDEN / "002-1.json")
    first.showMaximized()
    qtbot.waitUntil(lambda: first._rooms is not None and first.rooms.docks.problems.width() == SLIM_PROBLEMS)
    first.close()
    second = make_window(GOLDEN / "002-1.json")
    second.showMaximized()
    qtbot.waitUntil(
        lambda: second._rooms is not None and second.rooms.docks.problems.width() == SLIM_PROBLEMS
    )


def test_there_is_no_panel_beside_the_start_page(at_work):
    at_work.actions_by_id["new"].trigger()
    assert not at_work.rooms.docks.problems.isVisible()


def test_f6_goes_around_the_panes(at_work):
    at_work.activateWindow()
    at_work.rooms.desk.sections.setFocus()
    seen = []
    for _ in range(3):
        at_work.actions_by_id["next_pane"].trigger()
        seen.append(at_work.focusWidget())
    assert seen[1] is at_work.rooms.problems.list
    assert seen[2] is at_work.rooms.desk.sections


def test_recent_forms_are_in_the_menu(at_work):
    at_work.menus["recent"].aboutToShow.emit()
    assert [action.text() for action in at_work.menus["recent"].actions()] == ["2024 信息化建设项目"]


def test_a_draft_dropped_onto_the_window_opens(window, tmp_path):
    shutil.copy(GOLDEN / "003-1.json", tmp_path / "表.json")
    drop(window, dragged(QUrl.fromLocalFile(str(tmp_path / "表.json"))))
    assert window.document.form.project_name == "合作交流工作业务经费"


@pytest.fixture
def copied(window, tmp_path):
    """A window in which a working copy was dropped."""
    (tmp_path / "旧.pdf").write_bytes(with_attachment((GOLDEN / "003-1.json").read_bytes()))
    drop(window, dragged(QUrl.fromLocalFile(str(tmp_path / "旧.pdf"))))
    return window


def test_a_working_copy_dropped_onto_the_window_opens_and_is_named(copied):
    state_of(copied)
    assert copied.windowTitle() == "2024 合作交流工作业务经费[*]（来自“旧.pdf”） — 绩效自评表"
    assert not copied.isWindowModified()
    assert copied.rooms.saved.text() == "来自工作稿"


def test_once_saved_a_working_copy_is_a_draft_like_any_other(copied, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, suggested: suggested)
    copied.rooms.filing.save()
    assert copied.windowTitle() == "2024 合作交流工作业务经费[*] — 绩效自评表"
    assert copied.document.path == tmp_path / "2024 合作交流工作业务经费.json"
    assert load(copied.document.path).form == copied.document.form


def test_it_is_said_where_printed_pages_went(at_work):
    at_work.rooms.printing.printed.emit("已交给打印机“甲”：3 页")
    assert at_work.statusBar().currentMessage() == "已交给打印机“甲”：3 页"


def test_an_export_is_told_with_its_kind_and_the_ways_to_it(at_work, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(dialogs, "ask_copy", lambda parent, offer: Wish(tmp_path / "页.pdf", True))
    with qtbot.waitSignal(at_work.rooms.exporting.exported):
        at_work.perform(BY_ID["export"])
    assert at_work.statusBar().currentMessage() == "已导出公开稿“页.pdf”"
    QApplication.processEvents()
    assert at_work.rooms.exported.isVisible()
    assert not at_work.rooms.figures.isVisible()  # the message stands in their place


def test_files_dropped_together_with_a_draft_are_named_as_not_opened(window, tmp_path):
    for name in "一二三四五":
        shutil.copy(GOLDEN / "003-1.json", tmp_path / f"{name}.json")
    drop(window, dragged(*(QUrl.fromLocalFile(str(tmp_path / f"{name}.json")) for name in "一二三四五")))
    assert window.document.path == tmp_path / "一.json"
    said = window.statusBar().currentMessage()
    assert "另外 4 个文件（二.json、三.json、四.json…）没有打开" in said


def test_what_is_typed_but_not_left_yet_is_saved(at_work, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, path: tmp_path / "a.json")
    at_work.rooms.desk.go_to(("project_name",))
    qtbot.keyClicks(at_work.focusWidget(), "typed")
    at_work.actions_by_id["save_as"].trigger()
    assert load(tmp_path / "a.json").form.project_name == "typed"


def test_what_is_being_composed_is_saved(at_work, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_save_as", lambda parent, path: tmp_path / "a.json")
    at_work.rooms.desk.go_to(("project_name",))
    QApplication.sendEvent(at_work.focusWidget(), QInputMethodEvent("拼", []))
    at_work.actions_by_id["save_as"].trigger()
    assert load(tmp_path / "a.json").form.project_name == "拼"


@pytest.mark.parametrize("look", ["dark", "light"])
def test_icons_follow_light_and_dark(at_work, qtbot, look):
    at_work.actions_by_id[f"look_{look}"].trigger()
    ink = palette_of(look == "dark").color(QPalette.ColorRole.ButtonText).name()
    save = at_work.actions_by_id["save"]
    qtbot.waitUntil(lambda: opaque(save.icon().pixmap(20, 20)) == {ink})


def test_the_switch_for_the_paper_keeps_in_step_with_undo(at_work):
    switch, rooms = at_work.actions_by_id["landscape"], at_work.rooms
    switch.trigger()
    assert state_of(at_work).document.is_landscape
    assert switch.isChecked()
    rooms.desk.undo()
    state_of(at_work)
    assert not switch.isChecked()


def test_undoing_a_turn_of_the_paper_leaves_the_clerk_where_he_is(at_work):
    desk = at_work.rooms.desk
    at_work.actions_by_id["landscape"].trigger()
    desk.show_section(GOALS)
    desk.undo()
    assert desk.section == GOALS


def test_the_live_page_has_the_switch_for_the_paper(at_work):
    (switch,) = at_work.rooms.preview.footer.findChildren(QToolButton)
    switch.click()
    assert at_work.document.is_landscape
