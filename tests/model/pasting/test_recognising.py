# SPDX-License-Identifier: MIT
"""Claims about recognising an indicator table."""

import pytest

from model.pasting.grid import Grid
from model.pasting.meanings import Meaning, meaning_of
from model.templates import load_template, new_form
from tests.model.pasting.tables import recognised, written

NO, L1, L2, LL = Meaning.IGNORED, Meaning.LEVEL1, Meaning.LEVEL2, Meaning.LEVELS
N, T, A, P, S, R = (
    Meaning.NAME,
    Meaning.TARGET,
    Meaning.ACTUAL,
    Meaning.POINTS,
    Meaning.SCORE,
    Meaning.REASON,
)


def meanings(*lines, template="ministry"):
    table = recognised(written(*lines), new_form(load_template(template)))
    return table and table.meanings


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("一级指标", L1),
        ("二 级\n指标", L2),
        ("三级指标名称", N),
        ("指标名称", N),
        ("绩效指标", N),
        ("具体指标内容", N),
        ("年度指标值（A）", T),
        ("目标值", T),
        ("预期指标值", T),
        ("计划完成值", T),
        ("年初设定目标值", T),
        ("实际完成值", A),
        ("全年实际值(B)", A),
        ("完成值", A),
        ("目标完成情况", A),
        ("权重", P),
        ("分值（100分）", P),
        ("标准分值", P),
        ("自评得分", S),
        ("得分", S),
        ("未完成原因分析", R),
        ("偏差原因分析及改进措施", R),
        ("评分标准", NO),
        ("序号", NO),
        ("备注", NO),
        ("计量单位", NO),
        ("指标类别", LL),
        ("完成课题数不少于六个并且按时结项而且通过专家评审验收", None),
        ("", None),
    ],
)
def test_heads_in_their_usual_wordings(head, meaning):
    assert meaning_of(head) is meaning


def test_the_printed_heads():
    heads = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"
    assert meanings(heads) == (L1, L2, N, T, A, P, S, R)


def test_other_wording_order_and_columns_nobody_needs():
    heads = "序号|一级指标|二级指标|指标名称|权重|目标值|完成值|评分标准|自评得分|未完成原因分析|备注"
    assert meanings(heads) == (NO, L1, L2, N, P, T, A, NO, S, R, NO)


def test_heads_below_the_rows_of_a_printed_page():
    table = recognised(
        written(
            "项目名称|甲||||",
            "|年初预算数|全年预算数|全年执行数|分值|得分",
            "指标名称|目标值|完成值|分值|得分|",
        ),
        new_form(load_template("ministry")),
    )
    assert (table.first, table.meanings) == (3, (N, T, A, P, S, NO))


def test_a_target_in_three_parts_is_one():
    rows = (
        ("一级指标", "二级指标", "三级指标", "年度指标值", "", "", "分值"),
        ("", "", "", "指标性质", "指标值", "度量单位", ""),
        ("产出指标", "数量指标", "课题", "≥", "6", "个", "10"),
    )
    down = {(1, column): (0, column) for column in (0, 1, 2, 6)}
    grid = Grid(rows, {**down, (0, 4): (0, 3), (0, 5): (0, 3)})
    table = recognised(grid, new_form(load_template("ministry")))
    assert (table.first, table.meanings) == (2, (L1, L2, N, T, T, T, P))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("产出指标|数量指标|课题数|≥6个|12个|10|9.5|原因", (L1, L2, N, T, A, P, S, R)),
        ("产出指标|数量指标|课题数|6|12|10|10|", (L1, L2, N, T, A, P, S, R)),
        ("产出指标|数量指标|课题数|10|≥6个|12个|10|", (L1, L2, N, P, T, A, S, R)),
        ("产出（50分）|数量|课题数|≥6个|12个|10|10", (L1, L2, N, T, A, P, S)),
        ("产出指标/数量指标|课题数|≥6个|12个", (LL, N, T, A)),
        ("数量指标|课题数|≥6个|10|10", (L2, N, T, P, S)),
        ("1|产出指标|数量指标|课题数|≥6个", (NO, L1, L2, N, T)),
    ],
)
def test_columns_without_heads_are_told_by_what_they_hold(line, expected):
    assert meanings(line) == expected


def test_a_column_that_counts_the_rows_is_not_taken():
    lines = ("产出指标|1|课题数|≥6个|12个", "|2|场次|≥5场|5场")
    assert meanings(*lines) == (L1, NO, N, T, A)


def test_groups_in_rows_of_their_own():
    assert meanings("产出指标||", "数量指标||", "课题数|≥6个|12个") == (N, T, A)


@pytest.mark.parametrize(
    "lines",
    [
        ("课题数|≥6个|12个|10", "场次|≥5场|5场|20"),
        ("产出指标|数量指标",),
        ("100|95|95%",),
        ("a|b|c",),
    ],
)
def test_plain_cells_are_no_table(lines):
    assert meanings(*lines) is None


def test_groups_of_the_clerks_own_are_known():
    form = new_form(load_template("ministry"))
    form.indicators[0].name = "自定"
    assert recognised(written("自定|数量指标|课题|≥6"), form).meanings == (L1, L2, N, T)
