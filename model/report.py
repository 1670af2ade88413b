# SPDX-License-Identifier: MIT
"""The report of a check: for other programs as JSON, for people as lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

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


@dataclass(frozen=True)
class Report:
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
