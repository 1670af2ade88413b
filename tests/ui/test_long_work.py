# SPDX-License-Identifier: MIT
"""Claims about very much work at once: told, cancelled without a trace, one step, the window alive."""

from decimal import Decimal
from itertools import pairwise
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QRadioButton

from model.drafts import to_bytes
from model.edits import Insert, SetCell, Several
from model.form import Indicator
from model.places import indicator_place
from model.templates import load_template
from tests.builders import complete_form
from tests.model.pasting.tables import tsv_of
from ui import document as document_module
from ui import progress
from ui.progress import Card
from ui.sections import INDICATORS

ROWS = 1500
LIST = indicator_place(0, 0, 0)[:-1]


@pytest.fixture
def work(window):
    """A window with a faultless form of five indicators."""
    form = complete_form()
    window.rooms.document.replace(form, load_template(form.template))
    window.rooms.desk.show_section(INDICATORS)
    return window


@pytest.fixture
def cards(monkeypatch):
    """What the cards shown say; they come at once."""
    cards, show = [], Card.show
    monkeypatch.setattr(progress, "SHOWN_AFTER", 1)
    monkeypatch.setattr(progress, "AT_ONCE", 0.0)
    monkeypatch.setattr(progress, "SLICE", 0.001)
    monkeypatch.setattr(Card, "show", lambda card: (cards.append(card.windowTitle()), show(card)))
    return cards


@pytest.fixture
def cancelled(cards, monkeypatch):
    """Every card is cancelled the moment it comes."""
    show = Card.show
    monkeypatch.setattr(Card, "show", lambda card: (show(card), QTimer.singleShot(0, card.reject)))
    return cards


@pytest.fixture
def beats(qapp):
    """When the window had its turns."""
    beats, timer = [], QTimer(interval=5)
    timer.timeout.connect(lambda: beats.append(perf_counter()))
    timer.start()
    yield beats
    timer.stop()


def many(count=ROWS):
    return Several(tuple(Insert(LIST, 1, Indicator(name=f"指标{number}")) for number in range(count)))


def paste(work):
    page = work.rooms.pages.page(INDICATORS)
    QGuiApplication.clipboard().setText(tsv_of([[f"指标{number}", "≥1人", "1人"] for number in range(ROWS)]))
    page.go_to((*LIST, 1, "name"))
    work.actions_by_id["paste"].trigger()


def count(work):
    return sum(1 for _ in work.rooms.document.form.all_indicators())


def test_a_large_paste_says_what_goes_on(work, cards):
    paste(work)
    assert cards[-1] == f"正在粘贴 {ROWS} 行 × 3 列…"
    assert count(work) == ROWS + 5


def test_a_large_paste_is_one_undo_step(work):
    document = work.rooms.document
    before = to_bytes(document.form)
    paste(work)
    after = to_bytes(document.form)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert to_bytes(document.form) == before
    document.undo_stack.redo()
    assert to_bytes(document.form) == after


def test_a_cancelled_paste_leaves_no_trace(work, cancelled):
    document = work.rooms.document
    before, findings = to_bytes(document.form), document.findings()
    paste(work)
    assert cancelled
    assert to_bytes(document.form) == before
    assert document.findings() == findings
    assert document.undo_stack.count() == 0


def test_a_cancelled_change_is_not_told_as_done(work, cancelled):
    assert work.rooms.document.do(many(), "粘贴") is False


def test_the_window_has_its_turns_meanwhile(work, cards, beats):
    work.rooms.document.do(many(), "粘贴")
    assert len(beats) > 5
    assert median(later - sooner for sooner, later in pairwise(beats)) < 0.05


def test_the_form_is_seen_as_before_or_after_never_in_between(work, cards, qapp):
    seen, timer = set(), QTimer(interval=0)
    timer.timeout.connect(lambda: seen.add(count(work)))
    timer.start()
    work.rooms.document.do(many(), "粘贴")
    QApplication.processEvents()
    assert seen <= {5, ROWS + 5}
    assert 5 in seen


