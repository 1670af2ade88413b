# SPDX-License-Identifier: MIT
"""What a column of a pasted table means, told by its head in any usual wording."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from model.pasting.names import squeezed

LONGEST_HEAD = 24  # characters; longer texts are no heads


class Meaning(Enum):
    """What a column holds; the words are those the clerk chooses from."""

    IGNORED = "不粘贴"
    LEVEL1 = "一级指标"
    LEVEL2 = "二级指标"
    LEVELS = "一级/二级指标"
    NAME = "指标名称"
    TARGET = "年度指标值"
    ACTUAL = "实际完成值"
    POINTS = "分值"
    SCORE = "得分"
    REASON = "偏差原因"


GROUPS = frozenset({Meaning.LEVEL1, Meaning.LEVEL2, Meaning.LEVELS})
CELL_KEYS: dict[Meaning, str] = {
    Meaning.NAME: "name",
    Meaning.TARGET: "target",
    Meaning.ACTUAL: "actual",
    Meaning.POINTS: "points",
    Meaning.SCORE: "score",
    Meaning.REASON: "reason",
}
"""The field of an indicator a column fills."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of heads; where two columns of a table mean the same, the one found by an earlier row counts."""

    pattern: re.Pattern[str]
    meaning: Meaning


def _wording(pattern: str, meaning: Meaning) -> Wording:
    return Wording(re.compile(pattern), meaning)


WORDINGS: tuple[Wording, ...] = (
    _wording(r"一级.*二级", Meaning.LEVELS),
    _wording(r"一级", Meaning.LEVEL1),
    _wording(r"二级", Meaning.LEVEL2),
    _wording(r"三级|四级", Meaning.NAME),
    _wording(r"原因|改进|整改|纠偏", Meaning.REASON),
    _wording(
        r"标准(?!分)|依据|说明|解释|来源|方法|公式|规则|办法|序号|编号|备注|证明|佐证|单位$|性质$",
        Meaning.IGNORED,
    ),
    _wording(r"得分|自评分|评分$|评价分|实得", Meaning.SCORE),
    _wording(r"分值|分数|权重|满分|标准分", Meaning.POINTS),
    _wording(r"指标(?:名称|内容|名|项目?)|具体指标|明细指标|考核内容|评价内容|绩效内容", Meaning.NAME),
    _wording(r"实际|完成情况|达成|执行值|^(?:全年|年度)?完成", Meaning.ACTUAL),
    _wording(r"指标值|目标|计划|预期|预计|年初|设定值|标杆值", Meaning.TARGET),
    _wording(r"完成", Meaning.ACTUAL),
    _wording(r"类别|类型|分类|级别|维度", Meaning.LEVELS),
    _wording(r"^(?:绩效|评价|考核)?指标$", Meaning.NAME),
)
PARTS_OF_TARGET = re.compile(r"指标性质|指标值$|(?:度量|计量|指标)?单位$|指标方向")
"""Heads below 年度指标值 where it is printed in parts: sign, value, unit."""

_POINTS_IN_BRACKETS = re.compile(r"\([^()]*\)")


def meaning_of(head: str) -> Meaning | None:
    """Return what a column with this head means; None for a text that is no head."""
    words = _POINTS_IN_BRACKETS.sub("", squeezed(head)) or squeezed(head)
    if not words or len(words) > LONGEST_HEAD:
        return None
    return next((one.meaning for one in WORDINGS if one.pattern.search(words)), None)


def rank_of(head: str) -> int:
    """Return how surely a head has its meaning: the place of its wording in the table."""
    words = _POINTS_IN_BRACKETS.sub("", squeezed(head)) or squeezed(head)
    return next((at for at, one in enumerate(WORDINGS) if one.pattern.search(words)), len(WORDINGS))


def is_head(meanings: set[Meaning]) -> bool:
    """Tell whether columns of these meanings make the head of an indicator table."""
    names = meanings & {Meaning.NAME, Meaning.LEVEL1, Meaning.LEVEL2}
    values = meanings & {Meaning.TARGET, Meaning.ACTUAL, Meaning.POINTS, Meaning.SCORE}
    return bool(names) and bool(values) and len(meanings - {Meaning.IGNORED}) >= 3
