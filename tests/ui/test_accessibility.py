# SPDX-License-Identifier: MIT
"""Claims about what a screen reader is told, read from the accessibility tree."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QDialog

from model.comparing import Comparison, State
from model.places import place_of
from tests.builders import GOLDEN
from tests.ui.ears import Role, complaints, description, everything, heard, name, tree_of
from ui import app, dialogs
from ui.actions import BY_ID
from ui.cells import SPOKEN_NAME
from ui.export_sheet import Offer
from ui.sections import INDICATORS, SECTIONS

CELL = "/indicators/0/children/0/children/0/score"


@pytest.fixture(autouse=True)
def chinese(qapp):
    """Qt's own words in Chinese, as the program has them."""
    known = set(qapp.findChildren(QTranslator))
    app._speak_chinese(qapp)
    yield
    for words in set(qapp.findChildren(QTranslator)) - known:
        qapp.removeTranslator(words)


@pytest.fixture
def sheets(monkeypatch):
    """What is wrong in every dialog that is shown, by its title."""
    told = {}

    def listen(dialog: QDialog) -> bool:
        dialog.show()
        title = dialog.windowTitle() or getattr(dialog, "text", str)()
        told[title] = [*told.get(title, []), *complaints(tree_of(dialog)), *shared_letters(dialog)]
        dialog.close()
        return False

    monkeypatch.setattr(dialogs, "_run", listen)
    return told


def shared_letters(dialog):
    """Say which letters with Alt would press more than one button."""
    texts = (button.text().replace("&&", "") for button in dialog.findChildren(QAbstractButton))
    letters = [text.partition("&")[2][:1] for text in texts if "&" in text]
    return [f"Alt+{letter} is no button's own" for letter in set(letters) if letters.count(letter) > 1]


def element(root, role, words):
    return next(one for one in everything(root) if one.role() is role and words in name(one))


def test_the_start_page_is_named(window):
    window.rooms.filing.open(GOLDEN / "002-1.json")
    window.rooms.desk.show_start()
    assert not complaints(tree_of(window))


@pytest.mark.parametrize("section", range(len(SECTIONS)), ids=[section.title for section in SECTIONS])
@pytest.mark.parametrize("draft", ["002-1", "004-5"])
def test_every_section_is_named(window, section, draft):
    window.rooms.filing.open(GOLDEN / f"{draft}.json")
    window.rooms.desk.show_section(section)
    assert not complaints(tree_of(window))


def test_a_new_form_is_named(window):
    window.rooms.filing.start_new("shanghai-2024")
    window.rooms.desk.show_section(len(SECTIONS) - 1)
    assert not complaints(tree_of(window))


def test_the_live_page_tells_where_it_is(at_work, qtbot):
    at_work.rooms.desk.toggle_dock("preview")
    qtbot.waitUntil(lambda: at_work.rooms.preview.is_up_to_date)
    assert not complaints(tree_of(at_work))
    assert name(tree_of(at_work.rooms.preview.pages)) == "页面预览，第 1 页，共 1 页"


def test_the_bar_that_finds_is_named(at_work):
    at_work.perform(BY_ID["replace"])
    assert not complaints(tree_of(at_work))


@pytest.mark.parametrize("page", ["manual", "handbook"])
def test_the_manual_is_named(at_work, page):
    at_work.perform(BY_ID[page])
    manual = at_work.rooms.manual.window
    assert not complaints(tree_of(manual))
    manual.close()


def test_a_hint_is_named(at_work, qtbot):
    at_work.perform(BY_ID["show_hints"])
    hints = at_work.rooms.hints
    qtbot.waitUntil(lambda: hints.strip is not None and hints.strip.isVisible())
    assert not complaints(tree_of(at_work))


def test_suggestions_are_named(window):
    window.rooms.filing.start_new("shanghai-2024")
    page = window.rooms.pages.page(INDICATORS)
    window.rooms.desk.show_section(INDICATORS)
    page.go_to(place_of("/indicators/1/children/0"))
    page.insert_indicator()
    page.view.delegate.editor.insertPlainText("培训")
    assert not complaints(tree_of(window))
    page.commit()


