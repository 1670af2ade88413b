# SPDX-License-Identifier: MIT
"""A text on a page, and which of its characters leave ink there."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2

from export.fonts import Fonts
from export.pdf import write_pdf
from model.arithmetic import figures
from model.templates import load_template
from tests.builders import complete_form

DARK = 128


def written(text: str, fonts: Fonts | None = None) -> bytes:
    """Print a form with a text in one cell."""
    form = complete_form(goal_expected="", goal_actual=text)
    template = load_template(form.template)
    computed = figures(form, template)
    return write_pdf(form, template, figures=computed, draft_mark=False, public=True, fonts=fonts)


def inked(pdf: bytes, sharpness: int = 2) -> set[str]:
    """Return the characters with something dark where they stand.

    `sharpness` is in pixels a point; fine strokes are dark only where there are many.
    """
    found = set()
    for page in pypdfium2.PdfDocument(pdf):
        text, picture = page.get_textpage(), page.render(scale=sharpness, grayscale=True)
        place = 0  # in UTF-16, as pdfium counts
        for character in text.get_text_range():
            if _darkest(picture, [edge * sharpness for edge in text.get_charbox(place)]) < DARK:
                found.add(character)
            place += len(character.encode("utf-16-le")) // 2
    return found


def _darkest(picture: pypdfium2.PdfBitmap, box: Sequence[float]) -> int:
    """Return the darkest pixel of a box given in pixels from the left and the bottom."""
    left, bottom, right, top = map(int, box)
    pixels, stride = bytes(picture.buffer), picture.stride
    rows = range(picture.height - top, picture.height - bottom)
    return min((shade for y in rows for shade in pixels[y * stride + left : y * stride + right]), default=255)
