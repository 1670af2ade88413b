# SPDX-License-Identifier: MIT
"""Claims about the way from a point of the page to a cell of the form, and back."""

import pytest

from export.composing import compose
from export.page_places import find_place, place_boxes
from model.arithmetic import figures
from model.drafts import load
from model.places import indicator_place, level2_place
from model.templates import load_template
from tests.builders import GOLDEN


@pytest.fixture(scope="module")
def paper(fonts):
    form = load(GOLDEN / "002-2.json").form
    template = load_template(form.template)
    return compose(form, template, figures(form, template), fonts, draft_mark=False)


def test_a_point_inside_a_cells_box_leads_to_the_cell(paper):
    for place, boxes in place_boxes(paper).items():
        for box in boxes:
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            assert find_place(paper.pages[box.page - 1], x, y) == place


def test_a_point_outside_the_table_leads_nowhere(paper):
    assert find_place(paper.pages[0], 5, 5) is None


def test_every_cell_of_the_form_is_on_the_page(paper):
    form, boxes = load(GOLDEN / "002-2.json").form, place_boxes(paper)
    for place, _ in form.all_indicators():
        assert all(
            (*place, key) in boxes for key in ("name", "target", "actual", "points", "score", "reason")
        )
    assert ("funds", "total", "actual") in boxes


def test_a_group_that_goes_on_has_a_box_on_every_page(paper):
    boxes = place_boxes(paper)
    assert [box.page for box in boxes[*level2_place(0, 0), "name"]] == [1, 2]
    assert [box.page for box in boxes[*indicator_place(0, 0, 0), "name"]] == [1]
