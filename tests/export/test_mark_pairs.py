# SPDX-License-Identifier: MIT
"""Claims about marks side by side: they share a square and a half, and are copied as they were typed."""

import pytest

from export.mark_pairs import CLOSERS, HALF, NARROW, OPENERS, narrowed, saved
from export.truetype import NO_GLYPH
from tests.builders import complete_form
from tests.export.page_reading import read_boxes
from tests.export.test_pdf import composed, written


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("通知》（财预", 1),
        ("）。", 1),
        ("他说：“好！”", 2),
        ("（“三重", 1),
        ("》）。", 2),
        ("（甲）", 0),
        ("一、二，", 0),
        ("", 0),
    ],
)
def test_every_mark_before_another_saves_half_a_square(text, pairs):
    assert saved(text) == pairs * HALF


def test_only_the_first_of_two_marks_is_narrow():
    assert narrowed("通知》（财") == f"通知{NARROW['》']}（财"


@pytest.mark.parametrize("face", ["regular", "bold"])
def test_no_mark_that_is_made_narrow_is_drawn_in_both_halves_of_its_square(face, fonts):
    typeface = getattr(fonts, face)
    font = fonts.file(typeface.runs("甲")[0][0])
    assert all(
        font.glyph(mark) != NO_GLYPH and font.advance(font.glyph(mark)) == 1000 for mark in CLOSERS + OPENERS
    )


def test_narrow_marks_are_read_as_they_were_typed(fonts):
    form = complete_form(project_name="《办法》（试行）。“甲”")
    (field,) = (
        read
        for read in read_boxes(written(form, fonts), composed(form, fonts))[0]
        if "办法" in read.box.cell.text
    )
    (line,) = field.lines()
    assert "".join(glyph.character for glyph in line) == form.project_name
    assert [glyph.width for glyph in line if glyph.character in "》）。"] == pytest.approx(
        [0.5] * 3, abs=0.01
    )
