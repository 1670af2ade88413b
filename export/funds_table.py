# SPDX-License-Identifier: MIT
"""The funds table: amounts, execution points, rate and score."""

from export.cells import Block, Cell, Row
from export.numbers import computed, stated_or, typed
from model.arithmetic import AMOUNT_COLUMNS, Figures, printed_rate, rate_of, source_sum
from model.decimals import Entry, is_blank, number
from model.form import Form
from model.template import Template

TOTAL = "total"
HEADINGS = 2  # columns before the amounts: the heading and the rows' labels


def funds_block(form: Form, template: Template, figures: Figures) -> Block:
    """Lay out the funds table."""
    funds = template.funds
    unit = form.amount_unit or template.amount_unit
    heading = Cell(funds.heading.format(unit=unit), "label", 0, rows=len(funds.rows) + 1)
    heads = [Cell(column.label, "head", place) for place, column in enumerate(funds.columns, start=HEADINGS)]
    execution = _execution_texts(form, template, figures)
    rows = [_row(form, template, row.field, row.label, execution) for row in funds.rows]
    widths = (funds.heading_width, funds.label_width, *(column.width for column in funds.columns))
    return Block(widths, ((heading, Cell("", "blank", 1), *heads), *rows), head_rows=1)


def _row(form: Form, template: Template, row: str, label: str, execution: dict[str, str]) -> Row:
    cells = [Cell(label, "label", 1)]
    for column, field in enumerate((column.field for column in template.funds.columns), start=HEADINGS):
        if field in AMOUNT_COLUMNS:
            text = _amount_text(form, template, row, field)
            cells.append(Cell(text, "number", column, place=("funds", row, field)))
        elif row == TOTAL:
            cells.append(Cell(execution.get(field, ""), "number", column, place=("stated", field)))
        else:
            cells.append(Cell(_source_text(form, template, row, field), "number", column))
    return tuple(cells)


def _amount(form: Form, row: str, field: str) -> Entry:
    entry: Entry = getattr(getattr(form.funds, row, None), field, None)
    return entry


def _amount_text(form: Form, template: Template, row: str, field: str) -> str:
    entry, style = _amount(form, row, field), template.numbers.amount
    if row != TOTAL or not is_blank(entry):
        return typed(entry, style)
    sums = (source_sum(form, column) for column in AMOUNT_COLUMNS if column == field)
    return computed(next(sums, None), style)


def _execution_texts(form: Form, template: Template, figures: Figures) -> dict[str, str]:
    """Return what the total row prints for points, rate and score: what is stated, else what is computed."""
    numbers, stated = template.numbers, form.stated
    rate = computed(figures.execution_rate, numbers.rate)
    score = computed(figures.execution_score, numbers.score)
    return {
        "execution_points": typed(figures.execution_points, numbers.points),
        "execution_rate": stated_or(stated.execution_rate, rate, numbers.rate),
        "execution_score": stated_or(stated.execution_score, score, numbers.score),
    }


def _source_text(form: Form, template: Template, row: str, field: str) -> str:
    """Return what a source row prints for points, rate or score: a blank mark, or its own rate."""
    funds = template.funds
    budget = number(_amount(form, row, "annual_budget"))
    if field == "execution_rate" and funds.rate_in_source_rows and budget is not None and budget > 0:
        rate = rate_of(number(_amount(form, row, "actual")), budget)
        return computed(printed_rate(rate, template), template.numbers.rate)
    return funds.blank.get(field, "")
