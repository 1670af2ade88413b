# SPDX-License-Identifier: MIT
"""Claims about copying and pasting back: nothing a clerk typed is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts import load
from model.edits import Several
from model.pasting.copying import copying
from model.pasting.html_tables import reading_html
from model.pasting.planning import Wishes, planning
from model.pasting.recognising import known_names, recognise
from model.pasting.tsv import reading_tsv
from model.steps import carried_out
from model.templates import load_template, new_form
from tests.builders import GOLDEN_DRAFTS
from tests.model.pasting.tables import html_of, tsv_of

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\n")
SPECIAL = st.sampled_from(
    ["\t", "\n", '"', '""', " ", "  ", "１２３", "，", "\u3000", "<b>", "&amp;", "\xa0", "≥6.00(个)"]
)
TEXTS = st.lists(st.one_of(st.text(LETTERS, max_size=5), SPECIAL), max_size=5).map("".join)


@st.composite
def grids(draw, texts=TEXTS):
    width = draw(st.integers(1, 5))
    return draw(st.lists(st.lists(texts, min_size=width, max_size=width), min_size=1, max_size=6))


def lists(grid):
    return [list(row) for row in grid.rows]


def as_html_keeps(text):
    """Blank cells are empty in HTML, and no-break blanks at the edges go."""
    return text.strip("\xa0") if text.strip(" \xa0\t\n") else ""


@given(grids())
def test_any_grid_comes_back_from_tsv(rows):
    assert lists(carried_out(reading_tsv(tsv_of(rows)))) == rows


@given(grids(TEXTS.map(as_html_keeps)))
def test_any_grid_comes_back_from_html(rows):
    assert lists(carried_out(reading_html(html_of(rows)))) == rows


def pasted_into_blank(grid, form):
    """Paste a grid into the blank template of a form and return what stands there then."""
    template = load_template(form.template)
    blank = new_form(template)
    table = recognise(grid, known_names(blank, template))
    plan = carried_out(planning(blank, template, grid, table, Wishes()))
    plan.edit.apply(blank)
    return blank


def tree_of(form):
    """The filled groups of a form with their indicators; groups by name, as a template has its own order."""
    return {
        (level1.name, level2.name): [tuple(row.model_dump().values()) for row in level2.children]
        for level1, level2 in form.level2_groups()
        if level2.children
    }


def whole_tree(form, has_heads):
    numbers = [
        (first, second, third)
        for first, level1 in enumerate(form.indicators)
        for second, level2 in enumerate(level1.children)
        for third in range(len(level2.children))
    ]
    return carried_out(copying(form, load_template(form.template), numbers, has_heads))


@pytest.mark.parametrize("has_heads", [True, False])
@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_a_published_tree_comes_back_from_html(path, has_heads):
    form = load(path).form
    table = whole_tree(form, has_heads)
    grid = carried_out(reading_html(html_of(table.rows, table.spans)))
    assert tree_of(pasted_into_blank(grid, form)) == tree_of(form)


@pytest.mark.parametrize("has_heads", [True, False])
@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_a_published_tree_comes_back_from_tsv(path, has_heads):
    form = load(path).form
    grid = carried_out(reading_tsv(tsv_of(whole_tree(form, has_heads).rows)))
    assert tree_of(pasted_into_blank(grid, form)) == tree_of(form)


def test_pasting_is_one_edit_that_can_be_taken_back():
    form = load(GOLDEN_DRAFTS[0]).form
    grid = carried_out(reading_tsv(tsv_of(whole_tree(form, True).rows)))
    template, before = load_template(form.template), new_form(load_template(form.template))
    blank = before.model_copy(deep=True)
    table = recognise(grid, known_names(blank, template))
    inverse = carried_out(planning(blank, template, grid, table, Wishes())).edit.apply(blank)
    assert isinstance(inverse, Several)
    inverse.apply(blank)
    assert blank == before
