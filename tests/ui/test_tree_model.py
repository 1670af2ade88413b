# SPDX-License-Identifier: MIT
"""Claims about the indicator tree's adapter for Qt."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from model.edits import Insert, Move, Remove, SetCell
from model.form import Indicator, Level1Group, Level2Group
from model.places import indicator_place, level1_place, place_of
from tests.ui.hands import blank, golden
from ui.cells import SPOKEN_DESCRIPTION, SPOKEN_NAME, TOOL_TIP, Look
from ui.columns import COLUMN_OF, KEYS
from ui.tree_model import TreeModel

POINTS, SCORE = COLUMN_OF["points"], COLUMN_OF["score"]
QUANTITY = ("indicators", 0, "children", 0, "children")
QUALITY = ("indicators", 0, "children", 1, "children")


@pytest.fixture
def tree(document):
    return TreeModel(document)


def test_it_keeps_qts_rules_for_models(tree, document, undoable, qtmodeltester):
    qtmodeltester.check(tree)
    document.do(Insert(QUANTITY, 1, Indicator(name="第二项")), "")
    document.do(Move(QUANTITY, 0, QUALITY, 1), "")
    document.do(Remove(("indicators",), 1), "")
    document.do(Insert(("indicators", 0, "children"), 0, Level2Group(name="组")), "")
    qtmodeltester.check(tree)
    assert tree.rowCount() == len(document.form.indicators)


def test_an_empty_tree_keeps_qts_rules(qapp, qtmodeltester):
    document = blank()
    document.form.indicators.clear()
    tree = TreeModel(document)
    qtmodeltester.check(tree)
    assert tree.rowCount() == 0


def test_every_level2_group_ends_in_the_row_for_a_new_indicator(tree):
    group = tree.index_at((0, 0))
    assert tree.rowCount(group) == 2
    assert tree.cell(tree.index(1, 0, group)).look is Look.ADD
    assert tree.node(tree.index(1, 0, group)) is None


def test_typing_a_name_into_the_new_row_makes_an_indicator(tree, document, undoable):
    tree.setData(tree.index_at((0, 0, 1)), "第二项")
    assert document.form.indicators[0].children[0].children[1].name == "第二项"
    assert document.undo_stack.undoText() == "新增指标"
    assert tree.rowCount(tree.index_at((0, 0))) == 3


def test_nothing_typed_into_the_new_row_makes_none(tree, document):
    tree.setData(tree.index_at((0, 0, 1)), "  ")
    assert not document.undo_stack.count()


def test_typing_twice_in_a_cell_is_one_undo_step(tree, document, undoable, qtbot):
    cell = tree.index_at((0, 0, 0), SCORE)
    with qtbot.waitSignal(document.findings_changed):
        tree.setData(cell, "5")
        tree.setData(cell, "55")
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "输入得分"


@pytest.mark.parametrize(("typed", "held"), [("８．５", Decimal("8.5")), ("8分", Decimal("8")), ("", None)])
def test_numbers_are_read_as_people_type_them(tree, document, undoable, typed, held):
    tree.setData(tree.index_at((0, 0, 0), SCORE), typed)
    assert document.value((*indicator_place(0, 0, 0), "score")) == held


def test_what_is_no_number_stays_as_typed_and_is_marked(tree, document, undoable):
    cell = tree.index_at((0, 0, 0), SCORE)
    tree.setData(cell, "八分半")
    assert tree.cell(cell).text == "八分半"
    assert tree.cell(cell).severity == "error"


def test_a_group_is_renamed_in_place(tree, document, undoable):
    tree.setData(tree.index_at((0,)), "产出")
    assert document.form.indicators[0].name == "产出"
    assert document.undo_stack.undoText() == "重命名指标组"


def test_subtotals_follow_the_rows(tree, document, undoable):
    tree.setData(tree.index_at((0, 0, 0), SCORE), "15")
    assert tree.cell(tree.index_at((0, 0), SCORE)).text == "15"
    assert tree.cell(tree.index_at((0,), SCORE)).text == "45"


def test_level1_heads_show_the_points_the_template_expects(tree):
    assert tree.cell(tree.index_at((0,), POINTS)).text == "50/50"


def test_a_template_with_free_weights_expects_none(qapp):
    tree = TreeModel(golden("003-1"))
    assert "/" not in tree.cell(tree.index_at((0,), POINTS)).text


def test_the_first_indicator_of_a_blank_form_shows_its_points_so_far(qapp):
    tree = TreeModel(blank())
    tree.setData(tree.index_at((0, 0, 0)), "场次")
    tree.setData(tree.index_at((0, 0, 0), POINTS), "20")
    assert tree.cell(tree.index_at((0,), POINTS)).text == "20/50"


def changed_rows(tree: TreeModel) -> list[tuple[int, ...]]:
    """Collect the rows the model says have changed."""
    rows: list[tuple[int, ...]] = []
    tree.dataChanged.connect(lambda first, last, roles: rows.append(tree.rows_at(first)))
    return rows


def test_only_the_row_and_the_heads_above_it_are_announced(tree, document):
    rows = changed_rows(tree)
    document.do(SetCell((*indicator_place(0, 0, 0), "target"), "≥5个"), "")
    assert set(rows) == {(0, 0, 0), (0, 0), (0,)}


def test_an_edit_elsewhere_announces_nothing(tree, document):
    rows = changed_rows(tree)
    document.do(SetCell(("project_name",), "新名"), "")
    assert not rows


def test_a_namesake_is_announced_with_its_twin(tree, document):
    document.do(Insert(QUANTITY, 1, Indicator(name="甲")), "")
    document.do(Insert(QUANTITY, 2, Indicator(name="乙")), "")
    rows = changed_rows(tree)
    document.do(SetCell((*indicator_place(0, 0, 1), "name"), "乙"), "")
    assert (0, 0, 2) in rows
    assert "两次" in tree.data(tree.index_at((0, 0, 2)), TOOL_TIP)


def test_a_groups_mark_comes_and_goes_with_its_finding(tree, document):
    head, rows = tree.index_at((0,)), changed_rows(tree)
    document.do(SetCell((*indicator_place(0, 0, 0), "points"), Decimal(10)), "")
    assert tree.cell(head).severity == "warning"
    document.undo_stack.undo()
    assert tree.cell(head).severity is None
    assert (0,) in rows


def test_an_empty_new_form_is_not_wrong(qapp):
    tree = TreeModel(blank())
    assert tree.cell(tree.index_at((0,))).severity is None


def test_persistent_indexes_follow_their_rows(tree, document, undoable):
    kept = QPersistentModelIndex(tree.index_at((0, 1, 0), SCORE))
    document.do(Move(QUALITY, 0, QUANTITY, 0), "")
    document.do(Insert(("indicators",), 0, Level1Group(name="成本指标")), "")
    assert tree.rows_at(kept) == (1, 0, 0)
    assert tree.node(kept).name == "合格率"


def test_a_move_to_where_the_row_is_moves_nothing(tree, document, qtmodeltester):
    before = tree.node(tree.index_at((0, 0, 0)))
    document.do(Move(QUANTITY, 0, QUANTITY, 0), "")
    qtmodeltester.check(tree)
    assert tree.node(tree.index_at((0, 0, 0))) is before


def test_an_index_of_a_group_that_is_gone_leads_nowhere(tree, document):
    stale = tree.index_at((0, 0, 0))
    document.do(Remove(("indicators", 0, "children"), 0), "")
    assert tree.parent(stale) == QModelIndex()


@pytest.mark.parametrize("name", ["004-5", "002-2", "000-1"])
def test_places_and_indexes_are_each_others_inverse(qapp, name):
    document = golden(name)
    tree = TreeModel(document)
    for place, _ in document.form.all_indicators():
        for key in KEYS:
            assert tree.place_of(tree.index_of((*place, key))) == (*place, key)
    assert tree.place_of(tree.index_of(level1_place(0))) == (*level1_place(0), "name")


def test_the_new_row_is_at_the_place_of_its_group(tree):
    assert tree.place_of(tree.index_at((0, 0, 1))) == place_of("/indicators/0/children/0")


def test_another_form_shows_its_own_labels(tree, document, qtmodeltester):
    other = golden("003-1")
    document.replace(other.form, other.template)
    heading = tree.headerData(COLUMN_OF["points"], Qt.Orientation.Horizontal)
    assert (tree.rowCount(), heading) == (3, "分数")
    qtmodeltester.check(tree)


def test_a_cell_is_named_for_the_screen_reader(tree, document):
    cell = tree.index_at((0, 2, 0), SCORE)
    tree.setData(cell, "8")
    assert tree.data(cell, SPOKEN_NAME).startswith("时效指标 及时率 得分 8")
    reason = tree.index_at((0, 2, 0), COLUMN_OF["reason"])
    assert tree.data(reason, SPOKEN_NAME).endswith("未填，1 个错误")
    assert "扣了 2 分" in tree.data(reason, SPOKEN_DESCRIPTION)


def test_heads_and_new_rows_are_named_too(tree):
    assert tree.data(tree.index_at((0,)), SPOKEN_NAME) == "产出指标，分值 50，应为 50，得分 50"
    assert tree.data(tree.index_at((0,), POINTS), SPOKEN_NAME) == "产出指标 分值 50，应为 50"
    assert tree.data(tree.index_at((0, 0, 1)), SPOKEN_NAME) == "数量指标 新增指标"


def test_only_names_of_groups_and_cells_of_indicators_can_be_typed_in(tree):
    def editable(rows: tuple[int, ...]) -> list[bool]:
        flags = (tree.flags(tree.index_at(rows, column)) for column in range(len(KEYS)))
        return [bool(flag & Qt.ItemFlag.ItemIsEditable) for flag in flags]

    assert editable((0,)) == editable((0, 0)) == editable((0, 0, 1)) == [True] + [False] * 5
    assert all(editable((0, 0, 0)))
    assert tree.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_what_is_shown_in_place_of_a_score_is_spoken_as_a_suggestion(tree):
    cell = tree.index_at((0, 2, 0), SCORE)
    tree.setData(cell, "")
    assert tree.data(cell, SPOKEN_NAME).startswith("时效指标 及时率 得分 未填，建议 10")
    assert "建议：" in tree.data(cell, SPOKEN_DESCRIPTION)


def test_a_cell_of_a_row_without_a_name_is_spoken_by_its_number(tree):
    tree.setData(tree.index_at((0, 2, 0)), "")
    assert tree.data(tree.index_at((0, 2, 0), SCORE), SPOKEN_NAME).startswith("时效指标 第 1 行 得分 10")


def test_cells_of_a_head_that_hold_nothing_say_so(tree):
    target = tree.index_at((0,), COLUMN_OF["target"])
    assert (
        tree.data(target, SPOKEN_NAME) == f"产出指标 {tree.headerData(1, Qt.Orientation.Horizontal)} 无需填写"
    )
