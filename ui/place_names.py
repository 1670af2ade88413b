# SPDX-License-Identifier: MIT
"""What a place is called, in the form's own words."""

from __future__ import annotations

from model.fields import FUNDS, field_at
from model.places import Place, rows_of
from ui.rows import LEVELS

GROUPS = ("一级指标", "二级指标")


def cell_name(place: Place) -> str:
    """Name the cell of a place: `年度资金总额 · 全年执行数`; a row or a group by its level."""
    level = len(rows_of(place))
    if 0 < level < LEVELS:
        return GROUPS[level - 1]
    if level == LEVELS and isinstance(place[-1], int):
        return "三级指标"
    try:
        label = field_at(place).label
    except KeyError:
        return ""
    return f"{FUNDS[str(place[1])].label} · {label}" if place[0] == "funds" else label