def test_a_change_outdated_meanwhile_is_given_up(work, cards):
    document = work.rooms.document
    few = Insert(LIST, 0, Indicator(name="另一个"))
    QTimer.singleShot(0, lambda: document.do(few, "新增指标"))
    assert document.do(many(), "粘贴") is False
    assert (count(work), document.undo_stack.count()) == (6, 1)


def test_undo_and_redo_of_very_much_lead_to_where_it_was(work):
    paste(work)
    work.rooms.desk.show_section(0)
    work.actions_by_id["undo"].trigger()
    assert work.rooms.desk.section == INDICATORS
    work.actions_by_id["redo"].trigger()
    assert work.rooms.pages.page(INDICATORS).here()[:-1] == (*LIST, ROWS)


def test_small_changes_after_a_large_one_are_undone_with_it(work, qapp):
    document = work.rooms.document
    states = [to_bytes(document.form)]
    for number in range(3):
        document.do(many(200) if number == 1 else many(2), f"第 {number} 步")
        states.append(to_bytes(document.form))
    for state in reversed(states[:-1]):
        document.undo_stack.undo()
        assert to_bytes(document.form) == state
    document.undo_stack.setIndex(3)
    assert to_bytes(document.form) == states[-1]


def test_boxes_and_the_funds_table_follow_a_large_change(work, monkeypatch):
    monkeypatch.setattr(document_module, "HEAVY", 0)
    header, funds = work.rooms.pages.page(0), work.rooms.pages.page(1)
    told = []
    funds.grid.dataChanged.connect(lambda *block: told.append(block))
    amount = SetCell(("funds", "total", "actual"), Decimal("1.5"))
    edits = (SetCell(("project_name",), "改过"), SetCell(("amount_unit",), "元"), amount)
    work.rooms.document.do(Several(edits), "替换")
    texts = [field.box.typed() for field in header.fields.values()]
    assert "改过" in texts
    assert funds.grid.cell(funds.grid.index_of(("funds", "total", "actual"))).text == "1.5"
    assert told
    assert [choice.text() for choice in funds.findChildren(QRadioButton) if choice.isChecked()] == ["元"]


def test_only_rows_with_problems_stay_in_view_through_a_large_change(work, qtbot):
    work.actions_by_id["only_problems"].trigger()
    only, page = work.rooms.problem_filter, work.rooms.pages.page(INDICATORS)
    qtbot.waitUntil(lambda: not only._is_at_work)
    work.rooms.document.do(many(200), "粘贴")
    last = 201, page.tree.index_at((0, 0))
    assert page.view.isRowHidden(*last) or not page.view.updatesEnabled()  # never painted
    qtbot.waitUntil(lambda: not only._is_at_work and not only._soon.isActive())
    assert only.is_on
    assert page.view.isRowHidden(*last)


def test_pages_printed_before_a_large_change_are_not_shown_after_it(work):
    asked = work.rooms.press._revision
    work.rooms.document.do(many(), "粘贴")
    assert work.rooms.press._revision != asked


def test_hits_found_before_a_large_change_are_outdated(work, qtbot):
    finding = work.rooms.finding_text
    finding.open_find()
    finding.bar.needle.setText("场次")
    finding.bar.wanted_changed.emit()
    with qtbot.waitSignal(finding.search.finished):
        pass
    work.rooms.document.do(many(), "粘贴")
    assert not finding.search.is_done


def test_cancelled_replacing_says_that_nothing_was_replaced(work, qtbot, monkeypatch):
    finding = work.rooms.finding_text
    finding.open_replace()
    finding.bar.needle.setText("场次")
    finding.bar.wanted_changed.emit()
    with qtbot.waitSignal(finding.search.finished):
        pass
    monkeypatch.setattr(work.rooms.document, "do", lambda edit, text: False)
    finding.replace_all()
    assert finding.bar.message.text() == "已取消，一处也没有替换。"


def test_a_cancelled_copy_leaves_the_clipboard_as_it_was(work, request):
    work.rooms.document.do(many(), "粘贴")
    QGuiApplication.clipboard().setText("原来的")
    request.getfixturevalue("cancelled")
    page = work.rooms.pages.page(INDICATORS)
    page.view.setFocus()
    page.select_all()
    work.actions_by_id["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "原来的"
    assert "没有选中" not in work.statusBar().currentMessage()
