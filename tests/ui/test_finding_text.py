# SPDX-License-Identifier: MIT
"""Claims about finding and replacing in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.edits import SetCell
from model.places import place_of, pointer
from tests.ui.hands import accept, compose
from ui.sections import GOALS, HEADER, INDICATORS


@pytest.fixture
def finding(at_work):
    """The bar of a window with the golden draft 002-1, open."""
    at_work.activateWindow()
    at_work.actions_by_id["find"].trigger()
    return at_work.rooms.finding_text


def ask(finding, qtbot, text, **options):
    """Put a text into the bar and wait until it was looked for."""
    for key, is_on in options.items():
        finding.bar.options[key].setChecked(is_on)
    finding.bar.needle.setText("")
    with qtbot.waitSignal(finding.search.finished):
        QTest.keyClicks(finding.bar.needle, text) if text.isascii() else accept(finding.bar.needle, text)
    return finding.bar.count.text()


def enter(finding, qtbot, *, shift=False):
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(finding.bar.needle, Qt.Key.Key_Return, modifier)
    return finding.bar.count.text()


def here(window):
    return pointer(window.rooms.desk.place)


def done(finding, qtbot):
    """Wait until the hits are those of the form as it is."""
    qtbot.waitUntil(lambda: finding.search.is_done)


def test_the_bar_takes_the_keys(at_work, finding):
    assert finding.bar.isVisible()
    assert at_work.focusWidget() is finding.bar.needle
    assert not finding.bar.text.isVisible()


def test_the_count_is_said_while_one_types(finding, qtbot):
    assert ask(finding, qtbot, "不会有的") == "没有找到"
    assert ask(finding, qtbot, "项目").endswith("处")


def test_enter_goes_round_and_the_keys_stay_in_the_bar(at_work, finding, qtbot):
    at_work.rooms.desk.go_to(("fiscal_year",))
    finding.bar.needle.setFocus()
    first = ask(finding, qtbot, "信息化建设项目")
    assert first.startswith("第 1 处，共 ")
    count = len(finding.search.hits)
    seen = [enter(finding, qtbot) for _ in range(count)]
    assert seen[-1] == first
    assert at_work.focusWidget() is finding.bar.needle
    assert enter(finding, qtbot, shift=True) == f"第 {count} 处，共 {count} 处"


def test_a_hit_is_gone_to_across_sections(at_work, finding, qtbot):
    ask(finding, qtbot, at_work.document.form.goal_actual[:8])
    sections = set()
    for _ in finding.search.hits:
        enter(finding, qtbot)
        sections.add(at_work.rooms.desk.section)
    assert GOALS in sections


def test_the_search_begins_at_the_cell(at_work, finding, qtbot):
    row = "/indicators/1/children/0/children/0/"
    at_work.rooms.desk.go_to(place_of(f"{row}name"))
    at_work.actions_by_id["find"].trigger()
    ask(finding, qtbot, "指标")
    assert here(at_work) == f"{row}actual"


def test_escape_leads_back_to_the_cell(at_work, finding, qtbot):
    ask(finding, qtbot, "信息化")
    enter(finding, qtbot)
    place = here(at_work)
    QTest.keyClick(finding.bar.needle, Qt.Key.Key_Escape)
    assert not finding.bar.isVisible()
    assert here(at_work) == place
    assert at_work.rooms.desk.pages.currentWidget().isAncestorOf(at_work.focusWidget())


def test_f3_goes_on_in_the_page(at_work, finding, qtbot):
    ask(finding, qtbot, "信息化建设项目")
    at_work.rooms.desk.go_to(("fiscal_year",))
    at_work.actions_by_id["find_next"].trigger()
    done(finding, qtbot)
    assert here(at_work) == "/project_name"
    assert at_work.focusWidget().selectedText() == "信息化建设项目"


def test_f6_reaches_the_bar(at_work, finding):
    at_work.rooms.desk.pages.currentWidget().setFocus()
    at_work.actions_by_id["next_pane"].trigger()
    assert at_work.focusWidget() is finding.bar.needle


def test_only_the_section_in_front_when_wanted(at_work, finding, qtbot):
    at_work.rooms.desk.show_section(HEADER)
    ask(finding, qtbot, "信息化", is_in_section=True)
    assert {hit.place for hit in finding.search.hits} == {("project_name",)}
    assert finding.bar.choice.text() == "选项：本栏目…"


def test_nothing_happens_while_composing(at_work, finding, qtbot):
    before = ask(finding, qtbot, "信息化")
    place = here(at_work)
    compose(finding.bar.needle, "xiang")
    QTest.keyClick(finding.bar.needle, Qt.Key.Key_Return)
    QTest.keyClick(finding.bar.needle, Qt.Key.Key_Escape)
    assert (finding.bar.isVisible(), finding.bar.count.text(), here(at_work)) == (True, before, place)


def test_a_bad_pattern_is_told_and_changes_nothing(at_work, finding, qtbot):
    before = at_work.document.form.model_dump()
    finding.bar.options["is_pattern"].setChecked(True)
    with qtbot.waitSignal(finding.search.failed):
        QTest.keyClicks(finding.bar.needle, "(")
    assert finding.bar.message.text().endswith("表格没有改动，请修改。")
    finding.replace_all()
    assert at_work.document.form.model_dump() == before


def test_a_pattern_is_looked_for(finding, qtbot):
    assert ask(finding, qtbot, "20[0-9]{2}", is_pattern=True).endswith("处")


def test_replacing_one_leads_to_the_next(at_work, finding, qtbot):
    at_work.rooms.desk.go_to(("fiscal_year",))
    at_work.actions_by_id["replace"].trigger()
    ask(finding, qtbot, "信息化")
    count = len(finding.search.hits)
    finding.bar.text.setText("数字化")
    QTest.keyClick(finding.bar.text, Qt.Key.Key_Return)
    done(finding, qtbot)
    assert at_work.document.form.project_name == "数字化建设项目"
    assert len(finding.search.hits) == count - 1


def test_replacing_all_is_one_step_in_words(at_work, finding, qtbot):
    before = at_work.document.form.model_dump()
    ask(finding, qtbot, "信息化")
    count = len(finding.search.hits)
    finding.bar.text.setText("数字化")
    finding.replace_all()
    assert at_work.actions_by_id["undo"].text() == f"撤销 替换 {count} 处"
    assert finding.bar.message.text() == f"已替换 {count} 处。"
    done(finding, qtbot)
    assert finding.bar.count.text() == "没有找到"
    at_work.actions_by_id["undo"].trigger()
    assert at_work.document.form.model_dump() == before


def test_a_year_that_would_be_lost_is_said(at_work, finding, qtbot):
    at_work.rooms.desk.show_section(HEADER)
    ask(finding, qtbot, "2024", is_in_section=True)
    finding.bar.text.setText("去年")
    finding.replace_all()
    assert at_work.document.form.fiscal_year == 2024
    assert "1 处没有替换" in finding.bar.message.text()


def test_an_edit_is_counted_anew(at_work, finding, qtbot):
    ask(finding, qtbot, "信息化")
    count = len(finding.search.hits)
    at_work.document.do(SetCell(("project_name",), "别的"), "")
    qtbot.waitUntil(lambda: finding.search.is_done and len(finding.search.hits) == count - 1)


def test_another_form_forgets_the_hits(at_work, finding, qtbot):
    ask(finding, qtbot, "信息化")
    at_work.rooms.filing.start_new("ministry")
    qtbot.waitUntil(lambda: finding.bar.count.text() == "没有找到")


def test_undo_in_the_bar_is_the_forms(at_work, finding, qtbot):
    ask(finding, qtbot, "信息化")
    finding.replace_all()
    QTest.keyClick(finding.bar.needle, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_work.document.form.project_name == "信息化建设项目"


def test_hits_stay_in_view_in_the_tree(at_work, finding, qtbot):
    at_work.rooms.desk.show_section(INDICATORS)
    last = list(at_work.document.form.all_indicators())[-1][1].name
    finding.bar.needle.setFocus()
    ask(finding, qtbot, last)
    page = at_work.rooms.desk.pages.page(INDICATORS)
    assert page.view.viewport().rect().intersects(page.view.visualRect(page.view.currentIndex()))
