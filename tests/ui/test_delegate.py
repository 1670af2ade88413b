# SPDX-License-Identifier: MIT
"""Claims about drawing cells and making their editors."""

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from model.places import place_of
from model.rules.finding import Severity
from tests.ui.hands import at_keys, press, shown, table_at
from ui.cells import Cell, Look
from ui.delegate import CellDelegate
from ui.editors import LineEditor, TextEditor
from ui.indicators_page import IndicatorsPage
from ui.theme import mark_colour, palette_of

ROW = "/indicators/0/children/0/children/0"
BOX = QRect(0, 0, 160, 40)


@pytest.fixture
def view(qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    view.setPalette(palette_of(dark=False))
    return view


def drawn(view: QWidget, cell: Cell, state: QStyle.StateFlag = QStyle.StateFlag.State_None) -> QImage:
    """Draw a cell on white."""
    image, option = QImage(BOX.size(), QImage.Format.Format_RGB32), QStyleOptionViewItem()
    image.fill(QColor("white"))
    option.rect, option.state = BOX, state
    painter = QPainter(image)
    CellDelegate(lambda index: cell, lambda index: 20, view).paint(painter, option, QModelIndex())
    painter.end()
    return image


def colours(image: QImage, left: int = 0, right: int = BOX.width()) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(image.height())}


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("is_number", [True, False])
def test_a_cell_with_a_finding_wears_its_mark(view, severity, is_number):
    cell = Cell("12", severity=severity, is_number=is_number, is_long=not is_number)
    assert mark_colour(severity, view.palette()).name() in colours(drawn(view, cell))
    assert mark_colour(severity, view.palette()).name() not in colours(
        drawn(view, cell._replace(severity=None))
    )


def test_texts_wear_it_at_the_right_where_no_text_comes(view):
    cell = Cell("场次" * 20, severity=Severity.ERROR, is_long=True)
    assert mark_colour(Severity.ERROR, view.palette()).name() in colours(
        drawn(view, cell), left=BOX.width() - 16
    )


def test_a_computed_figure_is_quieter_than_a_typed_one(view):
    typed, computed = (drawn(view, Cell("12", look, is_number=True)) for look in (Look.VALUE, Look.COMPUTED))
    assert view.palette().text().color().name() in colours(typed)
    assert view.palette().text().color().name() not in colours(computed)


def test_the_computed_figure_stands_below_the_typed_one(view):
    cell = Cell("12", Look.DIFFERS, is_number=True, note="计算 13")
    assert drawn(view, cell) != drawn(view, cell._replace(note=""))


def test_the_cell_in_focus_has_a_frame(view):
    framed = drawn(view, Cell(""), QStyle.StateFlag.State_HasFocus)
    assert colours(framed) - {"#ffffff"}


def test_an_empty_cell_draws_nothing(view):
    assert colours(drawn(view, Cell(""))) == {"#ffffff"}


@pytest.mark.parametrize(("key", "kind"), [("score", LineEditor), ("reason", TextEditor)])
def test_numbers_have_one_line_and_texts_have_many(qtbot, document, key, kind):
    page = shown(qtbot, IndicatorsPage(document))
    table_at(page, f"{ROW}/{key}")
    press(page, "F2")
    assert isinstance(at_keys(page), kind)
    assert "场次" in at_keys(page).accessibleName()


def test_an_editor_covers_its_cell(qtbot, document):
    page = shown(qtbot, IndicatorsPage(document))
    table_at(page, f"{ROW}/reason")
    press(page, "F2")
    cell = page.view.visualRect(page.tree.index_of(place_of(f"{ROW}/reason")))
    assert at_keys(page).geometry().contains(cell)


def test_numbers_are_typed_at_the_right(qtbot, document):
    page = shown(qtbot, IndicatorsPage(document))
    table_at(page, f"{ROW}/score")
    press(page, "F2")
    assert at_keys(page).alignment() & Qt.AlignmentFlag.AlignRight
