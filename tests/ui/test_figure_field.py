# SPDX-License-Identifier: MIT
"""Claims about a computed figure that can be typed over."""

from decimal import Decimal

import pytest

from model.edits import SetCell
from tests.ui.hands import golden, write
from ui.figure_field import FigureField

SCORE = ("stated", "total_score")


@pytest.fixture
def field(qtbot, document):
    field = FigureField(document, SCORE)
    qtbot.addWidget(field)
    field.show()
    return field


def test_an_empty_box_shows_the_computed_figure(field, document):
    assert field.box.typed() == ""
    assert field.box.placeholderText() == str(document.judge.figures.total_score)
    assert field.box.font().italic()


def test_the_computed_figure_follows_the_form(field, document):
    document.do(SetCell(("indicators", 0, "children", 0, "children", 0, "score"), Decimal(15)), "")
    assert Decimal(field.box.placeholderText()) == document.judge.figures.total_score


def test_another_figure_can_be_typed_over_and_the_computed_one_adopted(field, document, undoable):
    write(field.box, "88")
    field.binding.commit()
    assert document.value(SCORE) == 88
    assert field.adopt.isVisible()
    field.adopt.click()
    assert document.value(SCORE) is None
    assert not field.adopt.isVisible()
    assert document.undo_stack.undoText() == "采用总分的计算值"


def test_adopting_is_undone_alone(field, document):
    write(field.box, "88")
    field.binding.commit()
    field.adopt.click()
    document.undo_stack.undo()
    assert document.value(SCORE) == 88


def test_the_same_figure_typed_offers_no_way_back(field, document, undoable):
    write(field.box, str(document.judge.figures.total_score))
    field.binding.commit()
    assert not field.adopt.isVisible()


def test_a_finding_marks_the_field_with_the_same_sentence(qtbot, qapp):
    document = golden("004-5")
    field = FigureField(document, SCORE)
    qtbot.addWidget(field)
    messages = [finding.message for finding in document.findings() if finding.place == SCORE]
    assert messages
    assert messages[0] in field.mark.toolTip()
    assert messages[0] in field.box.accessibleDescription()


def test_findings_of_another_place_can_be_worn_too(qtbot, document):
    field = FigureField(document, ("stated", "total_points"), (("indicators",),))
    qtbot.addWidget(field)
    document.do(SetCell(("indicators", 0, "children", 0, "children", 0, "points"), Decimal(90)), "")
    assert "多了" in field.mark.toolTip()
