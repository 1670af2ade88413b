# SPDX-License-Identifier: MIT
"""Forms of any length for measuring: the long published form, padded with its own rows."""

from __future__ import annotations

from itertools import cycle, islice

from model.drafts import load
from model.form import Form
from tests.builders import GOLDEN

LONG = GOLDEN / "002-2.json"


def long_form(rows: int) -> Form:
    """Return the published form 002-2 cut or padded to a number of indicators."""
    form = load(LONG).form
    groups = [level2 for _, level2 in form.level2_groups()]
    largest = max(groups, key=lambda group: len(group.children))
    others = sum(len(group.children) for group in groups if group is not largest)
    if rows <= others:
        form.indicators, others = form.indicators[:1], 0
        form.indicators[0].children = [largest]
    originals = list(largest.children)
    padded = islice(cycle(originals), rows - others)
    largest.children = [
        row.model_copy(update={} if number < len(originals) else {"name": f"{row.name}（{number + 1}）"})
        for number, row in enumerate(padded)
    ]
    return form
