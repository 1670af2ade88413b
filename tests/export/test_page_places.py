# SPDX-License-Identifier: MIT
"""Claims about the way from a point of the page to a cell of the form, and back."""

import pytest

from export.composing import compose
from export.page_places import place_at, place_boxes
from model.arithmetic import figures
from model.drafts import load
from model.places import indicator_place, level2_place
from model.templates import load_template
from tests.builders import GOLDEN


@pytest.fixture(scope="module")
def boxes(fonts):
    form = load(GOLDEN / "002-2.json").form
    template = load_template(form.template)
    paper = compose(form, template, figures(form, template), fonts, draft_mark=False)
    return tuple(place_boxes(paper))


def test_a_point_inside_a_cells_box_leads_to_the_cell(boxes):
    for box in boxes:
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        assert place_at(boxes, box.page, x, y) == box.place


def test_a_point_outside_the_table_leads_nowhere(boxes):
    assert place_at(boxes, 0, 5, 5) is None


def test_every_cell_of_the_form_is_on_the_page(boxes):
    form, places = load(GOLDEN / "002-2.json").form, {box.place for box in boxes}
    cells = ("name", "target", "actual", "points", "score", "reason")
    assert {(*place, key) for place, _ in form.all_indicators() for key in cells} <= places
    assert ("funds", "total", "actual") in places


def test_a_group_that_goes_on_has_a_box_on_every_page(boxes):
    def pages_of(place):
        return [box.page for box in boxes if box.place == (*place, "name")]

    assert pages_of(level2_place(0, 0)) == [0, 1]
    assert pages_of(indicator_place(0, 0, 0)) == [0]
