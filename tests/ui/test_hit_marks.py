# SPDX-License-Identifier: MIT
"""Claims about marking what was found."""

import pytest

from model.places import indicator_place
from model.searching import Hit
from tests.builders import complete_form
from tests.ui.hands import compose, document_of
from ui.hit_marks import HitMarks
from ui.page_stack import PageStack
from ui.sections import GOALS, HEADER, INDICATORS

NAME = (*indicator_place(0, 0, 0), "name")
FIRST, SECOND = Hit(NAME, 0, 1), Hit(NAME, 1, 2)


@pytest.fixture
def pages(qtbot):
    pages = PageStack(document_of(complete_form()))
    qtbot.addWidget(pages)
    pages.resize(900, 600)
    pages.setCurrentWidget(pages.page(INDICATORS))
    with qtbot.waitExposed(pages):
        pages.show()
    return pages


def picture(pages, section=INDICATORS):
    pages.setCurrentWidget(pages.page(section))
    return pages.page(section).grab().toImage()


def test_a_hit_in_the_tree_is_seen_and_goes_again(pages):
    before, marks = picture(pages), HitMarks(pages)
    assert picture(pages) == before
    marks.show([FIRST])
    marked = picture(pages)
    assert marked != before
    marks.show([])
    assert picture(pages) == before


def test_the_current_hit_looks_another_way(pages):
    marks = HitMarks(pages)
    marks.show([FIRST, SECOND])
    seen = [picture(pages)]
    for hit in (FIRST, SECOND, None):
        marks.show_current(hit)
        seen.append(picture(pages))
    assert seen[0] == seen[3]
    assert seen[1] != seen[2] != seen[0]


@pytest.mark.parametrize(("section", "place"), [(HEADER, ("project_name",)), (GOALS, ("goal_actual",))])
def test_a_hit_in_a_box_is_seen_and_changes_no_text(pages, section, place):
    marks, before = HitMarks(pages), picture(pages, section)
    box = pages.page(section).fields[place].box
    text = box.typed()
    marks.show([Hit(place, 1, 3)])
    assert picture(pages, section) != before
    assert box.typed() == text
    marks.show([])
    assert picture(pages, section) == before


def test_a_page_made_later_shows_the_marks_too(pages):
    marks = HitMarks(pages)
    marks.show([Hit(("goal_actual",), 0, 2)])
    box = pages.page(GOALS).fields["goal_actual",].box
    assert len(box.extraSelections()) == 1


def test_a_box_that_composes_is_left_alone(pages):
    marks, box = HitMarks(pages), pages.page(HEADER).fields["project_name",].box
    compose(box, "pin")
    marks.show([Hit(("project_name",), 0, 1)])
    assert pages.page(HEADER).fields["project_name",].binding.composition.is_open
