# SPDX-License-Identifier: MIT
"""Claims about the totals below the tree."""

import pytest

from tests.builders import complete_form
from tests.ui.hands import document_of, golden, write
from ui.totals_strip import RATING, TotalsStrip


def strip_of(qtbot, document):
    strip = TotalsStrip(document)
    qtbot.addWidget(strip)
    strip.show()
    return strip


@pytest.mark.parametrize(("template", "shown"), [("ministry", False), ("shanghai-2024", True)])
def test_the_rating_is_there_where_the_template_prints_one(qtbot, qapp, template, shown):
    strip = strip_of(qtbot, document_of(complete_form(template)))
    assert strip.fields[RATING].isVisible() is shown


def test_a_stated_rating_is_shown_under_any_template(qtbot, document):
    document.form.stated.rating = "优"
    strip = strip_of(qtbot, document)
    assert strip.fields[RATING].isVisible()


def test_going_to_a_total_selects_it(qtbot, qapp):
    strip = strip_of(qtbot, golden("004-5"))
    strip.go_to(("stated", "total_score"))
    assert strip.fields["stated", "total_score"].box.selectedText() == "97"


def test_commit_takes_in_what_is_typed(qtbot, document, undoable):
    strip = strip_of(qtbot, document)
    write(strip.fields["stated", "total_points"].box, "100")
    strip.commit()
    assert document.form.stated.total_points == 100


def test_a_typed_rating_is_kept_as_text(qtbot, document, undoable):
    strip = strip_of(qtbot, document)
    strip.go_to(RATING)
    write(strip.fields[RATING].box, "优")
    strip.commit()
    assert document.form.stated.rating == "优"