def test_an_open_editor_is_called_as_its_cell(at_work):
    at_work.rooms.desk.go_to(place_of(CELL))
    page = at_work.rooms.pages.currentWidget()
    cell = page.view.currentIndex().data(SPOKEN_NAME)
    page.keys.edit(page.view.currentIndex())
    assert name(tree_of(page.view.delegate.editor)) == cell


@pytest.mark.parametrize("ask", ["keys", "about", "settings", "history"])
def test_sheets_are_named(at_work, sheets, ask):
    at_work.perform(BY_ID[ask])
    assert list(sheets.values()) == [[]]


def test_questions_are_named(at_work, sheets):
    dialogs.ask_discard(at_work, "合作交流")
    dialogs.ask_overwrite(at_work, Comparison("表.json", State.GONE), "ministry")
    dialogs.ask_replace(at_work, "a.pdf")
    dialogs.ask_fix(at_work, "统一单位", ["全年执行数：1 → 2"])
    dialogs.tell(at_work, OSError("磁盘已满。"))
    dialogs.show_report(at_work, "报告", None)
    assert not any(sheets.values())


def test_the_sheet_before_an_export_is_named(at_work, sheets, tmp_path):
    names = {False: "表（工作稿）.pdf", True: "表（公开稿）.pdf"}
    dialogs.ask_copy(at_work, Offer(tmp_path, names, False, "2 个错误", ["缺字。"]))
    assert sheets == {"导出 PDF": []}


def test_the_print_preview_is_named(at_work, sheets, qtbot):
    at_work.rooms.printing.preview()
    assert sheets == {"打印预览": []}


def test_the_fixes_of_a_problem_are_named(at_work):
    problems = at_work.rooms.problems
    menu = at_work.rooms.mending.menu_of(problems.model.findings[0])
    assert not complaints(tree_of(menu))


def test_a_cell_is_heard_with_its_group_row_column_value_and_findings(window):
    window.rooms.filing.open(GOLDEN / "004-5.json")
    tree = tree_of(window.rooms.pages.currentWidget().view)
    cell = element(tree, Role.TreeItem, "各区工商联工作会议参加率 实际完成值")
    assert name(cell) == "质量指标 各区工商联工作会议参加率 实际完成值 达成指标，1 个建议"
    assert description(cell).startswith("建议：“各区工商联工作会议参加率”目标")


def test_a_head_is_heard_with_its_subtotals_and_whether_it_is_open(window):
    window.rooms.filing.open(GOLDEN / "004-5.json")
    view = window.rooms.pages.currentWidget().view
    head = element(tree_of(view), Role.TreeItem, "产出指标，")
    assert name(head) == "产出指标，分数 70，得分 70"
    assert head.state().expanded
    view.collapseAll()
    assert not element(tree_of(view), Role.TreeItem, "产出指标，").state().expanded


def test_a_section_is_heard_with_its_findings(window):
    window.rooms.filing.open(GOLDEN / "004-5.json")
    sections = [name(line) for line in heard(tree_of(window.rooms.desk.sections))]
    assert sections[1] == "项目资金，3 个错误"


def test_the_figures_below_are_heard(at_work):
    figures = tree_of(at_work.rooms.figures)
    assert name(figures) == "合计"
    assert description(figures).startswith("分值 ")


def test_an_unnamed_button_is_complained_of(at_work):
    button = at_work.rooms.desk.start.open
    button.setAccessibleName("")
    button.setText("")
    at_work.rooms.desk.show_start()
    assert any("QPushButton" in one for one in complaints(tree_of(at_work)))


def test_buttons_of_one_name_are_complained_of(at_work):
    start = at_work.rooms.desk.start
    start.cards[0].setAccessibleName(start.cards[1].accessibleName())
    at_work.rooms.desk.show_start()
    assert any("are called" in one for one in complaints(tree_of(at_work)))
