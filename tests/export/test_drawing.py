# SPDX-License-Identifier: MIT
"""Claims about the drawn page: rules drawn once, and the mark below everything."""

import itertools
import re

import pytest

from export.composing import compose
from export.drawing import RULE, Run, page_operators
from model.arithmetic import figures
from model.drafts import load
from model.templates import load_template
from tests.builders import GOLDEN

LINE = re.compile(r"^([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l$", re.MULTILINE)


@pytest.fixture(scope="module", params=["000-1", "002-2", "004-4"])
def page(request, fonts):
    form = load(GOLDEN / f"{request.param}.json").form
    template = load_template(form.template)
    return compose(form, template, figures(form, template), fonts, draft_mark=False).pages[0]


def operators(page, mark=""):
    encoded = {line: [Run("F1", "0001")] for line in {*page.lines(), (True, mark)}}
    return page_operators(page, encoded, mark)


def rules(page):
    """The rules as (place of the line, start, end), those across and those down."""
    lines = [tuple(map(float, numbers)) for numbers in LINE.findall(operators(page))]
    across = [(y, left, right) for left, y, right, other in lines if y == other]
    down = [(x, bottom, top) for x, top, other, bottom in lines if x == other]
    return across, down


def test_no_rule_is_drawn_twice(page):
    for direction in rules(page):
        for line in {line for line, _, _ in direction}:
            parts = sorted((start, end) for other, start, end in direction if other == line)
            assert all(end < start for (_, end), (start, _) in itertools.pairwise(parts))


def is_ruled(direction, place, start, end):
    return any(
        abs(place - line) < 0.02 and first <= start + RULE and last >= end - RULE
        for line, first, last in direction
    )


def test_every_edge_of_every_cell_is_ruled(page):
    across, down = rules(page)
    for box in (box for box in page.boxes() if box.ruled):
        low, high = page.height - box.bottom, page.height - box.top
        assert all(is_ruled(across, y, box.left, box.right) for y in (low, high))
        assert all(is_ruled(down, x, low, high) for x in (box.left, box.right))


def test_the_draft_mark_is_drawn_before_anything_else(page):
    drawn = operators(page, "草稿")
    assert drawn.index(" Tj ET Q") < drawn.index(f"{RULE} w")
    assert " Tj ET Q" not in operators(page)


@pytest.mark.parametrize("mark", ["草稿", "征求意见稿", "字" * 8])
def test_a_mark_of_any_length_stays_on_the_paper(page, mark):
    size = float(operators(page, mark).split(" Tf", 1)[0].rsplit(" ", 1)[1])
    assert (len(mark) + 1) * size * 0.7071 <= min(page.width, page.height)
