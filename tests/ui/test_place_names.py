# SPDX-License-Identifier: MIT
"""Claims about what places are called."""

import pytest

from model.places import place_of
from ui.place_names import cell_name


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("/project_name", "项目名称"),
        ("/goal_actual", "实际完成情况"),
        ("/funds/other_funds/actual", "其他资金 · 全年执行数"),
        ("/stated/rating", "评分等级"),
        ("/indicators/0/name", "一级指标"),
        ("/indicators/0/children/0/name", "二级指标"),
        ("/indicators/0/children/0/children/0", "三级指标"),
        ("/indicators/0/children/0/children/0/reason", "偏差原因分析及改进措施"),
        ("/nowhere", ""),
    ],
)
def test_a_cell_is_called_as_on_the_form(where, name):
    assert cell_name(place_of(where)) == name
