# SPDX-License-Identifier: MIT
"""Claims about cut, copy and paste in the window."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from model.drafts import load
from model.edits import SetCell
from model.form import Funds, Stated
from model.places import place_of
from tests.builders import GOLDEN, complete_form
from ui import dialogs
from ui.columns import COLUMN_OF, KEYS
from ui.sections import FUNDS, HEADER, INDICATORS

FIRST = "/indicators/0/children/0/children/0"
LAST = len(KEYS) - 1


@pytest.fixture
def work(window):
    """The window at the tree of a faultless form of five indicators."""
    window.rooms.document.replace(complete_form(), window.rooms.document.template)
    window.activateWindow()
    window.rooms.desk.show_section(INDICATORS)
    QGuiApplication.clipboard().clear()
    return window


@pytest.fixture
def tree(work):
    return work.rooms.pages.page(INDICATORS)


def form_of(work):
    return work.rooms.document.form


def choose(page, first, last):
    """Choose the cells between two, given as JSON Pointers, in the same group."""
    corners = page.tree.index_of(place_of(first)), page.tree.index_of(place_of(last))
    page.view.setFocus()
    page.view.selectionModel().setCurrentIndex(corners[0], QItemSelectionModel.SelectionFlag.NoUpdate)
    page.view.selectionModel().select(
        QItemSelection(*corners), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )


def hold(text="", html=""):
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def held():
    return QGuiApplication.clipboard().mimeData()


def do(work, name):
    work.actions_by_id[name].trigger()
    return work.statusBar().currentMessage()


def names(work):
    return [row.name for _, row in form_of(work).all_indicators()]


def value(work, pointer):
    return work.rooms.document.value(place_of(pointer))


def test_a_cell_is_copied_as_its_plain_text(work, tree):
    tree.go_to(place_of(f"{FIRST}/target"))
    do(work, "copy")
    assert (held().text(), held().hasHtml()) == ("≥5场", False)


def test_a_block_is_copied_as_text_and_as_a_table(work, tree):
    choose(tree, f"{FIRST}/target", f"{FIRST}/points")
    do(work, "copy")
    assert held().text() == "≥5场\t5场\t20"
    assert "<td>≥5场</td><td>5场</td><td>20</td>" in held().html()


def test_whole_rows_are_copied_with_their_groups(work, tree):
    choose(tree, f"{FIRST}/name", f"{FIRST}/reason")
    do(work, "copy")
    assert held().text() == "产出指标\t数量指标\t场次\t≥5场\t5场\t20\t20\t"


def test_the_whole_tree_is_copied_as_printed_with_heads_and_merged_groups(work, tree):
    tree.view.selectAll()
    do(work, "copy")
    lines = held().text().splitlines()
    assert lines[0].split("\t")[:4] == ["一级指标", "二级指标", "三级指标", "年度指标值"]
    assert len(lines) == 6
    assert '<td rowspan="3">产出指标</td>' in held().html()


def test_an_empty_score_is_copied_empty_not_as_the_one_suggested(work, tree):
    tree.go_to(place_of(f"{FIRST}/score"))
    do(work, "cut")
    choose(tree, f"{FIRST}/points", f"{FIRST}/score")
    do(work, "copy")
    assert held().text() == "20\t"


def test_cutting_copies_and_empties_as_one_step(work, tree):
    choose(tree, f"{FIRST}/target", f"{FIRST}/points")
    do(work, "cut")
    assert held().text() == "≥5场\t5场\t20"
    assert (value(work, f"{FIRST}/target"), value(work, f"{FIRST}/points")) == ("", None)
    assert work.rooms.document.undo_stack.undoText() == "剪切 3 格"
    assert work.rooms.document.undo_stack.count() == 1


def test_a_block_fills_cells_rightwards_and_down_through_the_groups(work, tree):
    tree.go_to(place_of(f"{FIRST}/target"))
    hold("≥１人\t1人\n≥2人\t\t12万\n")
    told = do(work, "paste")
    assert value(work, f"{FIRST}/target") == "≥１人"
    assert value(work, "/indicators/0/children/1/children/0/target") == "≥2人"
    assert value(work, "/indicators/0/children/1/children/0/points") == "12万"  # unreadable as points: kept
    assert work.rooms.document.undo_stack.undoText() == told == "粘贴 2 行 × 3 列"


def test_pasted_numbers_are_read_as_typed_ones(work, tree):
    tree.go_to(place_of(f"{FIRST}/points"))
    hold("１２．５\t 1,000 ")
    do(work, "paste")
    assert (value(work, f"{FIRST}/points"), value(work, f"{FIRST}/score")) == (Decimal("12.5"), Decimal(1000))


def test_one_text_fills_all_chosen_cells(work, tree):
    choose(tree, f"{FIRST}/target", f"{FIRST}/actual")
    hold("3")
    do(work, "paste")
    assert (value(work, f"{FIRST}/target"), value(work, f"{FIRST}/actual")) == ("3", "3")


def test_rows_beyond_the_last_become_indicators_of_its_group(work, tree):
    tree.go_to(place_of("/indicators/2/children/0/children/0/name"))
    hold("甲\nb\nc")
    told = do(work, "paste")
    assert names(work)[-3:] == ["甲", "b", "c"]
    assert told == "粘贴 3 行 × 1 列，其中新增 2 行指标"


def test_columns_beyond_the_last_are_told(work, tree):
    tree.go_to(place_of(f"{FIRST}/reason"))
    hold("a\tb\tc")
    assert do(work, "paste") == "粘贴 1 格，超出表格的 2 行（列）没有粘贴"


def test_at_the_row_for_a_new_indicator_all_rows_are_new(work, tree):
    tree.keys.stand_at(tree.tree.index_at((0, 0, 1)))
    hold("甲\t≥1\n乙\t≥2")
    do(work, "paste")
    assert names(work)[:4] == ["场次", "甲", "乙", "合格率"]


def test_the_landed_cells_are_chosen_and_undo_takes_all_back(work, tree):
    before = form_of(work).model_copy(deep=True)
    tree.go_to(place_of(f"{FIRST}/target"))
    hold("a\tb\nc\td")
    do(work, "paste")
    assert len(tree.view.selectionModel().selectedIndexes()) == 4
    work.rooms.document.undo_stack.undo()
    assert form_of(work) == before


def test_everything_goes_into_one_cell(work, tree):
    tree.go_to(place_of(f"{FIRST}/reason"))
    hold("第一\n第二\t三")
    do(work, "paste_into_cell")
    assert value(work, f"{FIRST}/reason") == "第一\n第二 三"


def test_line_breaks_of_a_quoted_cell_are_kept(work, tree):
    tree.go_to(place_of(f"{FIRST}/actual"))
    hold('"a\nb"\t5')
    do(work, "paste")
    assert value(work, f"{FIRST}/actual") == "a\nb"


def test_the_table_of_the_html_counts_before_the_text(work, tree):
    tree.go_to(place_of(f"{FIRST}/target"))
    hold("wrong", "<table><tr><td>right<br>so</td></tr></table>")
    do(work, "paste")
    assert value(work, f"{FIRST}/target") == "right\nso"


def test_html_without_a_table_gives_way_to_the_text(work, tree):
    tree.go_to(place_of(f"{FIRST}/target"))
    hold("plain", "<b>bold</b>")
    do(work, "paste")
    assert value(work, f"{FIRST}/target") == "plain"


def test_own_rows_of_a_group_are_pasted_as_cells_without_a_question(work, tree):
    choose(tree, f"{FIRST}/name", f"{FIRST}/reason")
    do(work, "copy")
    tree.keys.stand_at(tree.tree.index_at((1, 0, 1)))
    do(work, "paste")
    assert names(work) == ["场次", "合格率", "及时率", "知晓度", "场次", "读者满意度"]


def test_own_rows_are_pasted_from_the_first_column_on_wherever_one_stands(work, tree):
    choose(tree, f"{FIRST}/name", f"{FIRST}/reason")
    do(work, "copy")
    tree.go_to(place_of("/indicators/1/children/0/children/0/points"))
    do(work, "paste")
    assert names(work)[3] == "场次"
    assert value(work, "/indicators/1/children/0/children/0/target") == "≥5场"


def test_a_single_cell_with_line_breaks_stays_one_cell(work, tree):
    work.rooms.document.do(SetCell(place_of(f"{FIRST}/reason"), "a\nb"), "")
    tree.go_to(place_of(f"{FIRST}/reason"))
    do(work, "copy")
    assert held().text() == "a\nb"
    tree.go_to(place_of(f"{FIRST}/actual"))
    do(work, "paste")
    assert value(work, f"{FIRST}/actual") == "a\nb"


def test_pasting_what_is_there_already_leaves_no_step(work, tree):
    tree.go_to(place_of(f"{FIRST}/target"))
    hold("≥5场\t5场")
    do(work, "paste")
    assert not work.rooms.document.undo_stack.count()


def test_very_many_cells_are_still_one_step(work, tree):
    tree.keys.stand_at(tree.tree.index_at((0, 0, 1)))
    hold("\n".join(f"指标{at}\t{at}" for at in range(300)))
    do(work, "paste")
    assert len(names(work)) == 305
    assert work.rooms.document.undo_stack.count() == 1


def test_a_pasted_name_of_a_group_renames_it(work, tree):
    tree.go_to(place_of("/indicators/0"))
    hold("产出")
    do(work, "paste")
    assert form_of(work).indicators[0].name == "产出"


def test_the_figures_make_room_for_what_is_told_and_come_back(work, tree):
    tree.go_to(place_of(f"{FIRST}/target"))
    hold("8")
    do(work, "paste")
    work.rooms.show_state()
    assert not work.rooms.figures.isVisible()
    work.statusBar().clearMessage()
    assert work.rooms.figures.isVisible()


def test_an_empty_clipboard_is_told(work, tree):
    tree.go_to(place_of(f"{FIRST}/target"))
    assert do(work, "paste") == "剪贴板里没有可以粘贴的文字；请先复制单元格或文字。"
    assert not work.rooms.document.undo_stack.count()


def test_too_large_a_table_is_told_in_one_sentence(work, tree):
    tree.go_to(place_of(f"{FIRST}/target"))
    hold("\t" * 300)
    assert do(work, "paste").startswith("剪贴板里的表格太大")
    assert not work.rooms.document.undo_stack.count()


def answer(monkeypatch, accepts):
    seen = []

    def run(dialog: QDialog) -> bool:
        seen.append(dialog)
        return accepts

    monkeypatch.setattr(dialogs, "_run", run)
    return seen


def test_a_table_of_indicators_is_pasted_after_a_preview_as_one_step(work, tree, monkeypatch):
    seen = answer(monkeypatch, accepts=True)
    hold("一级指标\t二级指标\t三级指标\t指标值\n产出\t数量\t新指标\t≥3")
    tree.view.setFocus()
    assert do(work, "paste") == "粘贴 1 个指标"
    assert names(work)[1] == "新指标"
    assert (len(seen), work.rooms.document.undo_stack.count()) == (1, 1)


def test_a_preview_that_is_cancelled_changes_nothing(work, tree, monkeypatch):
    answer(monkeypatch, accepts=False)
    hold("一级指标\t二级指标\t三级指标\t指标值\n产出\t数量\t新指标\t≥3")
    tree.view.setFocus()
    do(work, "paste")
    assert not work.rooms.document.undo_stack.count()


def test_a_table_is_pasted_into_a_tree_without_groups(work, tree, monkeypatch):
    answer(monkeypatch, accepts=True)
    work.rooms.document.replace(
        load(GOLDEN / "003-1.json").form.model_copy(update={"indicators": []}), work.rooms.document.template
    )
    work.rooms.desk.show_section(INDICATORS)
    hold("一级指标\t二级指标\t三级指标\t指标值\n产出\t数量\t新指标\t≥3")
    do(work, "paste")
    assert names(work) == ["新指标"]


def test_fields_of_text_keep_their_own_ways(work):
    work.rooms.desk.go_to(("project_name",))
    work.focusWidget().selectAll()
    hold("2023")
    do(work, "paste")
    work.rooms.pages.finish_typing()
    assert form_of(work).project_name == "2023"


def test_funds_are_copied_as_shown_and_pasted_from_the_corner(work):
    work.rooms.desk.show_section(FUNDS)
    page = work.rooms.pages.page(FUNDS)
    page.go_to(("funds", "fiscal_appropriation", "initial_budget"))
    hold("１２.5\t1,000\n7\t8")
    assert do(work, "paste") == "粘贴 2 行 × 2 列"
    funds = form_of(work).funds
    assert funds.fiscal_appropriation.annual_budget == Decimal(1000)
    assert funds.carryover_funds.initial_budget == Decimal(7)
    page.go_to(("funds", "fiscal_appropriation", "annual_budget"))
    do(work, "copy")
    assert held().text() == "1000"


def test_the_whole_funds_table_goes_out_and_comes_back_by_its_labels(work):
    work.rooms.desk.show_section(FUNDS)
    page, before = work.rooms.pages.page(FUNDS), form_of(work).funds.model_copy(deep=True)
    page.view.setFocus()
    page.view.selectAll()
    do(work, "copy")
    assert held().text().startswith("\t年初预算数\t全年预算数\t全年执行数\t分值")
    work.rooms.document.replace(complete_form(funds=Funds()), work.rooms.document.template)
    work.rooms.desk.show_section(FUNDS)
    assert do(work, "paste") == "粘贴 4 行 × 6 列"
    assert form_of(work).funds.fiscal_appropriation == before.fiscal_appropriation
    assert form_of(work).funds.total.actual is None  # as computed: it stays so
    assert form_of(work).stated == Stated()


def test_texts_on_cells_nothing_can_be_typed_in_are_told(work):
    work.rooms.desk.show_section(FUNDS)
    page = work.rooms.pages.page(FUNDS)
    page.go_to(("funds", "fiscal_appropriation", "actual"))
    hold("1\t2")
    assert do(work, "paste") == "粘贴 1 行 × 2 列，1 格不能填写，已跳过"


def test_where_nothing_can_be_pasted_it_is_told(work):
    work.rooms.desk.show_section(HEADER)
    work.rooms.desk.sections.setFocus()
    hold("x")
    assert do(work, "paste") == "这里不能粘贴；请先点一下要粘贴到的单元格。"


def test_the_grids_offer_the_clipboard_in_their_menu(work, tree):
    ids = [action.objectName() for action in tree.actions()]
    assert ids[:4] == ["cut", "copy", "paste", "paste_into_cell"]
    assert COLUMN_OF["reason"] == LAST
