# SPDX-License-Identifier: MIT
"""Claims about margins, told from the pixels of pages: what stands in them, how far from edge and table."""

import pypdfium2
import pytest

from export.furniture import Frame
from export.pdf import write_pdf
from export.setting import settings_of
from export.styles import MM, STYLES
from model.arithmetic import figures
from model.templates import load_template
from tests.builders import complete_form, indicator, tree

SCALE = 4  # pixels to the point
PAPER = 255
HAIR = 0.5  # points: half a rule, and a pixel
FORM = complete_form(indicators=tree(产出指标_数量指标=[indicator() for _ in range(60)]))


def template_with(**page):
    template = load_template("ministry")
    return template.model_copy(update={"page": template.page.model_copy(update=page)})


def inked(fonts, template, page, draft_mark=True):
    """Return the first and last inked lines of a page's pixels, from the edge in points, and their inks."""
    pdf = write_pdf(FORM, template, figures=figures(FORM, template), draft_mark=draft_mark, fonts=fonts)
    bitmap = pypdfium2.PdfDocument(pdf)[page].render(scale=SCALE, grayscale=True)
    pixels, width = bytes(bitmap.buffer), bitmap.stride
    rows = [min(pixels[at : at + bitmap.width]) for at in range(0, len(pixels), width)]
    columns = [min(pixels[at::width]) for at in range(bitmap.width)]
    return [one < PAPER for one in rows], [one < PAPER for one in columns]


def bands(inked):
    """Return where ink begins and ends, again and again, in points."""
    edges = [at for at in range(1, len(inked)) if inked[at] != inked[at - 1]]
    return [edge / SCALE for edge in edges]


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize(("margin", "body"), [(10, 9), (10, 24), (15, 9), (40, 24)])
@pytest.mark.parametrize("page", [0, 1])
def test_the_margins_hold_only_page_number_and_mark_clear_of_edge_and_table(
    fonts, orientation, margin, body, page
):
    template = template_with(margin_mm=margin, body_points=body, orientation=orientation)
    rows, columns = inked(fonts, template, page)
    mark_top, mark_bottom, *_, number_top, number_bottom = bands(rows)
    assert min(mark_top, len(rows) / SCALE - number_bottom) >= 5 * MM
    assert mark_bottom <= margin * MM - 0.8 * MM
    assert number_top >= len(rows) / SCALE - margin * MM + 0.8 * MM
    left, *_, right = bands(columns)
    assert left >= margin * MM - HAIR
    assert right <= len(columns) / SCALE - margin * MM + HAIR


def test_a_final_page_has_nothing_above_the_table(fonts):
    top, *_ = bands(inked(fonts, template_with(), 1, draft_mark=False)[0])
    assert top >= 15 * MM - HAIR


def test_a_template_may_do_without_page_number(fonts):
    words = load_template("ministry").page.words.model_copy(update={"page_number": ""})
    rows, _ = inked(fonts, template_with(words=words), 0)
    assert bands(rows)[-1] <= len(rows) / SCALE - 15 * MM + HAIR


def test_words_too_long_for_the_page_are_set_smaller(fonts):
    setting = settings_of(load_template("ministry").page, fonts, STYLES)["page_number"]
    line = Frame(300.0, 400.0, 40.0).at_foot("第一页" * 40, "page_number", setting)
    assert (line.left, line.right) == pytest.approx((40, 260))
