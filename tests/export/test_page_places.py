# SPDX-License-Identifier: MIT
"""Claims about the way from a point of the page to a cell of the form, and back."""

import pytest

from export.composing import compose
from export.page_places import places_on
from model.arithmetic import figures
from model.drafts import load
from model.places import indicator_place, level2_place
from model.templates import load_template
from tests.builders import GOLDEN


@pytest.fixture(scope="module")
def places(fonts):
    form = load(GOLDEN / "002-2.json").form
    template = load_template(form.template)
    paper = compose(form, template, figures(form, template), fonts, draft_mark=False)
    return places_on(paper)


@pytest.fixture(scope="module")
def boxes(places):
    return [box for page in range(len(places.packed)) for box in places.on_page(page)]


def test_a_point_inside_a_cells_box_leads_to_the_cell(places, boxes):
    for box in boxes:
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        assert places.at(box.page, x, y) == box.place


def test_a_point_outside_the_table_leads_nowhere(places):
    assert places.at(0, 5, 5) is None


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


def test_every_place_is_found_on_all_its_pages_and_no_other(places, boxes):
    for wanted in {box.place[:count] for box in boxes for count in (1, 2, 4, 6, len(box.place))}:
        assert list(places.of(wanted)) == [box for box in boxes if box.place[: len(wanted)] == wanted]


def test_only_the_pages_asked_for_are_searched(places):
    assert {box.page for box in places.of(("indicators",), [1])} == {1}


def test_a_label_leads_to_the_cell_at_its_right(places):
    box = next(places.of(("project_name",)))
    assert places.at(0, box.left - 10, (box.top + box.bottom) / 2) == ("project_name",)


def test_a_page_begins_with_the_first_indicator_that_begins_on_it(places, boxes):
    assert list(places.begun.values()) == list(range(len(places.packed)))
    for rows, page in places.begun.items():
        assert next(box.page for box in boxes if box.place[:6] == indicator_place(*rows)) == page


def test_a_row_that_goes_on_from_the_page_before_does_not_begin_again(fonts):
    form = load(GOLDEN / "002-2.json").form
    form.indicators[0].children[0].children[0].reason = "很长的原因。\n" * 120
    template = load_template(form.template)
    paper = compose(form, template, figures(form, template), fonts, draft_mark=False)
    places = places_on(paper)
    assert places.firsts[1] == (0, 0, 0)  # it goes on there
    assert sorted(places.begun.items())[:2] == [((0, 0, 0), 0), ((0, 0, 1), places.begun[0, 0, 1])]
    assert len(set(places.begun.values())) < len(paper.pages)
