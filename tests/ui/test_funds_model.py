# SPDX-License-Identifier: MIT
"""Claims about the funds table's adapter for Qt."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from model.edits import SetCell
from model.templates import template_ids
from tests.builders import complete_form
from tests.ui.hands import blank, document_of, golden
from ui.cells import NOTHING, SPOKEN_NAME, TOOL_TIP, Look
from ui.computed import FUND_PLACES
from ui.funds_model import FundsModel

TOTAL, SOURCE = ("funds", "total", "actual"), ("funds", "fiscal_appropriation", "actual")


@pytest.fixture
def grid(document):
    return FundsModel(document)


def cell(grid, place):
    return grid.cell(grid.index_of(place))


@pytest.mark.parametrize("template", template_ids())
def test_it_keeps_qts_rules_for_models_under_every_template(qapp, qtmodeltester, template):
    grid = FundsModel(document_of(complete_form(template)))
    qtmodeltester.check(grid)
    grid.setData(grid.index_of(TOTAL), "5")
    qtmodeltester.check(grid)
    assert (grid.rowCount(), grid.columnCount()) == (len(grid.rows), len(grid.columns))


def test_rows_and_columns_are_labelled_as_printed(qapp):
    grid = FundsModel(golden("004-5"))
    columns = [grid.headerData(column, Qt.Orientation.Horizontal) for column in range(grid.columnCount())]
    assert columns == ["年初预算数", "全年预算数", "全年执行数", "分数", "执行率（%）", "得分"]
    assert grid.headerData(1, Qt.Orientation.Vertical) == "其中：当年财政拨款"


def test_an_empty_total_shows_the_sum_of_the_sources(grid, document, undoable):
    grid.setData(grid.index_of(TOTAL), "")
    assert cell(grid, TOTAL)[:2] == ("95", Look.COMPUTED)
    grid.setData(grid.index_of(SOURCE), "96.5")
    assert cell(grid, TOTAL).text == "96.5"


def test_a_total_typed_over_shows_both_figures(grid, document, undoable):
    grid.setData(grid.index_of(TOTAL), "90")
    assert cell(grid, TOTAL)[:2] == ("90", Look.DIFFERS)
    assert cell(grid, TOTAL).note == "计算 95"


def test_rate_and_score_follow_the_amounts(grid, document, undoable):
    for place in (TOTAL, SOURCE):
        grid.setData(grid.index_of(place), "80")
    assert cell(grid, ("stated", "execution_rate")).text == "80.00"
    assert cell(grid, ("stated", "execution_score")).text == "8.00"


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("1,234.5", Decimal("1234.5")),
        ("１２３４", Decimal(1234)),
        ("12万", Decimal(12)),
        ("一百五", "一百五"),
    ],
)
def test_amounts_are_read_as_people_type_them(grid, document, undoable, typed, held):
    grid.setData(grid.index_of(SOURCE), typed)
    assert document.value(SOURCE) == held


def test_what_is_no_amount_stays_as_typed_and_is_marked(grid, document, undoable):
    grid.setData(grid.index_of(SOURCE), "一百五")
    assert cell(grid, SOURCE).text == "一百五"
    assert cell(grid, SOURCE).severity == "error"


def test_source_rows_print_marks_in_place_of_points_and_score(qapp):
    grid = FundsModel(golden("004-5"))
    assert [grid.cell(grid.index(1, column)).text for column in (3, 5)] == ["-", "-"]
    assert grid.cell(grid.index(1, 4)).text == "992243.30"
    assert not grid.flags(grid.index(1, 3)) & Qt.ItemFlag.ItemIsEditable


def test_every_finding_of_the_funds_is_at_its_cell(qapp):
    document = golden("004-5")
    grid = FundsModel(document)
    found = [one for one in document.findings() if one.place[0] == "funds" or one.place in FUND_PLACES]
    assert found
    assert all(one.message in grid.data(grid.index_of(one.place), TOOL_TIP) for one in found)


def test_places_and_cells_are_each_others_inverse(grid):
    places = {grid.place_of(grid.index(row, column)) for row in range(4) for column in range(6)} - {None}
    assert len(places) == 15
    assert all(grid.place_of(grid.index_of(place)) == place for place in places)


def test_words_of_undo_name_row_and_column(grid, document):
    grid.setData(grid.index_of(SOURCE), "5")
    assert document.undo_stack.undoText() == "输入当年财政拨款全年执行数"


def test_a_cell_is_named_for_the_screen_reader(qapp):
    grid = FundsModel(blank())
    assert grid.data(grid.index_of(SOURCE), SPOKEN_NAME) == "其中：当年财政拨款 全年执行数 未填"
    assert grid.data(grid.index(1, 3), SPOKEN_NAME).endswith(NOTHING)


def test_a_computed_figure_is_spoken_as_one(grid):
    rate = grid.index_of(("stated", "execution_rate"))
    assert grid.data(rate, SPOKEN_NAME).startswith("年度资金总额 执行率 未填，计算值 95")


def test_another_form_brings_its_own_labels(grid, document, qtmodeltester):
    other = golden("004-5")
    document.replace(other.form, other.template)
    assert grid.headerData(3, Qt.Orientation.Horizontal) == "分数"
    qtmodeltester.check(grid)


@pytest.mark.parametrize("place", [TOTAL, ("stated", "execution_rate"), ("amount_unit",)])
def test_whatever_changes_a_figure_is_announced(grid, document, qtbot, place):
    with qtbot.waitSignal(grid.dataChanged):
        document.do(SetCell(place, "元"), "")


def test_an_edit_of_other_parts_announces_nothing(grid, document, qtbot):
    with qtbot.assertNotEmitted(grid.dataChanged):
        document.do(SetCell(("goal_actual",), "完成。"), "")
