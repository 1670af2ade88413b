# SPDX-License-Identifier: MIT
"""Kinds of groups and states of rows: what a group or a row of the tree is, told by its words."""

import re
from enum import Enum, auto

from model.decimals import is_blank
from model.form import Indicator
from model.template import Kind
from model.values.texts import is_crossed_out, is_placeholder_name

LEVEL1_WORDS: tuple[tuple[str, Kind], ...] = (
    ("产出", "output"),
    ("效益", "benefit"),
    ("效果", "benefit"),
    ("满意", "satisfaction"),
    ("成本", "cost"),
)
LEVEL2_WORDS: tuple[tuple[str, Kind], ...] = (
    ("数量", "quantity"),
    ("质量", "quality"),
    ("时效", "timeliness"),
    ("成本", "cost"),
)
KIND_LABELS: dict[Kind, str] = {
    "cost": "成本指标",
    "output": "产出指标",
    "benefit": "效益指标",
    "satisfaction": "满意度指标",
    "quantity": "数量指标",
    "quality": "质量指标",
    "timeliness": "时效指标",
}

_PART = re.compile(r"\s*+★?\s*其中")


def level1_kind(name: str) -> Kind | None:
    """Return the kind of a level-1 group; None for a group of the clerk's own invention."""
    return next((kind for word, kind in LEVEL1_WORDS if word in name), None)


def level2_kind(name: str) -> Kind | None:
    """Return the kind of a level-2 group; None where the rules know no such kind."""
    return next((kind for word, kind in LEVEL2_WORDS if word in name), None)


class RowState(Enum):
    """How a row of the tree counts."""

    IGNORED = auto()  # without any cell, or crossed out: not looked at
    PLACEHOLDER = auto()  # counts in the sums, is no indicator
    PART = auto()  # 其中…: a part of the row above, without points of its own
    INDICATOR = auto()

    @property
    def is_indicator(self) -> bool:
        """Tell whether the row counts as an indicator."""
        return self in (RowState.PART, RowState.INDICATOR)


def row_state(row: Indicator) -> RowState:
    """Tell how a row counts."""
    if is_empty(row) or (is_crossed_out(row.target) and is_crossed_out(row.actual)):
        return RowState.IGNORED
    if is_placeholder_name(row.name):
        return RowState.PLACEHOLDER
    if _PART.match(row.name) and is_blank(row.points):
        return RowState.PART
    return RowState.INDICATOR


def is_empty(row: Indicator) -> bool:
    """Tell whether a row has no cell filled in."""
    texts = (row.name, row.target, row.actual, row.reason)
    return is_blank(row.points) and is_blank(row.score) and not any(text.strip() for text in texts)
