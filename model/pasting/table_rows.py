# SPDX-License-Identifier: MIT
"""The rows of a pasted indicator table: their groups, what they say, and which of them are no indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from model.kinds import level1_kind
from model.pasting.grid import Grid
from model.pasting.meanings import CELL_KEYS, GROUPS, Meaning
from model.pasting.names import bare, level1_of, squeezed
from model.pasting.recognising import Known, Table, levels_in

TOTALS = re.compile(
    r"(?:总分|总计|合计|总得分|综合得分|自评总分|自评得分|得分合计|分值合计|评分等级|自评等级|评价等级|评级|等级|"
    r"绩效等级|总评)"
)
SUBTOTAL = re.compile(r"小计|.{0,8}小计$")
EXECUTION = re.compile(r"(?:项目|年度)*(?:预算|资金)(?:预算|使用)?执行(?:率|进度)?|执行率")
LETTERS = re.compile(r"[(（]?[A-Z](?:[/÷*×+=-][A-Z0-9%]+)*[)）]?|[①-⑳]|[(（]\d[)）]")
VALUES = (Meaning.TARGET, Meaning.ACTUAL, Meaning.POINTS, Meaning.SCORE)
WITHOUT_SEPARATOR = (Meaning.TARGET, Meaning.ACTUAL)


class Kind(Enum):
    """What a row of a pasted table is; the words say why it is left out."""

    INDICATOR = ""
    GROUP = "只有指标组名称"
    HEAD = "表头"
    TOTAL = "合计"
    EXECUTION = "预算执行率在项目资金中计算"
    REMARK = "说明"
    FOOT = "表尾"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; the names of its groups as written, "" where the table does not say."""

    number: int  # in the grid
    kind: Kind
    level1: str = ""
    level2: str = ""
    cells: tuple[tuple[str, str], ...] = ()  # field and text, for the columns there are


class RowReader:
    """Goes down a table; remembers the groups it is in, as merged or empty cells below mean the same."""

    def __init__(self, grid: Grid, table: Table, known: Known) -> None:
        self._grid, self._table, self._known = grid, table, known
        self._columns = {meaning: table.columns(meaning) for meaning in Meaning}
        self._heads = grid.rows[max(0, table.first - 2) : table.first]
        self._has_groups = bool(table.columns(*GROUPS))
        self._level1 = self._level2 = ""
        self._begun = self._ended = False

    def rows(self) -> Iterator[TableRow | None]:
        """Read all rows below the heads; None for an empty one."""
        for number in range(self._table.first, self._grid.height):
            yield self._row(number)

    def _row(self, number: int) -> TableRow | None:
        if not any(text.strip() for text in self._grid.rows[number]):
            return None
        kind = self._kind_outside(number)
        if kind is not None:
            return TableRow(number, kind)
        self._enter_groups(number)
        cells = tuple((key, self._text(number, one)) for one, key in CELL_KEYS.items() if self._columns[one])
        if self._is_heading(dict(cells)):
            self._enter(dict(cells)["name"])
            return TableRow(number, Kind.GROUP, self._level1, self._level2)
        if not any(text.strip() for _, text in cells):
            return TableRow(number, Kind.GROUP, self._level1, self._level2)
        self._begun = True
        return TableRow(number, Kind.INDICATOR, self._level1, self._level2, cells)

    # What is no indicator

    def _kind_outside(self, number: int) -> Kind | None:
        """Return what a row outside the tree is; None for one inside."""
        labels = [squeezed(text) for text in self._labels(number)]
        first = next((label for label in labels if label), "")
        if self._grid.rows[number] in self._heads or self._is_letters(number):
            return Kind.HEAD
        if any(EXECUTION.fullmatch(bare(label)) for label in labels if label):
            return Kind.EXECUTION
        if TOTALS.match(first) and not self._text(number, Meaning.TARGET).strip(" —-/"):
            self._ended = self._begun
            return Kind.TOTAL
        if SUBTOTAL.fullmatch(first) or SUBTOTAL.fullmatch(labels[-1] if labels else ""):
            return Kind.TOTAL
        if self._ended:
            return Kind.FOOT
        return Kind.REMARK if self._is_one_cell(number) else None

    def _labels(self, number: int) -> list[str]:
        columns = self._table.columns(*GROUPS, Meaning.NAME)
        return [self._grid.filled(number, column) for column in columns]

    def _is_letters(self, number: int) -> bool:
        """Tell whether a row only letters the columns: (A) (B) (B/A)."""
        own = [text.strip() for text in self._grid.rows[number] if text.strip()]
        is_first = self._table.has_heads and number == self._table.first
        return is_first and len(own) > 1 and all(map(LETTERS.fullmatch, own))

    def _is_one_cell(self, number: int) -> bool:
        """Tell whether one merged cell takes the whole row, from the name to the values."""
        names, others = self._columns[Meaning.NAME], self._table.columns(*VALUES)
        origins = {self._grid.origin(number, column) for column in (*names, *others)}
        return len(origins) == 1 and len(others) > 0

    def _is_heading(self, cells: dict[str, str]) -> bool:
        """Tell whether a row is only the head of a group, in a table without columns for groups."""
        name = cells.get("name", "")
        if self._has_groups or cells.get("target", "").strip() or cells.get("actual", "").strip():
            return False
        return self._known.is_level1(name) or self._known.is_level2(name)

    # Groups

    def _enter_groups(self, number: int) -> None:
        for column in self._columns[Meaning.LEVELS]:
            for name in levels_in(self._grid.filled(number, column), self._known):
                self._enter(name)
        for column in self._columns[Meaning.LEVEL1]:
            self._enter_level1(self._grid.filled(number, column))
        for column in self._columns[Meaning.LEVEL2]:
            name = self._grid.filled(number, column)
            if name.strip() and not self._is_name_too(number, column):
                self._level2 = name

    def _enter(self, name: str) -> None:
        """Enter a group whose level only its name tells; a name of both levels is that of the inner one."""
        usual = level1_of(bare(name)) if self._known.is_level2(name) else None
        inside = usual is not None and usual == level1_kind(self._level1) and bare(name) != bare(self._level1)
        if self._known.is_level1(name) and not inside:
            self._enter_level1(name)
        elif name.strip():
            self._level2 = name

    def _enter_level1(self, name: str) -> None:
        if name.strip() and squeezed(name) != squeezed(self._level1):
            self._level1, self._level2 = name, ""

    def _is_name_too(self, number: int, column: int) -> bool:
        """Tell whether the cell reaches into the column of names and is one."""
        origin = self._grid.origin(number, column)
        names = (self._grid.origin(number, at) for at in self._columns[Meaning.NAME])
        return origin in names and not self._known.is_level2(self._grid.filled(number, column))

    # Cells

    def _text(self, number: int, meaning: Meaning) -> str:
        """Return what stands in the columns of a meaning; a name merged over rows stands in each of them."""
        columns = self._columns[meaning]
        if meaning is Meaning.NAME:
            spots = dict.fromkeys(self._grid.origin(number, column) for column in columns)
            texts = [self._grid.rows[row][column] for row, column in spots]
        else:
            texts = [self._grid.rows[number][column] for column in columns]
        if len(texts) == 1:
            return texts[0]
        return ("" if meaning in WITHOUT_SEPARATOR else "\n").join(text for text in texts if text.strip())
