# SPDX-License-Identifier: MIT
"""Where a line may break: 避头尾, numbers with sign and unit, Latin words, the form's own words."""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

Splitter: TypeAlias = Callable[[str], Sequence[str]]
"""Cuts a text into pieces that stay whole; together they are the text."""

# 避头: never at the start of a line.  避尾: never at its end.  GB/T 15834—2011, 5.1.
CLOSING = "，。、；：！？）〉》」』】〕〗｝］”’…—～·％%‰℃°,.;:!?)]}/"
OPENING = "（〈《「『【〔〖｛［“‘([{￥¥$№≥≤≧≦⩾⩽＞＜＝≈±"
SPACES = " \u00a0\u3000"

UNITS = """
    平方公里 平方米 立方米 万人次 万平方米 公里 千米 公斤 千克 小时 分钟 课时 学时 个月 年度 万元 亿元 美元
    万人 人次 场次 万字 万条 万次 万 亿 元 年 月 日 天 时 分 秒 人 名 位 户 家 个 项 篇 期 册 本 份 件 套 台
    批 条 处 次 场 卷 字 号 级 版 届 类 种 部 间 所 座 辆 倍 亩 只 款 轮 路 站 米 吨
"""
# Words of heads and groups: a head breaks between them (一级/指标, not 一级指/标).
WORDS = """
    一级 二级 三级 指标 年度 总体 目标 绩效 预期 实际 完成 情况 完成值 指标值 偏差 原因 分析 及改进 措施
    项目 资金 （万元） （元） （%） 年初 全年 预算数 执行数 执行率 产出 数量 质量 时效 成本 效益 经济 社会
    生态 可持续 影响 满意度 服务 对象 评分 等级 主管 部门 实施 单位 达成 百分之 百分比
"""


def _any_of(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


_OPEN, _CLOSE, _SPACE = f"[{re.escape(OPENING)}]", f"[{re.escape(CLOSING)}]", f"[{SPACES}]"
_LATIN, _INNER = r"!-#%-'*-Z\\^-z|~\u00c0-\u024f０-９Ａ-Ｚａ-ｚ．", r"$(\[{"
_WORD = rf"[{_LATIN}](?:[{_LATIN})\]}}]|[{_INNER}]+(?=[{_LATIN}]))*"
_UNIT = rf"(?:(?<=[0-9０-９])(?:{_any_of(UNITS)}))?"
_BRACKET = r"(?:(?<=[^()])[(（][^()（）\s]{1,6}[)）])?"  # the unit of ≥6.00(个)
_NUMBER = _WORD + _UNIT + _BRACKET


def _pieces(core: str) -> Splitter:
    """Cut into cores, each with the marks it may not be parted from; spaces are pieces of their own."""
    core_with_marks = f"(?:{_OPEN}{_SPACE}*)*(?:{core})(?:{_SPACE}*{_CLOSE})*"
    return re.compile(f"{_SPACE}+|{core_with_marks}", re.DOTALL).findall


# In what is longer than a line: before a bracket, at the joints of an address, between number and unit.
_at_joints = re.compile(
    rf"(?<!^)(?<!{_OPEN})(?=[(（])|(?<=[/?&=_\-;@])(?![/?&=_\-;@]|{_CLOSE})|(?<=[.,:])(?=[A-Za-z])|(?<=[0-9])(?=[一-鿿])"
).split

TEXT: tuple[Splitter, ...] = (_pieces(f"{_NUMBER}|."), _at_joints, _pieces("."), list)
"""Ways to cut a text; each cuts what the one before left longer than a line."""

HEAD: tuple[Splitter, ...] = (_pieces(f"{_any_of(WORDS)}|{_NUMBER}|."), *TEXT)
