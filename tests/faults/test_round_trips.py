# SPDX-License-Identifier: MIT
"""Round trips: any form, printed as a working copy, comes back from the PDF as it was, byte by byte."""

from __future__ import annotations

import random

from export.fonts import Fonts
from export.working_copy import draft_in
from model.drafts import parse, to_bytes
from tests.random_forms import random_form
from tests.witnesses.corpus import written

ROWS = 2  # less than so many in a group of a random form


def test_any_form_comes_back_from_its_working_copy(trial):
    fonts = Fonts()
    with trial("round trips draft → PDF → draft", 500, 10_000) as run:
        for seed in range(run.n):
            form = random_form(random.Random(seed), ROWS)
            before = to_bytes(form)
            found = draft_in(written(form, fonts, public=False), "a.pdf")
            run.count(found == before and parse(found, "a.json") == form, f"seed {seed}")
