# SPDX-License-Identifier: MIT
"""Claims about the pages on the screen: zoom, keys, what is under the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from model.places import place_of
from tests.ui.hands import golden
from ui.page_footer import PageFooter
from ui.page_view import PageView

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
LAST_ROW = place_of("/indicators/2/children/0/children/0/name")


@pytest.fixture
def document(qapp):
    return golden("002-2")


@pytest.fixture
def view(qtbot, press):
    view = PageView(press.draw_soon)
    qtbot.addWidget(view)
    view.resize(500, 400)
    press.drawn.connect(view.show_picture)
    with qtbot.waitExposed(view):
        view.show()
    view.show_proof(press.proof())
    view.setFocus()
    return view


def middle_of(view, place):
    view.follow(place)
    return next(view._frames()).center()


def turn_wheel(view, at, turned):
    point = QPointF(at)
    event = QWheelEvent(
        point, point, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("held", [CONTROL, NONE, KEYPAD])
@pytest.mark.parametrize(
    ("key", "zoom"), [(Qt.Key.Key_Plus, "75"), (Qt.Key.Key_Equal, "75"), (Qt.Key.Key_Minus, "50")]
)
def test_keys_zoom_while_the_pages_have_the_focus(view, key, zoom, held):
    QTest.keyClick(view, key, held)
    assert view.zoom == zoom


def test_control_0_fits_the_width_again(view):
    view.set_zoom("200")
    QTest.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.zoom == "width"


def test_its_zoom_keys_are_taken_before_any_shortcut(view):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Plus, CONTROL)
    event.ignore()
    QApplication.sendEvent(view, event)
    assert event.isAccepted()


def test_the_wheel_zooms_and_keeps_the_point_below_the_mouse(view):
    at = middle_of(view, place_of("/indicators/0/children/0/children/0/name"))
    before = view._place_at(at)
    turn_wheel(view, at, 120)
    assert view.zoom == "75"
    assert view._place_at(at) == before


def test_a_zoom_nobody_offers_is_passed_over(view):
    view.set_zoom("0")
    assert view.zoom == "width"


def test_end_and_home_go_to_the_last_and_first_page(view):
    numbers = []
    view.page_changed.connect(lambda number, count: numbers.append(number))
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
    assert (numbers[0], numbers[-1]) == (3, 1)


def test_page_down_scrolls_by_what_is_seen(view):
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() == view.viewport().height()


def test_enter_goes_to_the_framed_cell(view, qtbot):
    view.follow(LAST_ROW)
    with qtbot.waitSignal(view.place_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [LAST_ROW]


@pytest.mark.parametrize(
    "where",
    [
        *("/indicators/0/name", "/indicators/0/children/1/name", "/funds/total/actual", "/goal_expected"),
        *("/stated/total_score", "/stated/rating", "/stated/execution_rate", "/fiscal_year"),
    ],
)
def test_a_click_leads_to_every_kind_of_cell(view, qtbot, where):
    with qtbot.waitSignal(view.place_chosen) as chosen:
        at = middle_of(view, place_of(where)).toPoint()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [place_of(where)]


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("/indicators/0/name", "一级指标"),
        ("/funds/total/actual", "年度资金总额 · 全年执行数"),
        ("/indicators/0/children/0/children/0/score", "得分"),
    ],
)
def test_the_cell_under_the_mouse_is_named(view, where, name):
    at = middle_of(view, place_of(where)).toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == name


def test_a_hand_says_what_can_be_clicked(view, qtbot):
    qtbot.mouseMove(view.viewport(), middle_of(view, ("project_name",)).toPoint())
    view.mouseMoveEvent(mouse_at(view, middle_of(view, ("project_name",))))
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    view.mouseMoveEvent(mouse_at(view, QPointF(1, 1)))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def mouse_at(view, point):
    from PySide6.QtGui import QMouseEvent

    none = Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, point, view.mapToGlobal(point), none, none, NONE)


def test_one_sees_that_the_pages_have_the_keys(view, qtbot):
    view.activateWindow()
    qtbot.waitUntil(view.hasFocus)
    with_keys = view.viewport().grab().toImage()
    view.clearFocus()
    assert view.viewport().grab().toImage() != with_keys


def test_a_row_is_framed_as_one(view):
    view.follow(place_of("/indicators/0/children/0/children/0"))
    assert len(list(view._frames())) == 1


def test_it_does_not_scroll_while_the_cell_is_in_view(view):
    view.follow(place_of("/indicators/0/children/0/children/8/name"))
    before = view.verticalScrollBar().value()
    view.follow(place_of("/indicators/0/children/0/children/9/score"))
    assert 0 < view.verticalScrollBar().value() == before


def test_a_page_is_drawn_in_the_pixels_it_is_shown_in(view, press, qtbot):
    def is_sharp(proof, page, picture):
        wanted = view._page_box(page).width() * view.devicePixelRatioF()
        return abs(picture.width() - wanted) <= 1

    view.set_zoom("200")
    with qtbot.waitSignal(press.drawn, check_params_cb=is_sharp):
        view.viewport().repaint()


def test_the_footer_tells_and_sets_the_zoom(view, qtbot):
    footer = PageFooter(view)
    qtbot.addWidget(footer)
    view.set_zoom("150")
    assert footer.zoom.currentText() == "150 %"
    footer.zoom.setCurrentIndex(0)
    footer.zoom.activated.emit(0)
    assert view.zoom == "page"
