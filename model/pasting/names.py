# SPDX-License-Identifier: MIT
"""Names of groups as they are written in tables: 产出指标（50分）, 一、产出 指标, 产\\n出\\n指\\n标."""

import re
import unicodedata

from model.kinds import level1_kind
from model.template import Kind, Template

LEVEL1_NAMES = frozenset(
    (
        *("成本", "产出", "效益", "效果", "满意度", "社会满意度", "产出类", "效益类"),
        *("绩效产出", "项目产出", "绩效效益", "项目效益", "项目效果"),
    )
)
LEVEL2_NAMES = frozenset(
    (
        *("数量", "质量", "时效", "成本", "产出数量", "产出质量", "产出时效", "产出成本"),
        *("经济成本", "社会成本", "生态环境成本"),
        *("经济效益", "社会效益", "生态效益", "环境效益", "生态环境效益"),
        *("可持续", "可持续影响", "可持续发展"),
        *("满意度", "服务对象", "服务对象满意度", "受益对象满意度"),
    )
)
KINDS_OF_LEVEL2: tuple[tuple[str, Kind], ...] = (
    ("满意", "satisfaction"),
    ("服务对象", "satisfaction"),
    ("效益", "benefit"),
    ("可持续", "benefit"),
    ("影响", "benefit"),
    ("经济成本", "cost"),
    ("社会成本", "cost"),
    ("环境成本", "cost"),
    ("数量", "output"),
    ("质量", "output"),
    ("时效", "output"),
    ("成本", "output"),
)
"""Words of a level-2 name, and the level-1 group such a name belongs to; the first that fits counts."""

_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+|\d+)[、.．,，)]|^\([一二三四五六七八九十\d]+\)|^[★☆●◆▾▸·•-]+"
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】")
_POINTS = re.compile(r"\d+(?:\.\d+)?(?:分|%)$")
_ENDS = ("指标", "情况")


def squeezed(text: str) -> str:
    """Return a text in one spelling and without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def bare(name: str) -> str:
    """Return what tells a group from others: its name without blanks, numbering, points and 指标."""
    text = _NUMBERING.sub("", squeezed(name))
    text = _POINTS.sub("", _BRACKETED.sub("", text)).strip(":：")
    for end in _ENDS:
        text = text.removesuffix(end) or text
    return text


def tidy_name(name: str) -> str:
    """Return a group's name for a new group: as written, on one line, without the points in brackets."""
    text = _NUMBERING.sub("", "".join(name.split()))
    for pattern in (r"[(（][^()（）]*分?[)）]$", r"\d+(?:\.\d+)?分$"):
        text = re.sub(pattern, "", text) or text
    return text


def is_level1(name: str) -> bool:
    """Tell whether a text is one of the usual names of level-1 groups."""
    return bool(name) and bare(name) in LEVEL1_NAMES


def is_level2(name: str) -> bool:
    """Tell whether a text is one of the usual names of level-2 groups."""
    return bool(name) and bare(name) in LEVEL2_NAMES


def level1_of(level2: str) -> Kind | None:
    """Return the kind of level-1 group a level-2 group usually stands in."""
    return next((kind for word, kind in KINDS_OF_LEVEL2 if word in level2), None)


def level1_named(template: Template, kind: Kind | None) -> str:
    """Return the template's name of the level-1 group of a kind; "" where it has none."""
    return next((group.name for group in template.groups if kind and level1_kind(group.name) == kind), "")
