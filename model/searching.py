# SPDX-License-Identifier: MIT
"""Searching the whole form, cell by cell in printed order, and replacing what was found."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from model.edits import SetCell, Several
from model.fields import AMOUNTS, CELLS, FUNDS, GOALS, HEADER, STATED, Holds, field_at
from model.form import Form
from model.matching import Matcher, Wanted
from model.places import INDICATORS, Place, at, indicator_place, level1_place, level2_place, rows_of
from model.steps import Steps, each
from model.template import Template
from model.typed import amount_unit, read_typed, shown

LEVELS = 3
TOTAL_ROW = "total"
TOTALS = ("total_points", "total_score", "rating")


class Hit(NamedTuple):
    """A match: the cell, and where in its text."""

    place: Place
    start: int
    end: int


def cells_of(form: Form, template: Template) -> Iterator[tuple[Place, str]]:
    """Go through all cells that hold something, as an editor shows them, in printed order."""
    for place in (*_header(template), *_funds(template), *((key,) for key in GOALS)):
        yield from _cell(form, place)
    for first, level1 in enumerate(form.indicators):
        yield (*level1_place(first), "name"), level1.name
        for second, level2 in enumerate(level1.children):
            yield (*level2_place(first, second), "name"), level2.name
            for third, row in enumerate(level2.children):
                for key in CELLS:
                    if text := shown(getattr(row, key)):
                        yield (*indicator_place(first, second, third), key), text
    for key in TOTALS:
        yield from _cell(form, ("stated", key))


def printed_order(template: Template) -> Callable[[Place], tuple[int, ...]]:
    """Return the sort key of places of a form: where they stand when it is printed."""
    head = enumerate((*_header(template), *_funds(template), *((key,) for key in GOALS)))
    ranks = {place: (0, rank) for rank, place in head}
    ranks |= {("stated", key): (2, rank) for rank, key in enumerate(TOTALS)}
    cells = {key: rank for rank, key in enumerate(CELLS)}

    def order(place: Place) -> tuple[int, ...]:
        if place[:1] != INDICATORS:
            return ranks.get(place, (0,))
        rows = rows_of(place)
        is_cell = len(rows) == LEVELS and place[-1] in cells
        return (1, *rows, cells[str(place[-1])]) if is_cell else (1, *rows)

    return order


def find_all(form: Form, template: Template, wanted: Wanted) -> Iterator[Hit]:
    """Find what is wanted in the whole form.  Errors, at once: PatternError."""
    return _hits(cells_of(form, template), Matcher(wanted))


def replacing(form: Form, template: Template, hits: Iterable[Hit], text: str) -> Steps[Several]:
    """Put a text in the place of every hit, as if it had been typed there, in steps.

    A cell that would stay as it is, and a year that would be none, are left out.
    """
    unit = amount_unit(form, template)

    def changed(found: list[Hit]) -> list[SetCell]:
        place = found[0].place
        before = shown(at(form, place))
        after = replaced(before, found, text)
        value = read_typed(place, after, unit)
        is_lost = value is None and after.strip() and field_at(place).holds is Holds.YEAR
        return [SetCell(place, value)] if after != before and not is_lost else []

    by_cell = [list(found) for _, found in groupby(hits, key=lambda hit: hit.place)]
    return Several(tuple((yield from each(by_cell, changed))))


def replaced(before: str, hits: Iterable[Hit], text: str) -> str:
    """Put a text in the place of the hits in one cell's text; the hits are in order."""
    parts, rest = [], 0
    for hit in hits:
        parts += [before[rest : hit.start], text]
        rest = hit.end
    return "".join((*parts, before[rest:]))


def _hits(cells: Iterable[tuple[Place, str]], matcher: Matcher) -> Iterator[Hit]:
    for place, text in cells:
        for start, end in matcher.spans(text):
            yield Hit(place, start, end)


def _cell(form: Form, place: Place) -> Iterator[tuple[Place, str]]:
    if text := shown(at(form, place)):
        yield place, text


def _header(template: Template) -> Iterator[Place]:
    """Go through the header's cells: those printed first, in their order."""
    printed = [one.field for row in template.header.rows for one in row if one.field in HEADER]
    year = "fiscal_year"
    yield from ((key,) for key in dict.fromkeys((year, *printed, *HEADER)))


def _funds(template: Template) -> Iterator[Place]:
    """Go through the cells of the funds table that can be typed in, as printed."""
    for row in template.funds.rows:
        for column in template.funds.columns:
            if column.field in AMOUNTS and row.field in FUNDS:
                yield "funds", row.field, column.field
            elif column.field in STATED and row.field == TOTAL_ROW:
                yield "stated", column.field
