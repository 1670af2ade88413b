# SPDX-License-Identifier: MIT
"""Claims about where the keys go: at first, with Tab, and from pane to pane."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.edits import SetCell
from model.form import Form
from model.places import indicator_place, place_of, pointer
from tests.builders import GOLDEN
from tests.ui.hands import blank, document_of, enter, golden, shown
from ui.cells import Look
from ui.funds_page import FundsPage
from ui.goals_page import GoalsPage
from ui.header_page import HeaderPage
from ui.indicators_page import IndicatorsPage
from ui.sections import FUNDS, GOALS, HEADER, INDICATORS


def visited(window: QWidget) -> list[QWidget]:
    """What Tab visits in a window, from the widget that has the keys."""
    start = widget = window.focusWidget()
    found = [start]
    while (widget := widget.nextInFocusChain()) is not start:
        is_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if is_stop and widget.isVisibleTo(window) and widget.isEnabled():
            found.append(widget)
    return found


def spot(window: QWidget, widget: QWidget) -> tuple[int, int]:
    """Sort key of reading: by lines, in a line from left to right."""
    corner = widget.mapTo(window, widget.rect().center())
    return corner.y() // 30, corner.x()


def in_order(window: QWidget, pane: QWidget) -> bool:
    """Tell whether Tab, coming from elsewhere, reads a pane."""
    widgets = [widget for widget in visited(window) if pane.isAncestorOf(widget)]
    return widgets == sorted(widgets, key=lambda widget: spot(window, widget))


@pytest.fixture
def desk(at_work):
    at_work.activateWindow()
    return at_work.rooms.desk


@pytest.mark.parametrize("section", [HEADER, FUNDS, GOALS, INDICATORS])
def test_tab_reads_a_page_from_left_to_right_and_down(at_work, desk, section):
    desk.show_section(section)
    desk.sections.setFocus()
    assert in_order(at_work, desk.pages.currentWidget())


def test_tab_reads_the_line_of_the_filter_before_the_tree(at_work, desk):
    at_work.actions_by_id["only_problems"].trigger()
    assert at_work.rooms.problem_filter.strip.all.isVisible()
    desk.sections.setFocus()
    assert in_order(at_work, desk.pages.currentWidget())


def test_tab_reads_the_problem_list_and_the_start_page_likewise(at_work, desk):
    desk.show_section(HEADER)
    assert in_order(at_work, at_work.rooms.problems)
    desk.show_start()
    desk.start.back.setFocus()
    assert in_order(at_work, desk.start)


def test_tab_never_leads_out_of_sight(at_work, desk):
    desk.show_section(INDICATORS)
    port = at_work.rect()
    assert all(
        port.intersects(widget.rect().translated(widget.mapTo(at_work, widget.rect().topLeft())))
        for widget in visited(at_work)
    )


def test_an_opened_draft_has_the_keys_in_its_first_indicator(make_window, qtbot):
    window = make_window(GOLDEN / "003-1.json")
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    page = window.rooms.pages.currentWidget()
    assert window.focusWidget() is page.view
    assert pointer(page.tree.place_of(page.view.currentIndex())) == pointer(
        (*indicator_place(0, 0, 0), "name")
    )


def first_places(qtbot, document) -> list[str]:
    pages = [page(document) for page in (HeaderPage, FundsPage, GoalsPage, IndicatorsPage)]
    for page in pages:
        shown(qtbot, page).enter()
    return [pointer(page.first_to_fill()) for page in pages]


def test_a_section_begins_at_its_first_empty_cell(qtbot, document):
    document.do(SetCell(("competent_department",), ""), "")
    document.do(SetCell(place_of("/funds/fiscal_appropriation/actual"), None), "")
    document.do(SetCell(("goal_actual",), ""), "")
    document.do(SetCell(place_of("/indicators/0/children/1/children/0/points"), None), "")
    assert first_places(qtbot, document) == [
        "/competent_department",
        "/funds/fiscal_appropriation/actual",
        "/goal_actual",
        "/indicators/0/children/1/children/0/points",
    ]


def test_a_finished_section_begins_at_its_first_cell(qtbot, qapp):
    document = golden("003-1")
    assert first_places(qtbot, document) == [
        "/fiscal_year",
        "/funds/total/initial_budget",
        "/goal_expected",
        "/indicators/0/children/0/children/0/name",
    ]


def test_a_new_form_begins_in_the_row_for_its_first_indicator(qtbot, qapp):
    page = shown(qtbot, IndicatorsPage(blank()))
    page.enter()
    assert page.tree.cell(page.view.currentIndex()).look is Look.ADD
    enter(page, "x")
    page.commit()
    assert page.document.value(place_of("/indicators/0/children/0/children/0/name")) == "x"


def test_a_form_without_groups_begins_at_what_to_do(qtbot, qapp):
    page = shown(qtbot, IndicatorsPage(document_of(Form(template="ministry"))))
    page.enter()
    assert page.window().focusWidget() is page.empty.buttons[0]


def test_coming_back_to_a_section_one_is_where_one_was(desk):
    page = desk.pages.page(INDICATORS)
    page.go_to(place_of("/indicators/0/children/0/children/1/score"))
    before = page.view.currentIndex()
    desk.show_section(HEADER)
    desk.show_section(INDICATORS)
    assert page.view.currentIndex() == before


def test_another_form_begins_anew(desk, at_work):
    desk.show_section(HEADER)
    desk.go_to(("implementing_unit",))
    at_work.rooms.document.replace(golden("003-1").form, golden("003-1").template)
    desk.show_section(HEADER)
    assert at_work.focusWidget() is desk.pages.page(HEADER).fields["fiscal_year",].box


def test_f6_and_shift_f6_lead_back_to_the_very_cell(at_work, desk):
    desk.show_section(HEADER)
    desk.go_to(("implementing_unit",))
    box = at_work.focusWidget()
    for key in ("next_pane", "previous_pane"):
        seen = []
        for _ in range(3):  # problems, sections, and back
            at_work.actions_by_id[key].trigger()
            seen.append(at_work.focusWidget())
        assert seen[2] is box
        assert box not in seen[:2]


def test_f6_keeps_what_is_being_typed(at_work, desk):
    desk.go_to(place_of("/indicators/0/children/0/children/0/score"))
    enter(desk.pages.page(INDICATORS), "7")
    at_work.actions_by_id["next_pane"].trigger()
    assert at_work.document.undo_stack.undoText() == "输入得分"


def test_a_bar_at_the_foot_is_visited_while_it_is_shown(at_work, desk):
    bar = QWidget()
    bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    desk.show_at_foot(bar)
    for is_shown in (False, True):
        bar.setVisible(is_shown)
        at_work.rooms.problems.list.setFocus()
        at_work.actions_by_id["previous_pane"].trigger()
        assert (at_work.focusWidget() is bar) is is_shown


def test_after_opening_the_first_problem_is_the_next_one(at_work, desk):
    first = at_work.rooms.document.findings()[0]
    at_work.rooms.show_state()
    at_work.actions_by_id["next_problem"].trigger()
    assert at_work.rooms.problems.current.place == first.place
