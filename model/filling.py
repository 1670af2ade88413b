# SPDX-License-Identifier: MIT
"""Filling down: what stands in one cell, put into the cells below it."""

from collections.abc import Iterable, Sequence

from model.edits import SetCell
from model.form import Form
from model.places import Place, at


def filled_down(form: Form, columns: Iterable[Sequence[Place]]) -> tuple[SetCell, ...]:
    """Put the value at the first place of each column into its other places, where it is another one.

    An empty cell fills nothing: what stands below it stays.
    """
    edits = []
    for first, *below in columns:
        value = at(form, first)
        if value not in (None, ""):
            edits += [SetCell(place, value) for place in below if at(form, place) != value]
    return tuple(edits)
