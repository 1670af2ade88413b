# SPDX-License-Identifier: MIT
"""The computed figure at each place where one can be typed over, and how the two stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

from model.arithmetic import source_sum
from model.decimals import Entry, is_blank
from model.fields import FUNDS, STATED_FIELDS, field_at
from model.template import AmountColumn
from model.typed import shown

if TYPE_CHECKING:
    from model.places import Place
    from ui.document import Document

STATED_OF_FUNDS = ("execution_points", "execution_rate", "execution_score")
STATED_OF_TREE = ("total_points", "total_score", "rating")
FUND_TOTALS: tuple[Place, ...] = tuple(("funds", "total", column) for column in get_args(AmountColumn))
FUND_PLACES: tuple[Place, ...] = (*FUND_TOTALS, *(("stated", key) for key in STATED_OF_FUNDS))
TOTAL_PLACES: tuple[Place, ...] = tuple(("stated", key) for key in STATED_OF_TREE)


class Pair(NamedTuple):
    """What was typed at a place and what is computed for it; "" where there is none."""

    typed: str
    computed: str
    differ: bool  # both are there, and they are not the same


def pair_at(document: Document, place: Place) -> Pair:
    """Return the typed and the computed figure of a place."""
    typed: Entry = document.value(place)  # type: ignore[assignment]
    computed = computed_at(document, place)
    differ = not is_blank(typed) and computed is not None and typed != computed
    return Pair(shown(typed), shown(computed), differ)


def computed_at(document: Document, place: Place) -> Entry:
    """Return the computed figure of a place; None where it cannot be computed yet, or never is."""
    match place:
        case ("funds", "total", column):
            return source_sum(document.form, column)  # type: ignore[arg-type]
        case ("stated", "execution_points"):
            return document.template.limits.execution_points
        case ("stated", key) if key in {field.key for field in STATED_FIELDS}:
            figure: Entry = getattr(document.judge.figures, str(key))
            return figure
    return None


def place_label(place: Place) -> str:
    """Name a place where a figure is computed."""
    label = field_at(place).label
    return f"{FUNDS['total'].label} · {label}" if place[0] == "funds" else label
