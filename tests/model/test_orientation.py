# SPDX-License-Identifier: MIT
"""Claims about which way the paper lies."""

import pytest

from model.drafts import parse, to_bytes
from model.errors import DraftError
from model.orientation import ORIENTATION, laid, orientation_of, turned
from model.templates import load_template
from tests.builders import GOLDEN_DRAFTS, complete_form

UPRIGHT = load_template("ministry")
ON_ITS_SIDE = UPRIGHT.model_copy(
    update={"page": UPRIGHT.page.model_copy(update={"orientation": "landscape"})}
)


@pytest.mark.parametrize(
    ("own", "template", "found"),
    [
        (None, UPRIGHT, "portrait"),
        (None, ON_ITS_SIDE, "landscape"),
        ("landscape", UPRIGHT, "landscape"),
        ("portrait", ON_ITS_SIDE, "portrait"),
        ("diagonal", ON_ITS_SIDE, "landscape"),
    ],
)
def test_the_form_goes_before_its_template_where_it_says_something_known(own, template, found):
    form = complete_form(orientation=own)
    assert orientation_of(form, template) == found
    assert laid(form, template).page.orientation == found


@pytest.mark.parametrize("template", [UPRIGHT, ON_ITS_SIDE])
def test_turning_twice_leaves_the_draft_as_it_was(template):
    form = complete_form()
    before = to_bytes(form)
    turned(form, template).apply(form)
    assert orientation_of(form, template) != template.page.orientation
    turned(form, template).apply(form)
    assert to_bytes(form) == before


def test_turning_is_taken_back_by_its_inverse():
    form = complete_form(orientation="diagonal")
    before = to_bytes(form)
    inverse = turned(form, UPRIGHT).apply(form)
    assert form.orientation == "landscape"
    inverse.apply(form)
    assert to_bytes(form) == before


@pytest.mark.parametrize("draft", GOLDEN_DRAFTS, ids=lambda draft: draft.stem)
def test_a_draft_that_says_nothing_is_written_as_before(draft):
    assert b'"orientation"' not in to_bytes(parse(draft.read_bytes(), draft.name))


@pytest.mark.parametrize("own", ["landscape", "portrait", "diagonal", ""])
def test_what_a_draft_says_is_kept_even_if_it_means_nothing(own):
    form = complete_form(orientation=own)
    assert parse(to_bytes(form), "") == form
    assert form.orientation == own


@pytest.mark.parametrize("own", ["3", "[]", "true"])
def test_what_is_no_word_is_refused_in_one_sentence(own):
    draft = to_bytes(complete_form()).replace(b'"template"', f'"orientation": {own}, "template"'.encode())
    with pytest.raises(DraftError, match=f"“{ORIENTATION[0]}”的内容不合格式"):
        parse(draft, "a.json")
