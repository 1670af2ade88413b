# SPDX-License-Identifier: MIT
"""Claims about forms any cell of which may hold anything."""

import random

import pytest

from model.drafts import parse, to_bytes
from model.judge import findings_of
from model.templates import load_template
from tests.random_forms import random_form, use


@pytest.mark.parametrize("seed", range(20))
def test_no_form_is_too_wrong_to_be_judged_mended_and_explained(seed):
    choose = random.Random(seed)
    for _ in range(15):
        form = random_form(choose)
        before = to_bytes(form)
        use(form, load_template(form.template))
        assert to_bytes(form) == before  # looking changes nothing


@pytest.mark.parametrize("seed", range(20))
def test_no_form_is_too_wrong_to_be_saved_and_read_again(seed):
    form = random_form(random.Random(seed))
    again = parse(to_bytes(form), "a.json")
    assert again == form
    assert to_bytes(again) == to_bytes(form)


@pytest.mark.parametrize("seed", range(20))
def test_one_finding_at_most_per_rule_and_place_on_any_form(seed):
    form = random_form(random.Random(seed))
    found = [(finding.rule, finding.place) for finding in findings_of(form, load_template(form.template))]
    assert len(found) == len(set(found))
