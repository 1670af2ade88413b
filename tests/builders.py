# SPDX-License-Identifier: MIT
"""Small forms for tests, and the findings a rule gives on them."""

from pathlib import Path

from model.form import Form, Funds, Indicator, Level1Group, Level2Group
from model.judge import Judge
from model.template import Template
from model.templates import load_template

GOLDEN = Path(__file__).parent / "drafts" / "golden"
EXPECTED = Path(__file__).parent / "drafts" / "expected"
GOLDEN_DRAFTS = tuple(sorted(GOLDEN.glob("*.json")))


def indicator(name: str = "完成场次", **cells: str) -> Indicator:
    """An indicator that is filled in and faultless, but for the cells given."""
    raw = {"target": "≥5场", "actual": "5场", "points": "10", "score": "10", "reason": ""} | cells
    return Indicator.model_validate({"name": name, **raw})


def tree(**groups: list[Indicator]) -> list[Level1Group]:
    """A tree of one level-2 group per keyword: `tree(产出指标_数量指标=[…])`."""
    level1: dict[str, Level1Group] = {}
    for key, rows in groups.items():
        first, second = key.split("_")
        group = level1.setdefault(first, Level1Group(name=first))
        group.children.append(Level2Group(name=second, children=rows))
    return list(level1.values())


def funds(
    annual_budget: str | None = "100", actual: str | None = "95", **rows: dict[str, str | None]
) -> Funds:
    """A funds table whose only source is the fiscal appropriation, but for the rows given."""
    row = {"initial_budget": annual_budget, "annual_budget": annual_budget, "actual": actual}
    return Funds.model_validate({"total": dict(row), "fiscal_appropriation": dict(row), **rows})


def complete_form(template: str = "ministry", **fields: object) -> Form:
    """A form without any finding of the rules of funds, points, totals and empty cells."""
    form = Form(
        template=template,
        fiscal_year=2024,
        project_name="图书馆开放经费",
        competent_department="文化局",
        implementing_unit="图书馆",
        funds=funds(),
        goal_expected="全年开放。",
        goal_actual="全年开放了三百天。",
        indicators=faultless_tree(),
    )
    return Form.model_validate({**dict(form), **fields})


def faultless_tree() -> list[Level1Group]:
    """Indicators of 50, 30 and 10 points under the groups every form needs."""
    return tree(
        产出指标_数量指标=[indicator("场次", points="20", score="20")],
        产出指标_质量指标=[indicator("合格率", target="=100%", actual="100%", points="20", score="20")],
        产出指标_时效指标=[indicator("及时率", target="=100%", actual="100%")],
        效益指标_社会效益指标=[indicator("知晓度", target="提升", actual="提升", points="30", score="30")],
        满意度指标_服务对象满意度指标=[indicator("读者满意度", target="≥90%", actual="90%")],
    )


def found(form: Form, rule: str, template: Template | None = None) -> list[str]:
    """The places at which a rule fires, as JSON Pointers."""
    judge = Judge(form, template or load_template(form.template))
    return [finding.where for finding in judge.findings() if finding.rule == rule]


def messages(form: Form, rule: str) -> list[str]:
    """The sentences a rule says."""
    return [
        finding.message
        for finding in Judge(form, load_template(form.template)).findings()
        if finding.rule == rule
    ]


def changed(template: str, **limits: object) -> Template:
    """A shipped template with other limits."""
    shipped = load_template(template)
    return shipped.model_copy(update={"limits": shipped.limits.model_copy(update=limits)})
