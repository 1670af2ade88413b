# SPDX-License-Identifier: MIT
"""The indicator table: groups that span their rows, indicators, total and rating."""

from collections.abc import Sequence

from export.cells import Block, Cell, Role, Row
from export.numbers import added_up, computed, stated_or, typed
from model.arithmetic import Figures
from model.form import Form, Indicator, Level1Group, Level2Group
from model.places import Place, level1_place, level2_place
from model.tally import NOTHING
from model.template import NumberFormat, Template

LEVEL1, LEVEL2 = "level1", "level2"
NUMBER_FIELDS = ("points", "score")
RIGID = (LEVEL1, LEVEL2, *NUMBER_FIELDS)
ROLES: dict[str, Role] = {
    "name": "name",
    "points": "number",
    "score": "number",
    "target": "value",
    "actual": "value",
}


def indicator_block(form: Form, template: Template, figures: Figures) -> Block:
    """Lay out the indicator table with total and rating, which share its columns."""
    table = template.indicators
    left = 1 if table.heading else 0  # columns before the table's own
    rows = _Rows(template, left, _prints_empty_groups(form, template)).of(form.indicators)
    heads = tuple(Cell(own.label, "head", column) for column, own in enumerate(table.columns, start=left))
    heading = (Cell(table.heading, "label", 0, rows=len(rows) + 1),) * left
    closing = _closing_rows(form, template, figures, left)
    widths = (*(table.heading_width,) * left, *(column.width for column in table.columns))
    flexible = tuple(column for column, own in enumerate(table.columns, start=left) if own.field not in RIGID)
    return Block(widths, ((*heading, *heads), *rows, *closing), 1, len(closing), flexible=flexible)


def _prints_empty_groups(form: Form, template: Template) -> bool:
    """Tell whether groups without rows are printed; a blank form prints them all, to be filled in by hand."""
    return template.indicators.print_empty_groups or not any(form.all_indicators())


class _Rows:
    """The rows of the tree, in the columns of one template."""

    def __init__(self, template: Template, left: int, print_empty: bool) -> None:
        fields = [(column, own.field) for column, own in enumerate(template.indicators.columns, start=left)]
        formats = {"points": template.numbers.points, "score": template.numbers.score}
        self._groups = {field: column for column, field in fields if field in (LEVEL1, LEVEL2)}
        self._cells = [
            (column, field, ROLES.get(field, "text"), formats.get(field))
            for column, field in fields
            if field not in self._groups
        ]
        self._print_empty = print_empty

    def of(self, groups: Sequence[Level1Group]) -> list[Row]:
        return [row for index, group in enumerate(groups) for row in self._level1(index, group)]

    def _level1(self, index: int, group: Level1Group) -> list[Row]:
        level2_groups = enumerate(group.children)
        rows = [row for second, level2 in level2_groups for row in self._level2(index, second, level2)]
        if not rows and self._print_empty:
            rows = [(*self._blank(LEVEL2), *self._blank_row())]
        return self._led(LEVEL1, group.name, level1_place(index), rows)

    def _level2(self, first: int, second: int, group: Level2Group) -> list[Row]:
        place = level2_place(first, second)
        rows = [self._indicator((*place, "children", third), row) for third, row in enumerate(group.children)]
        if not rows and self._print_empty:
            rows = [self._blank_row()]
        return self._led(LEVEL2, group.name, place, rows)

    def _led(self, field: str, name: str, place: Place, rows: list[Row]) -> list[Row]:
        """Let a group's name span its rows."""
        if rows and field in self._groups:
            rows[0] = (Cell(name, "group", self._groups[field], 1, len(rows), (*place, "name")), *rows[0])
        return rows

    def _indicator(self, place: Place, row: Indicator) -> Row:
        cells = [
            Cell(_text(row, field, style), role, column, 1, 1, (*place, field))
            for column, field, role, style in self._cells
        ]
        return tuple(cells)

    def _blank_row(self) -> Row:
        return tuple(Cell("", "blank", column) for column, *_ in self._cells)

    def _blank(self, field: str) -> Row:
        return (Cell("", "blank", self._groups[field]),) if field in self._groups else ()


def _text(row: Indicator, field: str, style: NumberFormat | None) -> str:
    value = getattr(row, field, "")
    return typed(value, style) if style else str(value or "")


def _closing_rows(form: Form, template: Template, figures: Figures, left: int) -> tuple[Row, ...]:
    """Return 总分 below the columns it adds up, and the rating where the template prints one."""
    fields = [column.field for column in template.indicators.columns]
    first = left + min(fields.index(field) for field in NUMBER_FIELDS if field in fields)
    texts = _total_texts(form, template, figures)
    sums = tuple(
        Cell(texts[field], "total", column, place=("stated", f"total_{field}"))
        if field in NUMBER_FIELDS
        else Cell("", "blank", column)
        for column, field in enumerate(fields[first - left :], start=first)
    )
    rows: tuple[Row, ...] = ((Cell(template.totals.total, "label", 0, first), *sums),)
    if template.totals.rating:
        rating = Cell(texts["rating"], "head", first, left + len(fields) - first, place=("stated", "rating"))
        rows += ((Cell(template.totals.rating, "label", 0, first), rating),)
    return rows


def _total_texts(form: Form, template: Template, figures: Figures) -> dict[str, str]:
    numbers, stated = template.numbers, form.stated
    points = score = ""
    if figures.tally != NOTHING:
        points = added_up(figures.total_points, numbers.points)
        score = computed(figures.total_score, numbers.score)
    return {
        "points": stated_or(stated.total_points, points, numbers.points),
        "score": stated_or(stated.total_score, score, numbers.score),
        "rating": stated.rating or figures.rating or "",
    }
