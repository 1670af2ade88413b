# SPDX-License-Identifier: MIT
"""Mark-up of many languages in every text field: printed as typed, and nothing in the file can act."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

from export.fonts import Fonts
from tests.tagged_pdf import TaggedPdf
from tests.witnesses.corpus import written
from tests.witnesses.hostile import MARK_UP, form_of
from tests.witnesses.test_mark_up import ACTS, PLAIN, names


def times_printed(piece: str, fonts: Fonts) -> tuple[int, bytes]:
    """How often a piece is on the pages of a form that has it in every text, and the pages."""
    page = written(form_of(piece), fonts, public=False)
    texts = (text for one in TaggedPdf(page).pages for text in one.texts.values())
    return re.sub(r"\s", "", "".join(texts)).count(re.sub(r"\s", "", piece)), page


def acting(page: bytes) -> set[str]:
    """What in a file could act when it is opened."""
    with pikepdf.open(BytesIO(page)) as pdf:
        return {name for thing in (pdf.trailer, *pdf.objects) for name in names(thing)} & ACTS


def test_mark_up_in_every_text_is_printed_as_typed_and_does_nothing(trial):
    fonts = Fonts()
    fields, _ = times_printed(PLAIN, fonts)
    with trial("mark-up in every text field", len(MARK_UP) * fields) as run:
        for piece in MARK_UP:
            times, page = times_printed(piece, fonts)
            acts = acting(page)
            for field in range(fields):
                run.count(field < times and not acts, f"{piece!r}: {times} of {fields} times, {acts}")
