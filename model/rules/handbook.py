# SPDX-License-Identifier: MIT
"""The handbook of checks, generated from the rules themselves, as a template sets them."""

from __future__ import annotations

from model.rules import RULES
from model.rules.examples import EXAMPLES
from model.rules.finding import OFF, SEVERITY_LABELS, Rule, Severity
from model.template import Template

HEADS = ("检查", "程度", "看什么", "对的例子", "错的例子", "依据")
NOT_ASKED = "不查"


def entries(template: Template) -> list[tuple[str, ...]]:
    """Return one row for every rule, under `HEADS`."""
    return [(rule.id, _grade(rule, template), rule.about, *EXAMPLES[rule.id], rule.basis) for rule in RULES]


def _grade(rule: Rule, template: Template) -> str:
    setting = template.rules.get(rule.id)
    severity = setting.severity if setting and setting.severity else rule.severity
    return NOT_ASKED if severity == OFF else SEVERITY_LABELS[Severity(severity)]
