# SPDX-License-Identifier: MIT
"""The report of a check: for other programs as JSON, for people as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple
from unicodedata import east_asian_width

from model.arithmetic import Figures
from model.decimals import rounded
from model.form import Form
from model.judge import Judge
from model.rules.finding import SEVERITY_LABELS, Finding, Severity
from model.template import Template

SIGNS: dict[Severity, str] = {
    Severity.ERROR: "●",
    Severity.WARNING: "▲",
    Severity.HINT: "◆",
    Severity.TODO: "○",
}
UNFINISHED = (Severity.ERROR, Severity.TODO)  # with one of these left, the page is marked 草稿


class Report(NamedTuple):
    """What a check of one draft came to."""

    file: str
    form: Form
    figures: Figures
    findings: tuple[Finding, ...]

    @property
    def is_final(self) -> bool:
        """Tell whether no error and nothing to fill in is left."""
        return not any(finding.severity in UNFINISHED for finding in self.findings)


def report_on(file: str, form: Form, template: Template) -> Report:
    """Check a form; `file` is what the report calls it."""
    judge = Judge(form, template)
    return Report(file, form, judge.figures, tuple(judge.findings()))


def as_json(report: Report) -> dict[str, object]:
    """Return the object `check --json` prints: computed figures are strings with 2 decimals or None."""
    computed = report.figures
    return {
        "file": report.file,
        "template": report.form.template,
        "computed": {
            "execution_rate": _figure(computed.execution_rate),
            "execution_score": _figure(computed.execution_score),
            "total_points": _figure(computed.total_points),
            "total_score": _figure(computed.total_score),
            "rating": computed.rating,
        },
        "findings": [_finding(finding) for finding in report.findings],
    }


def as_lines(report: Report) -> list[str]:
    """Return the report as people read it."""
    found = [f"  {SIGNS[finding.severity]} {finding.message}" for finding in report.findings]
    return [f"{report.file}：{counted(report.findings) or '没有问题'}", *found]


HEADS = ("文件", "项目", "总分", "等级", "错误", "待填", "提醒")
ALIGNED_RIGHT = frozenset({"总分", "错误", "待填", "提醒"})
WIDEST = 36  # columns of a terminal


def as_table(reports: Sequence[Report | str]) -> list[str]:
    """Return a line a draft, under heads; the name of a file stands for one that could not be read."""
    rows = [HEADS, *(_table_row(report) for report in reports)]
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, widths, HEADS)).rstrip() for row in rows]


def _table_row(report: Report | str) -> tuple[str, ...]:
    if isinstance(report, str):
        return (_cut(report), "（读不出）", "", "", "", "", "")
    counts = Counter(finding.severity for finding in report.findings)
    figures = report.figures
    score = "" if figures.rating is None else format(rounded(figures.total_score), "f")
    numbers = (counts[Severity.ERROR], counts[Severity.TODO], counts[Severity.WARNING])
    return (
        _cut(report.file),
        _cut(report.form.project_name),
        score,
        figures.rating or "",
        *map(str, numbers),
    )


def _cut(text: str) -> str:
    line = " ".join(text.split())
    while _width(line) > WIDEST:
        line = line[: max(1, len(line) * WIDEST // _width(line) - 1)] + "…"
    return line


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _padded(cell: str, width: int, head: str) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if head in ALIGNED_RIGHT else cell + blanks


def counted(findings: tuple[Finding, ...]) -> str:
    """Count findings in words: `2 错误，3 提醒`; nothing where there are none."""
    counts = Counter(finding.severity for finding in findings)
    return "，".join(f"{counts[grade]} {SEVERITY_LABELS[grade]}" for grade in Severity if counts[grade])


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else format(rounded(value), "f")


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": finding.message,
        "basis": finding.basis,
    }
