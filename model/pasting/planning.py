# SPDX-License-Identifier: MIT
"""What pasting a table of indicators would do: each row's fate and the edit, before anything is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from model.decimals import Entry
from model.edits import Several
from model.form import Form, Indicator
from model.pasting.grid import Grid
from model.pasting.group_finding import Groups, Inner
from model.pasting.meanings import GROUPS, Meaning
from model.pasting.names import squeezed
from model.pasting.recognising import Table, known_names
from model.pasting.table_edits import edits_of
from model.pasting.table_rows import Kind, RowReader, TableRow
from model.places import Place, indicator_place
from model.steps import Steps
from model.template import Template
from model.typed import amount_unit, read_typed

ROWS_A_STEP = 50
ANYWHERE: Place = indicator_place(0, 0, 0)


class Fate(Enum):
    """What becomes of a row of the table."""

    NEW = auto()  # becomes an indicator
    MERGED = auto()  # fills an indicator of the same name
    GROUP = auto()  # names a group only
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of the table, its fate, and where it goes, or why it does not."""

    number: int  # in the grid
    fate: Fate
    words: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What pasting would do; `edit` does it, as one step."""

    rows: tuple[PlannedRow, ...]
    new_groups: tuple[str, ...]
    edit: Several
    is_named: bool  # some column holds the names of indicators

    def count(self, fate: Fate) -> int:
        """Count the rows of a fate."""
        return sum(row.fate is fate for row in self.rows)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the clerk has chosen about a pasted table."""

    replaces: bool = False  # the indicators there are go
    left_out: frozenset[int] = frozenset()  # rows of the grid
    home: tuple[int, ...] = ()  # the clerk's group, for rows that name none


def planning(form: Form, template: Template, grid: Grid, table: Table, wishes: Wishes) -> Steps[Plan]:
    """Plan row by row; yields the percentage done."""
    planner = _Planner(form, template, table, wishes)
    reader = RowReader(grid, table, known_names(form, template))
    planned: list[PlannedRow] = []
    for count, row in enumerate(reader.rows()):
        if row is not None:
            planned.append(planner.plan(row))
        if count % ROWS_A_STEP == ROWS_A_STEP - 1:
            yield 100 * count // max(1, grid.height)
    return Plan(tuple(planned), planner.new_groups(), planner.edit(), bool(table.columns(Meaning.NAME)))


class _Planner:
    """Finds each row its group and its indicator."""

    def __init__(self, form: Form, template: Template, table: Table, wishes: Wishes) -> None:
        self._form, self._wishes = form, wishes
        self._unit = amount_unit(form, template)
        self._groups = Groups(form, template, wishes.home)
        self._has_groups = bool(table.columns(*GROUPS))
        self._by_name = {} if wishes.replaces else self._names()
        self._filled: dict[Place, Entry | int] = {}

    def plan(self, row: TableRow) -> PlannedRow:
        """Decide on a row."""
        if row.number in self._wishes.left_out:
            return PlannedRow(row.number, Fate.LEFT_OUT, "已取消")
        if row.kind not in (Kind.INDICATOR, Kind.GROUP):
            return PlannedRow(row.number, Fate.LEFT_OUT, row.kind.value)
        if row.kind is Kind.INDICATOR and (place := self._same_anywhere(row)):
            return self._merge(row, place)
        if row.kind is Kind.GROUP and not row.level1 and not row.level2:
            return PlannedRow(row.number, Fate.LEFT_OUT, "没有内容")
        outer, inner = self._groups.find(row.level1, row.level2)
        if row.kind is Kind.GROUP:
            return PlannedRow(row.number, Fate.GROUP, f"{outer.name} / {inner.name}")
        if place := self._same_in(inner, row):
            return self._merge(row, place)
        inner.added.append(self._indicator(row))
        return PlannedRow(row.number, Fate.NEW, f"{outer.name} / {inner.name}")

    def new_groups(self) -> tuple[str, ...]:
        """Name the groups that are made."""
        every = ((outer, inner) for outer in self._groups.outer for inner in outer.children)
        return tuple(f"{outer.name} / {inner.name}" for outer, inner in every if inner.group is None)

    def edit(self) -> Several:
        """Return the whole edit."""
        return Several(edits_of(self._form, self._groups.outer, self._filled, self._wishes.replaces))

    # Indicators of the same name

    def _names(self) -> dict[str, list[Place]]:
        named: dict[str, list[Place]] = {}
        for place, indicator in self._form.all_indicators():
            if indicator.name.strip():
                named.setdefault(squeezed(indicator.name), []).append(place)
        return named

    def _same_anywhere(self, row: TableRow) -> Place | None:
        """Return the one indicator of the row's name, where the table says nothing of groups."""
        if self._has_groups or row.level1 or row.level2:
            return None
        places = self._by_name.get(squeezed(dict(row.cells).get("name", "")), [])
        return places.pop() if len(places) == 1 else None

    def _same_in(self, inner: Inner, row: TableRow) -> Place | None:
        """Return the first indicator of the row's name in its group that no other row has filled."""
        places = self._by_name.get(squeezed(dict(row.cells).get("name", "")), [])
        inside = [place for place in places if inner.rows and inner.rows == (place[1], place[3])]
        if inside:
            places.remove(inside[0])
        return inside[0] if inside else None

    def _merge(self, row: TableRow, place: Place) -> PlannedRow:
        for key, text in row.cells:
            if key != "name" and text.strip():
                self._filled[*place, key] = read_typed((*place, key), text, self._unit)
        level1 = self._form.indicators[int(place[1])]
        return PlannedRow(row.number, Fate.MERGED, f"{level1.name} / {level1.children[int(place[3])].name}")

    def _indicator(self, row: TableRow) -> Indicator:
        read = {key: read_typed((*ANYWHERE, key), text, self._unit) for key, text in row.cells}
        return Indicator.model_validate(read)
