# SPDX-License-Identifier: MIT
"""Claims about the findings at the cells of the tree."""

import pytest

from model.edits import Insert, SetCell
from model.form import Indicator
from model.places import indicator_place
from tests.ui.hands import golden
from ui.tree_marks import TreeMarks

GROUP = ("indicators", 0, "children", 0, "children")


@pytest.fixture
def marks(document):
    marks = TreeMarks(document)
    marks.begin()
    return marks


def quantity(document):
    return document.form.indicators[0].children[0]


def test_a_cell_has_the_findings_of_its_place_only(marks, document):
    document.do(SetCell((*indicator_place(0, 0, 0), "score"), "八分"), "")
    assert [finding.rule for finding in marks.of_cell(quantity(document), 0, "score")] == ["number.invalid"]
    assert not marks.of_cell(quantity(document), 0, "points")


def test_namesakes_are_marked_at_the_later_name(marks, document):
    document.do(Insert(GROUP, 1, Indicator(name="场次")), "")
    assert [finding.rule for finding in marks.twins(quantity(document))[1]] == ["indicator.duplicate"]
    assert "indicator.duplicate" in [found.rule for found in marks.of_cell(quantity(document), 1, "name")]


def test_refresh_names_the_groups_that_changed(marks, document):
    assert marks.refresh() == set()
    document.do(SetCell((*indicator_place(0, 0, 0), "points"), None), "")
    document.do(SetCell((*indicator_place(0, 0, 0), "name"), ""), "")
    assert marks.refresh() == {rows for rows in [(0,)] if marks.of_group(rows)}


def test_all_findings_of_a_form_are_at_some_cell(qapp):
    document = golden("004-5")
    marks = TreeMarks(document)
    marks.begin()
    for finding in document.findings():
        match finding.place:
            case ("indicators", a, "children", b, "children", c, key):
                group = document.form.indicators[a].children[b]
                assert finding.message in [one.message for one in marks.of_cell(group, c, key)]


def test_namesakes_are_looked_up_anew_after_every_edit(marks, document):
    for row, name in ((1, "场次"), (2, "人次")):
        document.do(Insert(GROUP, row, Indicator(name=name)), "")
    assert set(marks.twins(quantity(document))) == {1}
    document.do(SetCell((*indicator_place(0, 0, 2), "name"), "场次"), "")
    assert set(marks.twins(quantity(document))) == {1, 2}
