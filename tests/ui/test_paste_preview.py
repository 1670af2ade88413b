# SPDX-License-Identifier: MIT
"""Claims about the preview before a table of indicators is pasted."""

import pytest
from PySide6.QtCore import Qt

from model.pasting.meanings import Meaning
from model.pasting.planning import Fate
from tests.model.pasting.tables import recognised, written
from ui.paste_preview import PastePreview
from ui.paste_table import FATE, GOAL, OWN

HEADS = "序号|一级指标|二级指标|三级指标|指标值|完成值|分值"
TABLE = written(
    HEADS,
    "1|产出指标|数量指标|场次|≥9场|9场|20",
    "2||质量指标|新指标|≥1|1|5",
    "3|绿色指标|碳排放|减排量|≥2|2|5",
    "|合计|||||30",
)


@pytest.fixture
def preview(qtbot, document):
    preview = PastePreview(document, TABLE, recognised(TABLE, document.form), (), None)
    qtbot.addWidget(preview)
    with qtbot.waitExposed(preview):
        preview.show()
    return preview


def column(preview, number):
    model = preview.model
    return [model.index(row, number).data() for row in range(model.rowCount())]


def choice(preview, at):
    return preview.view.meanings.choices[at]


def choose(preview, at, meaning):
    box = choice(preview, at)
    box.setCurrentIndex(list(Meaning).index(meaning))
    box.activated.emit(box.currentIndex())


def test_every_row_says_what_becomes_of_it_and_where_it_goes(preview):
    assert column(preview, FATE) == ["＝ 并入", "＋ 新增", "＋ 新增", "－ 跳过"]
    assert column(preview, GOAL) == [
        "产出指标 / 数量指标",
        "产出指标 / 质量指标",
        "绿色指标 / 碳排放",
        "合计",
    ]
    assert column(preview, OWN + 3) == ["场次", "新指标", "减排量", ""]


def test_one_sentence_counts(preview):
    words = "新增 2 个指标，并入 1 个同名指标，跳过 1 行，新建 1 个指标组（绿色指标 / 碳排放）。"
    assert preview.summary.text() == words


def test_a_choice_over_every_column_tells_its_meaning(preview):
    shown = [box.currentText() for box in preview.view.meanings.choices.values()]
    assert shown == ["不粘贴", "一级指标", "二级指标", "指标名称", "年度指标值", "实际完成值", "分值"]
    assert all(box.accessibleName() for box in preview.view.meanings.choices.values())


def test_two_columns_change_their_meanings(preview):
    choose(preview, 4, Meaning.ACTUAL)
    assert [choice(preview, at).currentText() for at in (4, 5)] == ["实际完成值", "年度指标值"]
    preview.plan.edit.apply(preview._document.form)
    new = preview._document.form.indicators[0].children[1].children[1]
    assert (new.target, new.actual) == ("1", "≥1")


def test_without_names_nothing_can_be_pasted(preview):
    choose(preview, 3, Meaning.IGNORED)
    assert not preview.accepting.isEnabled()
    assert "指标名称" in preview.summary.text()


def test_a_row_can_be_taken_out_and_put_in_again(preview):
    index = preview.model.index(1, FATE)
    preview.model.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert column(preview, FATE)[1] == "－ 跳过"
    preview.model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert column(preview, FATE)[1] == "＋ 新增"


def test_replacing_makes_every_row_a_new_one(preview):
    assert preview.replaces.text() == "替换(&R)：先删除现有的 5 个指标"
    preview.replaces.setChecked(True)
    assert preview.plan.count(Fate.MERGED) == 0
    preview.plan.edit.apply(preview._document.form)
    assert sum(1 for _ in preview._document.form.all_indicators()) == 3


def test_in_an_empty_tree_there_is_nothing_to_replace(qtbot, document):
    document.form.indicators.clear()
    preview = PastePreview(document, TABLE, recognised(TABLE, document.form), (), None)
    qtbot.addWidget(preview)
    assert preview.replaces.isHidden()


def test_enter_pastes_at_once(preview, qtbot):
    preview.activateWindow()
    with qtbot.waitSignal(preview.accepted):
        qtbot.keyClick(preview.focusWidget(), Qt.Key.Key_Return)


def test_the_model_keeps_qts_rules(preview, qtmodeltester):
    qtmodeltester.check(preview.model)


def test_the_choices_follow_their_columns(preview):
    preview.view.setColumnWidth(OWN, 170)
    assert choice(preview, 0).width() == 170
    assert choice(preview, 1).x() == preview.view.columnViewportPosition(OWN + 1)
