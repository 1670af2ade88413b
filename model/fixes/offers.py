# SPDX-License-Identifier: MIT
"""Which fixes there are for a finding, by the rule that found it."""

from __future__ import annotations

from collections.abc import Iterator

from model.fixes import amounts, tree, wording
from model.fixes.fix import Fix, Fixer
from model.form import Form
from model.rules.finding import Finding
from model.template import Template

FIXERS: tuple[tuple[str, Fixer], ...] = (
    ("funds.unit_mixed", amounts.yuan_to_ten_thousands),
    ("funds.sum", amounts.total_from_sources),
    ("funds.rate_stated", amounts.use_computed),
    ("funds.score_stated", amounts.use_computed),
    ("score.range", amounts.use_computed),
    ("total.points_stated", amounts.use_computed),
    ("total.score_stated", amounts.use_computed),
    ("rating.mismatch", amounts.use_computed),
    ("number.invalid", amounts.as_typed),
    ("points.total", tree.spread_points),
    ("level1.missing", tree.add_group),
    ("level2.required", tree.add_group),
    ("satisfaction.missing", tree.add_group),
    ("score.range", tree.suggested_score),
    ("score.full_but_missed", tree.suggested_score),
    ("score.met_but_cut", tree.suggested_score),
    ("score.not_proportional", tree.suggested_score),
    ("target.sign", wording.set_sign),
    ("actual.sign", wording.drop_sign),
    ("actual.unit_missing", wording.copy_unit),
    ("text.markup", wording.strip_tags),
    ("date.impossible", wording.last_day_of_month),
)


def fixes_for(form: Form, template: Template, finding: Finding) -> list[Fix]:
    """Return what a person may do about a finding in one step."""
    return list(_offers(form, template, finding))


def _offers(form: Form, template: Template, finding: Finding) -> Iterator[Fix]:
    for rule, fixer in FIXERS:
        if rule == finding.rule:
            yield from fixer(form, template, finding)
