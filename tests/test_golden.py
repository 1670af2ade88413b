# SPDX-License-Identifier: MIT
"""The published forms give exactly the findings they must, for every rule there is."""

import json

import pytest

from model.drafts import load
from model.judge import findings_of
from model.rules import RULES
from model.templates import load_template
from tests.builders import EXPECTED, GOLDEN_DRAFTS

BUILT = {rule.id for rule in RULES}


def expected(path):
    listed = json.loads((EXPECTED / path.name).read_text(encoding="utf-8"))
    return {(entry["rule"], entry["severity"], entry["where"]) for entry in listed if entry["rule"] in BUILT}


def test_all_fourteen_forms_are_there():
    assert len(GOLDEN_DRAFTS) == 14


@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_a_published_form_gives_exactly_its_findings(path):
    form = load(path).form
    found = {
        (finding.rule, str(finding.severity), finding.where)
        for finding in findings_of(form, load_template(form.template))
    }
    assert found == expected(path)


@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_the_figures_printed_on_a_published_form_are_computed_again(path):
    from model.judge import Judge

    form = load(path).form
    computed, stated = Judge(form, load_template(form.template)).figures, form.stated
    assert computed.execution_rate == stated.execution_rate
    assert computed.total_points == stated.total_points
