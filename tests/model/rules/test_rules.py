# SPDX-License-Identifier: MIT
"""Claims about the list of rules and about every finding's form."""

import pytest

from model.drafts import load
from model.judge import findings_of
from model.places import at, place_of
from model.rules import RULES
from model.rules.examples import EXAMPLES
from model.templates import load_template, new_form, template_ids
from tests.builders import GOLDEN_DRAFTS


def test_ids_are_unique():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_looks_at_something_and_names_its_basis(rule):
    assert rule.row or rule.group or rule.form
    assert rule.about
    assert rule.basis


@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_every_message_is_a_sentence_and_every_place_exists(path):
    form = load(path).form
    for finding in findings_of(form, load_template(form.template)):
        assert finding.message.endswith("。")
        at(form, place_of(finding.where))


@pytest.mark.parametrize("name", template_ids())
def test_an_empty_form_is_judged_without_a_word_of_error(name):
    template = load_template(name)
    assert {str(finding.severity) for finding in findings_of(new_form(template), template)} <= {
        "todo",
        "warning",
    }


@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_one_finding_at_most_per_rule_and_place(path):
    form = load(path).form
    found = [(finding.rule, finding.place) for finding in findings_of(form, load_template(form.template))]
    assert len(found) == len(set(found))


def test_every_rule_has_an_example_of_right_and_of_wrong():
    assert {rule.id for rule in RULES} == set(EXAMPLES)
    assert all(example.right and example.wrong for example in EXAMPLES.values())
