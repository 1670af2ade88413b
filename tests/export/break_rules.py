# SPDX-License-Identifier: MIT
"""Rules of line breaking, stated anew: where in a text no line may begin.  GB/T 15834—2011, 5.1; CLREQ."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from tests.export.page_reading import joins

FIRST_NEVER = "，。、；：！？）〉》」』】〕〗］｝”’·～－％‰℃°,.;:!?)]}%"
LAST_NEVER = "（〈《「『【〔〖［｛“‘([{￥¥$№≥≤＞＜＝±"
TWO_PARTS = ("——", "……")
_CLOSER, _OPENER = "，。、；：！？）〉》」』】〕〗］｝”’", "（〈《「『【〔〖［｛“‘"
TWO_MARKS = re.compile(f"[{_CLOSER}](?=[{_CLOSER}{_OPENER}])|[{_OPENER}](?=[{_OPENER}])")  # side by side
SQUARE = _CLOSER + _OPENER
UNITS = """
    万元 亿元 元 万 亿 个百分点 个月 个 年度 年 月 日 天 小时 分钟 秒 人次 万人次 人 名 位 户 家 项 篇 期
    册 本 份 件 套 台 批 条 处 次 场次 场 平方米 立方米 平方公里 公里 千米 公斤 吨 米 亩 只 辆 座 所 间 部 种
    类 届 版 级 号 倍 课时 学时 款 轮 路 站
"""
_UNIT = "|".join(sorted(UNITS.split(), key=len, reverse=True))
_SIGN = "(?:(?<![A-Za-z0-9%À-ÖØ-öø-ɏ])[≥≤＞＜＝><=≈±+−-])*"
_DIGITS = r"(?:\d{1,3}(?:，\d{3})+(?!\d)(?:[.．]\d+)?|\d(?:[\d,.．]*\d)?)"
_NUMBER = rf"{_SIGN}{_DIGITS}(?:[%％‰℃]|°C)?"
NUMBER = re.compile(_NUMBER)
WITH_UNIT = re.compile(rf"{_NUMBER}(?:{_UNIT})?(?:[(（][^()（）\s\d]{{1,6}}[)）])?")
DATE = re.compile(
    r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}[:：]\d{2}(?!\d)"
    r"|(?<![\d/+\-])\d{1,2}/\d{1,2}(?![\d/])"
)
LIST_NUMBER = re.compile("(?<![^。；;])(?:[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[)）])[一-鿿]")
WORD = re.compile(r"(?<![A-Za-z0-9.])[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-z0-9À-ÖØ-öø-ɏ]*(?!\.[0-9])(?:['’][A-Za-z]+)*")
HEAD_WORD = re.compile(
    "一级|二级|三级|指标|年度|总体|目标|绩效|预期|实际|完成|偏差|原因|分析|措施|项目|资金|年初|全年|预算|产出|数量|质量"
    "|时效|成本|效益|经济|社会|生态|影响|满意|服务|对象|评分|等级|主管|部门|实施|单位|总分|得分|分值|分数"
)
SPELLED = re.compile(r"〔U\+[0-9A-F]+〕")

Forbidden: TypeAlias = set[int]
"""Places in a text before which no line may begin."""


def marks(text: str) -> Forbidden:
    first = {at for at, one in enumerate(text) if one in FIRST_NEVER or joins(one)}
    last = {at + 1 for at, one in enumerate(text) if one in LAST_NEVER}
    first |= {found.start() for found in re.finditer("(?<!—)—(?!—)", text)}  # joins two dates or places
    parted = {at + 1 for at in range(len(text)) if text[at : at + 2] in TWO_PARTS}
    return first | last | parted


def inside(pattern: re.Pattern[str]) -> Callable[[str], Forbidden]:
    return lambda text: {
        at for found in pattern.finditer(text) for at in range(found.start() + 1, found.end())
    }


def _slash(text: str) -> Forbidden:
    """A stroke between two Chinese words begins no line and ends none."""
    strokes = re.finditer(f"(?<=[一-鿿])/(?=[一-鿿])(?:{_UNIT})?", text)
    return {at for found in strokes for at in range(found.start(), max(found.start() + 2, found.end()))}


RULES: dict[str, Callable[[str], Forbidden]] = {
    "a number is parted": inside(NUMBER),
    "a number is parted from its unit": inside(WITH_UNIT),
    "a date is parted": inside(DATE),
    "a Latin word is parted": inside(WORD),
    "a character spelled out is parted": inside(SPELLED),
    "a list number ends a line": inside(LIST_NUMBER),
    "a stroke stands at a line's end": _slash,
}
TOGETHER = ("a number is parted from its unit", "a stroke stands at a line's end")  # 元/平方米 is one unit
IN_HEADS = RULES | {"a head is cut inside a word": inside(HEAD_WORD)}
