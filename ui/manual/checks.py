# SPDX-License-Identifier: MIT
"""The page of all checks, generated from the rules as a template sets them."""

from __future__ import annotations

from html import escape
from itertools import groupby

from model.rules.finding import SEVERITY_LABELS
from model.rules.handbook import entries
from model.template import Template
from ui.manual.references import SIGNS

GROUPS: dict[str, str] = {
    **dict.fromkeys(("header",), "基本信息"),
    **dict.fromkeys(("funds",), "项目资金"),
    **dict.fromkeys(("goal",), "总体目标"),
    **dict.fromkeys(("points", "level1", "level2", "satisfaction", "indicator"), "分值与指标组"),
    **dict.fromkeys(("cell", "target", "actual", "date"), "目标值与完成值"),
    **dict.fromkeys(("score", "reason"), "得分与原因"),
    **dict.fromkeys(("text", "number"), "文字与数字"),
    **dict.fromkeys(("total", "rating"), "合计与等级"),
}
"""The heading of each family of rules, by the first part of the rule's id."""

SIGN_OF: dict[str, str] = {SEVERITY_LABELS[severity]: sign for severity, sign in SIGNS.items()}

Entry = tuple[str, ...]  # as model.rules.handbook gives it


def body(template: Template) -> str:
    """Return all checks below their headings; each has the rule's id as its anchor."""
    parts = []
    for title, found in groupby(entries(template), _group):
        parts += [f'\n<h2 id="{title}">{title}</h2>\n', *map(_check, found)]
    return "".join(parts)


def _group(entry: Entry) -> str:
    family = entry[0].partition(".")[0]
    return GROUPS.get(family, family)


def _check(entry: Entry) -> str:
    rule, grade, about, right, wrong, basis = (escape(cell, quote=False) for cell in entry)
    lines = (
        ("对", right),
        ("错", wrong),
        ("程度", f"{SIGN_OF.get(grade, '')} {grade}".strip()),
        ("依据", f"{basis}（{rule}）"),
    )
    rows = "".join(f"<tr><th>{head}</th><td>{words}</td></tr>\n" for head, words in lines)
    return f'<h3 id="{rule}">{about}</h3>\n<table>\n{rows}</table>\n'
