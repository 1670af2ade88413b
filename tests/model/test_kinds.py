# SPDX-License-Identifier: MIT
"""Claims about kinds of groups and about which rows count."""

import pytest

from model.form import Indicator
from model.kinds import RowState, level1_kind, level2_kind, row_state
from tests.builders import indicator


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("产出指标", "output"),
        ("一、产出（50分）", "output"),
        ("效益指标", "benefit"),
        ("效果指标", "benefit"),
        ("满意度指标", "satisfaction"),
        ("成本指标", "cost"),
        ("其他指标", None),
    ],
)
def test_a_level1_group_is_told_by_a_word_in_its_name(name, kind):
    assert level1_kind(name) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("数量指标", "quantity"),
        ("产出质量", "quality"),
        ("时效指标", "timeliness"),
        ("经济成本指标", "cost"),
        ("社会效益指标", None),
    ],
)
def test_a_level2_group_is_told_by_a_word_in_its_name(name, kind):
    assert level2_kind(name) == kind


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (Indicator(), RowState.IGNORED),
        (Indicator(name=" ", reason="\n"), RowState.IGNORED),
        (indicator(target="——", actual="/"), RowState.IGNORED),
        (indicator(target="—", actual=""), RowState.INDICATOR),
        (indicator("指标1"), RowState.PLACEHOLDER),
        (indicator("指标1：完成数量"), RowState.INDICATOR),
        (indicator("其中：培训", points="", score=""), RowState.PART),
        (indicator("★其中：培训", points="", score=""), RowState.PART),
        (indicator("其中：培训", points="5"), RowState.INDICATOR),
        (Indicator(points="十分"), RowState.INDICATOR),
    ],
)
def test_rows_count_as_the_rules_say(row, state):
    assert row_state(row) is state
