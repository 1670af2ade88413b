# SPDX-License-Identifier: MIT
"""Where a line may break: 避头尾, numbers with sign and unit, Latin words, the form's own words."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

Splitter: TypeAlias = Callable[[str], Sequence[str]]
"""Cuts a text into pieces that stay whole; together they are the text."""

# 避头: never at the start of a line.  避尾: never at its end.  GB/T 15834—2011, 5.1.
CLOSING = "，。、；：！？）〉》」』】〕〗］｝”’·～－％‰‱℃°…—,.;:!?)]}%"
OPENING = "（〈《「『【〔〖［｛“‘([{￥¥＄$€£№§≥≤≧≦⩾⩽＞＜＝≈±"
SPACES = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
JOINING = "\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"

UNITS = """
    平方公里 平方米 立方米 万人次 万平方米 公里 千米 公斤 千克 小时 分钟 课时 学时 个月 个百分点 百分点 年度
    万元 亿元 美元 万人 人次 场次 万字 万条 万次 万 亿 元 年 月 日 天 时 分 秒 人 名 位 户 家 个 项 篇 期 册
    本 份 件 套 台 批 条 处 次 场 卷 字 号 级 版 届 类 种 部 间 所 座 辆 倍 亩 只 款 轮 路 站 米 吨
"""
# Words of heads and groups: a head breaks between them (一级/指标, not 一级指/标).
WORDS = """
    一级 二级 三级 指标 年度 总体 目标 绩效 预期 实际 完成 情况 完成值 指标值 偏差 原因 分析 及改进 措施
    项目 资金 （万元） （元） （%） 年初 全年 预算数 执行数 执行率 产出 数量 质量 时效 成本 效益 经济 社会
    生态 可持续 影响 满意度 服务 对象 评分 等级 主管 部门 实施 单位 达成 百分之 百分比
"""


def _any_of(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


_OPEN, _SPACE, _JOINING = f"[{re.escape(OPENING)}]", f"[{SPACES}]", f"[{JOINING}]"
_CLOSE = f"[{re.escape(CLOSING)}]"
_CLOSE_ONLY = f"(?:(?!——|(?<=—)—|…){_CLOSE})"  # leaves —— and …… out, which may begin a line
_HANZI = "[一-鿿]"
_LATIN = r"!-#%-'*-Z\\^-z|~\u00b2\u00b3\u00b9\u00c0-\u024f\u2010-\u2013\u2070-\u2212０-９Ａ-Ｚａ-ｚ．"
_WORD = (
    rf"[{_LATIN}](?:[{_LATIN})\]}}]|[$(\[{{]+(?=[{_LATIN}])|[％～](?=[0-9０-９])|°(?=[CF])|{_JOINING}"
    r"|(?<=[0-9])(?:：(?=[0-9]{2}(?![0-9]))|，(?=[0-9]{3}(?![0-9]))))*"
)
_UNIT = rf"(?:(?<=[0-9０-９])(?:{_any_of(UNITS)}))?"
_BRACKET = r"(?:(?<=[^()])[(（][^()（）\s]{1,6}[)）])?"  # the unit of ≥6.00(个)
_NUMBER = _WORD + _UNIT + _BRACKET
_DATE = "[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?"
_MARKER = "(?:[0-9]{1,2}[.．、]|[(（][0-9一二三四五六七八九十]{1,3}[)）]|[①-⑳])"
_LIST = rf"(?<![^。；;：:\s]){_MARKER}(?={_HANZI})."  # 1. and （一） go with the character after them
_WHOLE, _STROKE = f"{_DATE}|{_LIST}|第?{_NUMBER}|.", "[/／]"


def _between_words(text: str) -> list[str]:
    """Cut like any text, but leave the form's own words whole."""
    words = re.finditer(_any_of(WORDS), text)
    inside = {place for word in words for place in range(word.start() + 1, word.end())}
    pieces: list[str] = []
    at = 0
    for piece in TEXT[0](text):
        if at in inside:
            pieces[-1] += piece
        else:
            pieces.append(piece)
        at += len(piece)
    return pieces


def _at_dashes(text: str) -> list[str]:
    """Cut like any text, but let —— and …… begin a line; without them there is nothing new to find."""
    return re.findall(f"(?s){_DASHES}", text) if "—" in text or "…" in text else [text]


def _found(pattern: str) -> Splitter:
    """Cut into what a pattern finds; `re` compiles it at its first use and keeps it, as few forms need it."""
    return partial(re.findall, f"(?s){pattern}")


def _parted(pattern: str) -> Splitter:
    """Cut where a pattern finds something, compiled as late."""
    return partial(re.split, pattern)


def _pieces(core: str, close: str = _CLOSE, joined_by: str = "(?!)") -> str:
    """Find cores, each with the marks it may not be parted from; spaces are pieces of their own."""
    joined = f"(?:{core}){_JOINING}*(?:{joined_by}(?!{close})(?:{_any_of(UNITS)}|{core}))*"
    core_with_marks = f"(?:{_OPEN}{_SPACE}*)*(?:{joined})(?:{_SPACE}*{close}{_JOINING}*)*"
    return f"{_SPACE}+|{core_with_marks}"


_DASHES = _pieces(f"—+|…+|{_WHOLE}", _CLOSE_ONLY, _STROKE)
# In what is longer than a line: between the parts of a date, range or product, before a bracket, at a stroke.
_SEAMS = (
    rf"(?<=[年月])(?=[0-9])|(?<!^)(?<!{_OPEN})(?=[(（])|(?<=[~～—])(?!{_CLOSE})|(?<=×)(?=[0-9])"
    rf"|(?<={_HANZI}[/／])|(?<=[/／])(?={_HANZI})"
)
# In what is still longer: at the joints of an address, after the commas of a number.
_JOINTS = (
    rf"(?<=[A-Za-z0-9/:%][/?&=_\-;@])(?![/?&=_\-;@]|{_CLOSE})|(?<=[.,:])(?=[A-Za-z])"
    r"|(?<=[0-9][,，])(?=[0-9]{3})|(?<=〔U\+)"
)
_ATOM = (
    r"[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f]*(?:(?<=[0-9])\.[0-9]+)?"
    "|[+\\-−]?[0-9][0-9.]*(?:%|°[CF]|[A-Za-z]{1,4}(?![A-Za-z]))?"
)

TEXT: tuple[Splitter, ...] = (
    re.compile(_pieces(_WHOLE, joined_by=_STROKE), re.DOTALL).findall,  # for every text longer than a line
    _at_dashes,
    _parted(_SEAMS),
    _parted(rf"(?<=[0-9])(?={_HANZI})"),
    _parted(_JOINTS),
    _found(_pieces(f"—+|…+|{_ATOM}|.", _CLOSE_ONLY)),
    _parted("(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])"),
    _parted("(?<=[0-9][.．])(?=[0-9])"),
    _found(_pieces("—+|…+|.", _CLOSE_ONLY)),
    _found(f".{_JOINING}*"),
    list,
)
"""Ways to cut a text; each cuts what the one before left longer than a line."""

HEAD: tuple[Splitter, ...] = (_between_words, *TEXT)
