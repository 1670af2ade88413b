# SPDX-License-Identifier: MIT
"""Layout: a form, its template and its figures become blocks of cells, from the title to the signatures."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import ceil

from export.cells import Block, Cell, Row
from export.funds_table import funds_block
from export.indicator_table import indicator_block
from export.styles import MM
from model.arithmetic import Figures
from model.form import Form
from model.template import Column, Template

NO_YEAR = "    "
MOST_SIGNATURES = 3  # side by side
ROOM_TO_SIGN = 28.0  # mm, for a name written by hand
PAPER_MM = {"portrait": 210, "landscape": 297}  # the width of A4


def lay_out(form: Form, template: Template, figures: Figures) -> tuple[Block, ...]:
    """Return the blocks of the printed form, from top to bottom."""
    return (
        _title_block(form, template),
        _header_block(form, template),
        funds_block(form, template, figures),
        _goal_block(form, template),
        indicator_block(form, template, figures),
        *_closing_blocks(template),
    )


def _title_block(form: Form, template: Template) -> Block:
    year = NO_YEAR if form.fiscal_year is None else str(form.fiscal_year)
    line = template.year_line.format(year=year)
    rows = ((Cell(template.title, "title", 0),), (Cell(line, "year", 0, place=("fiscal_year",)),))
    return Block((1,), rows, tail_rows=1, ruled=False)


def _header_block(form: Form, template: Template) -> Block:
    header = template.header
    rows_of_edges = [_edges(fields, header.label_width) for fields in header.rows]
    edges = sorted({edge for row in rows_of_edges for edge in row})
    rows = tuple(
        _header_row(form, fields, [edges.index(edge) for edge in row])
        for fields, row in zip(header.rows, rows_of_edges, strict=True)
    )
    return Block(tuple(right - left for left, right in pairwise(edges)), rows)


def _edges(fields: Sequence[Column], label_width: int) -> list[int]:
    """Return where the labels and cells of a row of the header begin and end, in shares of the width."""
    return [0, *accumulate(width for field in fields for width in (label_width, field.width))]


def _header_row(form: Form, fields: Sequence[Column], columns: Sequence[int]) -> Row:
    """Put labels and cells side by side, each from one of the columns to the next."""
    cells = [cell for field in fields for cell in _labelled(form, field.field, field.label)]
    spans = zip(cells, pairwise(columns), strict=True)
    return tuple(cell._replace(column=first, columns=last - first) for cell, (first, last) in spans)


def _labelled(form: Form, field: str, label: str) -> tuple[Cell, Cell]:
    return Cell(label, "label", 0), Cell(getattr(form, field, None) or "", "field", 0, place=(field,))


def _goal_block(form: Form, template: Template) -> Block:
    goal = template.goal
    heads = (
        Cell(goal.heading, "label", 0, rows=2),
        Cell(goal.expected, "head", 1),
        Cell(goal.actual, "head", 2),
    )
    texts = (
        Cell(form.goal_expected, "goal", 1, place=("goal_expected",)),
        Cell(form.goal_actual, "goal", 2, place=("goal_actual",)),
    )
    return Block((goal.heading_width, goal.expected_width, goal.actual_width), (heads, texts), head_rows=1)


def _closing_blocks(template: Template) -> tuple[Block, ...]:
    notes = tuple((Cell(note, "note", 0),) for note in template.notes)
    a_line = _signatures_a_line(template)
    firsts = range(0, len(template.signatures), a_line)
    lines = [template.signatures[first : first + a_line] for first in firsts]
    signatures = tuple(tuple(Cell(text, "signature", at) for at, text in enumerate(line)) for line in lines)
    blocks = (
        Block((1,), notes, ruled=False, is_text=True),
        Block((1,) * a_line, signatures, ruled=False),
    )
    return tuple(block for block in blocks if block.rows)


def _signatures_a_line(template: Template) -> int:
    """Return how many signatures stand side by side: each with room to sign, and lines evenly filled."""
    page, count = template.page, len(template.signatures)
    width = PAPER_MM[page.orientation] - 2 * page.margin_mm
    longest = max(map(len, template.signatures), default=0) * float(page.body_points) / MM
    most = max(1, min(MOST_SIGNATURES, int(width / (longest + ROOM_TO_SIGN))))
    return ceil(count / ceil(count / most)) if count else most
